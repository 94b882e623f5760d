import { expect } from 'vitest';
import type { RequestInput } from '../../../src/domain/request.js';
import { verifyProgramme } from '../../../src/index.js';
import { type Features, ALL_FEATURES, requestArbitrary } from '../../../src/testing/index.js';
import { judge } from '../../oracle/judge.js';
import { solveByHighs } from '../../oracle/mip.js';
import { built, objectivesOf } from './built.js';

/**
 * Every objective is proved and is what HiGHS says, and the programme is legal and accepted. `untied`: the effort was
 * spent after that, before the ties between equal programmes were settled.
 */
export async function mustAgree(request: RequestInput): Promise<'infeasible' | 'optimal' | 'untied'> {
  const answer = await solveByHighs(request);
  const result = built(request);
  if (answer.status === 'infeasible') {
    expect(result.status).toBe('infeasible');
    return 'infeasible';
  }
  if (result.status !== 'optimal' && result.status !== 'bounded')
    throw new Error(`ended as ${result.status}`);
  expect(judge(request, result.programme.bookings)).toEqual({
    broken: [],
    objectives: objectivesOf(result.programme),
  });
  expect(verifyProgramme(request, result.programme)).toEqual({ ok: true });
  for (const { name, value, bound } of result.programme.objectives)
    expect({ name, bound }).toEqual({ name, bound: value });
  expect(objectivesOf(result.programme)).toEqual(answer.objectives);
  return result.status === 'optimal' ? 'optimal' : 'untied';
}

const EVERY = Object.keys(ALL_FEATURES).filter((name): name is keyof Features => name in ALL_FEATURES);

/** A team and a catalogue about so large, in which every feature of the contract is used but those left out. */
export const teamWithEverything = (
  people: number,
  items: number,
  without: readonly (keyof Features)[] = [],
): ReturnType<typeof requestArbitrary> =>
  requestArbitrary({
    people: { min: people, max: people },
    items: { min: items, max: items },
    needs: { min: 6, max: 14 },
    offers: { min: 1, max: 3 },
    pots: { min: 2, max: 3 },
    areas: 5,
    features: Object.fromEntries(without.map((name) => [name, false])),
    always: EVERY.filter((name) => !without.includes(name)),
  });
