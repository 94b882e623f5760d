import { present } from '../../../src/internal/invariant.js';
import { finish, Pace } from '../../../src/internal/steps.js';
import * as alike from '../../../src/model/alike.js';
import * as facts from '../../../src/model/facts.js';
import * as goal from '../../../src/model/goal.js';
import * as resolved from '../../../src/model/resolved.js';
import * as slots from '../../../src/model/slots.js';

/* What is compiled in steps, with all the steps taken. */

export const classesOf = (known: facts.Facts): number[] => finish(alike.classesOf(known, new Pace()));
export const factsOf = (request: facts.Facts['request']): facts.Facts =>
  present(finish(facts.factsOf(request, new Pace())), 'It is too large');
export const goalsOf = (request: facts.Facts['request'], team: readonly goal.Person[]): goal.Goal[] =>
  finish(goal.goalsOf(request, team, new Pace()));
export const resolve = (request: facts.Facts['request']): resolved.Resolved =>
  present(finish(resolved.resolve(request, new Pace())), 'It is too large');
export const slotsOf = (request: facts.Facts['request'], terms: readonly slots.TermSpan[]): slots.Slot[] =>
  finish(slots.slotsOf(request, terms, new Pace()));
