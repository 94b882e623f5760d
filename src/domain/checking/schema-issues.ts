import * as z from 'zod/mini';
import type { IssueCode } from '../issue.js';
import { PeopleSelectorSchema } from '../selector.js';
import { isPlainObject, type PlainObject, UNREADABLE } from '../../internal/snapshot.js';
import type { IssueList } from './issue-list.js';
import {
  boundsOf,
  definitionOf,
  expected,
  literalsOf,
  remembering,
  type Schema,
  unknownSort,
} from './schema-wording.js';
import { counted, listed, shortOf } from './wording.js';

/*
 * Checks a snapshot against a schema. Lists, objects and unions are gone through here and only texts, numbers and the
 * like are handed to zod, because here: every issue gets our own code and sentence, work stops when enough issues are
 * found, an alternative that does not fit is judged by the one that fits best, and what could not be copied is passed
 * over without a second issue.
 */

const ITEM_KEYS: ReadonlySet<string> = new Set(['items', 'kinds', 'providers', 'areas', 'sources']);

const isOptional = (schema: Schema): boolean => definitionOf(schema).type === 'optional';

/** The keys of an object's schema, each with its own schema. */
const fieldsOf = /* @__PURE__ */ remembering((schema) => {
  const def = definitionOf(schema);
  return Object.entries(def.type === 'object' ? def.shape : {}).map(([key, field]) => ({
    key,
    field,
    optional: isOptional(field),
  }));
});
const keysOf = /* @__PURE__ */ remembering((schema) => new Set(fieldsOf(schema).map(({ key }) => key)));

/** What a union takes: literal values, and objects, which a key of theirs, the mark, may tell apart. */
const alternativesOf = /* @__PURE__ */ remembering((schema) => {
  const def = definitionOf(schema);
  const options = def.type === 'union' ? def.options : [];
  return {
    literals: options.flatMap((option) => literalsOf(option) ?? []),
    objects: options.filter((option) => definitionOf(option).type === 'object'),
    mark: 'discriminator' in def ? String(def.discriminator) : undefined,
  };
});

function unknownKey(schema: Schema, key: string, place: string): string {
  if (schema === PeopleSelectorSchema && ITEM_KEYS.has(key))
    return `Remove ${place}: it selects items, which makes no sense where only people are selected.`;
  return `Remove ${place}: there is no such key. The keys here are ${listed([...keysOf(schema)], 'and')}.`;
}

class SchemaCheck {
  readonly #issues: IssueList;
  readonly #path: (string | number)[];

  constructor(issues: IssueList, path: readonly (string | number)[]) {
    this.#issues = issues;
    this.#path = [...path];
  }

