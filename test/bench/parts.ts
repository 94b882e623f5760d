import { copyFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildProgramme, type Programme, verifyProgramme } from '../../src/index.js';
import { OBJECTIVE_ORDER, type Objectives } from '../oracle/objectives.js';
import { mipOf, solveByHighs } from '../oracle/mip.js';
import { firstRequest, instance } from './requests.js';
import { median, timed } from './timing.js';

/*
 * What is measured in a process of its own, so that no measurement warms up another.
 */

export interface Ours {
  readonly status: string;
  /** Milliseconds of the first build in its process, of the median one, and of verifying. */
  readonly first: number;
  readonly build: number;
  readonly verify: number;
  readonly columns: number;
  readonly rows: number;
  readonly nodes: number;
  /** Objective values, with the first two steps of the tie-break, in their order. */
  readonly values: readonly number[];
}

export interface Theirs {
  /** Milliseconds of solving, the model already written. */
  readonly solve: number;
  readonly values: readonly number[];
}

/** Milliseconds. */
const LONG = 10_000;

const inOrder = (values: Objectives): number[] => OBJECTIVE_ORDER.map((name) => values[name]);

function valuesOf({ objectives, bookings }: Programme): number[] {
  const found = new Map<string, number>(objectives.map(({ name, value }) => [name, value]));
  found.set(
    'places',
    bookings.reduce((sum, { learners }) => sum + learners.length, 0),
  );
  found.set('bookings', bookings.length);
  return OBJECTIVE_ORDER.map((name) => found.get(name) ?? NaN);
}

export async function ours(name: string): Promise<Ours> {
  const request = instance(name).request();
  const started = performance.now();
  const result = buildProgramme(request);
  const first = performance.now() - started;
  if (result.status !== 'optimal' && result.status !== 'bounded')
    throw new Error(`${name}: ${result.status}`);
  const { programme, statistics } = result;
  if (!verifyProgramme(request, programme).ok) throw new Error(`${name}: the verifier refuses it`);
  // in a long build the engine has warmed up by itself
  const build = first > LONG ? first : median(await timed(() => buildProgramme(request)));
  const verify = median(await timed(() => verifyProgramme(request, programme)));
  const { columns, rows, nodes } = statistics;
  return {
    status: result.status,
    first,
    build,
    verify,
    columns,
    rows,
    nodes,
    values: valuesOf(programme),
  };
}

export async function theirs(name: string): Promise<Theirs> {
  // bundled into this file, HiGHS looks for its WebAssembly beside it
  copyFileSync(fileURLToPath(import.meta.resolve('highs/runtime')), new URL('highs.wasm', import.meta.url));
  await solveByHighs(firstRequest()); // loaded and compiled before the clock starts
  const request = instance(name).request();
  const writing = median(await timed(() => mipOf(request)));
  let values: number[] = [];
  const whole = await timed(async () => {
    const answer = await solveByHighs(request);
    if (answer.status === 'feasible') values = inOrder(answer.objectives);
  });
  return { solve: Math.max(0, median(whole) - writing), values };
}
