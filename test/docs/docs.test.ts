import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'node:util';
import ts from 'typescript';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { runnable } from './runnable.js';
import { allSnippets, root } from './snippets.js';

const folder = join(root, 'test', 'docs', '.build');
const snippets = allSnippets().map((snippet) => ({
  ...snippet,
  file: join(folder, `${snippet.at.replaceAll(/[^\w]+/g, '-')}.ts`),
  text: runnable(snippet.code),
}));

// written only when changed, so that a watching test run does not wake itself
mkdirSync(folder, { recursive: true });
const names = new Set(snippets.map(({ file }) => file));
for (const old of readdirSync(folder)) if (!names.has(join(folder, old))) rmSync(join(folder, old));
for (const { file, text } of snippets)
  if (!existsSync(file) || readFileSync(file, 'utf8') !== text) writeFileSync(file, text);

/** What the compiler says about each snippet, under the project's own options. */
function typeErrors(): Map<string, string[]> {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), (path) => ts.sys.readFile(path));
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const program = ts.createProgram([...names], options);
  return new Map(
    snippets.map(({ file }) => [
      file,
      [
        ...program.getSyntacticDiagnostics(program.getSourceFile(file)),
        ...program.getSemanticDiagnostics(program.getSourceFile(file)),
      ].map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n')),
    ]),
  );
}

describe('the code that README, docs and @examples show', () => {
  const errors = typeErrors();
  afterEach(() => vi.restoreAllMocks());

  it('is there to be checked', () => {
    expect(snippets.length).toBeGreaterThan(0);
  });

  it.each(snippets)('$at compiles, runs and gives what it says', async ({ file, prints }) => {
    expect(errors.get(file)).toEqual([]);
    const lines: string[] = [];
    vi.spyOn(console, 'log').mockImplementation((...what) => void lines.push(format(...what)));
    await import(file);
    if (prints !== undefined) expect(`${lines.join('\n')}\n`).toBe(prints);
  });
});
