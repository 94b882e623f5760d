import { isMust } from '../domain/need-weights.js';
import type { Need } from '../domain/need.js';
import type { Request } from '../domain/request.js';
import type { StaffMember } from '../domain/staff-member.js';
import type { NeedId, StaffId } from '../domain/units.js';
import { dayOf } from './booking-records.js';
import {
  aboutAhead,
  datesOf,
  type MatrixDays,
  type Place,
  type Reading,
  readingOf,
  stateByRecords,
} from './matrix-cell.js';
import { countsOf, type MatrixCell, type MatrixReason, type MatrixRequirement } from './matrix.js';
import { type MissingFact, type Told, tellerOf } from './selection.js';

/** A question that the rules have about a person, as `needsFromRules` gives it. */
export interface RuleQuestion {
  readonly rule: string;
  readonly staff: string;
  readonly message: string;
}

/** All that the cells of a request are made of. */
export interface MatrixFacts {
  readonly request: Request;
  readonly days: MatrixDays;
  /** In the order of their ids. */
  readonly staff: readonly StaffMember[];
  /** By person, their bookings in the order in which they are credited: the earliest start, then the smallest id. */
  readonly places: ReadonlyMap<StaffId, readonly Place[]>;
  readonly questions: readonly RuleQuestion[];
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

/** The column of one need. */
export function columnOf(need: Need, facts: MatrixFacts): Column {
  const { request, days, staff, places } = facts;
  const test = testOf(need, request);
  const testedOn = dayOf(test.testedOn);
  const told = staff.map(tellerOf(need.who, request.asOf));
  const readings = staff.map((person) =>
    readingOf(person, places.get(person.id) ?? [], need, days, testedOn),
  );
  const selected = readings.filter((_, k) => told[k]?.match === 'yes');
  const target = need.count === 'everyone' ? selected.length : need.count.atLeast + (need.count.spare ?? 0);
  const metByRecords = selected.filter(({ heldWhenTested }) => heldWhenTested).length;
  const met = selected.filter(({ heldWhenTested, place }) => heldWhenTested || place !== undefined).length;
  const enough = need.count !== 'everyone' && met >= target;
  const enoughByRecords = need.count !== 'everyone' && metByRecords >= target;
  const cells = readings.map((reading, k): MatrixCell => {
    const person = staff[k];
    const asked = told[k];
    return person === undefined || asked === undefined || asked.match !== 'yes'
      ? notAsked(need, person?.id, reading, asked, facts)
      : askedOf(need, reading, testedOn, { enough, enoughByRecords }, facts);
  });
  return {
    requirement: {
      need: need.id,
      area: need.area,
      depth: need.depth,
      source: need.source,
      must: isMust(need, request.policy),
      ...(need.basis !== undefined && { basis: need.basis }),
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

/** The cell of a person whom the need does not select, as far as is known. */
function notAsked(
  { id, basis }: Need,
  staff: StaffId | undefined,
  { standing }: Reading,
  told: Told | undefined,
  { questions }: MatrixFacts,
): MatrixCell {
  const cell = (state: 'not-applicable' | 'unknown', because?: MatrixReason): MatrixCell => ({
    need: id,
    state,
    byRecords: state,
    ...datesOf(standing),
    ...(because !== undefined && { because }),
  });
  if (told !== undefined && told.match === 'cannot-tell') {
    const facts = told.asks.map((fact) => WORDS[fact]).join(', ');
    const message = `Whether this is asked of the person depends on what is not given: ${facts}. Give it, or an empty list for none.`;
    return cell('unknown', { kind: 'selection', asks: told.asks, message });
  }
  const question = questions.find(({ rule, staff: about }) => rule === basis?.rule && about === staff);
  if (question === undefined) return cell('not-applicable');
  return cell('unknown', { kind: 'question', rule: question.rule, message: question.message });
}

/** The cell of a person whom the need selects. */
function askedOf(
  { id }: Need,
  { standing, place }: Reading,
  testedOn: number,
  { enough, enoughByRecords }: { readonly enough: boolean; readonly enoughByRecords: boolean },
  { request, days }: MatrixFacts,
): MatrixCell {
  const alone = stateByRecords(standing, days, testedOn);
  const byRecords = alone === 'needed' && enoughByRecords ? 'not-applicable' : alone;
  const planned = place !== undefined && alone !== 'held';
  const spared = !planned && alone === 'needed' && enough;
  const state = planned ? 'planned' : spared ? 'not-applicable' : byRecords;
  const because = reasonOf(state, id, standing, request);
  return {
    need: id,
    state,
    byRecords,
    ...datesOf(standing),
    ...(planned && { booking: place.booking.id, completeBy: place.booking.completeBy }),
    ...(because !== undefined && { because }),
  };
}

function reasonOf(
  state: MatrixCell['state'],
  need: NeedId,
  { ahead }: Reading['standing'],
  { asOf }: Request,
): MatrixReason | undefined {
  if (state === 'unknown' && ahead !== undefined) return aboutAhead(ahead.completedOn, asOf);
  if (state !== 'not-applicable') return undefined;
  return {
    kind: 'enough-others',
    message: `There are or will be as many as ${need} asks for without this person.`,
  };
}
