import type { RequestInput } from '../../src/domain/request.js';
import type { Choice } from './choice.js';
import { judge } from './judge.js';
import { type Objectives, compareObjectives } from './objectives.js';
import { isForTheSetting, slotsOf } from './page.js';
import { product } from './ways.js';

/** What the dumbest of all searches finds. */
export interface Found {
  readonly objectives: Objectives;
  readonly ties: number;
}

type Place = Omit<Choice, 'learners'>;

/** Every session or term, offer and pot there is, allowed or not. */
const placesOf = (
  request: RequestInput,
  { id, ...item }: RequestInput['catalogue']['items'][number],
): Place[] =>
  slotsOf(request, { id, ...item }).flatMap(({ session, term }) =>
    item.offers.flatMap((offer) =>
      [undefined, ...request.funding].map((pot) => ({
        item: id,
        session: session?.id,
        term: session === undefined ? term?.id : undefined,
        offer: offer.id,
        pot: pot?.id,
      })),
    ),
  );

function bookingsOf(
  taken: readonly { readonly place: Place; readonly learners: readonly string[] }[],
): Choice[] {
  const bookings = new Map<string, Choice>();
  for (const { place, learners } of taken) {
    const key = JSON.stringify(place);
    bookings.set(key, { ...place, learners: [...(bookings.get(key)?.learners ?? []), ...learners] });
  }
  return [...bookings.values()];
}

/**
 * Puts everybody nowhere and everywhere on every item, by every offer and from every pot, and asks the judge about each
 * programme: nothing is left out and nothing is known before. For the smallest of requests.
 */
export function tryEveryBooking(request: RequestInput, most: number): Found | 'infeasible' | 'too many' {
  const choices = request.catalogue.items.flatMap((item) => {
    const places = placesOf(request, item);
    return isForTheSetting(item)
      ? [[undefined, ...places.map((place) => ({ place, learners: [] }))]]
      : request.staff.map(({ id }) => [undefined, ...places.map((place) => ({ place, learners: [id] }))]);
  });
  if (choices.reduce((total, list) => total * list.length, 1) > most) return 'too many';
  let found: Found | undefined;
  for (const programme of product(choices)) {
    const { broken, objectives } = judge(request, bookingsOf(programme.filter((one) => one !== undefined)));
    if (broken.length > 0) continue;
    const order = found === undefined ? -1 : compareObjectives(objectives, found.objectives);
    if (order < 0) found = { objectives, ties: 1 };
    else if (order === 0 && found !== undefined) found = { objectives, ties: found.ties + 1 };
  }
  return found ?? 'infeasible';
}
