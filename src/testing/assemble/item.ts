import type { RequestInput } from '../../domain/request.js';
import type { Features } from '../features.js';
import type { ItemSketch, OfferSketch, PriceSketch, SessionSketch } from '../sketch/item.js';
import { datesNear, type Days, localTime } from './days.js';
import {
  at,
  chosen,
  defined,
  ENTITLEMENTS,
  GRANTED,
  type IdKind,
  ITEM_KINDS,
  PROVIDER_KINDS,
  PROVIDERS,
  PURCHASE_KINDS,
  ROLES,
  SITES,
  unique,
} from './words.js';

export type Item = RequestInput['catalogue']['items'][number];
type Offer = Item['offers'][number];
type Price = Offer['price'];
type Session = NonNullable<Item['sessions']>[number];

/** What items are made from beside their own sketches. */
export interface ItemSetting {
  readonly features: Features;
  readonly days: Days;
  readonly areas: readonly string[];
  readonly people: number;
  readonly providerKind: number;
  readonly backwards: boolean;
  readonly id: (kind: IdKind, index: number) => string;
}

/** Beginnings and ends, in minutes of the day, of the parts of a day. */
export const SLOTS = [
  [540, 720],
  [720, 900],
  [1080, 1200],
  [1320, 1440],
  [0, 540],
] as const;
const LONGER = { 'half-an-hour': 30, overnight: 1440 } as const;

export const entitlementsOf = (bits: number): string[] =>
  ENTITLEMENTS.filter((_, index) => ((bits >> index) & 1) === 1);

/** Makes the items; what one depends on comes before it in an order of its own, so that there are no circles. */
export function assembleItems(sketches: readonly ItemSketch[], setting: ItemSetting): Item[] {
  const { features, days, id, people } = setting;
  const ids = sketches.map((_, index) => id('item', index));
  const rank = (index: number): number => (setting.backwards ? sketches.length - 1 - index : index);
  const isPurchase = (sketch: ItemSketch): boolean => features.purchases && sketch.purchase === true;
  const grantsOf = (sketch: ItemSketch): string[] =>
    features.purchases && (sketch.purchase === true || sketch.grantsToo === true)
      ? chosen(GRANTED, sketch.grants)
      : [];
  /** The first rank at which an entitlement may be required: after all that grants it. */
  const requirableFrom = (entitlement: string): number =>
    Math.max(
      0,
      ...sketches.map((sketch, index) => (grantsOf(sketch).includes(entitlement) ? rank(index) + 1 : 0)),
    );

  function assembleOffer(sketch: OfferSketch, index: number, item: ItemSketch, place: number): Offer {
    const forTheSetting = isPurchase(item) && grantsOf(item).length > 0;
    const named = features.entitlements ? entitlementsOf(sketch.requires ?? 0) : [];
    const before = GRANTED.filter((granted) => {
      const from = requirableFrom(granted);
      return from > 0 && from <= rank(place);
    });
    const behind = features.purchases && sketch.behind !== undefined && before.length > 0;
    const requires = unique([...named, ...(behind ? [at(before, sketch.behind ?? 0)] : [])]).filter(
      (entitlement) => requirableFrom(entitlement) <= rank(place),
    );
    const dates = features.datedOffers && sketch.dates ? datesNear(days.busy, sketch.dates) : {};
    return defined({
      id: id('offer', index),
      requires: requires.length > 0 ? requires : undefined,
      price: assemblePrice(sketch.price, { features, people, forTheSetting }),
      listPence: sketch.listPence,
      ...dates,
    });
  }

  function assembleItem(item: ItemSketch, place: number): Item {
    const purchase = isPurchase(item);
    const grants = grantsOf(item);
    const earlier = ids.filter((_, other) => rank(other) < rank(place));
    const dates = features.availability && item.available ? datesNear(days.busy, item.available) : undefined;
    const described = features.descriptions && place % 2 === 0;
    return defined({
      id: at(ids, place),
      title: `Item ${at(ids, place)}`,
      kind: purchase ? at(PURCHASE_KINDS, item.kind) : at(ITEM_KINDS, item.kind),
      provider: PROVIDERS[item.provider],
      url: described ? 'https://training.example/item' : undefined,
      teaches: purchase
        ? []
        : item.teaches.map(({ area, depth, validMonths }) =>
            defined({
              area: at(setting.areas, area),
              depth,
              validMonths: features.ages ? validMonths : undefined,
            }),
          ),
      minutes: item.minutes,
      audience: features.audiences ? assembleAudience(item.audience, setting) : undefined,
      prerequisites:
        features.prerequisites && item.prerequisites !== undefined && earlier.length > 0
          ? item.prerequisites.map((anyOf) => ({
              anyOf: unique(anyOf.map((other) => at(earlier, other))),
            }))
          : undefined,
      excludes:
        features.excludes && item.excludes !== undefined
          ? unique(item.excludes.map((other) => at(ids, other)))
          : undefined,
      participation: features.wholeTeam ? item.participation : undefined,
      grants: grants.length > 0 ? grants : undefined,
      offers: item.offers.map((offer, index) => assembleOffer(offer, index, item, place)),
      sessions: features.sessions
        ? item.sessions?.map((session, index) => assembleSession(session, id('session', index), setting))
        : undefined,
      available: dates && defined(dates),
      learners: features.learners ? assembleLearners(item.learners) : undefined,
    });
  }
  return sketches.map(assembleItem);
}

