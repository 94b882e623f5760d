import { compareIds } from '../internal/order.js';
import type { Pace, Steps } from '../internal/steps.js';
import type { Facts } from './facts.js';
import { ENTRY, LOOK } from './operations.js';
import { countsFrom } from './prerequisites.js';
import type { Matcher } from './selecting.js';
import { missingFor } from './ways.js';

/**
 * By person, the number of the class of people with whom they could change places in any programme: alike in everything
 * that any row or objective depends on.
 */
export function* classesOf(facts: Facts, pace: Pace): Steps<number[]> {
  const { team, goals, ways, items, numberOf, request, bounds, baseline, covers, permissions, paying } =
    facts;
  const open = team.map(() => [] as number[]);
  goals.forEach((goal, g) => goal.open.forEach((person) => open[person]!.push(g)));
  const onWays = team.map(() => [] as number[]);
  for (const [w, { people }] of ways.entries()) {
    for (const person of people) onWays[person]!.push(w);
    if (pace.ends(LOOK * people.length)) yield pace.operations;
  }
  const asking = bounds.filter(({ matcher }) => matcher.asksOfLearners);
  const numbers = new Map<string, number>();
  const classes: number[] = [];
  for (const [person, { member }] of team.entries()) {
    const own: unknown[] = [];
    for (const w of onWays[person]!) {
      const { way } = ways[w]!;
      const paid = way.pots.filter((pot) => paying[pot]!.matches(way.slot.item, person));
      own.push([w, missingFor(way, team[person]!), paid.length === way.pots.length ? 0 : paid]);
      if (pace.ends(5 * ENTRY)) yield pace.operations;
    }
    const onItems = [...new Set(onWays[person]!.map((w) => ways[w]!.way.slot.itemNumber))];
    const ofItems = ({ matches }: Matcher): number[] =>
      onItems.filter((item) => matches(items[item]!, person));
    const asked: unknown[] = [];
    for (const { limit, matcher } of asking) {
      const ofLimit = ofItems(matcher);
      const isMinimum = limit.per === 'learner' && limit.atLeast !== undefined;
      asked.push(isMinimum ? [matcher.matchesSomething(person), ofLimit] : ofLimit);
      if (pace.ends(ENTRY * onItems.length)) yield pace.operations;
    }
    const { releaseMinutes, ownMinutes, terms = {} } = member.time ?? {};
    const before: unknown[] = [];
    for (const item of onItems) {
      for (const { anyOf } of items[item]!.prerequisites ?? [])
        before.push(anyOf.map((id) => String(countsFrom(member, items[numberOf.get(id)!]!))));
      if (pace.ends(ENTRY)) yield pace.operations;
    }
    const ofWays = JSON.stringify(own);
    if (pace.ends(5 * ENTRY * onItems.length)) yield pace.operations;
    const signature = JSON.stringify([
      ofWays,
      open[person],
      [releaseMinutes ?? null, ownMinutes ?? null],
      Object.entries(terms)
        .map(([id, time]) => [id, time.releaseMinutes ?? null, time.ownMinutes ?? null] as const)
        .sort(([a], [b]) => compareIds(a, b)),
      before,
      covers.map(({ among }) => among.has(person)),
      asked,
      baseline === undefined ? [] : onItems.map((item) => baseline[item]!.has(person)),
      onItems.map((item) => [...(permissions[item]!.pinned.get(person) ?? [])]),
      (request.adjustments ?? []).map(({ staff }) => staff?.includes(member.id) === true),
    ]);
    const number = numbers.get(signature) ?? numbers.size;
    numbers.set(signature, number);
    classes.push(number);
    if (pace.ends(5 * ENTRY * onItems.length)) yield pace.operations;
  }
  return classes;
}
