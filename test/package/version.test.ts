import { readFileSync, readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { ENGINE } from '../../src/version.js';

const PARTS = ['major', 'minor', 'patch'];

/** The version that the waiting changesets will make of this one. */
function nextVersion(): string {
  const folder = new URL('../../.changeset/', import.meta.url);
  const waiting = readdirSync(folder)
    .filter((file) => file.endsWith('.md') && file !== 'README.md')
    .map((file) => /^'smartpd': (\w+)$/m.exec(readFileSync(new URL(file, folder), 'utf8'))?.[1] ?? '')
    .map((part) => PARTS.indexOf(part));
  const version = manifest.version.split('.').map(Number);
  if (waiting.length === 0) return manifest.version;
  const raised = Math.min(...waiting);
  return version.map((part, k) => (k < raised ? part : k === raised ? part + 1 : 0)).join('.');
}

it('programmes name the version that is or will be published', () => {
  expect(ENGINE).toBe(`smartpd ${nextVersion()}`);
});
