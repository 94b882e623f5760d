/*
 * Builds an entry together with the library, quietly, and runs it on plain Node: `node test/tools/run.mjs ENTRY.ts
 * [arguments]`. The result goes to a git-ignored folder beside the entry's own, so that `new URL('../data/x.json',
 * import.meta.url)` means the same before and after.
 */
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { build } from 'tsup';

const [entry, ...args] = process.argv.slice(2);
if (entry === undefined) throw new Error('which entry? node test/tools/run.mjs ENTRY.ts [arguments]');
const outDir = join(dirname(dirname(entry)), '.build');

await build({
  entry: { main: entry },
  outDir,
  format: 'esm',
  target: 'node20',
  clean: true,
  silent: true,
  config: false,
});
const { status } = spawnSync(process.execPath, [join(outDir, 'main.js'), ...args], {
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
