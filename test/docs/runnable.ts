import ts from 'typescript';

/** On the same line, or on the next and, set in further than its arrow, the lines after it. */
const CLAIM = /^[ \t]*(?:\n[ \t]*)?\/\/ => (.*(?:\n[ \t]*\/\/ {4,}.*)*)/;
const CONTINUED = /\n[ \t]*\/\/ +/g;

/** `expect(subject)` to equal the value that a comment claims; a list that ends in `...` begins so. */
function assertion(subject: string, claim: string): string {
  const [, shown] = /^\[(.*), \.\.\.\]$/.exec(claim) ?? [];
  const value = shown === undefined ? `(${claim})` : `[${shown}, ...(${subject}).slice([${shown}].length)]`;
  return `expect(${subject}).toEqual(${value});`;
}

/** The assertion that a statement with a claim stands for: of what it evaluates, logs or declares. */
function asserted(statement: ts.Node, claim: string): string {
  if (ts.isVariableStatement(statement)) {
    const names = statement.declarationList.declarations.map(({ name }) => name.getText());
    return [statement.getText(), ...names.map((name) => assertion(name, claim))].join(' ');
  }
  if (!ts.isExpressionStatement(statement)) throw new Error(`nothing to compare with ${claim}`);
  const { expression } = statement;
  const logged = ts.isCallExpression(expression) && expression.expression.getText() === 'console.log';
  return assertion((logged ? expression.arguments[0] : expression)?.getText() ?? 'undefined', claim);
}

/** Turns `expression; // => value`, `console.log(expression); // => value` and `const x = ...; // => value` into assertions. */
export function runnable(code: string): string {
  const source = ts.createSourceFile('snippet.ts', code, ts.ScriptTarget.ES2022, true);
  const parts: string[] = [];
  let done = 0;
  const visit = (node: ts.Node): void => {
    const claim = CLAIM.exec(code.slice(node.end))?.[1]?.replaceAll(CONTINUED, ' ');
    if (claim === undefined || !(ts.isVariableStatement(node) || ts.isExpressionStatement(node)))
      return ts.forEachChild(node, visit);
    parts.push(code.slice(done, node.getStart()), asserted(node, claim));
    done = node.end;
  };
  visit(source);
  const claims = code.split('// => ').length - 1;
  if (parts.length !== 2 * claims) throw new Error(`a claim follows no statement in:\n${code}`);
  return `import { expect } from 'vitest';\n${parts.join('')}${code.slice(done)}\nexport {};\n`;
}
