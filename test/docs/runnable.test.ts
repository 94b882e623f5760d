import { describe, expect, it } from 'vitest';
import { runnable } from './runnable.js';
import { markdownSnippets } from './snippets.js';

const body = (code: string): string => runnable(code).split('\n').slice(1, -2).join('\n');

describe('runnable', () => {
  it('asserts what an expression gives, what is logged and what is declared', () => {
    expect(body('1 + 1; // => 2')).toBe('expect(1 + 1).toEqual((2)); // => 2');
    expect(body("console.log('a'); // => 'a'")).toBe("expect('a').toEqual(('a')); // => 'a'");
    expect(body('const n = 1; // => 1')).toBe('const n = 1; expect(n).toEqual((1)); // => 1');
  });

  it('finds claims inside blocks and over several lines', () => {
    expect(body('if (true) {\n  f(\n    1,\n  ); // => 2\n}')).toContain('toEqual((2))');
  });

  it('finds claims under what they are about, over as many lines as they take', () => {
    const code = 'f();\n// => [1,\n//     2]\n// and another\ng(); // => 3';
    expect(body(code)).toContain('expect(f()).toEqual(([1, 2]));');
    expect(body(code)).toContain('expect(g()).toEqual((3));');
  });

  it('takes a list that ends in dots for its beginning', () => {
    expect(body('f(); // => [1, ...]')).toContain('toEqual([1, ...(f()).slice([1].length)])');
  });

  it('refuses a claim that follows nothing', () => {
    expect(() => runnable('// => 2')).toThrow('follows no statement');
  });
});

describe('markdownSnippets', () => {
  it('takes the ts fences, and the text that one is said to print', () => {
    const fence = '```';
    const page = `# A\n\n${fence}ts\nf();\n${fence}\n\nIt prints:\n\n${fence}text\nout\n${fence}\n\n${fence}ts\ng();\n${fence}\n\n${fence}sh\nls\n${fence}\n`;
    expect(markdownSnippets('a.md', page)).toEqual([
      { at: 'a.md:3', code: 'f();\n', prints: 'out\n' },
      { at: 'a.md:13', code: 'g();\n', prints: undefined },
    ]);
  });
});
