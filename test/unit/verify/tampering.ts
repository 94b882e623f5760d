import { digestOf } from '../../../src/certificate/digest.js';
import { verifyProgramme } from '../../../src/verify/index.js';
import { type Path, put } from '../intake/check-fixtures.js';
import * as full from './full-programme.js';
import * as legal from './legal-programme.js';

export type Change = Parameters<typeof put>[1];

/** What is altered in the request and in the programme. The programme carries the digest of the altered request. */
export interface Tampering {
  readonly request?: readonly Change[];
  readonly programme?: readonly Change[];
}

const isJson = (value: unknown): boolean => {
  try {
    return JSON.stringify(value) !== '';
  } catch {
    return false;
  }
};

const refusalsIn =
  ({ request, programme }: typeof full | typeof legal) =>
  ({ request: ofRequest = [], programme: ofProgramme = [] }: Tampering): string[] => {
    const given = put(request(), ...ofRequest);
    const digest: Change = [['requestDigest'], isJson(given) ? digestOf(given) : ''];
    const check = verifyProgramme(given, put(programme(), digest, ...ofProgramme));
    return check.ok ? [] : check.refusals.map(({ code, path }) => `${code} ${path.join('.')}`);
  };

/** The code and the path of each refusal, of the legal programme once it and its request are altered. */
export const refusalsOf = refusalsIn(legal);
/** The same of the programme with a bit of everything. */
export const refusalsInFull = refusalsIn(full);

export const isHolder = (value: unknown): value is Record<string | number, unknown> =>
  typeof value === 'object' && value !== null;

/** The paths of everything in a value, itself included. */
export const pathsIn = (value: unknown, at: Path = []): Path[] =>
  isHolder(value)
    ? [
        at,
        ...Object.keys(value).flatMap((key) =>
          pathsIn(value[key], [...at, Array.isArray(value) ? Number(key) : key]),
        ),
      ]
    : [at];
