import type { RequestInput } from '../../domain/request.js';
import type { Features } from '../features.js';
import type { AdjustmentSketch, EarlierBookingSketch } from '../sketch/decisions.js';
import type { Item } from './item.js';
import { at, atMaybe, chosen, defined, unique } from './words.js';

type Adjustment = NonNullable<RequestInput['adjustments']>[number];
type Booking = NonNullable<RequestInput['baseline']>[number];

export function assembleAdjustments(
  adjustments: readonly AdjustmentSketch[],
  items: readonly Item[],
  staffIds: readonly string[],
  features: Features,
): Adjustment[] {
  const used = adjustments.filter(({ kind }) => (kind === 'pin' ? features.pins : features.bans));
  return used.flatMap(({ kind, item: index, staff, session, signed }) => {
    const item = atMaybe(items, index);
    if (item === undefined) return [];
    return defined({
      kind,
      item: item.id,
      staff:
        staff === undefined || staffIds.length === 0
          ? undefined
          : unique(staff.map((person) => at(staffIds, person))),
      session:
        features.sessionAdjustments && session !== undefined
          ? atMaybe(item.sessions ?? [], session)?.id
          : undefined,
      by: signed ? 'The adviser' : undefined,
      reason: signed ? 'Agreed at the visit' : undefined,
    });
  });
}

interface Bookable {
  readonly window: RequestInput['window'];
  readonly items: readonly Item[];
  readonly staffIds: readonly string[];
  readonly terms: readonly { readonly id: string; readonly to: string }[];
  readonly pots: readonly { readonly id: string }[];
}

/** Bookings of things that are there; nothing else about them need be possible. */
export function assembleBaseline(sketches: readonly EarlierBookingSketch[], bookable: Bookable): Booking[] {
  const { items, terms, pots, window } = bookable;
  const bookings = sketches.flatMap((sketch): Booking[] => {
    const item = atMaybe(items, sketch.item);
    const offer = item && atMaybe(item.offers, sketch.offer);
    if (item === undefined || offer === undefined) return [];
    const session = atMaybe(item.sessions ?? [], sketch.slot);
    const term = session === undefined ? atMaybe(terms, sketch.slot) : undefined;
    const pot = offer.price.kind === 'free' ? undefined : atMaybe(pots, sketch.pot)?.id;
    const forTheSetting = item.teaches.length === 0 && item.grants !== undefined;
    const learners = forTheSetting ? [] : chosen(bookable.staffIds, sketch.learners);
    const part = (id: string | undefined): string => (id ?? '').replaceAll('~', '~0').replaceAll('/', '~1');
    return [
      defined({
        id: [item.id, session?.id ?? term?.id, offer.id, pot].map(part).join('/'),
        item: item.id,
        session: session?.id,
        term: term?.id,
        offer: offer.id,
        pot,
        learners,
        units: learners.length,
        pence: pot === undefined ? 0 : 500 * learners.length,
        minutes: item.minutes * learners.length,
        startsOn: session?.blocks[0]?.starts.slice(0, 10),
        completeBy: session?.blocks.at(-1)?.ends.slice(0, 10) ?? term?.to ?? window.to,
      }),
    ];
  });
  return [...new Map(bookings.map((booking) => [booking.id, booking])).values()];
}
