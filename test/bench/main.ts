/*
 * `npm run bench`: measures the library on this machine and prints the tables of docs/benchmarks.md.
 *
 *   --write          puts them into docs/benchmarks.md as well
 *   --quick          only what is small, once each, within ten seconds
 *   --only TEXT      only instances whose name or family contains it
 *   --limit SECONDS  the most that one run of the library or of HiGHS may take; 45 by default
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { INSTANCES } from './instances.js';
import { measure, type Measured, Running } from './measure.js';
import { buildLibrary, bundles, firstProgramme, formatPage } from './package.js';
import { page } from './page.js';
import { measureHere, SIDES } from './sides.js';

const { values } = parseArgs({
  options: {
    write: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
    limit: { type: 'string' },
    // what a child is asked to do
    side: { type: 'string' },
    instance: { type: 'string' },
  },
});
const limit = Number(values.limit ?? (values.quick ? 10 : 45));
const PAGE = new URL('../../docs/benchmarks.md', import.meta.url);
const MARKS = ['<!-- measured: npm run bench -- --write -->', '<!-- end of measured -->'] as const;

function write(text: string): void {
  const whole = readFileSync(PAGE, 'utf8');
  const [from, to] = MARKS.map((mark) => whole.indexOf(mark));
  if (from === undefined || to === undefined || from < 0 || to < from)
    throw new Error('docs/benchmarks.md has lost the marks between which the tables go');
  writeFileSync(PAGE, `${whole.slice(0, from + MARKS[0].length)}\n\n${text}\n${whole.slice(to)}`);
  formatPage(fileURLToPath(PAGE));
}

function measureAll(): void {
  const say = (text: string): void => console.error(text);
  say('building');
  buildLibrary();
  const first = firstProgramme();
  const sizes = bundles();
  const plan = {
    entry: fileURLToPath(import.meta.url),
    limit,
    smallLimit: Math.ceil(limit / 3),
    pairs: !values.quick,
  };
  const running = new Running();
  const measured: Measured[] = [];
  for (const instance of INSTANCES) {
    if (values.quick && !instance.quick) continue;
    if (!`${instance.family} ${instance.name}`.includes(values.only)) continue;
    say(instance.name);
    const one = measure(instance, (side) => running.isOut(side, instance), plan, say);
    running.add(one);
    measured.push(one);
  }
  const [cpu] = cpus();
  const machine = {
    date: new Date().toISOString().slice(0, 10),
    processor: cpu?.model.trim() ?? 'unknown processor',
    cores: cpus().length,
    node: process.version,
  };
  const text = page(machine, first, sizes, measured, plan);
  console.log(text);
  if (values.write) write(text);
}

const side = SIDES.find((one) => one === values.side);
if (side !== undefined && values.instance !== undefined)
  await measureHere(side, values.instance, limit * 1_000);
else measureAll();
