/**
 * Orders strings by UTF-16 code unit: the only string order of the library, the same on every engine and in every
 * locale.
 */
export const compareIds = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The list in the order of its ids; the list given is left as it is. */
export const sortedById = <T extends { readonly id: string }>(list: readonly T[]): T[] =>
  [...list].sort((a, b) => compareIds(a.id, b.id));
