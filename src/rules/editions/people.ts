import type { ProviderKind } from '../../domain/setting.js';

/* Words that several families of rules share. */

/** The kinds of provider that the document for groups and schools binds. */
export const GROUP_AND_SCHOOL: readonly ProviderKind[] = ['group', 'school'];
export const CHILDMINDERS: readonly ProviderKind[] = ['childminder'];
/** All that are on the early years register. */
export const EARLY_YEARS: readonly ProviderKind[] = ['group', 'school', 'childminder'];
export const OUT_OF_SCHOOL: readonly ProviderKind[] = ['out-of-school'];

export const LEADS: readonly string[] = ['designated-safeguarding-lead'];
export const TRAINEES: readonly string[] = ['apprentice', 'student', 'volunteer'];
/** Roles of people who are not counted in the ratios, if they have no others. */
export const NOT_IN_RATIOS: readonly string[] = ['food-handler', 'administrator', 'committee-member'];
