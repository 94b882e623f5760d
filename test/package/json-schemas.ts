import { readFileSync, readdirSync } from 'node:fs';
import ts from 'typescript';
import * as z from 'zod/mini';

const domain = new URL('../../src/domain/', import.meta.url);

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

/** What the comments in one file of src/domain say, by the name of the exported schema. */
function docsOf(file: string): Map<string, Doc> {
  const source = ts.createSourceFile(
    file,
    readFileSync(new URL(file, domain), 'utf8'),
    ts.ScriptTarget.ES2022,
    true,
  );
  const docs = new Map<string, Doc>();
  for (const statement of source.statements) {
    if (!ts.isVariableStatement(statement)) continue;
    const doc: Doc = { keys: new Map() };
    const description = commentOn(statement);
    if (description !== undefined) doc.description = description;
    const visit = (node: ts.Node, path: string): void => {
      const here = ts.isPropertyAssignment(node) ? `${path}.${node.name.getText()}` : path;
      const comment = here === path ? undefined : commentOn(node);
      if (comment !== undefined) doc.keys.set(here, comment);
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
    else
      for (const [key, schema] of Object.entries<object>({ ...child })) {
        const description = keys.get(`${path}.${key}`);
        if (description !== undefined) Object.assign(schema, { description });
        describeKeys(schema, keys, `${path}.${key}`);
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
  for (const file of readdirSync(domain).sort()) {
    for (const [name, doc] of docsOf(file)) docs.set(name, doc);
    const exported: Record<string, unknown> = await import(new URL(file, domain).href);
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
