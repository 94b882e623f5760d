import type { PeopleSelector, Selector } from '../../domain/selector.js';
import type { Request } from '../../domain/request.js';

/** A selector without the items that are no longer there. It goes on selecting the same of what is. */
function withoutGone<Any extends Selector>(selector: Any, items: ReadonlySet<string>): Any {
  const { items: named, not } = selector;
  return {
    ...selector,
    ...(named !== undefined && { items: named.filter((id) => items.has(id)) }),
    ...(not !== undefined && { not: withoutGone(not, items) }),
  };
}

/** Pots and limits whose selectors name only items of the catalogue. */
export function withKnownItems({
  funding,
  limits,
  catalogue,
}: Pick<Request, 'funding' | 'limits' | 'catalogue'>): Pick<Request, 'funding' | 'limits'> {
  const items = new Set<string>(catalogue.items.map(({ id }) => id));
  return {
    funding: funding.map((pot) =>
      pot.pays === undefined ? pot : { ...pot, pays: withoutGone(pot.pays, items) },
    ),
    ...(limits !== undefined && {
      limits: limits.map((limit) =>
        limit.select === undefined ? limit : { ...limit, select: withoutGone(limit.select, items) },
      ),
    }),
  };
}

/** A text that two selectors of people share only when they say the same, whatever the order of keys and lists. */
export function peopleKey({ staff, roles, sites, ageBands, minLevel, not }: PeopleSelector): string {
  const lists = [staff, roles, sites, ageBands].map((list) => list && [...list].sort());
  return JSON.stringify([...lists, minLevel, not && peopleKey(not)]);
}
