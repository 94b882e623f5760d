import { buildProgramme, type Programme, type RequestInput, verifyProgramme } from '../../src/index.js';
import { checkRequest } from '../../src/intake/check-request.js';
import { compile } from '../../src/model/compile.js';
import { decode } from '../../src/model/decode.js';
import { meaningsOf } from '../../src/model/meanings.js';
import type { Problem } from '../../src/model/problem.js';
import { type Proof, type Solution, solve, Solving } from '../../src/solve/solve.js';
import { checkCertificate } from '../../src/verify/check-certificate.js';
import { checkStages } from '../../src/verify/proof/check-stages.js';
import { markOf, type Objective, type Run } from './run.js';
import { median, more, settled } from './timing.js';

/* The library itself. */

/** Units of work: what is spent unless told otherwise. */
const EFFORT = 5_000_000;
/** Between two looks at the clock: some milliseconds. */
const UNITS = 1_000;

interface Watched {
  readonly solution: Solution;
  readonly isOver: boolean;
  readonly marks: Run['marks'];
}

/** Solves, and writes down whenever more is proved or a better solution found, until time is up. */
function watch(
  solving: Solving,
  started: number,
  limit: number,
  objectivesAt: (values: readonly number[], bounds: readonly (number | null)[]) => readonly Objective[],
): Watched {
  const marks: Run['marks'][number][] = [];
  let seen: readonly unknown[] = [];
  for (;;) {
    const solution = solving.advance(UNITS);
    const { values, bounds } = solving;
    if (values.length > 0 && (values !== seen[0] || bounds !== seen[1])) {
      seen = [values, bounds];
      const mark = markOf(performance.now() - started, objectivesAt(values, bounds));
      const last = marks.at(-1);
      if (last?.proved !== mark.proved || last.gap !== mark.gap) marks.push(mark);
    }
    if (solution !== undefined) return { solution, isOver: false, marks };
    if (performance.now() - started > limit) return { solution: solving.soFar, isOver: true, marks };
  }
}

function endingOf({ solution, isOver }: Watched): Run['ending'] {
  return solution.status === 'optimal' ? 'proved' : isOver ? 'over' : 'bounded';
}

/** Places and bookings are what the tie-break looks at first: they are as they should be in an optimal programme. */
function valuesOf({ objectives, bookings, status }: Programme): Objective[] {
  const tie = (name: string, value: number): Objective => ({
    name,
    value,
    bound: status === 'optimal' ? value : null,
  });
  return [
    ...objectives,
    tie(
      'places',
      bookings.reduce((sum, { learners }) => sum + learners.length, 0),
    ),
    tie('bookings', bookings.length),
  ];
}

export async function runOnRequest(input: RequestInput, limit: number): Promise<Run> {
  const started = performance.now();
  const checked = checkRequest(input);
  if (checked.status === 'invalid') throw new Error(`invalid: ${JSON.stringify(checked.issues[0])}`);
  const compiled = compile(checked.request);
  const { problem, relaxations, facts } = compiled;
  const meanings = meaningsOf(facts);
  const objectivesAt = (values: readonly number[], bounds: readonly (number | null)[]): Objective[] =>
    meanings.map(({ name, constant, sign }, k) => {
      const bound = bounds[k] ?? null;
      return {
        name,
        value: constant + sign * (values[k] ?? 0),
        bound: bound === null ? null : constant + sign * bound,
      };
    });
  const watched = watch(new Solving(problem, EFFORT, relaxations), started, limit, objectivesAt);
  const { solution } = watched;
  const base = {
    columns: problem.lower.length,
    rows: problem.rows.lower.length,
    nodes: solution.work.nodes,
    iterations: solution.work.iterations,
    marks: watched.marks,
    ending: endingOf(watched),
  };
  if (solution.status !== 'optimal' && solution.status !== 'bounded') {
    const first = performance.now() - started;
    return { ...base, note: solution.status, first, time: first, objectives: [] };
  }
  const programme = decode(compiled, solution.x, solution.bounds, solution.status, solution.proof);
  const first = performance.now() - started;
  const verified = verifyProgramme(input, programme);
  const again = { verify: median(await more(() => verifyProgramme(input, programme))) };
  if (!verified.ok)
    return { ...base, ending: 'wrong', note: 'the verifier refuses it', first, time: first, objectives: [] };
  const time =
    watched.isOver || first > limit / 2 ? first : await settled(first, () => buildProgramme(input));
  return {
    ...base,
    first,
    time,
    objectives: valuesOf(programme),
    ...again,
    ...(programme.proof.kind === 'none' ? {} : await proofOf(input, programme)),
  };
}

async function proofOf(
  input: RequestInput,
  programme: Programme,
): Promise<Partial<Pick<Run, 'proof' | 'check' | 'ending' | 'note'>>> {
  const proof = JSON.stringify(programme.proof).length;
  const started = performance.now();
  const checked = checkCertificate(input, programme);
  const first = performance.now() - started;
  if (!checked.ok)
    return { proof, ending: 'wrong', note: `proof refused: ${checked.refusals[0]?.code ?? ''}` };
  return { proof, check: await settled(first, () => checkCertificate(input, programme)) };
}

/** A problem of one objective, for the optimiser alone. */
export async function runOnProblem(problem: Problem, isCost: boolean, limit: number): Promise<Run> {
  const sign = isCost ? -1 : 1;
  const objectivesAt = (values: readonly number[], bounds: readonly (number | null)[]): Objective[] =>
    values.map((value, k) => {
      const bound = bounds[k] ?? null;
      return { name: 'value', value: sign * value, bound: bound === null ? null : sign * bound };
    });
  const started = performance.now();
  const solving = new Solving(problem, EFFORT);
  const watched = watch(solving, started, limit, objectivesAt);
  const first = performance.now() - started;
  const { solution } = watched;
  const { nodes, iterations } = solution.work;
  return {
    ending: endingOf(watched),
    first,
    time: watched.isOver ? first : await settled(first, () => solve(problem, EFFORT)),
    objectives: objectivesAt(solving.values, solving.bounds),
    ...(solution.status === 'optimal' ? await proofOfProblem(problem, solving.values, solution.proof) : {}),
    marks: watched.marks,
    columns: problem.lower.length,
    rows: problem.rows.lower.length,
    nodes,
    iterations,
  };
}

async function proofOfProblem(
  problem: Problem,
  values: readonly number[],
  proof: Proof | undefined,
): Promise<Pick<Run, 'proof' | 'check'>> {
  if (proof === undefined) return {};
  const check = (): void => checkStages(problem, values, values.length, proof.stages);
  return { proof: JSON.stringify(proof.stages).length, check: median(await more(check)) };
}
