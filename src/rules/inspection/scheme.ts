import type { AreaGroupId } from '../area-ids.js';
import type { RuleEvidence } from '../rulebook.js';

/** Heads of a report card, by short name. */
export type InspectionHead2025 = 'sg' | 'inc' | 'cur' | 'ach' | 'beh' | 'wel' | 'lead';
/** Heads of a report of the 2019 framework, by short name. */
export type InspectionHead2019 = 'qe' | 'ba' | 'pd' | 'lm' | 'sg';

export type InspectionSchemeId = 'report-card-2025' | 'eif-2019' | 'cif-2015' | 'sef-2009' | 'sef-2008';

/** Where a fact comes from, and what that is worth. */
export interface Sourced {
  /** Addresses, without `https://www.`, that say so; `unsourced` when none does. */
  readonly source: string;
  /** What the source is: the government's or a council's page, a close paraphrase of the original, the trade press, or nothing. */
  readonly evidence: RuleEvidence;
}

/** A head of an inspection report or of the old self-evaluation form. */
export interface InspectionHead {
  /** Short name, the same as in an area group's links; the scheme's own. */
  readonly id: string;
  readonly title: string;
  /** Other ways to write the title. Like it, they stand for the head's groups wherever an area may be named. */
  readonly aliases: readonly string[];
  /**
   * The groups of areas that the head stands for when a questionnaire names it; empty when the same words are an
   * area's alias, which then counts.
   */
  readonly groups: readonly AreaGroupId[];
}

/** A grade of a scheme. */
export interface InspectionGrade {
  readonly id: string;
  readonly title: string;
  /** Other ways to write it. */
  readonly aliases: readonly string[];
  /** How pressing it makes what stands under its head; absent when it asks for nothing. */
  readonly urgency?: 'urgent-improvement' | 'needs-attention';
}

/** The words in which a scheme says whether safeguarding is as it must be. */
export interface SafeguardingJudgement extends Sourced {
  readonly good: 'met' | 'effective';
  readonly poor: 'not-met' | 'not-effective';
}

/** A scheme by which settings were or are judged, or judged themselves. */
export interface InspectionScheme extends Sourced {
  readonly id: InspectionSchemeId;
  readonly title: string;
  /** `inspection`: inspectors judge by it. `self-evaluation`: a form in which settings judged themselves. */
  readonly kind: 'inspection' | 'self-evaluation';
  /** First and last day of use, both ISO dates; without `to`, until a later scheme. */
  readonly from: string;
  readonly to?: string;
  readonly heads: readonly InspectionHead[];
  /** What the one overall grade is called; absent when the scheme has none. */
  readonly overall?: string;
  /** The grades of a head, best first, and where their names come from; empty when no source gives them. */
  readonly grades: Sourced & { readonly scale: readonly InspectionGrade[] };
  /** How safeguarding is judged apart from the heads; absent when it is not. */
  readonly safeguarding?: SafeguardingJudgement;
  /** Whether a person has checked the entry against the published framework. */
  readonly verified: boolean;
}
