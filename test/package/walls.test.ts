import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** What a file in this place may import; `type`, only the types of it. */
const MAY: Record<string, readonly string[]> = {
  'build.ts': ['./intake/check.js', './model/compile.js', './solve/solve.js', './domain/outcome.js'],
  'build-async.ts': ['./intake/check.js', './building.js', './internal/next-task.js', './domain/outcome.js'],
  'building.ts': ['./model/compile.js', './solve/solve.js', './domain/outcome.js'],
  'index.ts': ['./build.js', './domain/request.js', './verify/verify-programme.js'],
  'internal/probe.ts': ['./order.js'],
  'certificate/probe.ts': ['../internal/order.js'],
  'certificate/certificate.ts': ['../internal/order.js'],
  'domain/probe.ts': ['../internal/order.js', '../certificate/certificate.js', 'ts-pattern'],
  'rules/probe.ts': ['../internal/calendar.js', '../domain/area.js', 'ts-pattern'],
  'rules/editions/probe.ts': ['../taxonomy.js', '../../domain/area.js'],
  'intake/probe.ts': ['../internal/order.js', '../domain/request.js', '../rules/taxonomy.js', 'ts-pattern'],
  'consult/probe.ts': [
    '../internal/order.js',
    '../domain/programme.js',
    '../certificate/certificate.js',
    '../rules/taxonomy.js',
    '../intake/check.js',
    '../build.js',
    'zod/mini',
  ],
  'model/probe.ts': ['../internal/order.js', '../domain/request.js', '../certificate/digest.js'],
  'solve/probe.ts': ['../internal/order.js', '../certificate/certificate.js', '../model/problem.js'],
  'verify/probe.ts': ['../internal/calendar.js', '../certificate/digest.js', 'type ../domain/request.js'],
  'verify/check-certificate.ts': [
    '../model/compile.js',
    '../certificate/digest.js',
    'type ../domain/request.js',
  ],
  'verify/proof/probe.ts': [
    '../../model/problem.js',
    'type ../../certificate/certificate.js',
    '../refusal.js',
  ],
  'testing/probe.ts': ['../internal/order.js', '../domain/request.js', 'fast-check'],
  'highs/probe.ts': ['../internal/order.js', 'type highs'],
};

/** What it may not. */
const MAY_NOT: Record<string, readonly string[]> = {
  'build.ts': ['./verify/shape.js', './rules/taxonomy.js', './testing/index.js'],
  'building.ts': ['./verify/shape.js', './rules/taxonomy.js', './testing/index.js', './highs/index.js'],
  'index.ts': ['./solve/solve.js', './model/compile.js', './internal/order.js', './highs/index.js'],
  'internal/probe.ts': ['../domain/units.js', '../certificate/digest.js', 'zod/mini', 'ts-pattern'],
  'certificate/probe.ts': ['../domain/units.js', '../solve/solve.js', 'zod/mini'],
  'domain/probe.ts': [
    '../rules/taxonomy.js',
    '../certificate/digest.js',
    '../build.js',
    'zod',
    'zod/v4',
    'smartpd',
  ],
  'rules/probe.ts': ['../intake/check.js', '../model/compile.js', 'node:fs', 'fs', 'highs'],
  'rules/editions/probe.ts': ['../../intake/check.js', '../../solve/solve.js'],
  'intake/probe.ts': ['../model/compile.js', '../solve/solve.js', '../verify/shape.js', '../index.js'],
  'consult/probe.ts': [
    '../model/compile.js',
    '../solve/solve.js',
    '../verify/shape.js',
    '../certificate/digest.js',
    '../index.js',
    'fast-check',
  ],
  'model/probe.ts': ['../solve/solve.js', '../intake/check.js', '../rules/taxonomy.js', '../verify/shape.js'],
  'solve/probe.ts': [
    '../domain/request.js',
    '../model/compile.js',
    '../verify/shape.js',
    '../intake/check.js',
    '../highs/index.js',
    'zod/mini',
    'ts-pattern',
  ],
  'verify/probe.ts': [
    '../domain/policy.js',
    '../solve/solve.js',
    '../model/problem.js',
    '../intake/check.js',
    'zod/mini',
  ],
  'verify/check-certificate.ts': [
    '../domain/policy.js',
    '../solve/solve.js',
    '../intake/check.js',
    'zod/mini',
  ],
  'verify/proof/probe.ts': [
    '../../domain/policy.js',
    '../../solve/box.js',
    '../../intake/check.js',
    'zod/mini',
  ],
  'testing/probe.ts': ['../solve/solve.js', '../verify/shape.js', '../highs/index.js', 'vitest'],
  'highs/probe.ts': ['../domain/request.js', '../solve/solve.js', '../build.js', 'highs', 'zod/mini'],
};

