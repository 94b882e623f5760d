import type { Booking, CatalogueItem, Request, Session } from 'smartpd';
import { listed, longDay } from './words.js';

/* When a booking takes place, as one would write it into a diary. */

const DIARY = 3;

function onDays({ blocks, openHours }: Session): string {
  const days = [...new Set(blocks.map(({ starts }) => starts.slice(0, 10)))].sort().map(longDay);
  const times = new Set(blocks.map(({ starts, ends }) => `${starts.slice(11)} to ${ends.slice(11)}`));
  const on =
    days.length > DIARY
      ? `on ${days.length} days from ${days[0] ?? ''} to ${days.at(-1) ?? ''}`
      : `on ${listed(days)}`;
  const [time] = times;
  return `${on}${times.size === 1 ? `, ${time ?? ''}` : ''}${openHours === false ? ', outside opening hours' : ''}`;
}

/** The last day on which it can be begun at this price from this pot, where one is set. */
function closing(
  { offer, pot }: Booking,
  item: CatalogueItem | undefined,
  { funding }: Request,
): string | undefined {
  const ends = [
    item?.available?.to,
    item?.offers.find(({ id }) => id === offer)?.to,
    funding.find(({ id }) => id === pot)?.to,
  ];
  return ends.flatMap((day) => day ?? []).sort()[0];
}

/** On which days a session is; in which term, and by when, what is learnt at one's own pace. */
export function when(booking: Booking, item: CatalogueItem | undefined, request: Request): string {
  const { session, term, completeBy } = booking;
  const occasion = item?.sessions?.find(({ id }) => id === session);
  if (occasion !== undefined) return onDays(occasion);
  const last = closing(booking, item, request);
  const begun = last === undefined || last >= completeBy ? '' : `begun by ${longDay(last)}, `;
  return `${term === undefined ? '' : `in the ${term} term, `}${begun}${begun === '' ? '' : 'done '}by ${longDay(completeBy)}`;
}
