import { present } from '../../internal/invariant.js';

/* The few words that generated requests are made of: few, so that they often fall together. */

export const PROVIDER_KINDS = ['group', 'school', 'childminder', 'out-of-school'] as const;
export const ROLES = ['practitioner', 'manager', 'cook'] as const;
export const AGE_BANDS = ['under-2', '2', '3-plus'] as const;
export const SITES = ['north', 'south'] as const;
export const PROVIDERS = ['A fictional provider', 'Another provider'] as const;
/** The last is held by nobody. */
export const ENTITLEMENTS = ['member', 'council', 'insurer', 'elsewhere'] as const;
/** What items grant; people hold the first two of {@link ENTITLEMENTS} at most, and nobody the others. */
export const GRANTED = ['pass', 'elsewhere', 'member'] as const;
export const ITEM_KINDS = [
  'online-module',
  'recorded-webinar',
  'workshop',
  'course',
  'publication',
  'resource',
  'live-webinar',
  'in-house-training',
  'quality-scheme',
] as const;
export const PURCHASE_KINDS = ['membership', 'subscription'] as const;
export const SOURCES = [
  'self-evaluation',
  'statutory',
  'inspection-recommendation',
  'inspection-action',
  'appraisal',
  'welfare-notice',
  'local-authority',
  'sector-focus',
  'aspiration',
] as const;

const ODD_IDS = {
  person: ['10', '9', 'p/1', 'p~1', 'Zoë', 'a b'],
  item: ['a/b', 'a~1b', 'a', '10', '2', 'Z', 'é'],
  offer: ['b', '~', '/', '1'],
  session: ['2', '10', 's/'],
  term: ['~t', 'T', '1'],
  pot: ['~0', '/', '1', 'é'],
  need: ['n/1', '7', '~', 'N', 'n'],
  limit: ['l/', '1'],
} as const;
export type IdKind = keyof typeof ODD_IDS;

/** The id of the nth of its kind. */
export const idOf = (kind: IdKind, index: number, odd: boolean): string =>
  (odd ? ODD_IDS[kind][index] : undefined) ?? `${kind}-${String(index + 1).padStart(2, '0')}`;

/** The entry at an index that may be beyond the list. */
export const at = <T>(list: readonly T[], index: number): T =>
  present(list[index % list.length], 'an entry of the list');
/** The same, of a list that may have none. */
export const atMaybe = <T>(list: readonly T[], index: number): T | undefined =>
  list.length === 0 ? undefined : list[index % list.length];
export const chosen = <T>(list: readonly T[], bits: number): T[] =>
  list.filter((_, index) => ((bits >> (index % 3)) & 1) === 1);
export const unique = <T>(list: readonly T[]): T[] => [...new Set(list)];

/** The value without the keys that are undefined: requests are JSON. */
export const defined = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as T;
