import type { CheckResult, Refusal } from '../domain/outcome.js';
import type { Programme } from '../domain/programme.js';
import type { Request } from '../domain/request.js';
import { isPlainObject } from '../internal/snapshot.js';
import { read } from './contract.js';
import { coveredBy, derive, lineOf } from './derive.js';
import { factsOf } from './facts.js';
import { checkGaps } from './gaps.js';
import type { Path, RefusalCode, Refuse } from './refusal.js';
import { checkBounds, checkLearners, checkMeans, checkTogether } from './allowed.js';

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

/** Refuses what is claimed wherever it differs from what is due: by key in any order, and by entry. */
function compare(claimed: unknown, due: unknown, path: Path, refuse: Refuse): void {
  const lists = Array.isArray(claimed) && Array.isArray(due) && claimed.length === due.length;
  if (lists || (isPlainObject(claimed) && isPlainObject(due))) {
    const [given, wanted] = [new Map(Object.entries(claimed)), new Map(Object.entries(due))];
    for (const key of new Set([...wanted.keys(), ...given.keys()]))
      compare(given.get(key), wanted.get(key), [...path, lists ? Number(key) : key], refuse);
  } else if (claimed !== due) {
    const code = CODES[String(path[path[0] === 'bookings' ? 2 : 0])] ?? 'malformed-programme';
    refuse(code, path, `This should be ${JSON.stringify(due)?.slice(0, 200) ?? 'absent'}.`);
  }
}

/**
 * Checks every promise of a programme by deriving all of it anew from the request, without the builder's code.
 * Whether there is a better one is not asked: that is what the proof is for. Both arguments may be anything; it
 * never throws. What can't be read is told first, then what bookings name and is not there, then all the rest.
 * Paths lead into the programme; those of `malformed-request` and `unsupported-request` into the request.
 * @returns `{ ok: true }`, or `{ ok: false, refusals }` with at least one refusal.
 * @example
 * const result = verifyProgramme(request, programme);
 * if (!result.ok) for (const { code, path, message } of result.refusals) report(code, path, message);
 */
export function verifyProgramme(request: unknown, programme: unknown): CheckResult<RefusalCode> {
  const refusals: Refusal<RefusalCode>[] = [];
  const refuse: Refuse = (code, path, message) => void refusals.push({ code, path, message });
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
  compare(claimed, due, [], refuse);
  lines.forEach((line, index) => checkLearners(facts, line, index, refuse));
  checkTogether(due, lines, refuse);
  checkMeans(facts, lines, due, refuse);
  checkBounds(due, refuse);
  covered.forEach((need, index) => checkGaps(facts, need, due.coverage[index]?.unmet ?? [], index, refuse));
  return refusals.length === 0 ? { ok: true } : { ok: false, refusals };
}
