import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { INSPECTION_SCHEMES } from '../../../src/rules/inspection.js';
import { PHRASES } from '../../../src/rules/phrases.js';
import { RULEBOOKS } from '../../../src/rules/rulebooks.js';
import { areaGroups, taxonomyAreas } from '../../../src/rules/taxonomy.js';

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

it('the page of rules has every rule, with its strength, evidence and source', () => {
  const text = page('rules.md');
  for (const { id, rules } of RULEBOOKS) {
    expect(text).toContain(`### \`${id}\``);
    for (const rule of rules) {
      expect(text, rule.id).toContain(
        `- **\`${rule.id}\`** (${rule.strength}; ${rule.evidence}). ${rule.title}.
 Asks ${rule.area} ${rule.depth},`,
      );
      expect(text, rule.id).toContain(` Source: ${rule.source}
`);
    }
  }
});
