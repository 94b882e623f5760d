import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { partsTable, sizesTable } from './problem-sizes.js';
import { root } from './snippets.js';

const page = join(root, 'docs', 'problem-size.md');
const between = (name: string): RegExp =>
  new RegExp(
    `(?<=<!-- ${name}, by test/docs/problem-size\\.test\\.ts -->\\n\\n).*?(?=\\n\\n<!-- end -->)`,
    's',
  );

// Counts are the same on every machine. A change that is meant is accepted with `npx vitest run test/docs/problem-size -u`.
it('docs/problem-size.md tells the sizes that requests have', async () => {
  const told = readFileSync(page, 'utf8');
  expect(told).toMatch(between('sizes'));
  expect(told).toMatch(between('parts'));
  const now = told
    .replace(between('sizes'), () => sizesTable())
    .replace(between('parts'), () => partsTable());
  await expect(now).toMatchFileSnapshot(page);
});
