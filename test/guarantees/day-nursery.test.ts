import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Programme } from '../../src/domain/programme.js';
import type { RequestInput } from '../../src/domain/request.js';
import { buildProgramme, draftRequest, verifyProgramme } from '../../src/index.js';
import { solveByHighs } from '../oracle/mip.js';
import { objectivesOf } from './support/built.js';

const sample = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../examples/data/${name}.json`, import.meta.url), 'utf8'));

/** The sample nursery of fourteen after its inspection, drafted from its questionnaire. */
function drafted(): RequestInput {
  const questionnaire = sample('questionnaires/day-nursery') as Parameters<typeof draftRequest>[0];
  const draft = draftRequest(questionnaire, { catalogue: sample('catalogue') as RequestInput['catalogue'] });
  if (draft.status !== 'drafted') throw new Error(JSON.stringify(draft.issues));
  return draft.request;
}

describe('the day nursery of the samples', () => {
  let request: RequestInput;
  let programme: Programme;

  beforeAll(() => {
    request = drafted();
    const result = buildProgramme(request);
    if (result.status !== 'optimal') throw new Error(`ended as ${result.status}`);
    programme = result.programme;
  });

  it('has fourteen people and is proved optimal', () => {
    expect(request.staff).toHaveLength(14);
    expect(programme.status).toBe('optimal');
    for (const { value, bound } of programme.objectives) expect(bound).toBe(value);
    expect(verifyProgramme(request, programme)).toEqual({ ok: true });
  });

  it('is what HiGHS finds, on every objective', async () => {
    const answer = await solveByHighs(request);
    if (answer.status !== 'feasible') throw new Error('HiGHS found no programme');
    expect(objectivesOf(programme)).toEqual(answer.objectives);
  });

  it('cannot have the same with a penny less than it costs', () => {
    const poorer = structuredClone(request);
    poorer.funding = [{ id: 'budget', pence: programme.totals.pence - 1 }];
    const result = buildProgramme(poorer);
    if (result.status !== 'optimal') throw new Error(`ended as ${result.status}`);
    expect(result.programme.bookings).not.toEqual(programme.bookings);
    const [must, weighted] = result.programme.objectives.map(({ value }) => value);
    const [mustBefore, weightedBefore] = programme.objectives.map(({ value }) => value);
    expect(must! < mustBefore! || (must === mustBefore && weighted! < weightedBefore!)).toBe(true);
    expect(result.programme.totals.pence).toBeLessThan(programme.totals.pence);
  });
});
