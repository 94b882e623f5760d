export { buildProgramme } from './build.js';
export { verifyProgramme } from './verify/verify-programme.js';
export { checkRequest, type RequestCheck } from './intake/check-request.js';
export type {
  BuildOptions,
  BuildResult,
  CheckResult,
  Conflict,
  ConflictMember,
  Refusal,
  Statistics,
} from './domain/outcome.js';
export type { Issue, IssueCode } from './domain/issue.js';
