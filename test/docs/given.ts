import fastCheck from 'fast-check';
import { buildProgramme } from '../../src/build.js';
import type { Programme } from '../../src/domain/programme.js';
import type { Rulebook } from '../../src/rules/rulebook.js';
import { rulebookOn } from '../../src/rules/rulebooks.js';
import { makeRequest } from '../../src/testing/make-request.js';

/** What an `@example` may use without saying where it comes from. */
export const request = makeRequest(1, { people: 3, items: 12 });
export const { setting, staff } = request;

const built = (): Programme => {
  const result = buildProgramme(request);
  if (result.status !== 'optimal') throw new Error(`the request of the examples gives ${result.status}`);
  return result.programme;
};
export const programme = built();

const inForce = (): Rulebook => {
  const rulebook = rulebookOn('2026-09-01', 'group');
  if (rulebook === undefined) throw new Error('no rulebook is in force in the examples');
  return rulebook;
};
export const rulebook = inForce();

export const report = (..._what: unknown[]): void => undefined;
export const accepts = (_request: unknown): boolean => true;
export const fc = fastCheck;
