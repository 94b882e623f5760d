/** The entries of a list under what they share, in the order in which each is first met. */
export function groupBy<T, K>(list: Iterable<T>, keyOf: (entry: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const entry of list) add(groups, keyOf(entry), entry);
  return groups;
}

/** The entries of a list under all the keys they have, under each once, in the order given. */
export function groupByEach<T>(list: Iterable<T>, keysOf: (entry: T) => Iterable<string>): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const entry of list) for (const key of new Set(keysOf(entry))) add(groups, key, entry);
  return groups;
}

function add<T, K>(groups: Map<K, T[]>, key: K, entry: T): void {
  if (groups.get(key)?.push(entry) === undefined) groups.set(key, [entry]);
}

/** The function with its answers kept: each is worked out once, when first asked for. */
export function memoised<Key, Value>(answer: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, { readonly value: Value }>();
  return (key) => {
    const found = known.get(key) ?? { value: answer(key) };
    known.set(key, found);
    return found.value;
  };
}
