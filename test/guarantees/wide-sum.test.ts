import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { verifyProgramme } from '../../src/index.js';
import type { RequestInput } from '../../src/domain/request.js';
import { solveByHighs } from '../oracle/mip.js';
import { built, objectivesOf } from './support/built.js';
import { patience } from './support/patience.js';

/*
 * A generated team whose fused objectives are so wide that the relaxation drowns in its own rounding: five of them at
 * once were not settled by all of the default effort, four are by a hundredth of it.
 */
const request = JSON.parse(
  readFileSync(new URL('data/wide-sum.json', import.meta.url), 'utf8'),
) as RequestInput;

it('settles objectives in parts where their sum is too wide', patience(60), async () => {
  const result = built(request, { effort: 400_000 });
  if (result.status !== 'optimal') throw new Error(`ended as ${result.status}`);
  expect(verifyProgramme(request, result.programme)).toEqual({ ok: true });
  const answer = await solveByHighs(request);
  if (answer.status !== 'feasible') throw new Error('HiGHS finds nothing');
  expect(objectivesOf(result.programme)).toEqual(answer.objectives);
});
