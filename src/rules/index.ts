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
  type InspectionHead,
  type InspectionHead2019,
  type InspectionHead2025,
  type InspectionScheme,
} from './inspection.js';
export type { Rule, RuleAudience, RuleAward, Rulebook, RuleCount, RuleStrength } from './rulebook.js';
export { RULEBOOKS, rulebookOn } from './rulebooks.js';
export { type NeedInput, needsFromRules, type RuleFacts } from './needs-from-rules.js';
