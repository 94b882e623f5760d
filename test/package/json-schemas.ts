import { readFileSync, readdirSync } from 'node:fs';
import ts from 'typescript';
import * as z from 'zod/mini';

const domain = new URL('../../src/domain/', import.meta.url);
/** The files whose schemas are part of the contract: all of src/domain, and the language of proof. */
const files = [
  ...readdirSync(domain)
    .filter((file) => file.endsWith('.ts'))
    .sort()
    .map((file) => new URL(file, domain)),
  new URL('../certificate/certificate.ts', domain),
];

/** The documentation of a schema: its own sentence, and one for each of its keys, by their path (`.time.terms`). */
interface Doc {
  description?: string;
  readonly keys: Map<string, string>;
}

const commentOn = (node: ts.Node): string | undefined => {
  const [comment] = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc);
  return ts
    .getTextOfJSDocComment(comment?.comment)
    ?.replaceAll(/\{@link (\w+)\}/g, '$1')
    .replaceAll(/\s+/g, ' ');
};

/** The members of a union have keys of the same name: the value of a member's `kind` tells their paths apart. */
const memberAt = (path: string, kind: unknown): string =>
  typeof kind === 'string' ? `${path}<${kind}>` : path;

/** The text of `kind: z.literal('text')` in an object literal. */
const kindOf = (node: ts.ObjectLiteralExpression): string | undefined =>
  node.properties
    .filter(ts.isPropertyAssignment)
    .filter(({ name }) => name.getText() === 'kind')
    .map(({ initializer }) => /^z\.literal\('([^']*)'\)$/.exec(initializer.getText())?.[1])[0];

/** What the comments in one file say, by the name of the schema, or of a constant that schemas are made of. */
function docsOf(file: URL): Map<string, Doc> {
  const source = ts.createSourceFile(file.pathname, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2022, true);
  const docs = new Map<string, Doc>();
  for (const statement of source.statements) {
    const description = commentOn(statement);
    // a recursive schema has its type written out, and the documentation is there
    if (ts.isInterfaceDeclaration(statement) && description !== undefined)
      docs.set(`${statement.name.text}Schema`, { description, keys: new Map() });
    if (!ts.isVariableStatement(statement)) continue;
    const doc: Doc = { keys: new Map() };
    for (const { name } of statement.declarationList.declarations) {
      const said = description ?? docs.get(name.getText())?.description;
      if (said !== undefined) doc.description = said;
    }
    const visit = (node: ts.Node, path: string): void => {
      let here = path;
      if (ts.isPropertyAssignment(node)) {
        here = `${path}.${node.name.getText()}`;
        // the one word that tells a member of a union apart may leave it to the union to say what it means
        const comment = commentOn(node) ?? (here.endsWith('>.kind') ? doc.description : undefined);
        if (comment !== undefined) doc.keys.set(here, comment);
      } else if (ts.isObjectLiteralExpression(node)) here = memberAt(path, kindOf(node));
      // keys kept in a constant of their own are spread here, or are all the keys there are
      else if (ts.isIdentifier(node))
        for (const [key, comment] of docs.get(node.text)?.keys ?? []) doc.keys.set(`${path}${key}`, comment);
      ts.forEachChild(node, (child) => visit(child, here));
    };
    visit(statement, '');
    for (const { name } of statement.declarationList.declarations) docs.set(name.getText(), doc);
  }
  return docs;
}

/** Writes each key's documentation into the object schemas that have the key. */
function describeKeys(node: unknown, keys: ReadonlyMap<string, string>, path = ''): void {
  if (typeof node !== 'object' || node === null) return;
  for (const [part, child] of Object.entries<unknown>({ ...node })) {
    if (part !== 'properties' || typeof child !== 'object' || child === null) describeKeys(child, keys, path);
    else {
      const properties: Record<string, object> = { ...child };
      const { kind } = properties;
      const here = memberAt(path, kind !== undefined && 'const' in kind ? kind.const : undefined);
      for (const [key, schema] of Object.entries(properties)) {
        const description = keys.get(`${here}.${key}`);
        if (description !== undefined) Object.assign(schema, { description });
        describeKeys(schema, keys, `${here}.${key}`);
      }
    }
  }
}

/**
 * JSON Schema (draft 2020-12) of what a caller writes, from the schema that src/domain exports as `<title>Schema`.
 * Shared parts are in `$defs` under the names they have in TypeScript; descriptions are the comments in the source.
 * Rules across fields (dates in order, references that exist) are beyond JSON Schema: the library checks them.
 */
export async function jsonSchemaOf(title: string): Promise<string> {
  const registry = z.registry<{ id?: string; description?: string }>();
  const docs = new Map<string, Doc>();
  let root: z.core.$ZodType | undefined;
  for (const file of files) {
    for (const [name, doc] of docsOf(file)) docs.set(name, doc);
    const exported: Record<string, unknown> = await import(file.href);
    for (const [name, schema] of Object.entries(exported)) {
      if (!name.endsWith('Schema') || !(schema instanceof z.core.$ZodType)) continue;
      const description = docs.get(name)?.description;
      const id = name.slice(0, -'Schema'.length);
      if (id === title) root = schema;
      registry.add(schema, {
        ...(id !== title && { id }),
        ...(description !== undefined && { description }),
      });
    }
  }
  if (root === undefined) throw new Error(`src/domain exports no ${title}Schema`);
  const { $schema, $defs, ...rest } = z.toJSONSchema(root, { io: 'input', metadata: registry });
  const named = Object.entries($defs ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [name, schema] of [[title, rest] as const, ...named])
    describeKeys(schema, docs.get(`${name}Schema`)?.keys ?? new Map());
  const schema = { $schema, title, ...rest, $defs: Object.fromEntries(named) };
  return `${JSON.stringify(schema, null, 2)}\n`;
}
