export { checkCertificate } from './check-certificate.js';
export { verifyProgramme } from './verify-programme.js';
export type { CertificateRefusalCode, Path, RefusalCode } from './refusal.js';
export type { CheckResult, Refusal } from '../domain/outcome.js';
