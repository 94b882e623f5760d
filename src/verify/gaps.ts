import type { Covered, Derived } from './derive.js';
import {
  type Demand,
  type Facts,
  type Item,
  type Person,
  adjusted,
  fits,
  lacks,
  meets,
  teaches,
} from './facts.js';
import type { Refuse } from './refusal.js';

/* Needs that stay unmet: the gap must be there, and its reason one that can be true. */

/** Whether the reason can be why none of these people is brought to hold the need. */
function canBe(reason: string, facts: Facts, demand: Demand, people: readonly Person[]): boolean {
  const { request, opens } = facts;
  const items = request.catalogue.items.filter((item) => teaches(item, demand));
  const isAlone = (item: Item, person: Person): boolean => {
    const offers = item.offers.filter((offer) => lacks(offer, request, person).length === 0);
    const obstacles = [
      fits(item, person, request) || 'audience',
      meets(item, opens, demand) || 'dates',
      !adjusted(request, 'ban', item, person) || 'banned',
      offers.length > 0 || 'no reason of the contract: there is no offer to be had',
    ].filter((obstacle) => obstacle !== true);
    if (obstacles.length > 0) return obstacles.length === 1 && obstacles[0] === reason;
    if (reason === 'money') return offers.every(({ price }) => 'pence' in price && price.pence > 0);
    const { releaseMinutes, ownMinutes } = person.time ?? {};
    return reason === 'time' && item.minutes > 0 && releaseMinutes !== undefined && ownMinutes !== undefined;
  };
  if (reason === 'no-item') return items.length === 0;
  if (reason === 'outranked') return items.length > 0 || people.length === 0;
  return items.some((item) => people.some((person) => isAlone(item, person)));
}

type Gaps = Derived['coverage'][number]['unmet'];

/** The gaps of a need: each person's when it is for everyone, else nobody's in particular; once, in order. */
export function checkGaps(facts: Facts, covered: Covered, gaps: Gaps, index: number, refuse: Refuse): void {
  const everyone = covered.demand.need.count === 'everyone';
  gaps.forEach(({ staff = '', reason }, position) => {
    const at = ['coverage', index, 'unmet', position];
    const people = covered.without.filter(({ id }) => !everyone || id === staff);
    if (everyone === (staff === ''))
      refuse('coverage', at, 'It names a person just when the need is for everyone.');
    else if (position > 0 && (gaps[position - 1]?.staff ?? '') >= staff)
      refuse('coverage', at, 'Each gap is told once, in the order of ids.');
    else if (covered.shortBy === 0 || (everyone && people.length === 0))
      refuse('false-reason', at, 'There is no such gap.');
    else if (!canBe(reason, facts, covered.demand, people))
      refuse('false-reason', [...at, 'reason'], `It can't be "${reason}".`);
  });
}
