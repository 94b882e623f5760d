import { tell } from './child.js';
import { controlOnProblem, controlOnRequest } from './control.js';
import { type Asked, instanceOf } from './instances.js';
import { objectiveByObjective, type Staged } from './objective-by-objective.js';
import { mipOf } from '../oracle/mip.js';
import { GLPK_JS } from './peers/glpk.js';
import { HIGHS } from './peers/highs.js';
import { JAVASCRIPT_LP_SOLVER } from './peers/javascript-lp-solver.js';
import type { Peer } from './peers/peer.js';
import { YALPS } from './peers/yalps.js';
import { asCosts, asRows } from './problem-as-rows.js';
import type { Run } from './run.js';
import { runOnProblem, runOnRequest } from './smartpd.js';
import { settled } from './timing.js';

/** Who is measured. The control is HiGHS on the library's own presolved and fused problem. */
export const SIDES = ['smartpd', 'highs', 'control', 'glpk.js', 'yalps', 'javascript-lp-solver'] as const;
export type Side = (typeof SIDES)[number];

const PEERS: Readonly<Record<Exclude<Side, 'smartpd' | 'control'>, Peer>> = {
  highs: HIGHS,
  'glpk.js': GLPK_JS,
  yalps: YALPS,
  'javascript-lp-solver': JAVASCRIPT_LP_SOLVER,
};

/** The problem as a competent user would write it for a solver; columns start at 0. */
function stagedOf(asked: Asked): Staged {
  if (asked.kind === 'request') return mipOf(asked.request());
  const problem = asked.problem();
  const sign = asked.isCost ? 1 : -1;
  return {
    upper: [...problem.upper],
    rows: asRows(problem.rows),
    objectives: problem.objectives.map((form) => ({
      name: 'value',
      sign,
      costs: new Map([...asCosts(form)].map(([j, cost]) => [j, sign * cost])),
      offset: 0,
    })),
  };
}

/** Runs once, and again where that is short: the time of a process that is warm is the median of the later ones. */
async function runWarm(once: (tellRun: (run: Run) => void) => Run, limit: number): Promise<Run> {
  const first = once(tell);
  if (first.ending !== 'proved' || first.first > limit / 2) return first;
  return { ...first, time: await settled(first.first, () => once(() => undefined)) };
}

/** Measures one side on one instance in this process, and tells what it finds, at the latest after so many milliseconds. */
export async function measureHere(side: Side, name: string, limit: number): Promise<void> {
  const { asked } = instanceOf(name);
  const run = await runOf(side, asked, limit);
  tell({ ...run, memory: process.resourceUsage().maxRSS * 1024 });
}

async function runOf(side: Side, asked: Asked, limit: number): Promise<Run> {
  if (side === 'smartpd')
    return asked.kind === 'request'
      ? runOnRequest(asked.request(), limit)
      : runOnProblem(asked.problem(), asked.isCost, limit);
  if (side === 'control') {
    const open = await HIGHS.load();
    if (asked.kind === 'problem') {
      const problem = asked.problem();
      return runWarm(() => controlOnProblem(problem, asked.isCost, open, limit), limit);
    }
    const request = asked.request();
    return runWarm(() => controlOnRequest(request, open, limit), limit);
  }
  const open = await PEERS[side].load();
  const staged = stagedOf(asked);
  return runWarm((tellRun) => objectiveByObjective(staged, open, limit, tellRun), limit);
}
