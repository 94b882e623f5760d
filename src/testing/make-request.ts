import { addMonths, dayNumber, isoDate } from '../internal/calendar.js';
import { present } from '../internal/invariant.js';
import type { RequestInput } from '../domain/request.js';
import { type Random, randomFrom } from './random.js';
import { withWholeContract } from './whole-contract.js';

/** How large a made-up setting is, and how hard its choice. */
export interface MakeRequestOptions {
  readonly people: number;
  readonly items: number;
  /** Development areas taught and needed: one for every six items by default, 4 to 30. */
  readonly areas?: number | undefined;
  /** Pence there are for each person, over all pots: 1,200 by default, twice that with the whole contract. */
  readonly pencePerHead?: number | undefined;
  /** Minutes each person has, released and own together: 480 by default, twice that with the whole contract. */
  readonly minutesPerHead?: number | undefined;
  /** Whether it uses the whole contract: sessions, terms, cover, limits, purchases and the rest. Not by default. */
  readonly wholeContract?: boolean | undefined;
}

type Item = RequestInput['catalogue']['items'][number];
type Person = RequestInput['staff'][number];
type Need = RequestInput['needs'][number];
type Depth = Need['depth'];

const AS_OF = '2025-09-01';
const TODAY = present(dayNumber(AS_OF), 'the day');
const NETWORK = 'network-membership';
const COUNCIL = 'council-area';
const DEPTHS: readonly Depth[] = [1, 2, 3, 4];
const depthOf = (least: number, most: number, random: Random): Depth =>
  DEPTHS[random.whole(least, most) - 1] ?? 1;

/**
 * A fictional setting of a size, with round prices, several pots, group prices, cohorts and people who are alike:
 * the same for the same seed and options, for benchmarks and fixed samples. Real settings choose from catalogues
 * of this shape; the names mean nothing.
 * @example
 * makeRequest(1, { people: 8, items: 40 }).staff.length; // => 8
 */
export function makeRequest(seed: number, options: MakeRequestOptions): RequestInput {
  const random = randomFrom(seed);
  const count = options.areas ?? Math.min(30, Math.max(4, Math.floor(options.items / 6)));
  const areas = Array.from({ length: count }, (_, index) => `area-${String(index + 1).padStart(2, '0')}`);
  const items = Array.from({ length: options.items }, (_, index) => makeItem(index, areas, random));
  const share = options.wholeContract === true ? 2 : 1;
  const minutes = options.minutesPerHead ?? 480 * share;
  const staff: Person[] = [];
  for (let index = 0; index < options.people; index += 1) {
    const id = `person-${String(index + 1).padStart(3, '0')}`;
    const before = staff.at(-1);
    staff.push(
      before !== undefined && index > 2 && random.percent(25)
        ? { ...before, id }
        : makePerson(id, index, areas, minutes, random),
    );
  }
  const money = (options.pencePerHead ?? 1200 * share) * options.people;
  const request: RequestInput = {
    asOf: AS_OF,
    window: { from: AS_OF, to: '2026-08-31' },
    setting: { id: `setting-${String(seed)}`, providerKind: 'group', entitlements: [NETWORK] },
    staff,
    needs: areas.map((area, index) => makeNeed(area, index, options.people, random)),
    catalogue: { id: 'fictional', asOf: AS_OF, items },
    funding: [
      { id: 'budget', pence: Math.floor((money * 6) / 10) },
      { id: 'council-grant', pence: Math.floor((money * 3) / 10) },
      { id: 'fundraising', pence: Math.floor(money / 10) },
    ],
    areas: areas.map((id) => ({ id, title: `Area ${id}` })),
  };
  return options.wholeContract === true ? withWholeContract(request, seed) : request;
}

