import { type Path, placeOf } from '../../domain/checking/wording.js';
import { dayNumber } from '../../internal/calendar.js';
import { memoised } from '../../internal/lookup.js';
import { COUNTING_ASKS, type CountingQuestion } from '../counting/counted.js';
import { comparePaths } from '../../domain/checking/issue-list.js';
import { compareIds } from '../../internal/order.js';
import { countedLevel } from '../counting/counted-level.js';
import { holdsOn } from '../people.js';
import type { RotaQuestion } from './rota-question.js';
import type { RotaStretch } from './stretches.js';

/** The first day of the rules of counting: before it nothing is known of them. */
const FIRST_DAY = '2014-09-01';
const NOT_IN_RATIOS: ReadonlySet<string> = /* @__PURE__ */ new Set([
  'food-handler',
  'administrator',
  'committee-member',
]);
/** A full certificate, no older than three years. */
const FULL_FIRST_AID = { area: 'paediatric-first-aid', depth: 2, maxAgeMonths: 36 } as const;

/** Any certificate, no older than three years. */
const ANY_FIRST_AID = { ...FULL_FIRST_AID, depth: 1 } as const;

/** How a person counts on a day. */
export interface Standing {
  readonly staff: string;
  /** Whether among the heads. */
  readonly counts: boolean;
  /** The level at which the person may safely be counted: 0 unqualified. */
  readonly level: 0 | 2 | 3 | 6;
  /** Whether the person counts at level 3 by the experience-based route only. */
  readonly byExperience: boolean;
  /** Whether a full first aid certificate is held. */
  readonly firstAid: boolean;
  /** Whether any first aid certificate is held, full or emergency. */
  readonly certificate: boolean;
  /** Why not, in words, of somebody who does not count. */
  readonly because: string | undefined;
}

interface Known extends Standing {
  /** What would let the person count higher. */
  readonly questions: readonly CountingQuestion[];
}

/** Everybody on shift in a stretch, by how they count, in the order of their ids. */
export interface Team {
  readonly of: (stretch: RotaStretch) => readonly Standing[];
  /** What was asked about those who were counted, each once, in the order of their ids. */
  readonly questions: () => CoverQuestion[];
}

/** A question whose answer would let somebody count higher. */
export interface CoverQuestion extends CountingQuestion {
  /** Whom it is about. */
  readonly staff: string;
}

/** How the people of a question count on each day: worked out when first asked for. */
export function teamOf({ setting, staff, answers = {} }: RotaQuestion): Team {
  const people = new Map(staff.map((person, index) => [person.id as string, { person, index }]));
  const indexOf = (id: string): number => people.get(id)?.index ?? 0;
  const byLevels = setting.providerKind === 'group' || setting.providerKind === 'school';
  const asked = new Map<string, CoverQuestion>();

  const standing = memoised((key: string): Known => {
    const on = key.slice(0, 10);
    const id = key.slice(11);
    const { person, index } = people.get(id) ?? {};
    const plain = {
      staff: id,
      counts: true,
      level: 0,
      byExperience: false,
      firstAid: person !== undefined && holdsOn(person, FULL_FIRST_AID, dayNumber(on) ?? 0),
      certificate: person !== undefined && holdsOn(person, ANY_FIRST_AID, dayNumber(on) ?? 0),
      because: undefined,
      questions: [],
    } as const;
    if (person === undefined || index === undefined) return { ...plain, counts: false };
    if (person.roles.length > 0 && person.roles.every((role) => NOT_IN_RATIOS.has(role)))
      return { ...plain, counts: false, because: 'none of their roles is with the children.' };
    if (!byLevels || on < FIRST_DAY) return plain;
    // an id may be the name of something that every object has
    const answered = Object.hasOwn(answers, id) ? answers[person.id] : undefined;
    const counted = countedLevel(person, on, answered);
    // cannot be: the question was checked. Counted as unqualified, nothing is let slip
    if (counted.status === 'invalid') return plain;
    const { inRatios, levels, atLeast, atMost } = counted;
    const questions = inRatios.answer === 'cannot-tell' || atLeast < atMost ? counted.questions : [];
    if (inRatios.answer !== 'yes') {
      const because = inRatios.because.map(({ message }) => message).join(' ');
      return { ...plain, counts: false, because, questions };
    }
    const byExperience = atLeast === 3 && levels[3].conditions.includes('experience-based-route-half');
    return { ...plain, level: atLeast, byExperience, questions };
  });

  return {
    of: ({ on, team }) =>
      team.map(({ staff: id, notCounted }) => {
        const { questions, ...found } = standing(`${on} ${id}`);
        if (notCounted) return { ...found, counts: false, because: undefined };
        for (const question of questions) {
          asked.set(JSON.stringify([id, question.ask, question.path]), about(question, id, indexOf(id)));
        }
        return found;
      }),
    questions: () => [...asked.values()].sort((a, b) => compareIds(a.staff, b.staff) || byAsk(a, b)),
  };
}

const byAsk = (a: CoverQuestion, b: CoverQuestion): number =>
  COUNTING_ASKS.indexOf(a.ask) - COUNTING_ASKS.indexOf(b.ask) || comparePaths(a.path, b.path);

/** A question about a person as one about the team: its path, and the place that its message names, lead into that. */
function about(question: CountingQuestion, staff: string, index: number): CoverQuestion {
  const path = at(question.path, staff, index);
  const [was, is] = [question.path, path].map((each) => `(${placeOf(each.slice(0, -1))})`);
  const message = was === undefined ? question.message : question.message.replace(was, () => is ?? '');
  return { staff, ask: question.ask, message, path };
}

/** A path of the rules of counting as one into the question: they know a person, not a list of people. */
function at([first, ...rest]: Path, id: string, index: number): Path {
  if (first === 'person') return ['staff', index, ...rest];
  return first === 'answers' ? ['answers', id, ...rest] : ['staff', index];
}
