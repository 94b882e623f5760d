import type { CheckResult } from '../domain/outcome.js';
import type { Programme } from '../domain/programme.js';
import type { Request } from '../domain/request.js';
import { differences } from '../internal/difference.js';
import { bookedIn, checkBooking, checkLearners } from './allowed.js';
import { read } from './contract.js';
import { type Derived, coveredBy, derive, lineOf } from './derive.js';
import { factsOf } from './facts.js';
import { checkGaps } from './gaps.js';
import { type RefusalCode, type Refuse, refusalList } from './refusal.js';
import { checkItems, checkLimits, checkMeans, checkPeople } from './together.js';

/** What a wrong figure of a programme or of one of its bookings is refused as. */
const CODES: Readonly<Record<string, RefusalCode>> = {
  requestDigest: 'digest',
  coverage: 'coverage',
  totals: 'totals',
  objectives: 'objectives',
  adjustments: 'adjustments',
  id: 'booking-id',
  units: 'price',
  pence: 'price',
  minutes: 'minutes',
  startsOn: 'dates',
  completeBy: 'dates',
};

/** Optimal: every objective is proved. Bounded: there are bounds up to the first that is not. */
function checkBounds({ status, objectives }: Derived, refuse: Refuse): void {
  let proved = true;
  objectives.forEach(({ name, value, bound = value }, index) => {
    const isScore = name === 'must' || name === 'weighted';
    const reached = bound === null || (isScore ? bound >= value : bound <= value);
    const sound = status === 'optimal' ? bound === value : proved ? reached : bound === null;
    const wrong = `This can't be ${bound} in a programme that is ${status}.`;
    if (!sound) refuse('bound', ['objectives', index, 'bound'], wrong);
    proved &&= bound === value;
  });
}

/**
 * Checks every promise of a programme by deriving all of it anew from the request, without the builder's code.
 * Whether there is a better one is not asked: that is what the proof is for. Both arguments may be anything; it
 * never throws. What can't be read is told first, then what bookings name and is not there, then all the rest.
 * Paths lead into the programme; those of `malformed-request`, `cover` and `limit` into the request.
 * @returns `{ ok: true }`, or `{ ok: false, refusals }` with at least one refusal.
 * @example
 * const result = verifyProgramme(request, programme);
 * if (!result.ok) for (const { code, path, message } of result.refusals) report(code, path, message);
 */
export function verifyProgramme(request: unknown, programme: unknown): CheckResult<RefusalCode> {
  const { refusals, refuse } = refusalList<RefusalCode>();
  const given = read<Request>(request, 'Request', refuse);
  const claimed = read<Programme>(programme, 'Programme', refuse);
  if (given !== undefined && given.window.to < given.window.from)
    refuse('malformed-request', ['window', 'to'], 'The window ends before it starts.');
  if (given === undefined || claimed === undefined || refusals.length > 0) return { ok: false, refusals };

  const facts = factsOf(given);
  const lines = claimed.bookings.flatMap((booking, index) => lineOf(facts, booking, index, refuse) ?? []);
  if (refusals.length > 0) return { ok: false, refusals };

  const covered = coveredBy(facts, lines);
  const due = derive(facts, lines, covered, claimed);
  differences(claimed, due, (path, wanted) => {
    const code = CODES[String(path[path[0] === 'bookings' ? 2 : 0])] ?? 'malformed-programme';
    refuse(code, path, `This should be ${JSON.stringify(wanted)?.slice(0, 200) ?? 'absent'}.`);
  });
  const booked = bookedIn(lines);
  for (const line of lines) {
    checkBooking(facts, booked, line, refuse);
    checkLearners(facts, booked, line, refuse);
  }
  checkItems(facts, lines, refuse);
  checkPeople(facts, booked, refuse);
  checkMeans(facts, lines, due, refuse);
  checkLimits(facts, lines, refuse);
  checkBounds(due, refuse);
  covered.forEach((need, index) => checkGaps(facts, need, due.coverage[index]?.unmet ?? [], index, refuse));
  return refusals.length === 0 ? { ok: true } : { ok: false, refusals };
}
