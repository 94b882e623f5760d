import type { Coverage } from '../domain/programme.js';
import type { Facts } from './facts.js';
import type { Goal } from './goal.js';
import type { Line } from './lines.js';
import { readableReason } from './readable-reason.js';
import { byStart } from './slots.js';

/** How far each need is met by records and bookings, in the order of the needs' ids. */
export function coverageOf(facts: Facts, lines: readonly Line[]): Coverage[] {
  const { team } = facts;
  // The line that a person's coverage is credited to: the earliest start, then the smallest id.
  const credited = [...lines].sort(byStart);
  return facts.goals.map((goal, g) => {
    const { need, target, met, open, overdue } = goal;
    const slots = new Set(facts.meeting[g]);
    const meeting = credited.filter(({ way }) => slots.has(way.slotNumber));
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
      unmet: shortBy === 0 ? [] : unmetOf(facts, goal, lacking, shortBy),
    };
  });
}

/** The reasons that are certain without solving again: for a need for everyone person by person, otherwise once. */
function unmetOf(facts: Facts, goal: Goal, lacking: readonly number[], shortBy: number): Coverage['unmet'] {
  const reason = readableReason(facts, goal);
  if (reason === undefined) return [];
  // Where fewer people are left than are lacking, an item would not close the gap either.
  if (goal.need.count !== 'everyone') return lacking.length < shortBy ? [] : [{ reason }];
  return lacking.map((person) => ({ staff: facts.team[person]!.member.id, reason }));
}
