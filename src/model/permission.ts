import { canonicalJson } from '../certificate/canonical-json.js';
import type { CatalogueItem } from '../domain/catalogue.js';
import type { Request } from '../domain/request.js';
import type { Pace, Steps } from '../internal/steps.js';
import type { Goal, Person } from './goal.js';
import { MOST_PLACES } from './most-places.js';
import { ENTRY } from './operations.js';
import { fitsAudience } from './people.js';
import { reliantFirst } from './prerequisites.js';

/** Who may be booked on an item, by its audience and by what the page permits. Bans are demands, asked elsewhere. */
export interface Permission {
  /** Positions of those whom the request's needs and items permit. */
  readonly people: ReadonlySet<number>;
  /** Of those whom only pins permit: the demands, of which one must stand. */
  readonly pinned: ReadonlyMap<number, ReadonlySet<number>>;
}

interface Grounds {
  readonly request: Request;
  readonly items: readonly CatalogueItem[];
  readonly prerequisites: readonly (readonly number[])[];
  readonly team: readonly Person[];
  readonly goals: readonly Goal[];
  /** By goal, the items that teach what it asks. */
  readonly teaching: readonly (readonly number[])[];
  readonly demands: readonly { readonly kind: string; readonly position: number }[];
}

/**
 * By item: it teaches them something they need, it is pinned or whole-team, or it is a prerequisite, at any remove, of
 * one of which that is true. `everybodyFitting`: by item, the people who fit its audience. `undefined`: those whom it teaches what
 * they need are more than `MOST_PLACES`, over all items.
 */
export function* permissionsOf(
  { request, items, prerequisites, team, goals, teaching, demands }: Grounds,
  pace: Pace,
): Steps<
  | {
      readonly permissions: Permission[];
      readonly everybodyFitting: (item: number) => readonly number[];
    }
  | undefined
> {
  const people = items.map(() => new Set<number>());
  const pinned = items.map(() => new Map<number, Set<number>>());
  // Most items have one of a few audiences.
  const byAudience = new Map<string, ReadonlySet<number>>();
  const fitting = (item: number): ReadonlySet<number> => {
    const audience = canonicalJson(items[item]!.audience ?? {});
    let known = byAudience.get(audience);
    if (known === undefined) {
      known = new Set(
        [...team.keys()].filter((person) =>
          fitsAudience(items[item]!, team[person]!.member, team[person]!.level, request.setting.providerKind),
        ),
      );
      byAudience.set(audience, known);
    }
    return known;
  };
  const everybodyFitting = (item: number): readonly number[] => [...fitting(item)];
  const pin = (item: number, person: number, demand: number): void => {
    const known = pinned[item]!.get(person);
    if (known === undefined) pinned[item]!.set(person, new Set([demand]));
    else known.add(demand);
  };

  let taught = 0;
  for (const [goal, { open }] of goals.entries()) {
    for (const item of teaching[goal]!) {
      taught -= people[item]!.size;
      for (const person of open) people[item]!.add(person);
      taught += people[item]!.size;
      if (taught > MOST_PLACES) return undefined;
    }
    if (pace.ends(ENTRY * open.length * teaching[goal]!.length)) yield pace.operations;
  }
  items.forEach(({ participation }, item) => {
    if (participation === 'whole-team') for (const person of team.keys()) people[item]!.add(person);
  });
  const positionOf = new Map<string, number>(team.map(({ member }, person) => [member.id, person]));
  const numberOf = new Map<string, number>(items.map(({ id }, item) => [id, item]));
  demands.forEach((demand, number) => {
    if (demand.kind !== 'adjustment') return;
    const { kind, item: id, staff } = request.adjustments![demand.position]!;
    if (kind !== 'pin') return;
    const item = numberOf.get(id)!;
    const named = staff?.map((person) => positionOf.get(person)!) ?? everybodyFitting(item);
    for (const person of named) pin(item, person, number);
  });
  for (const item of reliantFirst(items, prerequisites)) {
    for (const needed of prerequisites[item]!) {
      for (const person of people[item]!) people[needed]!.add(person);
      for (const [person, pins] of pinned[item]!) for (const demand of pins) pin(needed, person, demand);
    }
    if (pace.ends(ENTRY * people[item]!.size * prerequisites[item]!.length)) yield pace.operations;
  }
  const permissions: Permission[] = [];
  for (const item of items.keys()) {
    const fits = fitting(item);
    const permitted = new Set([...people[item]!].filter((person) => fits.has(person)));
    const byPins = [...pinned[item]!].filter(([person]) => fits.has(person) && !permitted.has(person));
    permissions.push({ people: permitted, pinned: new Map(byPins) });
    if (pace.ends(ENTRY * (1 + people[item]!.size))) yield pace.operations;
  }
  return { permissions, everybodyFitting };
}
