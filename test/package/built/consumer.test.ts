import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { consumer, root, run } from './packed.js';

let folder: string;
beforeAll(() => {
  folder = consumer();
});
afterAll(() => rmSync(folder, { recursive: true }));

const STORY = `
  const request = makeRequest(1, { people: 4, items: 20 });
  const result = buildProgramme(request);
  const verdict = verifyProgramme(request, result.programme);
  console.log(JSON.stringify({ status: result.status, verdict, areas: taxonomyAreas().length > 0 }));
`;
const TOLD = '{"status":"optimal","verdict":{"ok":true},"areas":true}\n';

const node = (file: string, code: string): string => {
  writeFileSync(join(folder, file), code);
  return run(folder, process.execPath, file);
};

describe('the packed library', () => {
  it('builds and verifies a programme for an ES module', () => {
    const code = `
      import { buildProgramme } from 'smartpd';
      import { taxonomyAreas } from 'smartpd/rules';
      import { verifyProgramme } from 'smartpd/verify';
      import { makeRequest } from 'smartpd/testing';
      ${STORY}`;
    expect(node('story.mjs', code)).toBe(TOLD);
  });

  it('builds and verifies a programme for a CommonJS module', () => {
    const code = `
      const { buildProgramme } = require('smartpd');
      const { taxonomyAreas } = require('smartpd/rules');
      const { verifyProgramme } = require('smartpd/verify');
      const { makeRequest } = require('smartpd/testing');
      ${STORY}`;
    expect(node('story.cjs', code)).toBe(TOLD);
  });

  it('has types for both', () => {
    const code = `
      import { buildProgramme, type BuildResult } from 'smartpd';
      import { taxonomyAreas } from 'smartpd/rules';
      import { verifyProgramme } from 'smartpd/verify';
      import { makeRequest } from 'smartpd/testing';
      const request = makeRequest(1, { people: 4, items: 20 });
      const result: BuildResult = buildProgramme(request);
      if (result.status === 'optimal') verifyProgramme(request, result.programme);
      taxonomyAreas();
      // @ts-expect-error: a result is not a programme
      void result.bookings;
    `;
    writeFileSync(join(folder, 'types.mts'), code);
    writeFileSync(join(folder, 'types.cts'), code);
    const compilerOptions = {
      noEmit: true,
      strict: true,
      module: 'nodenext',
      target: 'es2022',
      lib: ['es2023', 'dom'],
    };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['types.*'] }));
    expect(run(folder, process.execPath, join(root, 'node_modules', 'typescript', 'bin', 'tsc'))).toBe('');
  });

  it('needs fast-check for smartpd/testing only', () => {
    rmSync(join(folder, 'node_modules', 'fast-check'));
    expect(
      node(
        'main.mjs',
        "import 'smartpd'; import 'smartpd/rules'; import 'smartpd/verify'; import 'smartpd/highs';",
      ),
    ).toBe('');
  });

  it('brings the JSON Schemas', () => {
    const code =
      "console.log(require('smartpd/schemas/request.json').title, require('smartpd/package.json').name);";
    expect(node('schemas.cjs', code)).toBe('Request smartpd\n');
  });

  it('names no folder of the machine it was built on', () => {
    const library = join(folder, 'node_modules', 'smartpd');
    const files = readdirSync(join(library, 'dist')).map((file) => join(library, 'dist', file));
    expect(files.filter((file) => readFileSync(file, 'utf8').includes(root))).toEqual([]);
  });

  it('brings nothing but the built files, the schemas, the licence and the README', () => {
    const files = readdirSync(join(folder, 'node_modules', 'smartpd'), { recursive: true, encoding: 'utf8' });
    const others = files.filter(
      (file) =>
        !/^(?:dist|docs|docs.schemas|package\.json|LICENSE|README\.md|CHANGELOG\.md)$/.test(file) &&
        !/^(?:dist.[\w-]+\.(?:d\.c?ts|c?js)(?:\.map)?|docs.schemas.\w+\.json)$/.test(file),
    );
    expect(others).toEqual([]);
  });
});
