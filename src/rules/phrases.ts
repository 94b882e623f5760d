import type { TaxonomyAreaId } from './area-ids.js';

/**
 * Phrases of inspection reports, self-evaluation forms and the areas of learning that stand for one area or several.
 * What is already an area's alias is here only when it stands for other areas too.
 */
export const PHRASES: readonly (readonly [phrase: string, ...areas: TaxonomyAreaId[]])[] = [
  ['British values', 'british-values', 'prevent-duty'],
  ['fundamental British values', 'british-values', 'prevent-duty'],
  ['implementation', 'curriculum-design'],
  ['intent and implementation', 'curriculum-design'],
  ['intent/implementation', 'curriculum-design'],
  ['challenge', 'curriculum-design', 'adult-child-interactions'],
  ['extend most able', 'curriculum-design', 'adult-child-interactions'],
  ['extending the most able', 'curriculum-design', 'adult-child-interactions'],
  ['routines', 'behaviour-support', 'learning-environment'],
  ['deployment of staff', 'leading-teams'],
  ['staff deployment', 'leading-teams'],
  ['training and supervision of staff', 'supervision-coaching'],
  ['parents', 'parent-partnership'],
  ['SEND', 'graduated-approach', 'neurodiversity', 'physical-sensory-needs'],
  // the seven areas of learning, by their goals
  ['communication and language', 'listening-understanding', 'speaking-vocabulary'],
  [
    'personal, social and emotional development',
    'self-regulation',
    'managing-self',
    'building-relationships',
  ],
  ['PSED', 'self-regulation', 'managing-self', 'building-relationships'],
  ['physical development', 'gross-motor', 'fine-motor'],
  ['literacy', 'stories-comprehension', 'phonics-reading', 'early-writing'],
  ['mathematics', 'number-patterns', 'shape-space-measure'],
  ['maths', 'number-patterns', 'shape-space-measure'],
  ['understanding the world', 'past-present', 'people-culture-communities', 'natural-world'],
  ['expressive arts and design', 'creating-materials', 'music-imagination'],
];
