import type { Refusal } from '../domain/outcome.js';

/** Where in a value: keys and list positions from its top. */
export type Path = readonly (string | number)[];

type OfReading = 'malformed-request' | 'malformed-programme' | 'digest' | 'more-refusals';
type OfReference = `unknown-${'item' | 'session' | 'term' | 'offer' | 'pot' | 'learner'}`;
type OfBooking = 'booking-id' | 'booking-order' | 'duplicate-booking' | 'price' | 'minutes' | 'dates';
type OfLearner = 'learner-order' | 'booked-twice' | 'audience' | 'banned' | 'not-needed' | 'entitlement';
type OfOthers =
  'no-learners' | 'learners' | 'places' | 'whole-team' | 'purchase' | 'excluded' | 'prerequisite';
type OfTime = 'not-available' | 'offer-dates' | 'pot-dates' | 'clash' | 'away' | 'cover' | 'time';
type OfMeans = 'team-size' | 'no-pot' | 'needless-pot' | 'pot-pays' | 'pot-overspent' | 'limit' | 'pin-unmet';
type OfWhole = 'coverage' | 'false-reason' | 'totals' | 'objectives' | 'bound' | 'adjustments';

/** The stable codes of what a programme can break. `docs/verification.md` has the promise behind each. */
export type RefusalCode =
  OfReading | OfReference | OfBooking | OfLearner | OfOthers | OfTime | OfMeans | OfWhole;

type OfProof = 'no-proof' | 'programme-digest' | 'unproved-bound' | 'grouping' | 'stages' | 'multipliers';
type OfStage = 'no-solution' | 'reduction' | 'cut' | 'weights' | 'tree' | 'too-large';

/** The stable codes of what keeps a certificate from proving a programme best. `docs/verification.md` has what each means. */
export type CertificateRefusalCode = RefusalCode | OfProof | OfStage;

/** Notes a broken promise. The check goes on, so that all of them are found. */
export type Refuse = (code: RefusalCode, path: Path, message: string) => void;

/** Refusals after which no more are told. */
const MOST = 1_000;

/** A list of refusals, and what notes them in it. */
export function refusalList<Code extends string>() {
  const refusals: Refusal<Code | 'more-refusals'>[] = [];
  const refuse = (code: Code, path: Path, message: string): void => {
    if (refusals.length < MOST) refusals.push({ code, path, message });
    else if (refusals.length === MOST)
      refusals.push({ code: 'more-refusals', path: [], message: 'There is more that is wrong.' });
  };
  return { refusals, refuse };
}
