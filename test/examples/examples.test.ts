import { readFileSync, readdirSync } from 'node:fs';
import { format } from 'node:util';
import { afterEach, describe, expect, it, vi } from 'vitest';

const folder = new URL('../../examples/', import.meta.url);
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.ts'))
  .sort();
const text = (name: string): string => readFileSync(new URL(name, folder), 'utf8');

describe('the examples', () => {
  afterEach(() => vi.restoreAllMocks());

  it('are numbered in the order of learning', () => {
    expect(names.length).toBeGreaterThanOrEqual(11);
    names.forEach((name, index) => {
      const number = String(index + 1).padStart(2, '0');
      expect(name).toMatch(new RegExp(`^${number}-[a-z-]+\\.ts$`));
    });
  });

  it.each(names)('%s is a short, complete program that uses the library by its public names', (name) => {
    const lines = text(name).split('\n');
    expect(lines.length).toBeLessThanOrEqual(60);
    const imported = lines.flatMap((line) => /\bfrom '([^']+)'/.exec(line)?.[1] ?? []);
    expect(imported[0]).toBe('smartpd');
    for (const from of imported) expect(from).toMatch(/^(?:smartpd(?:\/\w+)?|highs|\.\/data\/[\w-]+\.json)$/);
  });

  // a change that is meant is accepted with `npx vitest run test/examples -u`
  it.each(names)('%s prints what examples/output says', async (name) => {
    const lines: string[] = [];
    vi.spyOn(console, 'log').mockImplementation((...what) => void lines.push(format(...what)));
    await import(new URL(name, folder).pathname);
    const output = new URL(`output/${name.replace(/\.ts$/, '.txt')}`, folder).pathname;
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(output);
  });
});
