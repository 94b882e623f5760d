import type { Coverage, Reason } from '../domain/programme.js';
import { compareIds } from '../internal/order.js';
import { type Compiled, slotMeets } from './compile.js';
import type { Goal } from './goal.js';
import type { Line } from './lines.js';
import { readableReason } from './readable-reason.js';

/** How far each need is met by records and bookings, in the order of the needs' ids. */
export function coverageOf(compiled: Compiled, lines: readonly Line[]): Coverage[] {
  const { team } = compiled;
  // The line that a person's coverage is credited to: the earliest start, then the smallest id.
  const credited = [...lines].sort(
    (a, b) => a.slot.start - b.slot.start || compareIds(a.booking.id, b.booking.id),
  );
  return compiled.goals.map((goal) => {
    const { need, target, met, open, overdue } = goal;
    const meeting = credited.filter(({ slot }) => slotMeets(slot, goal));
    const metBy: { staff: Coverage['alreadyMet'][number]; booking: Line['booking']['id'] }[] = [];
    const lacking: number[] = [];
    for (const person of open) {
      const line = meeting.find(({ learners }) => learners.includes(person));
      if (line === undefined) lacking.push(person);
      else metBy.push({ staff: team[person]!.member.id, booking: line.booking.id });
    }
    const shortBy = Math.max(0, target - met.length - metBy.length);
    return {
      need: need.id,
      target,
      alreadyMet: met.map((person) => team[person]!.member.id),
      metBy,
      shortBy,
      ...(overdue ? { overdue } : {}),
      unmet: shortBy === 0 ? [] : unmetOf(compiled, lines, goal, lacking),
    };
  });
}

/** The reasons that are certain without solving again: for everyone's needs person by person, otherwise once. */
function unmetOf(
  compiled: Compiled,
  lines: readonly Line[],
  goal: Goal,
  lacking: readonly number[],
): Coverage['unmet'] {
  const reasons = lacking.map((person) => ({
    person,
    reason: readableReason(compiled, lines, goal, person),
  }));
  if (goal.need.count === 'everyone') {
    return reasons.flatMap(({ person, reason }) =>
      reason === undefined ? [] : [{ staff: compiled.team[person]!.member.id, reason }],
    );
  }
  const first: Reason | undefined = reasons[0]?.reason;
  const same = first !== undefined && reasons.every(({ reason }) => reason === first);
  return same ? [{ reason: first }] : [];
}
