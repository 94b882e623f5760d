import type { Request } from '../domain/request.js';
import { present } from '../internal/invariant.js';
import { groupBy } from '../internal/lookup.js';
import { finish, Pace, type Steps } from '../internal/steps.js';
import { classesOf } from './alike.js';
import { type Facts, factsOf } from './facts.js';
import { type Formulation, formulate } from './formulate.js';
import { ENTRY } from './operations.js';
import type { Group } from './place.js';
import type { Problem } from './problem.js';

/** A request as an integer programme, with what each of its numbers stands for. */
export interface Compiled extends Formulation {
  readonly facts: Facts;
  /** Smaller problems of which this one is a special case, the smallest first: see {@link Relaxation}. */
  readonly relaxations: readonly (() => Steps<Relaxation>)[];
}

/** A problem in which people who are alike are taken together. Whatever the request allows, it allows. */
export interface Relaxation {
  readonly problem: Problem;
  /** Columns of it, each with the columns of the request's problem that it adds up. */
  readonly adds: readonly { readonly column: number; readonly parts: readonly number[] }[];
}

export const compile = (request: Request): Compiled =>
  present(finish(compileInSteps(request)), 'A request that is too large was to be compiled');

/** Compiles a request in steps; `undefined`: it is too large. What it takes is counted, and taken off no budget. */
export function* compileInSteps(request: Request, pace = new Pace()): Steps<Compiled | undefined> {
  const facts = yield* factsOf(request, pace);
  if (facts === undefined) return undefined;
  const alike = yield* classesOf(facts, pace);
  const everybody = facts.team.map((_, person): Group => ({ people: [person] }));
  const exact = yield* formulate(facts, everybody, alike, pace);
  const relaxations: (() => Steps<Relaxation>)[] = [];
  // First whole classes, then their halves, and so on, until groups would be single people.
  const largest = Math.max(0, ...classGroups(alike, Infinity).map(({ people }) => people.length));
  for (let size = largest; size > 1; size = Math.ceil(size / 2)) {
    const most = size;
    relaxations.push(() => relaxationOf(facts, exact, classGroups(alike, most), alike));
  }
  return { facts, ...exact, relaxations };
}

function* relaxationOf(
  facts: Facts,
  exact: Formulation,
  groups: readonly Group[],
  alike: readonly number[],
): Steps<Relaxation> {
  const pace = new Pace();
  const { ways, problem } = yield* formulate(facts, groups, alike, pace);
  const adds: { column: number; parts: readonly number[] }[] = [];
  for (const [w, { places }] of ways.entries()) {
    const single = exact.ways[w]!.places;
    const columnOf = new Map(single.map((place) => [place.group, place.column]));
    for (const { group, column } of places)
      adds.push({ column, parts: groups[group]!.people.map((person) => columnOf.get(person)!) });
    if (pace.ends(ENTRY * single.length)) yield pace.operations;
  }
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
