import { canonicalJson } from '../certificate/canonical-json.js';
import type { CatalogueItem } from '../domain/catalogue.js';
import type { Limit, Pot } from '../domain/funding.js';
import type { Request } from '../domain/request.js';
import { compareIds, sortedById } from '../internal/order.js';
import type { Pace, Steps } from '../internal/steps.js';
import { dayOf, heldFrom } from './days.js';
import { type Goal, goalsOf, type Person, teamOf } from './goal.js';
import { needlessFor } from './needless.js';
import { ENTRY } from './operations.js';
import { type Permission, permissionsOf } from './permission.js';
import { prerequisitesOf } from './prerequisites.js';
import { type Matcher, matchersOf, teaches } from './selecting.js';
import { type Slot, slotsOf, termsOf, type TermSpan } from './slots.js';

/** Something the request demands, which a conflict can name: an adjustment or a least amount, by its position there. */
export interface Demand {
  readonly kind: 'adjustment' | 'limit';
  readonly position: number;
}

/** A limit with its selector made ready. */
export interface Bound {
  readonly limit: Limit;
  readonly matcher: Matcher;
  /** Which demand its least amount is; -1 without one. */
  readonly demand: number;
}

/** A request with everything in the order of ids, so that no input order shows, and what follows from each part alone. */
export interface Resolved {
  readonly request: Request;
  readonly firstDay: number;
  readonly team: readonly Person[];
  readonly goals: readonly Goal[];
  readonly pots: readonly Pot[];
  /** By pot, what it pays for. */
  readonly paying: readonly Matcher[];
  readonly terms: readonly TermSpan[];
  readonly items: readonly CatalogueItem[];
  /** The position of an item by its id. */
  readonly numberOf: ReadonlyMap<string, number>;
  /** By item, the positions of the items that its prerequisites name. */
  readonly prerequisites: readonly (readonly number[])[];
  readonly permissions: readonly Permission[];
  /** By item, the people who fit its audience. */
  readonly everybodyFitting: (item: number) => readonly number[];
  readonly slots: readonly Slot[];
  readonly slotsOfItem: readonly (readonly number[])[];
  /** By goal, the slots that make a person hold it. */
  readonly meeting: readonly (readonly number[])[];
  /** Whether a slot adds nothing to a goal that it meets, for a person. */
  readonly needless: (goal: number, slot: number, person: number) => boolean;
  readonly bounds: readonly Bound[];
  /** By item, the people who are on it in the baseline; `undefined` without one. */
  readonly baseline: readonly ReadonlySet<number>[] | undefined;
  /** In an order that does not depend on how they were listed. */
  readonly demands: readonly Demand[];
}

/** `undefined`: of everybody, and what teaches them something they need, there is more than `MOST_PLACES`. */
export function* resolve(request: Request, pace: Pace): Steps<Resolved | undefined> {
  const team = teamOf(request);
  const goals = yield* goalsOf(request, team, pace);
  const pots = sortedById(request.funding);
  const terms = termsOf(request);
  const items = sortedById(request.catalogue.items);
  const numberOf = new Map<string, number>(items.map(({ id }, item) => [id, item]));
  const slots = yield* slotsOf(request, terms, pace);
  const slotsOfItem = items.map(() => [] as number[]);
  slots.forEach(({ itemNumber }, slot) => slotsOfItem[itemNumber]!.push(slot));
  const teaching = teachingOf(goals, items);
  if (pace.ends(10 * ENTRY * items.length)) yield pace.operations;
  const meeting: number[][] = [];
  for (const [g, goal] of goals.entries()) {
    const meets = (slot: number): boolean => slotMeets(slots[slot]!, goal);
    meeting.push(teaching[g]!.flatMap((item) => slotsOfItem[item]!.filter(meets)));
    if (pace.ends(5 * ENTRY * teaching[g]!.length)) yield pace.operations;
  }
  const prerequisites = prerequisitesOf(items, numberOf);
  const demands = demandsOf(request);
  if (pace.ends(ENTRY * items.length)) yield pace.operations;
  const permitted = yield* permissionsOf(
    { request, items, prerequisites, team, teaching, goals, demands },
    pace,
  );
  if (permitted === undefined) return undefined;
  const demandOf = new Map(
    demands.flatMap(({ kind, position }, demand) =>
      kind === 'limit' ? [[request.limits![position]!, demand] as const] : [],
    ),
  );
  const matcherOf = matchersOf(team, goals, items);
  const bounds = sortedById(request.limits ?? []).map((limit): Bound => ({
    limit,
    matcher: matcherOf(limit.select),
    demand: demandOf.get(limit) ?? -1,
  }));
  return {
    request,
    firstDay: dayOf(request.window.from),
    team,
    goals,
    pots,
    paying: pots.map(({ pays }) => matcherOf(pays)),
    terms,
    items,
    numberOf,
    prerequisites,
    ...permitted,
    slots,
    slotsOfItem,
    meeting,
    needless: needlessFor({ team, items, numberOf, slots, slotsOfItem, meeting }),
    bounds,
    baseline: baselineOf(request, team, numberOf),
    demands,
  };
}

/** By goal, the items that teach what it asks, in order. */
function teachingOf(goals: readonly Goal[], items: readonly CatalogueItem[]): number[][] {
  const byArea = new Map<string, number[]>();
  items.forEach(({ teaches: taught }, item) => {
    for (const area of new Set<string>(taught.map((lesson) => lesson.area))) {
      const list = byArea.get(area);
      if (list === undefined) byArea.set(area, [item]);
      else list.push(item);
    }
  });
  return goals.map((goal) =>
    (byArea.get(goal.need.area) ?? []).filter((item) => teaches(items[item]!, goal)),
  );
}

/** Whether taking the slot makes a person hold what the need asks on the day it is tested. */
export const slotMeets = (slot: Slot, { need, testDay }: Goal): boolean =>
  slot.item.teaches.some(
    (taught) =>
      taught.area === need.area &&
      taught.depth >= need.depth &&
      heldFrom(slot.finish, taught.validMonths, need, testDay),
  );

/** Pins and bans by their texts, then limits with a least amount by their ids. */
function demandsOf({ adjustments = [], limits = [] }: Request): Demand[] {
  const texts = adjustments.map(canonicalJson);
  const ofAdjustments = [...texts.keys()].sort((a, b) => compareIds(texts[a]!, texts[b]!));
  const ofLimits = [...limits.keys()]
    .filter((position) => limits[position]!.atLeast !== undefined)
    .sort((a, b) => compareIds(limits[a]!.id, limits[b]!.id));
  return [
    ...ofAdjustments.map((position): Demand => ({ kind: 'adjustment', position })),
    ...ofLimits.map((position): Demand => ({ kind: 'limit', position })),
  ];
}

function baselineOf(
  { baseline }: Request,
  team: readonly Person[],
  numberOf: ReadonlyMap<string, number>,
): Resolved['baseline'] {
  if (baseline === undefined) return undefined;
  const positionOf = new Map<string, number>(team.map(({ member }, person) => [member.id, person]));
  const onItem = [...numberOf].map(() => new Set<number>());
  for (const { item, learners } of baseline)
    for (const learner of learners) onItem[numberOf.get(item)!]!.add(positionOf.get(learner)!);
  return onItem;
}
