import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Programme } from '../../src/domain/programme.js';
import type { RequestInput } from '../../src/domain/request.js';
import { buildProgramme, draftRequest, rollForward, verifyProgramme } from '../../src/index.js';
import { rulebookOn } from '../../src/rules/index.js';
import { newTally } from '../../src/testing/index.js';
import { plusMonths } from '../oracle/page-time.js';
import { runs } from '../support/runs.js';

type Item = RequestInput['catalogue']['items'][number];
type Person = RequestInput['staff'][number];
type Catalogue = RequestInput['catalogue'];

/** A year's request and what was built for it. */
interface Year {
  readonly request: RequestInput;
  readonly programme: Programme;
}

const DAY = 86_400_000;
const shifted = (date: string, days: number): string =>
  new Date(Date.parse(`${date.slice(0, 10)}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10) +
  date.slice(10);

/** The same catalogue so many years later: what is dated takes place 364 days later each year, on the same day of the week. */
function yearsLater(catalogue: Catalogue, years: number): Catalogue {
  const move = (value: unknown): unknown => {
    if (typeof value === 'string')
      return /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2})?$/.test(value) ? shifted(value, 364 * years) : value;
    if (Array.isArray(value)) return value.map(move);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, move(member)]));
  };
  return {
    ...catalogue,
    asOf: shifted(catalogue.asOf, 364 * years),
    items: catalogue.items.map((item) => ({
      ...item,
      ...(item.sessions && { sessions: move(item.sessions) as NonNullable<Item['sessions']> }),
      ...(item.available && { available: move(item.available) as NonNullable<Item['available']> }),
      offers: item.offers.map((offer) => move(offer) as Item['offers'][number]),
    })),
  };
}

/** Three years: each built, and rolled forward on the first of September with what can be booked then. */
function threeYears(first: RequestInput, catalogue: Catalogue): Year[] {
  const years: Year[] = [];
  let request = first;
  for (let year = 0; year < 3; year += 1) {
    const result = buildProgramme(request, { effort: 500_000 });
    if (result.status !== 'optimal' && result.status !== 'bounded')
      throw new Error(`ended as ${result.status}`);
    years.push({ request, programme: result.programme });
    const next = rollForward(request, result.programme, `${String(2027 + year)}-09-01`, {
      catalogue: yearsLater(catalogue, year + 1),
    });
    if (next.status !== 'rolled') throw new Error(JSON.stringify(next.issues));
    request = next.request;
  }
  return years;
}

/** A stretch in which somebody holds something: from the day it is completed to before `until`. */
interface Certificate {
  readonly area: string;
  readonly depth: number;
  readonly from: string;
  readonly until: string | undefined;
}

const lastDay = (item: Item, id: string | undefined): string | undefined =>
  item.sessions
    ?.find((session) => session.id === id)
    ?.blocks.map(({ ends }) => ends.slice(0, 10))
    .sort()
    .at(-1);

const certificatesOf = (item: Item, from: string): Certificate[] =>
  item.teaches.map(({ area, depth, validMonths }) => ({
    area,
    depth,
    from,
    until: validMonths === undefined ? undefined : plusMonths(from, validMonths),
  }));

/** All that a person holds in the three years: what they brought along, and what was booked for them. */
const held = (person: Person, years: readonly Year[]): Certificate[] => [
  ...(person.records ?? []).map(({ area, depth, completedOn, expiresOn }) => ({
    area,
    depth,
    from: completedOn,
    until: expiresOn,
  })),
  ...years.flatMap(({ request, programme }) =>
    programme.bookings
      .filter(({ learners }) => (learners as readonly string[]).includes(person.id))
      .flatMap(({ item: id, session, completeBy }) => {
        const item = request.catalogue.items.find((one) => one.id === id);
        if (item === undefined) throw new Error(`no item ${id}`);
        return certificatesOf(item, lastDay(item, session) ?? completeBy);
      }),
  ),
];

/** What the law asks, written down by hand: in an area, so deep, no older than so many months; perhaps met by something else. */
interface Must {
  readonly area: string;
  readonly depth: number;
  readonly months?: number;
  readonly or?: Must;
}
const LEAD: Must = { area: 'designated-safeguarding-lead', depth: 3, months: 24 };
const SAFEGUARDING: Must = { area: 'child-protection', depth: 2, months: 24, or: LEAD };
const PREVENT: Must = { area: 'prevent-duty', depth: 1 };
const FOOD: Must = { area: 'food-hygiene', depth: 2 };
const EMERGENCY_AID: Must = { area: 'paediatric-first-aid', depth: 1, months: 36 };
const FULL_AID: Must = { area: 'paediatric-first-aid', depth: 2, months: 36 };

/** The days from the first to the last, both included, on which a certificate counts. */
interface Span {
  readonly from: string;
  readonly last: string;
}
const FOREVER = '9999-12-31';
const counts = ({ from, last }: Span, day: string): boolean => from <= day && day <= last;
const holds = (spans: readonly Span[], day: string): boolean => spans.some((span) => counts(span, day));

/** When a person's certificates count for what is asked. */
const spansOf = ({ area, depth, months, or }: Must, certificates: readonly Certificate[]): Span[] => [
  ...certificates
    .filter((certificate) => certificate.area === area && certificate.depth >= depth)
    .map(({ from, until }) => ({
      from,
      last: [
        until === undefined ? FOREVER : shifted(until, -1),
        months === undefined ? FOREVER : plusMonths(from, months),
      ].sort()[0]!,
    })),
  ...(or === undefined ? [] : spansOf(or, certificates)),
];

const FIRST = '2026-09-01';
const LAST = '2029-08-31';
const DAYS = Array.from({ length: (Date.parse(LAST) - Date.parse(FIRST)) / DAY + 1 }, (_, k) =>
  shifted(FIRST, k),
);

/** The days on which something is held no longer that was held the day before. */
const lapses = (spans: readonly Span[]): string[] =>
  DAYS.filter((day, k) => k > 0 && !holds(spans, day) && holds(spans, DAYS[k - 1]!));

/** The days on which a certificate counts no longer that counted the day before, and another does: it has been renewed in time. */
const renewals = (spans: readonly Span[]): string[] =>
  DAYS.filter(
    (day, k) =>
      k > 0 && holds(spans, day) && spans.some((one) => counts(one, DAYS[k - 1]!) && !counts(one, day)),
  );

const fits = ({ audience }: Item, { roles }: Person): boolean =>
  audience?.roles === undefined || audience.roles.some((role) => (roles as readonly string[]).includes(role));

/**
 * Whether a lapse could have been prevented: in some year a course that teaches it and is for such a person was to be had, to be
 * completed by the day of the lapse and good for that day, and there was money for it that had been left over.
 */
function couldBeKept(must: Must, person: Person, lapse: string, years: readonly Year[]): boolean {
  return years.some(({ request, programme }) => {
    const left = request.funding.reduce((sum, { pence }) => sum + pence, 0) - programme.totals.pence;
    return request.catalogue.items.some((item) => {
      const cheapest = Math.min(
        ...item.offers.map(({ price }) =>
          'pence' in price ? price.pence : price.kind === 'free' ? 0 : Infinity,
        ),
      );
      const days =
        item.sessions === undefined || item.sessions.length === 0
          ? (request.terms ?? [request.window]).map(
              ({ from }) => [from, item.available?.from ?? from].sort().at(-1) ?? '',
            )
          : item.sessions.flatMap(({ id }) => lastDay(item, id) ?? []);
      return (
        cheapest <= left &&
        fits(item, person) &&
        days.some(
          (day) =>
            day >= request.window.from &&
            day <= request.window.to &&
            day <= lapse &&
            holds(spansOf(must, certificatesOf(item, day)), lapse),
        )
      );
    });
  });
}

const sample = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../examples/data/${name}.json`, import.meta.url), 'utf8'));