function assembleAudience(audience: ItemSketch['audience'], { providerKind }: ItemSetting): Item['audience'] {
  if (audience === undefined) return undefined;
  const { roles, kinds, minLevel, maxLevel } = audience;
  return defined({
    roles: roles === undefined ? undefined : chosen(ROLES, roles),
    providerKinds:
      kinds === undefined ? undefined : [at(PROVIDER_KINDS, kinds ? providerKind : providerKind + 1)],
    minLevel,
    maxLevel: maxLevel === undefined ? undefined : Math.max(maxLevel, minLevel ?? 0),
  });
}

function assembleLearners(learners: ItemSketch['learners']): Item['learners'] {
  if (learners === undefined) return undefined;
  const { min, max, perSetting } = learners;
  return defined({ min, max: max === undefined ? undefined : Math.max(max, min ?? 0), perSetting });
}

function assemblePrice(
  { kind: drawn, pence, size, steps }: PriceSketch,
  {
    features,
    people,
    forTheSetting,
  }: { readonly features: Features; readonly people: number; readonly forTheSetting: boolean },
): Price {
  const allowed =
    drawn === 'per-setting' || drawn === 'per-group'
      ? features.sharedPrices
      : drawn === 'per-learner-tiered'
        ? features.tiers
        : drawn === 'by-team-size'
          ? features.teamSizes
          : true;
  const kind = allowed ? drawn : 'per-learner';
  if (kind === 'free') return { kind };
  if (forTheSetting && kind !== 'by-team-size') return { kind: 'per-setting', pence };
  if (kind === 'per-group') return { kind, pence, size };
  if (kind === 'per-learner-tiered') {
    let from = 1;
    const more = steps.map((step) => ({ from: (from += step.by), pence: step.pence }));
    return { kind, tiers: [{ from: 1, pence }, ...more] };
  }
  if (kind === 'by-team-size') {
    // The first band is for teams as large as this, for smaller ones, or for smaller ones alone.
    const least = Math.max(1, people - 2 + (size % 3));
    let upTo = least;
    const more = (size % 3 === 0 ? [] : steps).map((step) => ({
      upTo: (upTo += step.by),
      pence: step.pence,
    }));
    return { kind, bands: [{ upTo: least, pence }, ...more] };
  }
  return { kind, pence };
}

function assembleSession(sketch: SessionSketch, id: string, { features, days }: ItemSetting): Session {
  const day = at(days.busy, sketch.day.day) + sketch.day.shift;
  const { slot, longer, second } = sketch;
  const block = (
    on: number,
    [starts, ends]: readonly [number, number],
    more = 0,
  ): Session['blocks'][number] => ({
    starts: localTime(on, starts),
    ends: localTime(on, ends + more),
  });
  const alone = second === undefined || (second.after === 0 && second.slot === slot);
  return defined({
    id,
    blocks: alone
      ? [block(day, at(SLOTS, slot), longer && LONGER[longer])]
      : [block(day, at(SLOTS, slot)), block(day + second.after, at(SLOTS, second.slot))],
    openHours: features.openHours ? sketch.openHours : undefined,
    places: features.places ? sketch.places : undefined,
    site: sketch.site === undefined ? undefined : at(SITES, sketch.site),
  });
}
