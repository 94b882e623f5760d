import { readFileSync } from 'node:fs';
import type { RequestInput } from '../../src/index.js';
import type { Problem } from '../../src/model/problem.js';
import { problemOfAssignment, readAssignment } from './assignment.js';
import {
  problemOfMaximumCoverage,
  readMaximumCoverage,
  requestOfMaximumCoverage,
} from './maximum-coverage.js';
import {
  problemOfMultipleChoiceKnapsack,
  readMultipleChoiceKnapsack,
  readOneOfMany,
} from './multiple-choice-knapsack.js';
import { dataFile, Numbers } from './numbers.js';
import { problemOfSetCovering, readSetCovering, requestOfSetCovering } from './set-covering.js';

/** A file that nobody of this project wrote, whose best value is known. */
export interface Published {
  readonly family: 'scp' | 'bmcp' | 'mmkp' | 'gap';
  readonly name: string;
  readonly file: string;
  /** The best value: a cost where less is better, a profit where more is. */
  readonly value: number;
  readonly source: string;
  /** Of a file that holds several: which. */
  readonly index?: number;
}

/** What each family is: a problem of one objective, and for those that are about covering a request. */
interface Kind {
  readonly title: 'set covering' | 'maximum coverage' | 'multiple-choice knapsack' | 'generalised assignment';
  /** Whether the published value is a cost. */
  readonly isCost: boolean;
  readonly problem: (published: Published) => Problem;
  readonly request?: (published: Published) => RequestInput;
}

const numbersOf = ({ file }: Published): Numbers => new Numbers(dataFile(file));

export const KINDS: Readonly<Record<Published['family'], Kind>> = {
  scp: {
    title: 'set covering',
    isCost: true,
    problem: (one) => problemOfSetCovering(readSetCovering(numbersOf(one))),
    request: (one) => requestOfSetCovering(readSetCovering(numbersOf(one))),
  },
  bmcp: {
    title: 'maximum coverage',
    isCost: false,
    problem: (one) => problemOfMaximumCoverage(readMaximumCoverage(numbersOf(one))),
    request: (one) => requestOfMaximumCoverage(readMaximumCoverage(numbersOf(one))),
  },
  mmkp: {
    title: 'multiple-choice knapsack',
    isCost: false,
    problem: (one) =>
      problemOfMultipleChoiceKnapsack(
        one.index === undefined
          ? readMultipleChoiceKnapsack(numbersOf(one))
          : readOneOfMany(numbersOf(one), one.index),
      ),
  },
  gap: {
    title: 'generalised assignment',
    isCost: true,
    problem: (one) => problemOfAssignment(readAssignment(numbersOf(one))),
  },
};

export const PUBLISHED = JSON.parse(
  readFileSync(new URL('../published/published.json', import.meta.url), 'utf8'),
) as readonly Published[];
