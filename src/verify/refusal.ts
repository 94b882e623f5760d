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

/** Notes a broken promise. The check goes on, so that all of them are found. */
export type Refuse = (code: RefusalCode, path: Path, message: string) => void;
