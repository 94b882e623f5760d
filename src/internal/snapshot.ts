/*
 * A plain copy of whatever a caller passed. The value is read once, here, and never again: getters and proxies cannot
 * change their mind later, nothing of the caller's is kept or altered, and what follows need not fear cycles, holes
 * or depth.
 */

/** Stands in a snapshot where the value given could not be copied; a fault says why. */
export const UNREADABLE: unique symbol = Symbol('unreadable');

export type PlainObject = { [key: string]: PlainValue };
export type PlainValue = string | number | boolean | null | typeof UNREADABLE | PlainValue[] | PlainObject;

export const isPlainObject = (value: unknown): value is PlainObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** How much is read before the reading stops. */
export interface SnapshotLimits {
  /** Lists and objects inside one another. */
  readonly depth: number;
  /** Values in all: texts, numbers, lists and objects. */
  readonly values: number;
  /** UTF-16 code units in one text, and in one key. */
  readonly text: number;
  readonly key: number;
  /** Faults after which the reading stops. */
  readonly faults: number;
}

export type FaultCode = 'not-json' | 'forbidden-key' | 'too-deep' | 'too-large' | 'long-text' | 'long-key';

/** Something that cannot be copied, where (a long key: in which object), and in a word what it is. */
export interface Fault {
  readonly path: readonly (string | number)[];
  readonly code: FaultCode;
  readonly found: string;
}

export interface Snapshot {
  readonly value: PlainValue;
  readonly faults: readonly Fault[];
  /** Whether the whole value was gone through. */
  readonly complete: boolean;
}

/** Keys that would change what an object is rather than what it holds. */
export const FORBIDDEN_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** Another window's or module's plain objects have a prototype of their own, which has none and owns `hasOwnProperty`. */
function isPlain(prototype: unknown): boolean {
  if (prototype === null || prototype === Object.prototype) return true;
  return (
    typeof prototype === 'object' &&
    Object.getPrototypeOf(prototype) === null &&
    Object.hasOwn(prototype, 'hasOwnProperty')
  );
}

function classOf(prototype: unknown): string {
  const maker: unknown = isPlainObject(prototype) ? prototype['constructor'] : undefined;
  const name = typeof maker === 'function' ? maker.name : '';
  return /^\w{1,40}$/.test(name) ? `an instance of ${name}` : 'an instance of a class';
}

/** The entries of an object or list as they are at one moment; may throw whatever the caller's getters and proxies throw. */
interface Entries {
  readonly keys: readonly string[] | undefined;
  readonly values: unknown[];
}

class Reader {
  readonly faults: Fault[] = [];
  complete = true;
  readonly #limits: SnapshotLimits;
  readonly #path: (string | number)[] = [];
  readonly #ancestors: object[] = [];
  #values = 0;

  constructor(limits: SnapshotLimits) {
    this.#limits = limits;
  }

  #fault(code: FaultCode, found: string, ...at: (string | number)[]): typeof UNREADABLE {
    this.faults.push({ path: [...this.#path, ...at], code, found });
    if (this.faults.length >= this.#limits.faults) this.complete = false;
    return UNREADABLE;
  }

  /** Nothing more is read once this is reported. */
  #tooLarge(): typeof UNREADABLE {
    this.complete = false;
    this.faults.push({ path: [], code: 'too-large', found: 'too many values' });
    return UNREADABLE;
  }

  read(value: unknown): PlainValue {
    this.#values += 1;
    if (this.#values > this.#limits.values) return this.#tooLarge();
    switch (typeof value) {
      case 'string':
        if (value.length <= this.#limits.text) return value;
        return this.#fault('long-text', String(value.length));
      case 'boolean':
        return value;
      case 'number':
        if (!Number.isFinite(value)) return this.#fault('not-json', String(value));
        return value === 0 ? 0 : value; // JSON knows no negative zero
      case 'object':
        return value === null ? null : this.#readObject(value);
      case 'function':
        return this.#fault('not-json', 'a function');
      case 'symbol':
        return this.#fault('not-json', 'a symbol');
      case 'bigint':
        return this.#fault('not-json', 'a BigInt');
      default:
        return this.#fault('not-json', 'undefined');
    }
  }

  #readObject(value: object): PlainValue {
    if (this.#ancestors.includes(value)) return this.#fault('not-json', 'an object that contains itself');
    if (this.#ancestors.length >= this.#limits.depth) return this.#fault('too-deep', 'nested too deeply');
    const entries = this.#entriesOf(value);
    if (entries === UNREADABLE) return UNREADABLE;
    this.#ancestors.push(value);
    const copy =
      entries.keys === undefined
        ? this.#readList(entries.values)
        : this.#readMembers(entries.keys, entries.values);
    this.#ancestors.pop();
    return copy;
  }

  #entriesOf(value: object): Entries | typeof UNREADABLE {
    let reading: string | number | undefined;
    try {
      const values: unknown[] = [];
      if (Array.isArray(value)) {
        const length: unknown = value.length;
        if (typeof length !== 'number' || !Number.isSafeInteger(length) || length < 0)
          return this.#fault('not-json', 'a list without a length');
        if (length > this.#limits.values - this.#values) return this.#tooLarge();
        for (let index = 0; index < length; index += 1) {
          reading = index;
          values.push(value[index]);
        }
        return { keys: undefined, values };
      }
      const prototype: unknown = Object.getPrototypeOf(value);
      if (!isPlain(prototype)) return this.#fault('not-json', classOf(prototype));
      const keys = Object.keys(value);
      if (keys.length > this.#limits.values - this.#values) return this.#tooLarge();
      for (const key of keys) {
        reading = key;
        values.push(Reflect.get(value, key));
      }
      return { keys, values };
    } catch {
      return reading === undefined
        ? this.#fault('not-json', 'an object that cannot be read')
        : this.#fault('not-json', 'a property that cannot be read', reading);
    }
  }

  #readList(values: readonly unknown[]): PlainValue[] {
    const copy: PlainValue[] = [];
    for (let index = 0; index < values.length && this.complete; index += 1) {
      this.#path.push(index);
      copy.push(this.read(values[index]));
      this.#path.pop();
    }
    return copy;
  }

  #readMembers(keys: readonly string[], values: readonly unknown[]): PlainObject {
    const copy: PlainObject = {};
    for (let index = 0; index < keys.length && this.complete; index += 1) {
      const key = keys[index] ?? '';
      const value = values[index];
      if (value === undefined) continue; // as JSON does
      if (FORBIDDEN_KEYS.has(key)) this.#fault('forbidden-key', key, key);
      else if (key.length > this.#limits.key) this.#fault('long-key', String(key.length));
      else {
        this.#path.push(key);
        copy[key] = this.read(value);
        this.#path.pop();
      }
    }
    return copy;
  }
}

/**
 * A plain copy of a value, with a fault for each part that is not JSON. Keys whose value is `undefined` are left out;
 * symbol keys and properties that are not enumerable are not looked at. It never throws, and never reads more than the
 * limits allow.
 */
export function snapshot(value: unknown, limits: SnapshotLimits): Snapshot {
  const reader = new Reader(limits);
  const copy = reader.read(value);
  return { value: copy, faults: reader.faults, complete: reader.complete };
}
