import type { Totals } from '../domain/programme.js';
import { isPersonal } from './slots.js';
import type { Facts } from './facts.js';
import type { Line } from './lines.js';

type Effort = { pence: number; minutes: number; releaseMinutes: number };

/** What the bookings come to, in all and by pot, term and person. */
export function totalsOf({ pots, team }: Facts, lines: readonly Line[]): Totals {
  const byPot: Record<string, number> = Object.fromEntries(pots.map(({ id }) => [id, 0]));
  const byLearner: Record<string, Effort> = Object.fromEntries(
    team.map(({ member }) => [member.id, { pence: 0, minutes: 0, releaseMinutes: 0 }]),
  );
  let pence = 0;
  let listPence = 0;
  let minutes = 0;
  for (const { booking, way } of lines) {
    pence += booking.pence;
    listPence += way.offer.listPence === undefined ? booking.pence : way.offer.listPence * booking.units;
    minutes += booking.minutes;
    if (booking.pot !== undefined) byPot[booking.pot]! += booking.pence;
    for (const learner of booking.learners) {
      const own = byLearner[learner]!;
      own.minutes += way.slot.item.minutes;
      if (isPersonal(way.offer.price)) own.pence += way.unitPence;
    }
  }
  return {
    pence,
    listPence,
    savedPence: listPence - pence,
    byPot,
    byTerm: {},
    minutes,
    releaseMinutes: 0,
    byLearner,
  };
}
