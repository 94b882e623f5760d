import type { Request } from '../domain/request.js';
import { groupBy } from '../internal/lookup.js';
import { classesOf } from './alike.js';
import { type Facts, factsOf } from './facts.js';
import { type Formulation, formulate } from './formulate.js';
import type { Group } from './place.js';
import type { Problem } from './problem.js';

/** A request as an integer programme, with what each of its numbers stands for. */
export interface Compiled extends Formulation {
  readonly facts: Facts;
  /** Smaller problems of which this one is a special case, the smallest first: see {@link Relaxation}. */
  readonly relaxations: readonly (() => Relaxation)[];
}

/** A problem in which people who are alike are taken together. Whatever the request allows, it allows. */
export interface Relaxation {
  readonly problem: Problem;
  /** Columns of it, each with the columns of the request's problem that it adds up. */
  readonly adds: readonly { readonly column: number; readonly parts: readonly number[] }[];
}

export function compile(request: Request): Compiled {
  const facts = factsOf(request);
  const alike = classesOf(facts);
  const everybody = facts.team.map((_, person): Group => ({ people: [person] }));
  const exact = formulate(facts, everybody, alike);
  const relaxations: (() => Relaxation)[] = [];
  // First whole classes, then their halves, and so on, until groups would be single people.
  const largest = Math.max(0, ...classGroups(alike, Infinity).map(({ people }) => people.length));
  for (let size = largest; size > 1; size = Math.ceil(size / 2)) {
    const most = size;
    relaxations.push(() => relaxationOf(facts, exact, classGroups(alike, most), alike));
  }
  return { facts, ...exact, relaxations };
}

function relaxationOf(
  facts: Facts,
  exact: Formulation,
  groups: readonly Group[],
  alike: readonly number[],
): Relaxation {
  const { ways, problem } = formulate(facts, groups, alike);
  const adds = ways.flatMap(({ places }, w) => {
    const columnOf = new Map(exact.ways[w]!.places.map((place) => [place.group, place.column]));
    return places.map(({ group, column }) => ({
      column,
      parts: groups[group]!.people.map((person) => columnOf.get(person)!),
    }));
  });
  return { problem, adds };
}

/** The classes as groups of at most so many people. */
function classGroups(alike: readonly number[], most: number): Group[] {
  const classes = groupBy(alike.keys(), (person) => alike[person]!);
  return [...classes.values()].flatMap((people) => {
    const parts = Math.ceil(people.length / most) || 1;
    return Array.from({ length: parts }, (_, part) => ({
      people: people.slice(
        Math.floor((part * people.length) / parts),
        Math.floor(((part + 1) * people.length) / parts),
      ),
    }));
  });
}
