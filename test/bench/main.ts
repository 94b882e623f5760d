/*
 * `npm run bench`: measures the library on this machine and prints the tables of docs/benchmarks.md.
 *
 *   --write          puts them into docs/benchmarks.md as well
 *   --only TEXT      only requests whose name contains it
 *   --limit SECONDS  the most that one request may take on either side; 120 by default
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { buildLibrary, bundles, firstProgramme, formatPage } from './package.js';
import { type Measured, page } from './page.js';
import { type Ours, ours, type Theirs, theirs } from './parts.js';
import { INSTANCES } from './requests.js';
import { inChild } from './timing.js';

const { values } = parseArgs({
  options: {
    write: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
    limit: { type: 'string', default: '120' },
    // what a child is asked to do
    ours: { type: 'string' },
    theirs: { type: 'string' },
  },
});
const limit = Number(values.limit);
const here = fileURLToPath(import.meta.url);
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

function measure(): void {
  const say = (text: string): void => console.error(text);
  say('building');
  buildLibrary();
  const first = firstProgramme();
  const sizes = bundles();
  const measured = INSTANCES.filter(({ name }) => name.includes(values.only)).map(
    ({ name, group, request }): Measured => {
      say(name);
      const { staff, catalogue } = request();
      return {
        name,
        group,
        people: staff.length,
        items: catalogue.items.length,
        ours: inChild<Ours>([here, '--ours', name], limit),
        theirs: inChild<Theirs>([here, '--theirs', name], limit),
      };
    },
  );
  const [cpu] = cpus();
  const machine = {
    date: new Date().toISOString().slice(0, 10),
    processor: cpu?.model.trim() ?? 'unknown processor',
    cores: cpus().length,
    node: process.version,
  };
  const text = page(machine, first, sizes, measured, limit);
  console.log(text);
  if (values.write) write(text);
}

if (values.ours !== undefined) console.log(JSON.stringify(await ours(values.ours)));
else if (values.theirs !== undefined) console.log(JSON.stringify(await theirs(values.theirs)));
else measure();
