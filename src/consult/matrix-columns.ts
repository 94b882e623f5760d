import { isMust } from '../domain/need-weights.js';
import type { Need } from '../domain/need.js';
import type { Request } from '../domain/request.js';
import type { StaffMember } from '../domain/staff-member.js';
import type { AreaId, NeedId, StaffId } from '../domain/units.js';
import { selectedBy } from '../rules/people.js';
import { dayOf } from './booking-records.js';
import type { Learning } from './learning.js';
import {
  aboutAhead,
  datesOf,
  type MatrixDays,
  type Reading,
  readingOf,
  stateByRecords,
} from './matrix-cell.js';
import { countsOf, type MatrixCell, type MatrixReason, type MatrixRequirement } from './matrix.js';
import { type MissingFact, type Told, tellerOf } from './selection.js';

/** By rule and person, why it is not known whether the rule speaks of them. */
export type RuleDoubts = ReadonlyMap<string, ReadonlyMap<StaffId, string>>;

/** All that the cells of a request are made of. */
export interface MatrixFacts {
  readonly request: Request;
  readonly days: MatrixDays;
  /** In the order of their ids. */
  readonly staff: readonly StaffMember[];
  readonly learning: (person: StaffId, area: AreaId) => Learning;
  readonly doubts: RuleDoubts;
}

const WORDS: Readonly<Record<MissingFact, string>> = {
  site: 'the site',
  ageBands: 'the ages of the children',
  qualifications: 'the qualifications',
};

/** A column and its cells, by the order of the people. */
export interface Column {
  readonly requirement: MatrixRequirement;
  readonly cells: readonly MatrixCell[];
}

/** The day a need is tested on, and whether it is overdue. */
export function testOf({ by }: Need, { window }: Request): Pick<MatrixRequirement, 'testedOn' | 'overdue'> {
  const overdue = by !== undefined && by < window.from;
  return { testedOn: by === undefined || overdue ? window.to : by, overdue };
}

/** With its keys in one order, whatever order they came in. */
const basisOf = ({ rule, edition, source }: NonNullable<Need['basis']>): Need['basis'] => ({
  rule,
  edition,
  source,
});

/** The column of one need. */
export function columnOf(need: Need, facts: MatrixFacts): Column {
  const { request, days, staff, learning } = facts;
  const test = testOf(need, request);
  const testedOn = dayOf(test.testedOn);
  const told = staff.map(tellerOf(need.who, request.asOf));
  const readings = staff.map(({ id }) => readingOf(learning(id, need.area), need, days, testedOn));
  // whom the request selects: a fact that is not given reads as none
  const selects = staff.map(selectedBy(need.who, request.asOf));
  const selected = readings.filter((_, k) => selects[k] === true);
  const target = need.count === 'everyone' ? selected.length : need.count.atLeast + (need.count.spare ?? 0);
  const metByRecords = selected.filter(({ heldWhenTested }) => heldWhenTested).length;
  const met = selected.filter(({ heldWhenTested, place }) => heldWhenTested || place !== undefined).length;
  const enough = need.count !== 'everyone' && met >= target;
  const enoughByRecords = need.count !== 'everyone' && metByRecords >= target;
  const cells = readings.map((reading, k): MatrixCell => {
    const doubt = doubtOf(told[k], need, staff[k]?.id, facts);
    return selects[k] === true
      ? askedOf(need, reading, testedOn, { enough, enoughByRecords, doubt }, facts)
      : notAsked(need, reading, doubt);
  });
  return {
    requirement: {
      need: need.id,
      area: need.area,
      depth: need.depth,
      source: need.source,
      must: isMust(need, request.policy),
      ...(need.basis !== undefined && { basis: basisOf(need.basis) }),
      ...test,
      target,
      metByRecords,
      met,
      shortBy: Math.max(0, target - met),
      counts: countsOf(cells.map(({ state }) => state)),
    },
    cells,
  };
}

/** Why it cannot be told whether something is asked of a person; `undefined` when it can. */
function doubtOf(
  told: Told | undefined,
  { basis }: Need,
  staff: StaffId | undefined,
  { doubts }: MatrixFacts,
): MatrixReason | undefined {
  if (told?.match === 'cannot-tell') {
    const missing = told.asks.map((fact) => WORDS[fact]).join(', ');
    const message = `Whether this is asked of the person depends on what is not given: ${missing}. Give it, or an empty list for none.`;
    return { kind: 'selection', asks: told.asks, message };
  }
  const message = staff && basis && doubts.get(basis.rule)?.get(staff);
  return basis && message !== undefined ? { kind: 'question', rule: basis.rule, message } : undefined;
}

/** The cell of a person whom the request does not select. */
function notAsked({ id }: Need, { standing }: Reading, because: MatrixReason | undefined): MatrixCell {
  const state = because === undefined ? 'not-applicable' : 'unknown';
  return {
    need: id,
    state,
    byRecords: state,
    ...datesOf(standing),
    ...(because !== undefined && { because }),
  };
}

interface Around {
  /** Whether there are as many others as are asked for: with the programme, and by records alone. */
  readonly enough: boolean;
  readonly enoughByRecords: boolean;
  readonly doubt: MatrixReason | undefined;
}

/** The cell of a person whom the request selects. Doubts are told where there would be something to do. */
function askedOf(
  { id }: Need,
  { standing, place }: Reading,
  testedOn: number,
  { enough, enoughByRecords, doubt }: Around,
  { request: { asOf }, days }: MatrixFacts,
): MatrixCell {
  const alone = stateByRecords(standing, days, testedOn);
  const asked = doubt !== undefined && alone !== 'held' ? 'unknown' : alone;
  const byRecords = asked === 'needed' && enoughByRecords ? 'not-applicable' : asked;
  const planned = place !== undefined && alone !== 'held';
  const state = planned ? 'planned' : asked === 'needed' && enough ? 'not-applicable' : byRecords;
  const because =
    state === 'unknown'
      ? (doubt ?? (standing.ahead && aboutAhead(standing.ahead.completedOn, asOf)))
      : state === 'not-applicable'
        ? enoughOthers(id)
        : undefined;
  return {
    need: id,
    state,
    byRecords,
    ...datesOf(standing),
    ...(planned && { booking: place.booking.id, completeBy: place.booking.completeBy }),
    ...(because !== undefined && { because }),
  };
}

const enoughOthers = (need: NeedId): MatrixReason => ({
  kind: 'enough-others',
  message: `There are or will be as many as ${need} asks for without this person.`,
});
