import { randomFrom } from './random.js';

/**
 * The same JSON value with every list and the keys of every object in another order. The lists of a request are
 * sets, so to the library it is the same request.
 */
export function shuffled<T>(value: T, seed: number): T {
  const random = randomFrom(seed);
  const mixed = <Entry>(entries: readonly Entry[]): Entry[] => {
    const list = [...entries];
    for (let last = list.length - 1; last > 0; last -= 1) {
      const other = random.whole(0, last);
      [list[last], list[other]] = [list[other] as Entry, list[last] as Entry];
    }
    return list;
  };
  const walk = (node: unknown): unknown => {
    if (Array.isArray(node)) return mixed(node.map(walk));
    if (typeof node !== 'object' || node === null) return node;
    return Object.fromEntries(
      mixed(Object.entries(node).map(([key, member]) => [key, walk(member)] as const)),
    );
  };
  return walk(value) as T;
}