function makeItem(index: number, areas: readonly string[], random: Random): Item {
  const id = `item-${String(index + 1).padStart(4, '0')}`;
  const base = { id, title: `Fictional item ${id}`, provider: `Provider ${String(index % 5)}` };
  // The first items teach each area once, so that every need can be met by something.
  const area = (step: number): string =>
    areas[index < areas.length && step === 0 ? index : random.whole(0, areas.length - 1)] ?? 'area-01';
  const teaches = (many: number, least: number, most: number, validMonths?: number): Item['teaches'] => {
    const names = new Set(Array.from({ length: many }, (_, step) => area(step)));
    return [...names].map((name) => ({
      area: name,
      depth: depthOf(least, most, random),
      ...(validMonths === undefined ? {} : { validMonths }),
    }));
  };
  const audience = random.percent(20)
    ? { audience: { roles: [random.pick(['room-leader', 'practitioner', 'manager'])] } }
    : {};
  const member = (pence: number): Item['offers'][number] => ({
    id: 'member',
    requires: [NETWORK],
    price: pence === 0 ? { kind: 'free' } : { kind: 'per-learner', pence },
    listPence: 2500,
  });
  const kind = random.whole(0, 99);
  if (kind < 45) {
    return {
      ...base,
      kind: 'online-module',
      teaches: teaches(random.pick([1, 1, 2]), 1, 2),
      minutes: 15 * random.whole(2, 8),
      offers: [
        member(random.pick([0, 800, 1200, 1500])),
        { id: 'full', price: { kind: 'per-learner', pence: random.pick([1500, 2000, 2500, 3000]) } },
      ],
    };
  }
  if (kind < 60) {
    return {
      ...base,
      kind: 'recorded-webinar',
      teaches: teaches(random.pick([1, 2]), 1, 2),
      minutes: random.pick([60, 75, 90]),
      ...audience,
      offers: [
        random.percent(30)
          ? member(0)
          : { id: 'team', price: { kind: 'per-setting', pence: random.pick([2500, 4000]) } },
      ],
    };
  }
  if (kind < 75) {
    const size = random.pick([4, 6, 8, 12]);
    return {
      ...base,
      kind: 'in-house-training',
      teaches: teaches(random.pick([2, 3]), 2, 3),
      minutes: 60 * random.whole(2, 4),
      ...audience,
      offers: [
        { id: 'group', price: { kind: 'per-group', pence: random.pick([6000, 9000, 15000]), size } },
        {
          id: 'council-group',
          requires: [COUNCIL],
          price: { kind: 'per-group', pence: 4000, size },
        },
      ],
    };
  }
  if (kind < 90) {
    return {
      ...base,
      kind: 'course',
      teaches: teaches(random.pick([1, 2]), 2, 4, random.pick([undefined, 12, 36])),
      minutes: 60 * random.whole(4, 8),
      ...audience,
      offers: [
        member(random.pick([3000, 4500, 6000])),
        { id: 'full', price: { kind: 'per-learner', pence: random.pick([6000, 7500, 9000]) } },
      ],
    };
  }
  return {
    ...base,
    kind: 'publication',
    teaches: teaches(random.pick([1, 2]), 1, 2),
    minutes: 60,
    offers: [{ id: 'copy', price: { kind: 'per-setting', pence: random.pick([800, 1500, 2500]) } }],
  };
}

function makePerson(
  id: string,
  index: number,
  areas: readonly string[],
  minutes: number,
  random: Random,
): Person {
  const release = Math.floor((minutes * random.whole(4, 8)) / 10);
  const role = index === 0 ? 'manager' : random.percent(25) ? 'room-leader' : 'practitioner';
  return {
    id,
    roles: [role],
    qualifications: [{ level: role === 'manager' ? 6 : random.whole(2, 5) }],
    records: random.some(areas, 20).map((area) => {
      const completed = TODAY - random.whole(30, 1400);
      return {
        area,
        depth: depthOf(1, 3, random),
        completedOn: isoDate(completed),
        ...(random.percent(50) ? { expiresOn: isoDate(addMonths(completed, random.pick([24, 36]))) } : {}),
      };
    }),
    entitlements: random.percent(15) ? [COUNCIL] : [],
    ageBands: [random.pick(['under-2', '2', '3-plus'])],
    time: { releaseMinutes: release, ownMinutes: minutes - release },
  };
}

function makeNeed(area: string, index: number, people: number, random: Random): Need {
  const id = `need-${String(index + 1).padStart(3, '0')}`;
  const cohort = Math.max(1, Math.ceil(people / random.whole(2, 5)));
  const who: Need['who'] = random.pick([
    {},
    {},
    { minLevel: 3 },
    { ageBands: [random.pick(['under-2', '2', '3-plus'])] },
    { not: { roles: ['manager'] } },
    { roles: ['room-leader', 'manager'] },
  ]);
  const depth = depthOf(1, 2, random);
  if (index % 6 === 0) return { id, area, depth, who: {}, count: 'everyone', source: 'statutory' };
  if (index % 6 === 1) {
    return {
      id,
      area,
      depth: 2,
      who: {},
      count: { atLeast: cohort, spare: 1 },
      source: 'statutory',
      maxAgeMonths: 36,
    };
  }
  return {
    id,
    area,
    depth,
    who,
    count: random.percent(40) ? { atLeast: cohort, ...(random.percent(30) ? { spare: 1 } : {}) } : 'everyone',
    source: random.pick([
      'inspection-action',
      'inspection-recommendation',
      'inspection-recommendation',
      'self-evaluation',
      'self-evaluation',
      'appraisal',
      'local-authority',
      'sector-focus',
      'aspiration',
    ]),
    ...(random.percent(25)
      ? { by: random.pick(['2025-12-31', '2026-03-31', '2026-08-31', '2025-08-01']) }
      : {}),
  };
}
