import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { INSPECTION_SCHEMES } from '../../../src/rules/inspection.js';
import { PHRASES } from '../../../src/rules/phrases.js';
import { EDITIONS } from '../../../src/rules/editions/editions.js';
import { RULES } from '../../../src/rules/editions/rules.js';
import { RULE_OVERRIDES } from '../../../src/rules/overrides.js';
import { areaGroups, taxonomyAreas } from '../../../src/rules/taxonomy.js';
import { entryOf, FAMILIES } from './rule-entries.js';

/** A page with each run of spaces as one, so that the padding of tables does not matter. */
const page = (name: string): string =>
  readFileSync(new URL(`../../../docs/${name}`, import.meta.url), 'utf8').replaceAll(/ +/g, ' ');

it('the page of areas has every area, phrase and head', () => {
  const text = page('taxonomy.md');
  for (const { id, title, inspection } of areaGroups()) {
    expect(text).toContain(`### ${title} (\`${id}\`)`);
    expect(text).toContain(
      `Report card: ${inspection[2025].join(', ')}. 2019 framework: ${inspection[2019].join(', ')}.`,
    );
  }
  for (const { id, title, aliases } of taxonomyAreas())
    expect(text).toContain(`| \`${id}\` | ${title} | ${aliases.join(' · ')} |`.replace('  ', ' '));
  for (const [phrase, ...areas] of PHRASES)
    expect(text).toContain(`| ${phrase} | ${areas.map((area) => `\`${area}\``).join(', ')} |`);
  for (const { id, heads } of INSPECTION_SCHEMES)
    for (const { title } of heads) expect(text).toContain(`| \`${id}\` | ${title} |`);
});

it.each(Object.entries(FAMILIES))('the page %s lists every rule of its family as it is', (name, rules) => {
  const text = page(`rules/${name}.md`);
  for (const rule of rules) expect(text, rule.id).toContain(`${entryOf(rule).replaceAll(/ +/g, ' ')}\n`);
  expect(text.match(/^- \*\*`/gm)?.length).toBe(rules.length);
});

it('the pages of families leave no rule out', () => {
  expect(Object.values(FAMILIES).flat()).toHaveLength(RULES.length);
  expect(new Set(Object.values(FAMILIES).flat())).toEqual(new Set(RULES));
});

it('the page of rules has every edition, with its days and source, and every exception', () => {
  const text = page('rules.md');
  for (const { id, published = '', effectiveFrom, changed, source } of EDITIONS) {
    const row = text.split('\n').find((line) => line.startsWith(`| \`${id}\` |`)) ?? '';
    for (const said of [published, effectiveFrom, changed, source]) expect(row, id).toContain(said);
  }
  for (const { id, title, source } of RULE_OVERRIDES)
    for (const said of [id, title, source]) expect(text, id).toContain(said);
});
