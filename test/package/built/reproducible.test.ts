import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root, run } from './packed.js';

/** The digest of every file in a folder. */
const digests = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder)
      .sort()
      .map((file) => [
        file,
        createHash('sha256')
          .update(readFileSync(join(folder, file)))
          .digest('hex'),
      ]),
  );

describe('the build', () => {
  it('gives the same bytes each time', () => {
    const again = mkdtempSync(join(root, '.build-'));
    try {
      const tsup = join(root, 'node_modules', 'tsup', 'dist', 'cli-default.js');
      run(root, process.execPath, tsup, '--silent', '--out-dir', again);
      expect(digests(again)).toEqual(digests(join(root, 'dist')));
    } finally {
      rmSync(again, { recursive: true });
    }
  });
});
