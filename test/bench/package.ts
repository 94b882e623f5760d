import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { inChild } from './child.js';
import { firstRequest } from './instances.js';
import { median } from './timing.js';

/* The library as its users get it: built, imported, bundled. */

const root = fileURLToPath(new URL('../../', import.meta.url));
const dist = join(root, 'test', '.build', 'dist');

const node = (args: readonly string[], input = ''): string => {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: root,
    input,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return stdout;
};

/** Builds the library beside the bench, so that nobody's `dist` is touched. */
export function buildLibrary(): void {
  node([join('node_modules', 'tsup', 'dist', 'cli-default.js'), '--silent', '--no-dts', '--out-dir', dist]);
}

/** Lays out a page as the linter wants it. */
export function formatPage(path: string): void {
  node([join('node_modules', 'prettier', 'bin', 'prettier.cjs'), '--write', '--log-level', 'warn', path]);
}

export interface Bundle {
  readonly imports: string;
  readonly minified: number;
  readonly gzipped: number;
  /** Without zod. */
  readonly ownGzipped: number;
}

function bundled(code: string, ...options: string[]): string {
  const esbuild = join('node_modules', 'esbuild', 'bin', 'esbuild');
  return node([esbuild, '--bundle', '--minify', '--format=esm', '--target=es2022', ...options], code);
}

const size = (text: string): number => gzipSync(text, { level: 9 }).length;

export function bundles(): Bundle[] {
  const imports: readonly (readonly [names: string, entry: string])[] = [
    ['{ buildProgramme }', 'smartpd'],
    ['{ buildProgramme, verifyProgramme }', 'smartpd'],
    ['{ draftRequest, buildProgramme, verifyProgramme }', 'smartpd'],
    ['* as smartpd', 'smartpd'],
    ['{ verifyProgramme }', 'smartpd/verify'],
    ['{ verifyProgramme, checkCertificate }', 'smartpd/verify'],
    ['{ needsFromRules }', 'smartpd/rules'],
  ];
  return imports.map(([names, entry]) => {
    const file = entry === 'smartpd' ? 'index' : entry.slice('smartpd/'.length);
    const code = `export ${names} from ${JSON.stringify(join(dist, `${file}.js`))};`;
    const whole = bundled(code);
    return {
      imports: `import ${names} from '${entry}'`,
      minified: Buffer.byteLength(whole),
      gzipped: size(whole),
      ownGzipped: size(bundled(code, '--external:zod')),
    };
  });
}

export interface FirstProgramme {
  readonly imported: number;
  readonly built: number;
}

/** From the import to the first programme, in processes that have done nothing before; the medians of 15. */
export function firstProgramme(): FirstProgramme {
  const code = `
    const request = ${JSON.stringify(firstRequest())};
    const started = performance.now();
    const { buildProgramme } = await import(${JSON.stringify(join(dist, 'index.js'))});
    const imported = performance.now();
    const result = buildProgramme(request);
    const built = performance.now();
    if (result.status !== 'optimal') throw new Error(result.status);
    console.log(JSON.stringify({ imported: imported - started, built: built - started }));`;
  const runs = Array.from({ length: 15 }, () => {
    const [run] = inChild<FirstProgramme>(['--input-type=module', '--eval', code], 60).lines;
    if (run === undefined) throw new Error('no first programme within a minute');
    return run;
  });
  return {
    imported: median(runs.map(({ imported }) => imported)),
    built: median(runs.map(({ built }) => built)),
  };
}
