import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const folder = new URL('../../docs/decisions/', import.meta.url);
const entries = readdirSync(folder)
  .filter((file) => file !== 'README.md')
  .sort();

describe('docs/decisions', () => {
  it('gives each number once', () => {
    const numbers = entries.map((file) => file.slice(0, 4));
    expect(numbers).toEqual([...new Set(numbers)]);
  });

  it('has entries with the number in name and title', () => {
    for (const file of entries) {
      expect(file).toMatch(/^\d{4}-[a-z0-9-]+\.md$/);
      expect(readFileSync(new URL(file, folder), 'utf8')).toMatch(new RegExp(`^# ${file.slice(0, 4)} \\S`));
    }
  });
});
