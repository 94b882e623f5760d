import type { Mip } from '../oracle/mip-sheet.js';
import { type Attempt, type Costs, costOf, keepsAll, type Peer, type Session } from './peers/peer.js';
import { markOf, type Objective, provedOf, type Run } from './run.js';

/*
 * An ordered list of objectives put to a solver that knows one: each is optimised with those before it as rows. What the
 * solver says is checked in integers.
 */

/** A problem whose columns are all integer, with its objectives in their order. */
export interface Staged extends Pick<Mip, 'upper' | 'rows'> {
  readonly objectives: readonly (Omit<Mip['objectives'][number], 'name'> & { readonly name: string })[];
}

interface State {
  readonly started: number;
  readonly objectives: Objective[];
  readonly marks: Run['marks'][number][];
  x: readonly number[] | undefined;
  nodes: number;
  iterations: number;
  readonly tell: (run: Run) => void;
}

const soFar = (state: State, { upper, rows }: Staged, ending: Run['ending'], note?: string): Run => {
  const time = performance.now() - state.started;
  return {
    ending,
    ...(note === undefined ? {} : { note }),
    first: time,
    time,
    objectives: [...state.objectives],
    marks: [...state.marks],
    columns: upper.length,
    rows: rows.length,
    ...(state.nodes > 0 ? { nodes: state.nodes } : {}),
    ...(state.iterations > 0 ? { iterations: state.iterations } : {}),
  };
};

/** Whether every column costs as little as its bounds allow: nothing is left to be asked. */
const atItsBound = ({ upper }: Staged, costs: Costs, x: readonly number[]): boolean =>
  [...costs].every(([j, value]) => x[j] === (value < 0 ? (upper[j] ?? 0) : 0));

/** `tell` hears where it stands after each objective. */
export function objectiveByObjective(
  staged: Staged,
  open: Awaited<ReturnType<Peer['load']>>,
  limit: number,
  tell: (run: Run) => void = () => undefined,
): Run {
  const started = performance.now();
  const program = { lower: staged.upper.map(() => 0), upper: staged.upper, rows: staged.rows };
  const state: State = { started, objectives: [], marks: [], x: undefined, nodes: 0, iterations: 0, tell };
  if (staged.upper.length === 0) {
    for (const { name, offset } of staged.objectives)
      state.objectives.push({ name, value: offset, bound: offset });
    return soFar(state, staged, 'proved');
  }
  const session = open(program);
  try {
    return stages(session, staged, program, limit, state);
  } finally {
    session.close();
  }
}

function stages(
  session: Session,
  staged: Staged,
  program: Parameters<typeof keepsAll>[0],
  limit: number,
  state: State,
): Run {
  for (const { name, sign, costs: given, offset } of staged.objectives) {
    const costs = new Map([...given].map(([j, value]) => [j, sign * value]));
    const valueOf = (cost: number): number => offset + sign * cost || 0;
    const isSettled = state.x !== undefined && atItsBound(staged, costs, state.x);
    if (!isSettled) {
      const left = limit - (performance.now() - state.started);
      const attempt: Attempt = left <= 0 ? { status: 'limit' } : session.minimise(costs, state.x, left);
      const { nodes = 0, iterations = 0 } = left <= 0 ? {} : session.counts();
      state.nodes += nodes;
      state.iterations += iterations;
      if (attempt.status === 'failed') return soFar(state, staged, 'wrong', attempt.note);
      if (attempt.status === 'infeasible')
        return soFar(state, staged, 'wrong', 'says that there is no solution');
      const { x } = attempt;
      const isSound =
        x !== undefined &&
        keepsAll(program, x) &&
        state.objectives.every((before, k) => before.value === valueOfStage(staged.objectives[k], x));
      if (attempt.status === 'limit') {
        // rounding to integers is less than a unit: what a bound leaves between two integers is nothing
        const bound = attempt.bound === undefined ? null : valueOf(Math.ceil(attempt.bound - 1e-6));
        if (isSound) state.objectives.push({ name, value: valueOf(costOf(costs, x)), bound });
        return soFar(state, staged, 'over');
      }
      if (!isSound) return soFar(state, staged, 'wrong', 'its solution breaks a row');
      state.x = x;
    }
    const x = state.x ?? [];
    const cost = costOf(costs, x);
    state.objectives.push({ name, value: valueOf(cost), bound: valueOf(cost) });
    state.marks.push(markOf(performance.now() - state.started, state.objectives));
    session.keep(costs, cost);
    state.tell(soFar(state, staged, 'over'));
  }
  return soFar(state, staged, provedOf(state.objectives) === staged.objectives.length ? 'proved' : 'wrong');
}

const valueOfStage = (stage: Staged['objectives'][number] | undefined, x: readonly number[]): number =>
  stage === undefined ? NaN : stage.offset + costOf(stage.costs, x);
