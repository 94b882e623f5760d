import type { Totals } from '../domain/programme.js';
import type { Facts } from './facts.js';
import type { Line } from './lines.js';

interface Effort {
  pence: number;
  minutes: number;
  releaseMinutes: number;
}
const nothing = (): Effort => ({ pence: 0, minutes: 0, releaseMinutes: 0 });

/** What the bookings come to, in all and by pot, term and person. */
export function totalsOf({ pots, team, terms }: Facts, lines: readonly Line[]): Totals {
  const byPot: Record<string, number> = Object.fromEntries(pots.map(({ id }) => [id, 0]));
  const ofTerms = terms.map(nothing);
  const ofTeam = team.map(nothing);
  const whole = nothing();
  let listPence = 0;
  for (const { booking, way, slot, learners } of lines) {
    const minutes = slot.item.minutes;
    const releaseMinutes = slot.openHours ? minutes : 0;
    listPence += way.offer.listPence === undefined ? booking.pence : way.offer.listPence * booking.units;
    if (booking.pot !== undefined) byPot[booking.pot]! += booking.pence;
    for (const sum of [whole, ofTerms[slot.term] ?? nothing()]) {
      sum.pence += booking.pence;
      sum.minutes += booking.minutes;
      sum.releaseMinutes += releaseMinutes * learners.length;
    }
    for (const learner of learners) {
      const own = ofTeam[learner]!;
      own.minutes += minutes;
      own.releaseMinutes += releaseMinutes;
      // Shared prices are attributed to nobody.
      if (way.pricing.kind === 'each') own.pence += way.pricing.pence;
    }
  }
  return {
    pence: whole.pence,
    listPence,
    savedPence: listPence - whole.pence,
    byPot,
    byTerm: byId(
      terms.map(({ id }) => id),
      ofTerms,
    ),
    minutes: whole.minutes,
    releaseMinutes: whole.releaseMinutes,
    byLearner: byId(
      team.map(({ member }) => member.id),
      ofTeam,
    ),
  };
}

/** The entries that have an id, in the order of ids. */
const byId = (ids: readonly (string | undefined)[], efforts: readonly Effort[]): Record<string, Effort> =>
  Object.fromEntries(
    ids
      .flatMap((id, k) => (id === undefined ? [] : [[id, efforts[k]!] as const]))
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