const READS = [
  'export const a = Date.now();',
  'export const b = globalThis.Date;',
  'export const c = Math.random();',
  "export const d = 'a'.localeCompare('b');",
  'export const e = new Intl.NumberFormat();',
  'export const f = performance.now();',
  "console.log('heard');",
  'export const g = process.argv;',
];

const imports = (from: readonly string[]): string[] =>
  from.map((what, k) => {
    const [specifier, only = ''] = what.split(' ').reverse();
    return `export ${only} { a${k} } from '${specifier}';`;
  });

let folder: string;

/** The lines of a tree of files that oxlint, with the house rules, complains about: `path:line`. */
function complaints(tree: string, files: Record<string, readonly string[]>): string[] {
  const src = join(folder, tree, 'src');
  for (const [path, lines] of Object.entries(files)) {
    mkdirSync(dirname(join(src, path)), { recursive: true });
    writeFileSync(join(src, path), `${lines.join('\n')}\n`);
  }
  copyFileSync(join(root, '.oxlintrc.json'), join(folder, tree, '.oxlintrc.json'));
  const oxlint = join(root, 'node_modules', 'oxlint', 'bin', 'oxlint');
  const run = spawnSync(process.execPath, [oxlint, '--format=unix', 'src'], {
    cwd: join(folder, tree),
    encoding: 'utf8',
  });
  expect(run.stderr.includes('Failed'), run.stderr).toBe(false);
  const lines = run.stdout.matchAll(/^src\/([^:]+:\d+):/gm);
  return [...new Set([...lines].map(([, line]) => line ?? ''))].sort();
}

const everyLine = (files: Record<string, readonly string[]>): string[] =>
  Object.entries(files)
    .flatMap(([path, lines]) => lines.map((_, k) => `${path}:${k + 1}`))
    .sort();

const importing = (files: Record<string, readonly string[]>): Record<string, readonly string[]> =>
  Object.fromEntries(Object.entries(files).map(([path, from]) => [path, imports(from)]));

describe('the walls between the rooms of src', () => {
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'smartpd-walls-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('let through what a room may see', () => {
    expect(complaints('may', importing(MAY))).toEqual([]);
  });

  it('refuse everything else', () => {
    const files = importing(MAY_NOT);
    expect(complaints('may-not', files)).toEqual(everyLine(files));
  });

  it("let in zod only as `import * as z from 'zod/mini'`", () => {
    const forms = [
      "import * as z from 'zod/mini';",
      "import { z as one } from 'zod/mini';",
      "import { string } from 'zod/mini';",
      "import * as all from 'zod';",
      'export const schemas = [z, one, string, all];',
    ];
    expect(complaints('zod', { 'domain/probe.ts': forms })).toEqual([
      'domain/probe.ts:2',
      'domain/probe.ts:3',
      'domain/probe.ts:4',
    ]);
  });

  it('keep out the clock, chance, the locale, the console and the process', () => {
    const files = { 'intake/probe.ts': READS };
    expect(complaints('reads', files)).toEqual(everyLine(files));
  });

  it('find a circle of imports', () => {
    const files = {
      'domain/one.ts': ["import { two } from './two.js';", 'export const one = (): unknown => two;'],
      'domain/two.ts': ["import { one } from './one.js';", 'export const two = (): unknown => one;'],
    };
    expect(complaints('circle', files)).toEqual(['domain/one.ts:1', 'domain/two.ts:1']);
  });

  it('cannot be walked around by an import inside an expression or a type', () => {
    const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' });
    const inline = files
      .filter((file) => file.endsWith('.ts'))
      .filter((file) => /(?<!\.)\bimport\s*\(/.test(readFileSync(join(root, 'src', file), 'utf8')));
    expect(inline).toEqual([]);
  });

  it('are there for every room', () => {
    const rooms = readdirSync(join(root, 'src'), { withFileTypes: true }).filter((entry) =>
      entry.isDirectory(),
    );
    const held = Object.keys(MAY_NOT).map((path) => path.split('/')[0]);
    expect(rooms.map((room) => room.name).filter((room) => !held.includes(room))).toEqual([]);
  });
});