describe('three years of the sample nursery', () => {
  let first: RequestInput;
  let years: Year[];

  beforeAll(() => {
    const catalogue = sample('catalogue') as Catalogue;
    const questionnaire = sample('questionnaires/day-nursery') as Parameters<typeof draftRequest>[0];
    const draft = draftRequest(questionnaire, { catalogue });
    if (draft.status !== 'drafted') throw new Error(JSON.stringify(draft.issues));
    first = draft.request;
    years = threeYears(first, catalogue);
  });

  it('are programmes that keep their promises, each for the year after the last', () => {
    expect(years.map(({ request }) => request.window)).toEqual([
      { from: '2026-09-01', to: '2027-07-31' },
      { from: '2027-09-01', to: '2028-07-31' },
      { from: '2028-09-01', to: '2029-07-31' },
    ]);
    for (const { request, programme } of years) {
      expect(verifyProgramme(request, programme)).toEqual({ ok: true });
      expect(programme.bookings.length).toBeGreaterThan(0);
    }
  });

  const of = (role: string): Person[] =>
    first.staff.filter(({ roles }) => (roles as readonly string[]).includes(role));
  const asked = (): [string, Must, Person[]][] => [
    ['safeguarding', SAFEGUARDING, first.staff],
    ['lead', LEAD, of('designated-safeguarding-lead')],
    ['prevent', PREVENT, first.staff],
    ['food', FOOD, of('food-handler')],
    // qualified at level 3 since June 2016, as far as is known
    ['first aid to count', EMERGENCY_AID, first.staff.filter(({ id }) => id === 'deputy')],
  ];

  it('let nothing lapse that is required of a person and was held once, and meet in the first year what was not', () => {
    const due = new Map<string, string[]>();
    for (const [what, must, people] of asked()) {
      expect(people.length).toBeGreaterThan(0);
      for (const person of people) {
        const spans = spansOf(must, held(person, years));
        expect([what, person.id, lapses(spans)]).toEqual([what, person.id, []]);
        for (const day of DAYS)
          if (day >= '2027-07-31' && !holds(spans, day)) throw new Error(`${what} of ${person.id} on ${day}`);
        due.set(what, [...(due.get(what) ?? []), ...renewals(spans)]);
      }
    }
    // renewals did come due: after two years for safeguarding, and three for first aid
    expect(due.get('safeguarding')?.length).toBeGreaterThanOrEqual(14);
    expect(due.get('lead')?.length).toBeGreaterThanOrEqual(2);
    expect(due.get('first aid to count')?.length).toBeGreaterThanOrEqual(1);
  });

  it('have first aid cover from the first year on: two holders and one to spare, on every day', () => {
    const team = first.staff.map((person) => spansOf(FULL_AID, held(person, years)));
    const holders = DAYS.map((day) => team.filter((spans) => holds(spans, day)).length);
    const met = holders.findIndex((count) => count >= 3);
    expect(DAYS[met]! <= '2027-05-18').toBe(true);
    expect(Math.min(...holders.slice(met))).toBeGreaterThanOrEqual(3);
  });
});

