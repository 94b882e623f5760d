import { digestOf } from '../certificate/digest.js';
import type { CheckResult } from '../domain/outcome.js';
import type { Programme } from '../domain/programme.js';
import type { Request } from '../domain/request.js';
import { finish } from '../internal/steps.js';
import { compile } from '../model/compile.js';
import { meaningsOf } from '../model/meanings.js';
import { read } from './contract.js';
import { checkStages } from './proof/check-stages.js';
import { Refused } from './proof/reading.js';
import { type CertificateRefusalCode, refusalList } from './refusal.js';
import { verifyProgramme } from './verify-programme.js';

/** The integer programme of a request, or of groups in it; `undefined` where the request makes no sense. */
function compiledFrom(request: Request, grouping: number) {
  try {
    const { facts, problem, relaxations } = compile(request);
    const relax = relaxations[grouping - 1];
    const grouped = grouping === 0 ? problem : relax && finish(relax()).problem;
    return { meanings: meaningsOf(facts), problem: grouped };
  } catch {
    return undefined;
  }
}

/**
 * Checks the proof that no programme is better: that the programme keeps every promise, as `verifyProgramme` finds, and then,
 * in whole numbers alone, every step of `proof`. It takes the builder's word for how a request becomes rows and columns, and
 * for nothing else: it shares no code with the search. Both arguments may be anything; it never throws.
 * @returns `{ ok: true }`: on the ordered objectives, no programme of the request is better. `{ ok: false, refusals }`, with at
 * least one refusal: that is not proved.
 * @example
 * const result = checkCertificate(request, programme);
 * if (!result.ok) for (const { code, path, message } of result.refusals) report(code, path, message);
 */
export function checkCertificate(request: unknown, programme: unknown): CheckResult<CertificateRefusalCode> {
  const { refusals, refuse } = refusalList<CertificateRefusalCode>();
  const given = read<Request>(request, 'Request', refuse);
  const claimed = read<Programme>(programme, 'Programme', refuse);
  if (given === undefined || claimed === undefined) return { ok: false, refusals };
  const { proof, ...stated } = claimed;
  const verified = verifyProgramme(given, { ...stated, proof: { kind: 'none' } });
  if (!verified.ok) return verified;

  const { objectives, bookings } = stated;
  objectives.forEach(({ value, bound }, k) => {
    if (bound !== value) refuse('unproved-bound', ['objectives', k, 'bound'], 'It is not what is reached.');
  });
  if (proof.kind === 'none') refuse('no-proof', ['proof'], 'There is no proof to be checked.');
  else if (proof.programme !== digestOf({ ...stated, requestDigest: undefined }))
    refuse('programme-digest', ['proof', 'programme'], 'It is the proof of another programme.');
  if (proof.kind === 'none' || refusals.length > 0) return { ok: false, refusals };

  const compiled = compiledFrom(given, proof.grouping);
  if (compiled === undefined) refuse('malformed-request', [], 'It makes no sense: checking it tells why.');
  else if (compiled.problem === undefined)
    refuse('grouping', ['proof', 'grouping'], 'There is no such grouping.');
  if (compiled?.problem === undefined) return { ok: false, refusals };

  const places = bookings.reduce((sum, { learners }) => sum + learners.length, 0);
  const values = compiled.meanings.map(({ constant, sign }, k) => sign * (objectives[k]!.value - constant));
  try {
    checkStages(compiled.problem, [...values, -places, -bookings.length], objectives.length, proof.stages);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    refuse(error.code, ['proof', ...error.path], error.message);
  }
  return refusals.length === 0 ? { ok: true } : { ok: false, refusals };
}
