import { comparePaths } from '../../domain/checking/issue-list.js';
import { placeOf } from '../../domain/checking/wording.js';
import { COUNTING_ASKS, type CountingAsk, type CountingQuestion } from './counted.js';
import type { Award } from './known-person.js';
import type { Unknown } from './finding.js';

type Path = readonly (string | number)[];

/** Where the answer to a question about a qualification goes. */
export const inAward = ({ index }: Award, key: string): Path => ['person', 'qualifications', index, key];

/** Where the answers go that are about the person. */
export const PATHS = {
  'level-2-english': ['person', 'level2English'],
  'level-2-maths': ['person', 'level2Maths'],
  'started-on': ['person', 'startedOn'],
  'first-aid': ['person', 'records'],
  equivalent: ['answers', 'equivalent'],
  appropriate: ['answers', 'appropriate'],
  competent: ['answers', 'competent'],
  age: ['answers', 'age'],
  'experience-based-route': ['answers', 'experienceBasedRoute'],
} as const satisfies Partial<Record<CountingAsk, Path>>;

const WORDING: Readonly<Record<CountingAsk, (qualification: string) => string>> = {
  'awarded-on': (qualification) => `On what day was ${qualification} awarded?`,
  'study-started-on': (qualification) => `On what day was the study for ${qualification} begun?`,
  'full-and-relevant': (qualification) =>
    `Does the Department for Education list ${qualification} as full and relevant at its level?`,
  equivalent: () =>
    'Were the qualifications awarded outside England found to be equivalent to full and relevant ones of their level?',
  appropriate: () =>
    'Are the qualifications begun from 1 September 2014 to 31 August 2019 that are not full and relevant about the early years and appropriate to practice?',
  'level-2-english': () => 'Does the person have a level 2 qualification in English?',
  'level-2-maths': () => 'Does the person have a level 2 qualification in mathematics?',
  'started-on': () => 'On what day did the person begin to work at the setting?',
  'first-aid': () =>
    'Which training has the person completed, first aid among it, and on what days? An empty list says none.',
  competent: () => 'Is the manager satisfied that the person is competent and responsible?',
  age: () => 'How old is the person on the day, in whole years?',
  'experience-based-route': () => 'Has the person completed the experience-based route to level 3?',
};

/** How a question speaks of the qualification that its path leads into. */
function nameOf(path: Path, awards: readonly Award[]): string {
  const award = awards.find(({ index }) => path[1] === 'qualifications' && path[2] === index);
  return award === undefined ? '' : `the level ${award.level} qualification (${placeOf(path.slice(0, -1))})`;
}

/** The questions that unknowns ask, each once, in their order. */
export function questionsOf(unknowns: readonly Unknown[], awards: readonly Award[]): CountingQuestion[] {
  const byPlace = new Map<string, CountingQuestion>();
  for (const { ask, path } of unknowns)
    byPlace.set(JSON.stringify(path), { ask, message: WORDING[ask](nameOf(path, awards)), path });
  return [...byPlace.values()].sort(
    (a, b) => COUNTING_ASKS.indexOf(a.ask) - COUNTING_ASKS.indexOf(b.ask) || comparePaths(a.path, b.path),
  );
}
