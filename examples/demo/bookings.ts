import type { Booking, CatalogueItem, Programme, Request } from 'smartpd';
import { when } from './when.js';
import { duration, longDay, people, pounds, withFigures, wrapped } from './words.js';

/* What to book, for whom, when and at what price, as a manager would hand it on. */

/** The titles of what is booked at prices that something bought for the setting unlocks. */
function unlockedBy(item: CatalogueItem, { bookings }: Programme, { catalogue, setting }: Request): string[] {
  const grants = (item.grants ?? []).filter((one) => setting.entitlements?.includes(one) !== true);
  return bookings.flatMap((booking) => {
    const other = catalogue.items.find(({ id }) => id === booking.item);
    const requires = other?.offers.find(({ id }) => id === booking.offer)?.requires ?? [];
    return other !== undefined && requires.some((one) => grants.includes(one)) ? [other.title] : [];
  });
}

function forWhom(
  booking: Booking,
  item: CatalogueItem | undefined,
  programme: Programme,
  request: Request,
): string {
  const { learners } = booking;
  if (learners.length === 0) {
    const unlocked = item === undefined ? [] : [...new Set(unlockedBy(item, programme, request))];
    const why = unlocked.length === 0 ? '' : `; unlocks the price of: ${unlocked.join('; ')}`;
    return `for the setting, from ${longDay(booking.startsOn ?? booking.completeBy)}${why}`;
  }
  const team = request.staff.map(({ id }) => id);
  const each = `${duration(item?.minutes ?? 0)}${learners.length > 1 ? ' each' : ''}`;
  return `for ${people(learners, team)}, ${each}, ${when(booking, item, request)}`;
}

function booked(booking: Booking, programme: Programme, request: Request): string[] {
  const item = request.catalogue.items.find(({ id }) => id === booking.item);
  const offer = item?.offers.find(({ id }) => id === booking.offer);
  const saved = offer?.listPence === undefined ? 0 : offer.listPence * booking.units - booking.pence;
  const price = booking.pence === 0 ? 'free' : pounds(booking.pence);
  return [
    ...withFigures(
      [`  ${item?.title ?? booking.item}`],
      saved <= 0 ? price : `saves ${pounds(saved)}  ${price.padStart(9)}`,
    ),
    ...wrapped('    ', forWhom(booking, item, programme, request)),
  ];
}

/** Every booking, in the order in which they begin; what is bought for the setting before what it unlocks. */
export function allBooked(programme: Programme, request: Request): string[] {
  const order = ({ startsOn, completeBy, learners }: Booking): string =>
    `${startsOn ?? completeBy} ${learners.length === 0 ? 0 : 1}`;
  return [...programme.bookings]
    .sort((a, b) => (order(a) === order(b) ? 0 : order(a) < order(b) ? -1 : 1))
    .flatMap((booking) => booked(booking, programme, request));
}
