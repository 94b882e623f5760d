import { isDate, minuteOf } from './calendar.js';
import { isPlainObject } from './snapshot.js';

/*
 * The shapes of JSON values, written as a table and compared without a schema library. Each paragraph begins with a
 * name. Then come `field:type` by `field:type`, a field with `?` may be absent, one without a type is not looked at; or
 * `= type`, a short name. A type is a name or a leaf, of several `|` one. After it `*` is a list of such, `+` one that
 * is not empty, `#` one of objects with different ids, `@` an object with any keys, and `/` the shape `type/kind` that the
 * value's `kind` names. `0..8` is a whole number in that range; any other word stands for itself.
 */

/** By name: a record's fields with their types, or the type that the name is short for. */
export type Shapes = ReadonlyMap<string, string | ReadonlyMap<string, string>>;

/** Reads a table of shapes. */
export const shapesOf = (table: string): Shapes =>
  new Map(
    table.split(/\n+(?=\S)/).map((paragraph) => {
      const [name = '', ...words] = paragraph.trim().split(/\s+/);
      const fields = new Map(words.map((word) => [word.split(':')[0] ?? '', word.split(':')[1] ?? 'any']));
      return [name, words[0] === '=' ? words.slice(1).join('') : fields] as const;
    }),
  );

const LEAVES = new Map<string, (value: unknown) => boolean>([
  ['any', () => true],
  ['null', (value) => value === null],
  ['id', (value) => typeof value === 'string' && value !== ''],
  ['text', (value) => typeof value === 'string'],
  ['flag', (value) => typeof value === 'boolean'],
  ['date', (value) => typeof value === 'string' && isDate(value)],
  ['local', (value) => typeof value === 'string' && minuteOf(value) !== undefined],
  ['clock', (value) => typeof value === 'string' && minuteOf(`1970-01-01T${value}`) !== undefined],
]);

function isOf(type: string, value: unknown): boolean {
  const [least, most] = type.split('..').map(Number);
  if (least === undefined || most === undefined) return LEAVES.get(type)?.(value) ?? value === type;
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= least && value <= most;
}

type Path = readonly (string | number)[];

/** Tells everything that keeps a value from being of a type. */
export function lookAt(
  shapes: Shapes,
  value: unknown,
  type: string,
  at: Path,
  tell: (path: Path, fault: string) => void,
): void {
  const meaning = shapes.get(type) ?? type;
  const each = (entry: unknown, key: string | number): void =>
    lookAt(shapes, entry, typeof meaning === 'string' ? meaning.slice(0, -1) : 'any', [...at, key], tell);
  if (typeof meaning !== 'string') {
    if (!isPlainObject(value)) return tell(at, 'must be an object');
    for (const field of meaning.keys())
      if (!field.endsWith('?') && !Object.hasOwn(value, field)) tell([...at, field], 'is missing');
    for (const [key, member] of Object.entries(value)) {
      const known = meaning.get(key) ?? meaning.get(`${key}?`);
      if (known === undefined) tell([...at, key], 'is not a key of the contract');
      else if (known !== 'any') lookAt(shapes, member, known, [...at, key], tell);
    }
  } else if (/[*+#]$/.test(meaning)) {
    if (!Array.isArray(value)) return tell(at, 'must be a list');
    if (meaning.endsWith('+') && value.length === 0) tell(at, 'must not be empty');
    value.forEach(each);
    const ids = new Set<unknown>();
    for (const [index, entry] of meaning.endsWith('#') ? value.entries() : []) {
      const id: unknown = isPlainObject(entry) ? entry['id'] : index;
      if (ids.has(id)) tell([...at, index, 'id'], 'is there twice');
      ids.add(id);
    }
  } else if (meaning.endsWith('@')) {
    if (!isPlainObject(value)) return tell(at, 'must be an object');
    for (const [key, member] of Object.entries(value)) each(member, key);
  } else if (meaning.endsWith('/')) {
    const kind = isPlainObject(value) && typeof value['kind'] === 'string' ? value['kind'] : '';
    if (shapes.has(meaning + kind)) lookAt(shapes, value, meaning + kind, at, tell);
    else tell([...at, 'kind'], 'is not a kind of the contract');
  } else if (!meaning.split('|').some((one) => isOf(one, value))) {
    const last = meaning.slice(meaning.lastIndexOf('|') + 1);
    if (shapes.has(last)) lookAt(shapes, value, last, at, tell);
    else tell(at, `must be: ${meaning}`);
  }
}
