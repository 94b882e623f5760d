/** Lists by key, each entry under all the keys it has, once, in the order given. */
export function groupBy<T>(list: Iterable<T>, keysOf: (entry: T) => Iterable<string>): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const entry of list)
    for (const key of new Set(keysOf(entry)))
      if (groups.get(key)?.push(entry) === undefined) groups.set(key, [entry]);
  return groups;
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
