import fc from 'fast-check';
import {
  bits,
  busyDay,
  day,
  depth,
  evenly,
  type Given,
  index,
  months,
  often,
  rarely,
  shift,
  upTo,
} from './choices.js';

const record = fc.record({
  area: index,
  depth,
  /** Completed so long before a day that matters, or a day more or less. */
  completed: fc.record({ day: index, months, shift }),
  /** The first day that it does not hold: a day that matters, or its neighbour. */
  expires: evenly(day),
  /** The item it came of: one of the catalogue, or one that is there no more. */
  item: often(index),
});
export type RecordSketch = Given<typeof record>;

/** Time as a part, in thousandths, of what all items take; or just enough or not enough for some items. */
const release = often(upTo(600));
const own = often(fc.oneof(upTo(1000), fc.record({ items: index, shift })));
const termOwn = often(fc.oneof(upTo(300), fc.record({ items: index, shift })));
export type TimeSketch = { readonly release: Given<typeof release>; readonly own: Given<typeof own> };

export const person = fc.record({
  /** The same as an earlier person in all but the id. */
  twinOf: rarely(index),
  roles: bits,
  level: upTo(6),
  /** A higher qualification that does not count yet, or one that just does. */
  coming: evenly(fc.constantFrom('studying', 'awarded-later', 'awarded-today')),
  records: fc.oneof(
    { weight: 2, arbitrary: fc.constant<RecordSketch[]>([]) },
    { weight: 3, arbitrary: fc.array(record, { minLength: 1, maxLength: 2 }) },
  ),
  entitlements: bits,
  site: evenly(upTo(1)),
  ageBands: bits,
  release,
  own,
  /** The same for the first terms, in their order. */
  termTime: fc.array(often(fc.record({ release: often(upTo(400)), own: termOwn })), {
    minLength: 3,
    maxLength: 3,
  }),
  /** Days away, and how many more. */
  away: fc.array(fc.record({ on: busyDay, more: fc.constantFrom(0, 0, 1, 40) }), { maxLength: 2 }),
});
export type PersonSketch = Given<typeof person>;
