import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ISSUE_CODES } from '../../../src/domain/issue.js';
import { LIMITS } from '../../../src/domain/units.js';
import { counted } from '../../../src/domain/checking/wording.js';

const page = readFileSync(new URL('../../../docs/issues.md', import.meta.url), 'utf8');
const [codes = '', limits = ''] = page.split('## Limits');
const rows = (text: string): string[][] =>
  text
    .split('\n')
    .flatMap((line) => (line.startsWith('| ') ? [line.split('|').map((cell) => cell.trim())] : []));

describe('docs/issues.md', () => {
  it('explains every code, once, and no other', () => {
    const explained = rows(codes).flatMap(([, code = '']) => (code.startsWith('`') ? [code] : []));
    expect(explained.toSorted()).toEqual(ISSUE_CODES.map((code) => `\`${code}\``).toSorted());
  });

  it('says what to do about each', () => {
    expect(
      rows(codes).every((cells) => cells.length === 5 && cells.slice(1, 4).every((cell) => cell !== '')),
    ).toBe(true);
  });

  it('states every limit as it is', () => {
    const stated = rows(limits).map(([, , most = '']) => most);
    for (const limit of Object.values(LIMITS)) expect(stated).toContain(counted(limit));
  });
});
