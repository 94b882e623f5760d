import { compareIds } from '../internal/order.js';
import type { Facts } from './facts.js';
import { countsFrom } from './prerequisites.js';
import type { Matcher } from './selecting.js';
import { missingFor } from './ways.js';

/**
 * By person, the number of the class of people with whom they could change places in any programme: alike in everything
 * that any row or objective depends on.
 */
export function classesOf(facts: Facts): number[] {
  const { team, goals, ways, items, numberOf, request, bounds, baseline, covers, permissions, paying } =
    facts;
  const open = team.map(() => [] as number[]);
  goals.forEach((goal, g) => goal.open.forEach((person) => open[person]!.push(g)));
  const onWays = team.map(() => [] as number[]);
  ways.forEach(({ people }, w) => people.forEach((person) => onWays[person]!.push(w)));
  const asking = bounds.filter(({ matcher }) => matcher.asksOfLearners);
  const numbers = new Map<string, number>();
  return team.map(({ member }, person) => {
    const own = onWays[person]!.map((w) => {
      const { way } = ways[w]!;
      const paid = way.pots.filter((pot) => paying[pot]!.matches(way.slot.item, person));
      return [w, missingFor(way, team[person]!), paid.length === way.pots.length ? 0 : paid];
    });
    const onItems = [...new Set(onWays[person]!.map((w) => ways[w]!.way.slot.itemNumber))];
    const ofItems = ({ matches }: Matcher): number[] =>
      onItems.filter((item) => matches(items[item]!, person));
    const { releaseMinutes, ownMinutes, terms = {} } = member.time ?? {};
    const signature = JSON.stringify([
      own,
      open[person],
      [releaseMinutes ?? null, ownMinutes ?? null],
      Object.entries(terms)
        .map(([id, time]) => [id, time.releaseMinutes ?? null, time.ownMinutes ?? null] as const)
        .sort(([a], [b]) => compareIds(a, b)),
      onItems.flatMap((item) =>
        (items[item]!.prerequisites ?? []).map(({ anyOf }) =>
          anyOf.map((id) => String(countsFrom(member, items[numberOf.get(id)!]!))),
        ),
      ),
      covers.map(({ among }) => among.has(person)),
      asking.map(({ limit, matcher }) =>
        limit.per === 'learner' && limit.atLeast !== undefined
          ? [matcher.matchesSomething(person), ofItems(matcher)]
          : ofItems(matcher),
      ),
      baseline === undefined ? [] : onItems.map((item) => baseline[item]!.has(person)),
      onItems.map((item) => [...(permissions[item]!.pinned.get(person) ?? [])]),
      (request.adjustments ?? []).map(({ staff }) => staff?.includes(member.id) === true),
    ]);
    const known = numbers.get(signature);
    if (known !== undefined) return known;
    numbers.set(signature, numbers.size);
    return numbers.size - 1;
  });
}
