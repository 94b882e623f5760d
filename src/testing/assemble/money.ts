import type { RequestInput } from '../../domain/request.js';
import type { Features } from '../features.js';
import type { AmountSketch, LimitSketch, PotSketch } from '../sketch/money.js';
import { datesNear, type Days } from './days.js';
import type { Item } from './item.js';
import { someMinutes } from './person.js';
import { type Selectable, selector } from './selector.js';
import { at, defined } from './words.js';

type Pot = RequestInput['funding'][number];
type Limit = NonNullable<RequestInput['limits']>[number];

/** What pots and limits are made from beside their own sketches. */
export interface MoneySetting {
  readonly features: Features;
  readonly days: Days;
  readonly items: readonly Item[];
  readonly people: number;
  readonly selectable: Selectable;
}

export function assemblePot(pot: PotSketch, id: string, setting: MoneySetting): Pot {
  const { features, days, selectable } = setting;
  return defined({
    id,
    pence: potPence(pot.holds, setting),
    pays: features.pays && pot.pays !== undefined ? selector(pot.pays, selectable) : undefined,
    ...(features.datedPots && pot.dates !== undefined ? datesNear(days.busy, pot.dates) : {}),
  });
}

export function assembleLimit(limit: LimitSketch, id: string, setting: MoneySetting): Limit {
  const { features, items, selectable } = setting;
  const { measure, per } = limit;
  const amount = ({ count, items: some, shift }: AmountSketch): number => {
    if (measure === 'places' || measure === 'bookings') return count;
    const whole =
      measure === 'pence'
        ? pricesOf(items, some, count)
        : someMinutes(items, some === 0 ? 0 : 1 << (some % 4));
    return Math.max(0, whole + shift);
  };
  const atMost = features.limits && limit.most !== undefined ? amount(limit.most) : undefined;
  const atLeast = features.minimums && limit.least !== undefined ? amount(limit.least) : undefined;
  return defined({
    id,
    measure,
    select: limit.select && selector(limit.select, selectable),
    per: atLeast !== undefined && limit.leastOfEach === undefined ? undefined : per,
    atMost: atMost === undefined ? undefined : Math.max(atMost, atLeast ?? 0),
    atLeast,
  });
}

const pricePence = ({ price }: Item['offers'][number]): number => {
  if (price.kind === 'free') return 0;
  if (price.kind === 'per-learner-tiered') return price.tiers[0]?.pence ?? 0;
  if (price.kind === 'by-team-size') return price.bands[0]?.pence ?? 0;
  return price.pence;
};

/** What so many places cost, from a place in the list of prices on. */
function pricesOf(items: readonly Item[], first: number, places: number): number {
  const priced = items.flatMap((item) => item.offers.map(pricePence)).filter((pence) => pence > 0);
  let pence = 0;
  for (let place = 0; place < places && priced.length > 0; place += 1) pence += at(priced, first + place * 7);
  return pence;
}

function potPence(holds: PotSketch['holds'], { items, people }: MoneySetting): number {
  if (holds === 'empty') return 0;
  if (typeof holds === 'number') {
    const dearest = items.map((item) => Math.max(0, ...item.offers.map(pricePence)) * people);
    return Math.floor((dearest.reduce((sum, pence) => sum + pence, 0) * holds) / 1000);
  }
  return Math.max(0, pricesOf(items, holds.items, holds.places) + holds.shift);
}
