import { expectTypeOf } from 'vitest';
import {
  buildProgramme,
  buildProgrammeAsync,
  type BuildResult,
  checkRequest,
  checkCertificate,
  type Issue,
  verifyProgramme,
} from 'smartpd';
import type { CertificateRefusalCode, RefusalCode } from 'smartpd/verify';
import type { Programme } from '../../src/domain/programme.js';
import type { Request, RequestInput } from '../../src/domain/request.js';
import type { IsoDate, ItemId, Minutes, Pence, StaffId } from '../../src/domain/units.js';

declare const input: RequestInput;
declare const programme: Programme;

// callers write plain strings and numbers; what has been checked is branded
expectTypeOf<RequestInput['asOf']>().toEqualTypeOf<string>();
expectTypeOf<Request['asOf']>().toEqualTypeOf<IsoDate>();
expectTypeOf<Request>().toExtend<RequestInput>();
expectTypeOf<RequestInput>().not.toExtend<Request>();

// money is not time, and one id is not another
expectTypeOf<Pence>().not.toExtend<Minutes>();
expectTypeOf<Minutes>().not.toExtend<Pence>();
expectTypeOf<StaffId>().not.toExtend<ItemId>();
expectTypeOf<number>().not.toExtend<Pence>();
expectTypeOf<Pence>().toExtend<number>();

// every ending is named, and only two of them have a programme
expectTypeOf(buildProgramme(input)).toEqualTypeOf<BuildResult>();
expectTypeOf<BuildResult['status']>().toEqualTypeOf<
  'optimal' | 'bounded' | 'infeasible' | 'undecided' | 'invalid'
>();
// @ts-expect-error: without looking at the status there is no programme
void buildProgramme(input).programme;
const result = buildProgramme(input);
if (result.status === 'optimal' || result.status === 'bounded')
  expectTypeOf(result.programme).toEqualTypeOf<Programme>();
if (result.status === 'invalid') expectTypeOf(result.issues).toEqualTypeOf<readonly Issue[]>();

// a build that does not block ends the same ways, and stops for whatever can say that it is aborted
expectTypeOf(buildProgrammeAsync(input)).toEqualTypeOf<Promise<BuildResult>>();
void buildProgrammeAsync(input, { effort: 1000, signal: new AbortController().signal });
void buildProgrammeAsync(input, { signal: { aborted: false }, onProgress: undefined });
void buildProgrammeAsync(input, {
  onProgress: ({ objectives }) => {
    expectTypeOf(objectives[0]).toExtend<{ readonly gap: number | null } | undefined>();
  },
});
// @ts-expect-error: of a build that blocks nothing can be told, and it cannot be stopped
void buildProgramme(input, { signal: new AbortController().signal });

// a programme is what a verifier reads, and what JSON can carry
const verdict = verifyProgramme(input, programme);
if (!verdict.ok) expectTypeOf(verdict.refusals[0]).toExtend<{ readonly code: RefusalCode } | undefined>();
// @ts-expect-error: a verdict that is good has no refusals
if (verdict.ok) void verdict.refusals;
const proved = checkCertificate(input, programme);
if (!proved.ok) expectTypeOf(proved.refusals[0]?.code).toEqualTypeOf<CertificateRefusalCode | undefined>();

// what was checked can be built
const check = checkRequest(input);
if (check.status === 'valid') expectTypeOf(check.request).toEqualTypeOf<Request>();
