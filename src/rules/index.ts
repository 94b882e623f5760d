/*
 * The entry point `smartpd/rules`: dated facts of the field and small readers of them.
 */
export {
  AREA_IDS,
  type AreaGroup,
  type AreaGroupId,
  areaGroups,
  isTaxonomyArea,
  type TaxonomyArea,
  type TaxonomyAreaId,
  taxonomyAreas,
  titleOf,
} from './taxonomy.js';
export { type AreaIndex, areaIndex, type AreaInput, type AreaMatch } from './area-index.js';
export {
  INSPECTION_SCHEMES,
  type InspectionGrade,
  type InspectionHead,
  type InspectionHead2019,
  type InspectionHead2025,
  type InspectionScheme,
  type InspectionSchemeId,
  type SafeguardingJudgement,
  type Sourced,
} from './inspection.js';
export { schemeOn } from './inspection/scheme-on.js';
export { areasFromInspection, type InspectionResult } from './inspection/areas-from-inspection.js';
export {
  type InspectionInput,
  type InspectionOptions,
  InspectionSchema,
} from './inspection/inspection-record.js';
export type { InspectionNote, UnmatchedStatement } from './inspection/statements.js';
export { SECTOR_FOCUSES, type SectorFocus, sectorFocusOn } from './sector-focus.js';
export {
  needsFromSectorFocus,
  type SectorFocusOptions,
  type SectorFocusResult,
} from './sector-focus-needs.js';
export type {
  DatedRule,
  Rule,
  RuleAudience,
  RuleAward,
  Rulebook,
  RuleCount,
  RuleEvidence,
  RuleStrength,
  RuleSupersession,
  RuleTraining,
} from './rulebook.js';
export { type Edition, EDITIONS } from './editions/editions.js';
export { RULES } from './editions/rules.js';
export { RULEBOOKS, rulebookOn } from './rulebooks.js';
export type { RuleChange, RulebookVariant } from './variants.js';
export { checkVariants, type VariantsCheck } from './check-variants.js';
export { RULE_OVERRIDES, type RuleExtension, type RuleOverride, type RuleSuspension } from './overrides.js';
export {
  type NeedInput,
  type NeedsFromRules,
  needsFromRules,
  type NeedsOptions,
} from './needs-from-rules.js';
export type { RuleAnswer, RuleQuestion } from './rule-question.js';
export { countedLevel } from './counting/counted-level.js';
export type { CountingAnswers, CountingFacts } from './counting/counting-facts.js';
export type {
  CountableLevel,
  CountedLevel,
  CountingAsk,
  CountingCondition,
  CountingQuestion,
  CountingReason,
  LevelAnswer,
} from './counting/counted.js';
export { COUNTING_ASKS, COUNTING_CONDITIONS } from './counting/counted.js';
export { COUNTING_RULES, type CountingRule, type CountingRuleId } from './counting/counting-rules.js';
export { coverFromRota, type RotaCover } from './ratios/cover-from-rota.js';
export type { CoverBreach, CoverPeriodInput, CoverStretch } from './ratios/cover-account.js';
export { COVER_NOTES, type CoverNote, type CoverNoteCode } from './ratios/cover-notes.js';
export { COVER_RULES, type CoverRule, type CoverRuleId } from './ratios/cover-rules.js';
export { RATIO_RULES, type RatioRule, ratioRulesOn } from './ratios/ratio-rules.js';
export type { ChildrenInput, RotaInput } from './ratios/rota.js';
export type { RotaQuestionInput } from './ratios/rota-question.js';
export type { CoverQuestion } from './ratios/team.js';
export { weekly, type WeeklyInput, type WeeklyResult } from './ratios/weekly.js';
