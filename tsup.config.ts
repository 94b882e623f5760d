import { readFile, writeFile } from 'node:fs/promises';
import { basename, isAbsolute } from 'node:path';
import { defineConfig } from 'tsup';

/** The source maps of split CommonJS files name the folder they were built in: nobody's business, and never the same twice. */
const withoutMachinePaths = {
  name: 'without-machine-paths',
  async buildEnd({ writtenFiles }: { writtenFiles: readonly { readonly name: string }[] }): Promise<void> {
    for (const { name } of writtenFiles) {
      if (!name.endsWith('.cjs.map')) continue;
      const map: { file: string; sources: string[] } = JSON.parse(await readFile(name, 'utf8'));
      const relative = (path: string): string => (isAbsolute(path) ? basename(path) : path);
      await writeFile(
        name,
        JSON.stringify({ ...map, file: relative(map.file), sources: map.sources.map(relative) }),
      );
    }
  },
};

const PUBLIC = {
  index: 'src/index.ts',
  rules: 'src/rules/index.ts',
  verify: 'src/verify/index.ts',
  highs: 'src/highs/index.ts',
  testing: 'src/testing/index.ts',
};

export default defineConfig({
  entry: {
    ...PUBLIC,
    // Not exported: files of their own, so that whoever imports one of them need not carry the others.
    build: 'src/build.ts',
    draft: 'src/intake/draft-request.ts',
    matrix: 'src/consult/training-matrix.ts',
    roll: 'src/consult/roll-forward.ts',
    rulebooks: 'src/rules/rulebooks.ts',
    needs: 'src/rules/needs-from-rules.ts',
    variants: 'src/rules/check-variants.ts',
  },
  format: ['esm', 'cjs'],
  target: 'es2022',
  platform: 'neutral',
  splitting: true, // one copy of shared code in the CJS entries too
  sourcemap: true,
  clean: true,
  // tsup sets `baseUrl` itself, which TypeScript 6 reports as deprecated.
  dts: { entry: PUBLIC, compilerOptions: { ignoreDeprecations: '6.0' } },
  plugins: [withoutMachinePaths],
});
