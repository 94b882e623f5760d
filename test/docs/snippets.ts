import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as given from './given.js';

export const root = fileURLToPath(new URL('../../', import.meta.url));

/** A piece of code that the documentation shows, and what it says the code prints. */
export interface Snippet {
  /** Where it stands: `README.md:12`. */
  readonly at: string;
  readonly code: string;
  readonly prints: string | undefined;
}

/** A `ts` fence, and the `text` fence after a line such as "It prints:". */
const FENCE = /^```ts\n(.*?)^```$(?:\n+[^\n`]*\bprints?\b[^\n]*:\n+```text\n(.*?)^```$)?/gms;
const COMMENT = /\/\*\*.*?\*\//gs;
const EXAMPLE = /@example\b(.*?)(?=^@\w|$(?![^]))/gms;
const EXPORT = /^export (?:async )?(?:function|const|class) (\w+)/gm;

const lineOf = (text: string, index: number): number => text.slice(0, index).split('\n').length;
const uses = (code: string, name: string): boolean => new RegExp(`(?<![.\\w])${name}\\b`).test(code);
const declares = (code: string, name: string): boolean =>
  new RegExp(
    `\\b(?:const|let|function) ${name}\\b|[{,] *${name}\\b[^;]*\\} (?:from|of|=)|\\b${name}\\) =>`,
  ).test(code);

/** The code with what it may take for granted: the names of given.ts, and the exports of the file it stands in. */
function complete(code: string, file: string, exported: readonly string[]): string {
  const here = join('../../..', dirname(file));
  const missing = (names: readonly string[]): string =>
    names.filter((name) => uses(code, name) && !declares(code, name)).join(', ');
  return [
    `import { ${missing(Object.keys(given))} } from '../given.js';`,
    `import { ${missing(exported)} } from '${join('../../..', file).replace(/\.ts$/, '.js')}';`,
    code.replaceAll(/from '(\.[^']*)'/g, (_, path: string) => `from '${join(here, path)}'`),
  ]
    .filter((line) => !line.startsWith('import {  }'))
    .join('\n');
}

export const markdownSnippets = (file: string, text: string): Snippet[] =>
  [...text.matchAll(FENCE)].map(({ index, 1: code = '', 2: prints }) => ({
    at: `${file}:${lineOf(text, index)}`,
    code: complete(code, file, []),
    prints,
  }));

function sourceSnippets(file: string, text: string): Snippet[] {
  const exported = [...text.matchAll(EXPORT)].map(([, name = '']) => name);
  return [...text.matchAll(COMMENT)].flatMap(({ index, 0: comment }) => {
    const body = comment.slice(3, -2).replaceAll(/^[ \t]*\* ?/gm, '');
    return [...body.matchAll(EXAMPLE)].map(({ 1: example = '' }) => ({
      at: `${file}:${lineOf(text, index + comment.indexOf('@example'))}`,
      code: complete(example.replaceAll(/^```.*$/gm, '').trim(), file, exported),
      prints: undefined,
    }));
  });
}

const under = (folder: string, ending: string): string[] =>
  existsSync(join(root, folder))
    ? readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith(ending))
        .map((file) => `${folder}/${file}`)
        .sort()
    : [];

/** All code that README.md, docs and the `@example`s of src show. */
export function allSnippets(): Snippet[] {
  const readme = ['README.md', 'CONTRIBUTING.md'].filter((file) => existsSync(join(root, file)));
  const read = (file: string): string => readFileSync(join(root, file), 'utf8');
  return [
    ...[...readme, ...under('docs', '.md')].flatMap((file) => markdownSnippets(file, read(file))),
    ...under('src', '.ts').flatMap((file) => sourceSnippets(file, read(file))),
  ];
}
