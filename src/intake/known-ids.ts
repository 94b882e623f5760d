import { isPlainObject, type PlainValue } from '../internal/snapshot.js';
import type { IssueList } from '../domain/checking/issue-list.js';
import { type Path, placeOf, quoted } from '../domain/checking/wording.js';

/** The ids of a list; `undefined` when they cannot be told, so that nothing should be said about references to it. */
export type Known = ReadonlySet<string> | undefined;

/** What other parts may refer to. */
export interface KnownIds {
  readonly staff: Known;
  readonly sites: Known;
  readonly terms: Known;
  readonly items: Known;
  readonly pots: Known;
  /** The request's own areas, beside the taxonomy's. */
  readonly areas: Known;
  readonly ofItem: ReadonlyMap<string, { readonly offers: Known; readonly sessions: Known }>;
}

/** The member of an object that was read; `undefined` when there is none or it is no object. */
export const memberOf = (value: PlainValue | undefined, key: string): PlainValue | undefined =>
  isPlainObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;

/**
 * The ids of a list as far as they can be read, whatever else is wrong with its entries; adds an issue for each that
 * is given twice. An optional list that is not there has no ids; any other that is not a list, and one in which an id
 * cannot be read, is not known.
 */
export function idsOf(
  list: PlainValue | undefined,
  path: Path,
  issues: IssueList,
  optional: 'optional' | 'required' = 'required',
): Known {
  if (list === undefined && optional === 'optional') return new Set();
  if (!Array.isArray(list) || issues.full) return undefined;
  const places = new Map<string, number>();
  let readable = true;
  for (const [index, entry] of list.entries()) {
    const id = memberOf(entry, 'id');
    if (typeof id !== 'string' || issues.full) {
      readable = false;
      continue;
    }
    const first = places.get(id);
    if (first === undefined) places.set(id, index);
    else {
      issues.add(
        [...path, index, 'id'],
        'duplicate-id',
        (place) => `Change ${place}: ${quoted(id)} is already the id of ${placeOf([...path, first])}.`,
      );
    }
  }
  return readable ? new Set(places.keys()) : undefined;
}

/** The ids of all lists of a request, with an issue for each that is given twice. */
export function idsOfRequest(request: PlainValue, issues: IssueList): KnownIds {
  const setting = memberOf(request, 'setting');
  const items = memberOf(memberOf(request, 'catalogue'), 'items');
  const itemsPath: Path = ['catalogue', 'items'];
  const ofItem = new Map<string, { offers: Known; sessions: Known }>();
  if (Array.isArray(items)) {
    for (const [index, item] of items.entries()) {
      const offers = idsOf(memberOf(item, 'offers'), [...itemsPath, index, 'offers'], issues);
      const sessions = idsOf(
        memberOf(item, 'sessions'),
        [...itemsPath, index, 'sessions'],
        issues,
        'optional',
      );
      const id = memberOf(item, 'id');
      if (typeof id !== 'string') continue;
      // of two items with one id it cannot be told which is meant
      ofItem.set(id, ofItem.has(id) ? { offers: undefined, sessions: undefined } : { offers, sessions });
    }
  }
  idsOf(memberOf(request, 'needs'), ['needs'], issues);
  idsOf(memberOf(request, 'limits'), ['limits'], issues, 'optional');
  idsOf(memberOf(request, 'baseline'), ['baseline'], issues, 'optional');
  return {
    staff: idsOf(memberOf(request, 'staff'), ['staff'], issues),
    sites: isPlainObject(setting)
      ? idsOf(memberOf(setting, 'sites'), ['setting', 'sites'], issues, 'optional')
      : undefined,
    terms: idsOf(memberOf(request, 'terms'), ['terms'], issues, 'optional'),
    items: idsOf(items, itemsPath, issues),
    pots: idsOf(memberOf(request, 'funding'), ['funding'], issues),
    areas: idsOf(memberOf(request, 'areas'), ['areas'], issues, 'optional'),
    ofItem,
  };
}