  /** Adds an issue about the place reached, or a key in it; always false, for the caller to hand on. */
  #fail(code: IssueCode, sentence: (place: string) => string, ...key: string[]): false {
    this.#issues.add([...this.#path, ...key], code, sentence);
    return false;
  }

  #unfit(schema: Schema, value: unknown, code: IssueCode = 'wrong-type'): false {
    return this.#fail(code, (place) => `Make ${place} ${expected(schema)}; it is ${shortOf(value)}.`);
  }

  #at(key: string | number, schema: Schema, value: unknown): boolean {
    this.#path.push(key);
    const fits = this.check(schema, value);
    this.#path.pop();
    return fits;
  }

  check(schema: Schema, value: unknown): boolean {
    if (value === UNREADABLE || this.#issues.full) return false;
    const def = definitionOf(schema);
    switch (def.type) {
      case 'optional':
        return this.check(def.innerType, value);
      case 'nullable':
        return value === null || this.check(def.innerType, value);
      case 'lazy':
        return this.check(def.getter(), value);
      case 'object':
        return isPlainObject(value) ? this.#object(schema, value) : this.#unfit(schema, value);
      case 'array':
        return Array.isArray(value) ? this.#list(schema, def.element, value) : this.#unfit(schema, value);
      case 'record':
        return isPlainObject(value)
          ? this.#record(def.keyType, def.valueType, value)
          : this.#unfit(schema, value);
      case 'union':
        return this.#union(schema, value);
      case 'string':
      case 'number':
      case 'boolean':
      case 'enum':
      case 'literal':
        return this.#leaf(schema, value);
      default:
        throw unknownSort(def.type);
    }
  }

  #object(schema: Schema, value: PlainObject): boolean {
    let fits = true;
    let known = 0;
    for (const { key, field, optional } of fieldsOf(schema)) {
      if (Object.hasOwn(value, key)) {
        known += 1;
        fits = this.#at(key, field, value[key]) && fits;
      } else if (!optional) {
        fits = this.#fail('missing', (place) => `Add ${place}: ${expected(field)}. It is required.`, key);
      }
    }
    const keys = Object.keys(value);
    if (keys.length === known) return fits;
    for (const key of keys.filter((each) => !keysOf(schema).has(each)).sort()) {
      if (this.#issues.full) return false;
      fits = this.#fail('unknown-key', (place) => unknownKey(schema, key, place), key);
    }
    return fits;
  }

  #list(schema: Schema, element: Schema, value: readonly unknown[]): boolean {
    const { least = 0, most = Infinity } = boundsOf(schema);
    let fits = true;
    if (value.length > most) {
      fits = this.#fail(
        'too-large',
        (place) => `Shorten ${place} to at most ${counted(most)} entries; it has ${counted(value.length)}.`,
      );
    } else if (value.length < least) {
      fits = this.#fail(
        'too-small',
        (place) => `Give ${place} at least ${counted(least)} entry; it has none.`,
      );
    }
    for (let index = 0; index < value.length; index += 1) {
      if (this.#issues.full) return false;
      fits = this.#at(index, element, value[index]) && fits;
    }
    return fits;
  }

  #record(keySchema: Schema, valueSchema: Schema, value: PlainObject): boolean {
    let fits = true;
    const choices = literalsOf(keySchema);
    for (const key of Object.keys(value).sort()) {
      if (this.#issues.full) return false;
      if (choices !== undefined && !choices.includes(key)) {
        fits = this.#fail(
          'unknown-key',
          (place) =>
            `Remove ${place}: there is no such key. The keys here are ${listed(choices.map(String), 'and')}.`,
          key,
        );
      } else if (choices === undefined && !this.#at(key, keySchema, key)) fits = false;
      else fits = this.#at(key, valueSchema, value[key]) && fits;
    }
    return fits;
  }

  #union(schema: Schema, value: unknown): boolean {
    const { literals, objects, mark } = alternativesOf(schema);
    if (literals.includes(value)) return true;
    if (objects.length === 0) return this.#unfit(schema, value, 'not-allowed');
    if (!isPlainObject(value)) {
      const almost = literals.some((literal) => typeof literal === typeof value);
      return this.#unfit(schema, value, almost ? 'not-allowed' : 'wrong-type');
    }
    const option = mark === undefined ? bestFit(objects, value) : this.#marked(objects, mark, value);
    return option !== undefined && this.check(option, value);
  }

  /** The alternative that an object's mark names. */
  #marked(objects: readonly Schema[], mark: string, value: PlainObject): Schema | undefined {
    const marks: unknown[] = [];
    for (const option of objects) {
      const field = fieldsOf(option).find(({ key }) => key === mark)?.field;
      const own = field === undefined ? [] : (literalsOf(field) ?? []);
      if (own.includes(value[mark])) return option;
      marks.push(...own);
    }
    const allowed = listed(
      marks.map((each) => JSON.stringify(each)),
      'or',
    );
    if (!Object.hasOwn(value, mark)) {
      this.#fail('missing', (place) => `Add ${place}: ${allowed}. It is required.`, mark);
    } else if (value[mark] !== UNREADABLE) {
      this.#fail('not-allowed', (place) => `Make ${place} ${allowed}; it is ${shortOf(value[mark])}.`, mark);
    }
    return undefined;
  }

  #leaf(schema: Schema, value: unknown): boolean {
    const result = z.safeParse(schema, value);
    if (result.success) return true;
    const issue = result.error.issues[0];
    switch (issue?.code) {
      case 'too_big':
        if (typeof value !== 'string') return this.#unfit(schema, value, 'too-large');
        return this.#fail(
          'too-long',
          (place) => `Shorten ${place} to at most ${counted(Number(issue.maximum))} characters; it has more.`,
        );
      case 'too_small':
        if (typeof value !== 'string') return this.#unfit(schema, value, 'too-small');
        return this.#fail(
          'bad-format',
          (place) => `Write ${place} as ${issue.message}; it is ${shortOf(value)}.`,
        );
      case 'invalid_format':
        return this.#fail(
          'bad-format',
          (place) => `Write ${place} as ${issue.message}; it is ${shortOf(value)}.`,
        );
      case 'custom':
        return this.#fail(
          issue.params?.['code'] === 'not-a-date' ? 'not-a-date' : 'forbidden-key',
          (place) => `Write ${place} as ${issue.message}; it is ${shortOf(value)}.`,
        );
      case 'invalid_value':
      case 'invalid_union':
        return this.#unfit(schema, value, 'not-allowed');
      default:
        return this.#unfit(schema, value);
    }
  }
}

/** The alternative that an object is most like: with the fewest keys missing or too many, and of those the first. */
function bestFit(objects: readonly Schema[], value: PlainObject): Schema | undefined {
  let best: Schema | undefined;
  let fewest = Infinity;
  for (const option of objects) {
    const missing = fieldsOf(option).filter(({ key, optional }) => !optional && !Object.hasOwn(value, key));
    const strange = Object.keys(value).filter((key) => !keysOf(option).has(key));
    if (missing.length + strange.length < fewest) {
      best = option;
      fewest = missing.length + strange.length;
    }
  }
  return best;
}

/**
 * Whether a snapshot is what a schema describes; adds an issue for all that is not. None of the contract's schemas
 * changes what it reads, so a snapshot that conforms is itself the value.
 *
 * @param path where the snapshot stands in the whole value
 */
export function conforms<Wanted extends z.ZodMiniType>(
  schema: Wanted,
  value: unknown,
  path: readonly (string | number)[],
  issues: IssueList,
): value is z.output<Wanted> {
  return new SchemaCheck(issues, path).check(schema, value);
}
