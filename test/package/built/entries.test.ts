import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from './packed.js';

/** The packages that a built file needs, through all the files it shares. */
function packagesOf(file: string, seen = new Set<string>()): string[] {
  if (seen.has(file)) return [];
  seen.add(file);
  const text = readFileSync(join(root, 'dist', file), 'utf8');
  const from = [...text.matchAll(/(?:\bfrom |^import |require\()["']([^"'\n]+)["']/gm)].map(
    ([, name = '']) => name,
  );
  const found = from.flatMap((name) => (name.startsWith('./') ? packagesOf(name.slice(2), seen) : [name]));
  return [...new Set(found)].sort();
}

describe('the entry points', () => {
  it.each([
    ['index', ['zod/mini']],
    ['rules', ['zod/mini']],
    ['verify', []],
    ['highs', []],
    ['testing', ['fast-check']],
  ])('%s needs no package but %j', (entry, packages) => {
    expect(packagesOf(`${entry}.js`)).toEqual(packages);
    expect(packagesOf(`${entry}.cjs`)).toEqual(packages);
  });
});
