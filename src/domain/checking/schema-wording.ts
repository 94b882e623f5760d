import * as z from 'zod/mini';
import { InvariantError } from '../../internal/invariant.js';
import { counted, listed } from './wording.js';

/*
 * What a schema asks for, in words. Only the sorts of schema that the contract uses are known.
 */

export type Schema = z.core.$ZodType;

/** The function, working out each schema once: there are some hundred schemas and millions of values. */
export function remembering<Result>(work: (schema: Schema) => Result): (schema: Schema) => Result {
  const known = new WeakMap<Schema, { readonly result: Result }>();
  return (schema) => {
    let entry = known.get(schema);
    if (entry === undefined) known.set(schema, (entry = { result: work(schema) }));
    return entry.result;
  };
}

/** The definition of a schema as one of zod's own sorts, to switch on its `type`. */
export const definitionOf = (schema: Schema) => (schema as z.core.$ZodTypes)._zod.def;

export const unknownSort = (type: string): InvariantError =>
  new InvariantError(`a schema of the contract is of the sort ${type}, which the input checks do not know`);

/** The bounds that a list's or number's checks set. */
export const boundsOf = /* @__PURE__ */ remembering((schema) => {
  let least: number | undefined;
  let most: number | undefined;
  for (const check of schema._zod.def.checks ?? []) {
    const def = (check as z.core.$ZodChecks)._zod.def;
    if (def.check === 'min_length') least = def.minimum;
    else if (def.check === 'max_length') most = def.maximum;
    else if (def.check === 'greater_than') least = Number(def.value);
    else if (def.check === 'less_than') most = Number(def.value);
  }
  return { least, most };
});

const rangeOf = (schema: Schema): string => {
  const { least, most } = boundsOf(schema);
  if (least !== undefined) {
    return most === undefined ? `, ${counted(least)} or more` : ` from ${counted(least)} to ${counted(most)}`;
  }
  return most === undefined ? '' : `, ${counted(most)} or less`;
};

const choicesOf = (values: readonly unknown[]): string =>
  listed(
    values.map((value) => JSON.stringify(value)),
    'or',
  );

/** What a text has to look like: the rule that the empty text breaks. */
function ruleOf(schema: Schema): string {
  const empty = z.safeParse(schema, '');
  return empty.success ? 'a text' : (empty.error.issues[0]?.message ?? 'a text');
}

/** The literal values a schema consists of; nothing when it takes others too. */
export const literalsOf = /* @__PURE__ */ remembering((schema): readonly unknown[] | undefined => {
  const def = definitionOf(schema);
  if (def.type === 'literal') return def.values;
  if (def.type === 'enum') return Object.values(def.entries);
  if (def.type !== 'union') return undefined;
  const values = def.options.map(literalsOf);
  return values.includes(undefined) ? undefined : values.flatMap((each) => each ?? []);
});

/** What belongs in a place, as in "it must be ...". */
export function expected(schema: Schema): string {
  const def = definitionOf(schema);
  switch (def.type) {
    case 'optional':
      return expected(def.innerType);
    case 'nullable':
      return `${expected(def.innerType)}, or null`;
    case 'lazy':
      return expected(def.getter());
    case 'object':
    case 'record':
      return 'an object';
    case 'array':
      return 'a list';
    case 'boolean':
      return 'true or false';
    case 'string':
      return ruleOf(schema);
    case 'number':
      return `a whole number${rangeOf(schema)}`;
    case 'literal':
    case 'enum':
      return choicesOf(literalsOf(schema) ?? []);
    case 'union': {
      const objects = def.options.some((option) => literalsOf(option) === undefined);
      const literals = def.options.flatMap((option) => literalsOf(option) ?? []);
      if (!objects) return choicesOf(literals);
      return literals.length === 0 ? 'an object' : `${choicesOf(literals)} or an object`;
    }
    default:
      throw unknownSort(def.type);
  }
}
