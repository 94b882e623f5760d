export { verifyProgramme } from './verify-programme.js';
export type { Path, RefusalCode } from './refusal.js';
export type { CheckResult, Refusal } from '../domain/outcome.js';
