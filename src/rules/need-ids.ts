import type { PeopleSelectorInput } from '../domain/selector.js';
import { compareIds } from '../internal/order.js';
import type { NeedInput } from './needs-from-rules.js';

/** A text that two selectors share only if they are written alike, whatever the order of their lists. */
export function selectorKey({ staff, roles, sites, ageBands, minLevel, not }: PeopleSelectorInput): string {
  const lists = [staff, roles, sites, ageBands].map((list) =>
    list === undefined ? null : [...list].sort(compareIds),
  );
  return JSON.stringify([...lists, minLevel ?? null, not === undefined ? null : selectorKey(not)]);
}

const contentKey = ({ area, depth, who, weight, by }: NeedInput): string =>
  JSON.stringify([area, depth, weight ?? null, by ?? null, selectorKey(who)]);

/**
 * Gives needs ids that do not depend on the order in which they were said: each the id of its subject, with a number
 * behind it, in the order of what they say, when several share one. What is said twice is one need.
 *
 * @param subject an id, made of the need's area and of what `contentKey` leaves out; short enough for a number behind it
 */
export function withIds<Drafted extends { readonly need: NeedInput }>(
  drafted: readonly Drafted[],
  subject: (need: NeedInput) => string,
): { needs: Drafted[]; repeated: Drafted[] } {
  const bySubject = new Map<string, Map<string, Drafted>>();
  const repeated: Drafted[] = [];
  for (const each of drafted) {
    const id = subject(each.need);
    const alike = bySubject.get(id) ?? new Map<string, Drafted>();
    bySubject.set(id, alike);
    const key = contentKey(each.need);
    if (alike.has(key)) repeated.push(each);
    else alike.set(key, each);
  }
  const needs: Drafted[] = [];
  for (const [id, alike] of bySubject) {
    const inOrder = [...alike].sort(([a], [b]) => compareIds(a, b));
    inOrder.forEach(([, each], index) => {
      needs.push({ ...each, need: { ...each.need, id: index === 0 ? id : `${id}-${index + 1}` } });
    });
  }
  return { needs, repeated };
}
