/*
 * The public names, in the order of the story: a questionnaire is drafted into a request, a request is built into a
 * programme, a programme is verified, its proof is checked. Then what each of them is made of.
 */
export { draftRequest } from './intake/draft-request.js';
export { buildProgramme } from './build.js';
export { buildProgrammeAsync } from './build-async.js';
export { verifyProgramme } from './verify/verify-programme.js';
export { checkCertificate } from './verify/check-certificate.js';
export { trainingMatrix } from './consult/training-matrix.js';
export { rollForward } from './consult/roll-forward.js';

export { checkQuestionnaire, type QuestionnaireCheck } from './intake/check-questionnaire.js';
export { checkRequest, type RequestCheck } from './intake/check-request.js';
export { ISSUE_CODES, type Issue, type IssueCode } from './domain/issue.js';

export {
  type Finding,
  type Questionnaire,
  type QuestionnaireInput,
  QuestionnaireSchema,
} from './domain/questionnaire.js';
export type { DraftContextInput } from './intake/draft-context.js';
export type { Assumption, DraftResult, UnmatchedPhrase } from './intake/draft-result.js';

export { type Request, type RequestInput, RequestSchema } from './domain/request.js';
export { type ProviderKind, type Setting, type Term } from './domain/setting.js';
export { type Qualification, ROLES, type StaffMember, type TrainingRecord } from './domain/staff-member.js';
export type { Need } from './domain/need.js';
export type { Source } from './domain/source.js';
export { type Catalogue, type CatalogueItem, CatalogueSchema } from './domain/catalogue.js';
export type { Offer, Price, Session } from './domain/catalogue.js';
export type { ItemKind } from './domain/item-kind.js';
export type { CoverPeriod, Limit, Pot } from './domain/funding.js';
export type {
  AgeBand,
  PeopleSelector,
  PeopleSelectorInput,
  Selector,
  SelectorInput,
} from './domain/selector.js';
export type { Adjustment } from './domain/adjustment.js';
export type { Area } from './domain/area.js';
export { DEFAULT_MUST, DEFAULT_WEIGHTS } from './domain/need-weights.js';
export type { Policy } from './domain/policy.js';
export { LIMITS } from './domain/units.js';
export type {
  AreaId,
  BookingId,
  CatalogueId,
  Depth,
  EntitlementId,
  IsoDate,
  ItemId,
  LimitId,
  LocalDateTime,
  Minutes,
  NeedId,
  OfferId,
  Pence,
  PotId,
  Role,
  SessionId,
  SettingId,
  SiteId,
  StaffId,
  TermId,
} from './domain/units.js';

export type { BuildOptions, BuildResult, Conflict, ConflictMember, Statistics } from './domain/outcome.js';
export type {
  AsyncBuildOptions,
  BuildProgress,
  Guide,
  GuideProblem,
  ObjectiveProgress,
} from './domain/outcome.js';
export { type Programme, ProgrammeSchema } from './domain/programme.js';
export type { Booking } from './domain/booking.js';
export type { Coverage, Objective, ObjectiveName, Reason, Totals } from './domain/programme.js';
export type { Certificate } from './certificate/certificate.js';
export type { CheckResult, Refusal } from './domain/outcome.js';
export type { CertificateRefusalCode, RefusalCode } from './verify/refusal.js';
export { MATRIX_STATES } from './consult/matrix.js';
export type {
  MatrixArea,
  MatrixAreaCell,
  MatrixCell,
  MatrixCounts,
  MatrixReason,
  MatrixRequirement,
  MatrixRow,
  MatrixState,
  TrainingMatrixResult,
} from './consult/matrix.js';
export type { MissingFact } from './consult/selection.js';
export type { MatrixQuestion, ProgrammeInput, TrainingMatrixOptions } from './consult/training-matrix.js';
export type { RollForwardOptions, RollForwardResult } from './consult/roll-forward.js';
export type { RollAssumption } from './consult/roll/rolling.js';
export type { DoneBooking } from './consult/roll/done.js';
export { ENGINE } from './version.js';
