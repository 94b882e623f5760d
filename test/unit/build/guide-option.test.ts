import { describe, expect, it } from 'vitest';
import {
  type BuildOptions,
  buildProgramme,
  buildProgrammeAsync,
  type RequestInput,
} from '../../../src/index.js';
import { makeRequest } from '../../../src/testing/index.js';

const request = (): RequestInput => makeRequest(2, { people: 4, items: 15, wholeContract: true });
describe('the option guide', () => {
  it.each(['a word', 7, null, {}, { propose: 1 }, () => undefined])('is refused as %o', async (guide) => {
    const options = { guide } as unknown as BuildOptions;
    const results = [buildProgramme(request(), options), await buildProgrammeAsync(request(), options)];
    for (const result of results) {
      expect(result.status).toBe('invalid');
      if (result.status === 'invalid')
        expect(result.issues).toMatchObject([{ path: ['options', 'guide'], code: 'wrong-type' }]);
    }
  });

  it('is refused together with all else that is wrong', () => {
    const result = buildProgramme(request(), { guide: 1, effort: 0, signal: 1 } as unknown as BuildOptions);
    if (result.status !== 'invalid') throw new Error(result.status);
    expect(result.issues.map(({ path, code }) => `${path.join('.')} ${code}`)).toEqual([
      'options.effort too-small',
      'options.guide wrong-type',
      'options.signal unknown-key',
    ]);
  });

  it('may be left out, or undefined, and an object of any class', () => {
    const plain = JSON.stringify(buildProgramme(request()));
    expect(JSON.stringify(buildProgramme(request(), { guide: undefined }))).toBe(plain);
    class Silent {
      propose(): undefined {}
    }
    expect(JSON.stringify(buildProgramme(request(), { guide: new Silent() }))).toBe(plain);
  });

  it('is refused when it cannot be read', () => {
    const trap = {
      get propose(): never {
        throw new Error('no');
      },
    };
    expect(buildProgramme(request(), { guide: trap }).status).toBe('invalid');
  });
});
