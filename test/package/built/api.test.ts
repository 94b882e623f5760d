import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from './packed.js';

const dist = join(root, 'dist');

describe('the declarations of the package', () => {
  it('change only when a change of the API is meant (npm run test:package -- --update accepts it)', async () => {
    const text = readdirSync(dist)
      .filter((file) => file.endsWith('.d.ts'))
      .sort()
      .map((file) => `// ${file}\n${readFileSync(join(dist, file), 'utf8')}`)
      .join('\n')
      // what is said of a name is not the name
      .replaceAll(/^ *\/\*\*[^]*?\*\/\n/gm, '')
      // the names of shared files carry a digest of what is in them
      .replaceAll(/-[\w-]{8}(?=\.d\.ts|\.js)/g, '');
    await expect(text).toMatchFileSnapshot('api.d.ts.txt');
  });
});
