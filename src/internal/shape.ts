import { isDate, minuteOf } from './calendar.js';
import { memoised } from './lookup.js';
import { isPlainObject } from './snapshot.js';

/*
 * The shapes of JSON values, written as a table and compared without a schema library. Each paragraph begins with a
 * name. Then come `field:type` by `field:type`, where a field with `?` may be absent and one without a type is not looked
 * at; or `= type`, for which the name is short. A type is a name, or one of several leaves with `|` between them, of which
 * the last may be a name. After it `*` is a list of such, `+` one that is not empty, `#` one of objects with different
 * ids, `@` an object with any keys, and `/` the shape `type/kind` that the value's `kind` names. `0..8` is a whole number
 * in that range; a word that is no leaf stands for itself.
 */

type Path = readonly (string | number)[];
type Tell = (path: Path, fault: string) => void;

/** Tells everything that keeps a value from being of a shape. Where it is stands in `at`, which is left as it was. */
type Look = (value: unknown, at: (string | number)[], tell: Tell) => void;

const LEAVES = new Map<string, (value: unknown) => boolean>([
  ['null', (value) => value === null],
  ['id', (value) => typeof value === 'string' && value !== ''],
  ['text', (value) => typeof value === 'string'],
  ['flag', (value) => typeof value === 'boolean'],
  ['date', (value) => typeof value === 'string' && isDate(value)],
  ['local', (value) => typeof value === 'string' && minuteOf(value) !== undefined],
  ['clock', (value) => typeof value === 'string' && minuteOf(`1970-01-01T${value}`) !== undefined],
]);

function leafOf(type: string): (value: unknown) => boolean {
  const [least, most] = type.split('..').map(Number);
  if (least === undefined || most === undefined) return LEAVES.get(type) ?? ((value) => value === type);
  return (value) => Number.isSafeInteger(value) && Number(value) >= least && Number(value) <= most;
}

function within(look: Look, value: unknown, key: string | number, at: (string | number)[], tell: Tell): void {
  at.push(key);
  look(value, at, tell);
  at.pop();
}

/** Reads a table of shapes; gives what looks at a value as one of them. */
export function shapesOf(table: string): (name: string, value: unknown, tell: Tell) => void {
  const paragraphs = table.split(/\n+(?=\S)/).map((paragraph) => paragraph.trim().split(/\s+/));
  const words = new Map(paragraphs.map(([name = '', ...rest]) => [name, rest]));
  const lookOf = memoised((type: string): Look => {
    const [first, ...rest] = words.get(type) ?? [];
    if (first === '=') return lookOf(rest.join(''));
    if (first !== undefined) return objectOf([first, ...rest]);
    const entry = type.slice(0, -1);
    if (/[*+#]$/.test(type)) return listOf(entry, type.endsWith('+'), type.endsWith('#'));
    if (type.endsWith('@'))
      return (value, at, tell) => {
        if (!isPlainObject(value)) return tell([...at], 'must be an object');
        for (const [key, member] of Object.entries(value)) within(lookOf(entry), member, key, at, tell);
      };
    if (type.endsWith('/'))
      return (value, at, tell) => {
        const kind = isPlainObject(value) && typeof value['kind'] === 'string' ? value['kind'] : '';
        if (words.has(type + kind)) lookOf(type + kind)(value, at, tell);
        else tell([...at, 'kind'], 'is not a kind of the contract');
      };
    const [last = '', ...others] = type.split('|').reverse();
    const leaves = (words.has(last) ? others : [last, ...others]).map(leafOf);
    return (value, at, tell) => {
      if (leaves.some((isLeaf) => isLeaf(value))) return;
      if (words.has(last)) lookOf(last)(value, at, tell);
      else tell([...at], `must be: ${type}`);
    };
  });

  const objectOf = (fields: readonly string[]): Look => {
    const known = new Map<string, string | undefined>();
    const required: string[] = [];
    for (const field of fields) {
      const [name = '', type] = field.split(':');
      known.set(name.replace('?', ''), type);
      if (!name.endsWith('?')) required.push(name);
    }
    return (value, at, tell) => {
      if (!isPlainObject(value)) return tell([...at], 'must be an object');
      for (const name of required) if (!Object.hasOwn(value, name)) tell([...at, name], 'is missing');
      for (const [key, member] of Object.entries(value)) {
        const type = known.get(key);
        if (type !== undefined) within(lookOf(type), member, key, at, tell);
        else if (!known.has(key)) tell([...at, key], 'is not a key of the contract');
      }
    };
  };

  const listOf =
    (entry: string, isFull: boolean, isKeyed: boolean): Look =>
    (value, at, tell) => {
      if (!Array.isArray(value)) return tell([...at], 'must be a list');
      if (isFull && value.length === 0) tell([...at], 'must not be empty');
      const look = lookOf(entry);
      const ids = new Set<unknown>();
      value.forEach((one: unknown, index) => {
        within(look, one, index, at, tell);
        if (!isKeyed || !isPlainObject(one)) return;
        if (ids.has(one['id'])) tell([...at, index, 'id'], 'is there twice');
        ids.add(one['id']);
      });
    };

  return (name, value, tell) => lookOf(name)(value, [], tell);
}