describe('three years of made-up teams', () => {
  const evening = (day: string) => ({ id: day, blocks: [{ starts: `${day}T18:00`, ends: `${day}T21:00` }] });
  const course = (id: string, teaches: Item['teaches'], days: readonly string[] = []): Item => ({
    id,
    title: id,
    kind: 'course',
    minutes: 120,
    teaches,
    offers: [{ id: 'standard', price: { kind: 'per-learner', pence: 1000 } }],
    ...(days.length > 0 && { sessions: days.map(evening) }),
  });
  const dates = ['2026-09-24', '2027-01-14', '2027-04-22', '2027-06-24'];
  const safe = { area: 'child-protection', depth: 2, validMonths: 24 } as const;
  const catalogue: Catalogue = {
    id: 'fictional',
    asOf: '2026-08-01',
    items: [
      course('safeguarding', [safe]),
      course('lead', [{ area: 'designated-safeguarding-lead', depth: 3, validMonths: 24 }, safe], dates),
      course('first-aid', [{ area: 'paediatric-first-aid', depth: 2, validMonths: 36 }], dates),
      course('prevent', [{ area: 'prevent-duty', depth: 1 }]),
    ],
  };

  /** The day before the first, so many days ago. */
  const ago = (most: number) => fc.integer({ min: 1, max: most }).map((days) => shifted(FIRST, -days));
  const record = (area: string, depth: 1 | 2 | 3, completedOn: string) => ({ area, depth, completedOn });
  const person = (id: string, roles: string[], lead: boolean) =>
    fc
      .record({ safe: ago(725), lead: ago(725), aid: ago(1090), since: fc.boolean() })
      .map(({ since, ...days }): Person => ({
        id,
        roles,
        ageBands: [],
        startedOn: '2020-01-06',
        qualifications: [{ level: 3, awardedOn: since ? '2018-07-01' : '2014-07-01' }],
        records: [
          record('child-protection', 2, days.safe),
          record('paediatric-first-aid', 2, days.aid),
          record('prevent-duty', 1, '2020-01-06'),
          ...(lead ? [record('designated-safeguarding-lead', 3, days.lead)] : []),
        ],
      }));
  const team = fc.tuple(
    person('ada', ['manager', 'designated-safeguarding-lead'], true),
    person('bo', ['practitioner'], false),
    person('cy', ['practitioner'], false),
  );

  it('let nothing lapse that could be kept', () => {
    const tally = newTally();
    fc.assert(
      fc.property(team, (staff) => {
        const before: RequestInput = {
          asOf: '2025-09-01',
          window: { from: '2025-09-01', to: '2026-07-31' },
          terms: [
            { id: 'autumn', from: '2025-09-01', to: '2025-12-19' },
            { id: 'spring', from: '2026-01-05', to: '2026-03-27' },
            { id: 'summer', from: '2026-04-13', to: '2026-07-24' },
          ],
          setting: { id: 'acorns', providerKind: 'group' },
          staff,
          needs: [],
          catalogue: { ...catalogue, items: [] },
          funding: [{ id: 'budget', pence: 1_000_000 }],
        };
        const nothing = buildProgramme(before);
        if (nothing.status !== 'optimal') throw new Error(nothing.status);
        const rulebook = rulebookOn(FIRST, 'group');
        const start = rollForward(before, nothing.programme, FIRST, { rulebook, catalogue });
        if (start.status !== 'rolled') throw new Error(JSON.stringify(start.issues));
        const years = threeYears(start.request, catalogue);
        tally.ran();
        for (const one of staff) {
          const certificates = held(one, years);
          const musts: [string, Must][] = [
            ['safeguarding', SAFEGUARDING],
            ['prevent', PREVENT],
            ...(one.id === 'ada' ? [['lead', LEAD] as [string, Must]] : []),
            ...(one.qualifications?.[0]?.awardedOn === '2018-07-01'
              ? [['aid', EMERGENCY_AID] as [string, Must]]
              : []),
          ];
          for (const [what, must] of musts) {
            const spans = spansOf(must, certificates);
            for (const lapse of lapses(spans)) {
              tally.note(`lapsed: ${what}`);
              expect([what, one.id, lapse, couldBeKept(must, one, lapse, years)]).toEqual([
                what,
                one.id,
                lapse,
                false,
              ]);
            }
            for (const day of renewals(spans)) {
              tally.note(`renewed: ${what}`);
              tally.note('renewed before the summer', day.slice(5) > '07-31' && day.slice(5) < '09-01');
              tally.note(
                'renewed before the first evening',
                day.slice(5) >= '09-01' && day.slice(5) < '09-22',
              );
            }
          }
        }
      }),
      { numRuns: runs(60) },
    );
    // what could not be kept, for want of an evening before it lapsed, is found too
    for (const what of [
      'lapsed: aid',
      'renewed: safeguarding',
      'renewed: lead',
      'renewed: aid',
      'renewed before the summer',
      'renewed before the first evening',
    ])
      expect(tally.count(what), JSON.stringify(tally.report())).toBeGreaterThan(2);
  });
});
