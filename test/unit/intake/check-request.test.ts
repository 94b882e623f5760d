import { describe, expect, it, vi } from 'vitest';
import { ISSUE_CODES, type Issue, type IssueCode } from '../../../src/domain/issue.js';
import { LIMITS } from '../../../src/domain/units.js';
import { checkRequest } from '../../../src/intake/check-request.js';
import { fullRequest, GONE, type Path, plainRequest, put, wrongIn } from './check-fixtures.js';

type Change = readonly [Path, unknown];
type Case = readonly [name: string, changes: readonly Change[], path: Path, code: IssueCode, message: string];

const ITEM: Path = ['catalogue', 'items', 0];
const seen = new Set<IssueCode>();

const ELSEWHERE: Issue = {
  path: ['zebra'],
  code: 'unknown-key',
  message:
    'Remove zebra: there is no such key. The keys here are asOf, window, terms, setting, staff, needs, catalogue, funding, limits, cover, areas, adjustments, baseline and policy.',
};

/** Each case breaks one thing in a request that is otherwise right, and must give that one issue, whatever is wrong elsewhere. */
const itRefuses = (cases: readonly Case[]): void => {
  it.each(cases)('%s', (_, changes, path, code, message) => {
    expect(wrongIn(...changes)).toEqual([{ path, code, message }]);
    const both = wrongIn(...changes, [['zebra'], 1]);
    expect(both.filter((issue) => issue.path[0] !== 'zebra')).toEqual([{ path, code, message }]);
    expect(both.filter((issue) => issue.path[0] === 'zebra')).toEqual([ELSEWHERE]);
    seen.add(code);
  });
};

describe('a request that is right', () => {
  it('is handed back as it was, in a copy', () => {
    const given = plainRequest();
    const check = checkRequest(given);
    expect(check).toEqual({ status: 'valid', request: plainRequest() });
    expect(check.status === 'valid' && check.request).not.toBe(given);
  });

  it('may be frozen, and may have keys whose value is undefined', () => {
    const given = Object.freeze({ ...plainRequest(), terms: undefined, policy: undefined });
    const check = checkRequest(given);
    expect(check.status).toBe('valid');
    expect(check.status === 'valid' && 'terms' in check.request).toBe(false);
  });

  it('may use every part of the contract', () => {
    expect(checkRequest(fullRequest())).toEqual({ status: 'valid', request: fullRequest() });
  });
});

describe('shape', () => {
  itRefuses([
    [
      'a list where an object belongs',
      [[['window'], []]],
      ['window'],
      'wrong-type',
      'Make window an object; it is a list.',
    ],
    [
      'null where a list belongs',
      [[['staff', 1, 'roles'], null]],
      ['staff', 1, 'roles'],
      'wrong-type',
      'Make staff[1].roles a list; it is null.',
    ],
    [
      'a text where a number belongs',
      [[['funding', 0, 'pence'], '£100']],
      ['funding', 0, 'pence'],
      'wrong-type',
      'Make funding[0].pence a whole number from 0 to 1,000,000,000; it is "£100".',
    ],
    [
      'a number with a fraction',
      [[[...ITEM, 'minutes'], 2.5]],
      [...ITEM, 'minutes'],
      'wrong-type',
      'Make catalogue.items[0].minutes a whole number from 0 to 100,000; it is the number 2.5.',
    ],
    [
      'a number where true or false belongs',
      [[['staff', 0, 'level2English'], 1]],
      ['staff', 0, 'level2English'],
      'wrong-type',
      'Make staff[0].level2English true or false; it is the number 1.',
    ],
    [
      'a number where a text belongs',
      [[['setting', 'name'], 7]],
      ['setting', 'name'],
      'wrong-type',
      'Make setting.name a text; it is the number 7.',
    ],
    [
      'a number where a date belongs',
      [[['asOf'], 20250901]],
      ['asOf'],
      'wrong-type',
      'Make asOf a date, YYYY-MM-DD; it is the number 20,250,901.',
    ],
    [
      'neither everyone nor an object as count',
      [[['needs', 0, 'count'], 4]],
      ['needs', 0, 'count'],
      'wrong-type',
      'Make needs[0].count "everyone" or an object; it is the number 4.',
    ],
    [
      'another word than everyone as count',
      [[['needs', 0, 'count'], 'all']],
      ['needs', 0, 'count'],
      'not-allowed',
      'Make needs[0].count "everyone" or an object; it is "all".',
    ],
    [
      'a count without its number',
      [[['needs', 0, 'count'], { spare: 1 }]],
      ['needs', 0, 'count', 'atLeast'],
      'missing',
      'Add needs[0].count.atLeast: a whole number from 1 to 20,000. It is required.',
    ],
    [
      'a required key left out',
      [[['needs', 0, 'area'], GONE]],
      ['needs', 0, 'area'],
      'missing',
      'Add needs[0].area: an id in kebab-case: lower-case letters, digits and single hyphens. It is required.',
    ],
    [
      'a price without a kind',
      [[[...ITEM, 'offers', 1, 'price'], { pence: 3 }]],
      [...ITEM, 'offers', 1, 'price', 'kind'],
      'missing',
      'Add catalogue.items[0].offers[1].price.kind: "free", "per-learner", "per-setting", "per-group", "per-learner-tiered" or "by-team-size". It is required.',
    ],
    [
      'a price of another kind',
      [[[...ITEM, 'offers', 1, 'price', 'kind'], 'per-child']],
      [...ITEM, 'offers', 1, 'price', 'kind'],
      'not-allowed',
      'Make catalogue.items[0].offers[1].price.kind "free", "per-learner", "per-setting", "per-group", "per-learner-tiered" or "by-team-size"; it is "per-child".',
    ],
    [
      'a price without its amount',
      [[[...ITEM, 'offers', 1, 'price'], { kind: 'per-learner' }]],
      [...ITEM, 'offers', 1, 'price', 'pence'],
      'missing',
      'Add catalogue.items[0].offers[1].price.pence: a whole number from 0 to 1,000,000,000. It is required.',
    ],
    [
      'an unknown key',
      [[['setting', 'colour'], 'red']],
      ['setting', 'colour'],
      'unknown-key',
      'Remove setting.colour: there is no such key. The keys here are id, name, providerKind, entitlements, sites and openingHours.',
    ],
    [
      'an unknown key at the top',
      [[['budget'], 1]],
      ['budget'],
      'unknown-key',
      'Remove budget: there is no such key. The keys here are asOf, window, terms, setting, staff, needs, catalogue, funding, limits, cover, areas, adjustments, baseline and policy.',
    ],
    [
      'an unknown source among the weights',
      [[['policy', 'weights', 'ofsted'], 1]],
      ['policy', 'weights', 'ofsted'],
      'unknown-key',
      'Remove policy.weights.ofsted: there is no such key. The keys here are statutory, welfare-notice, inspection-action, inspection-recommendation, self-evaluation, appraisal, local-authority, sector-focus and aspiration.',
    ],
    [
      'items among the people of a need',
      [[['needs', 0, 'who', 'items'], ['talk-course']]],
      ['needs', 0, 'who', 'items'],
      'unknown-key',
      'Remove needs[0].who.items: it selects items, which makes no sense where only people are selected.',
    ],
    [
      'sources among the people of a need, under not',
      [[['needs', 0, 'who', 'not', 'sources'], []]],
      ['needs', 0, 'who', 'not', 'sources'],
      'unknown-key',
      'Remove needs[0].who.not.sources: it selects items, which makes no sense where only people are selected.',
    ],
    [
      'kinds among the people of a cover period',
      [[['cover', 0, 'among', 'kinds'], []]],
      ['cover', 0, 'among', 'kinds'],
      'unknown-key',
      'Remove cover[0].among.kinds: it selects items, which makes no sense where only people are selected.',
    ],
    [
      'a depth that is none',
      [[['needs', 0, 'depth'], 5]],
      ['needs', 0, 'depth'],
      'not-allowed',
      'Make needs[0].depth 1, 2, 3 or 4; it is the number 5.',
    ],
    [
      'a word that is not in the list',
      [[['setting', 'providerKind'], 'nursery']],
      ['setting', 'providerKind'],
      'not-allowed',
      'Make setting.providerKind "group", "school", "childminder" or "out-of-school"; it is "nursery".',
    ],
    [
      'a negative amount',
      [[['funding', 0, 'pence'], -1]],
      ['funding', 0, 'pence'],
      'too-small',
      'Make funding[0].pence a whole number from 0 to 1,000,000,000; it is the number -1.',
    ],
    [
      'an amount over the limit',
      [[['funding', 0, 'pence'], 1_000_000_001]],
      ['funding', 0, 'pence'],
      'too-large',
      'Make funding[0].pence a whole number from 0 to 1,000,000,000; it is the number 1,000,000,001.',
    ],
    [
      'a number that is not exact',
      [[['limits', 0, 'atMost'], 2 ** 53]],
      ['limits', 0, 'atMost'],
      'too-large',
      'Make limits[0].atMost a whole number, 0 or more; it is the number 9,007,199,254,740,992.',
    ],
    [
      'a list over the limit',
      [[['staff', 1, 'roles'], Array.from({ length: 2001 }, () => 'cook')]],
      ['staff', 1, 'roles'],
      'too-large',
      'Shorten staff[1].roles to at most 2,000 entries; it has 2,001.',
    ],
    [
      'a session without blocks',
      [[[...ITEM, 'sessions', 0, 'blocks'], []]],
      [...ITEM, 'sessions', 0, 'blocks'],
      'too-small',
      'Give catalogue.items[0].sessions[0].blocks at least 1 entry; it has none.',
    ],
    [
      'a text over the limit',
      [[['setting', 'name'], 'x'.repeat(2001)]],
      ['setting', 'name'],
      'too-long',
      'Shorten setting.name to at most 2,000 characters; it has more.',
    ],
    [
      'a text far over the limit',
      [[['setting', 'name'], 'x'.repeat(1_000_000)]],
      ['setting', 'name'],
      'too-long',
      'Shorten setting.name: no text may have more than 2,000 characters; it has 1,000,000.',
    ],
    [
      'a key far over the limit',
      [[['setting', 'x'.repeat(10_000)], 1]],
      ['setting'],
      'too-long',
      'Shorten or remove a key of setting: none may have more than 128 characters; it has 10,000.',
    ],
    [
      'an id over the limit',
      [[['needs', 0, 'id'], 'x'.repeat(129)]],
      ['needs', 0, 'id'],
      'too-long',
      'Shorten needs[0].id to at most 128 characters; it has more.',
    ],
    [
      'an empty id',
      [[['needs', 0, 'id'], '']],
      ['needs', 0, 'id'],
      'bad-format',
      'Write needs[0].id as an id of 1 to 128 characters, with no control characters and no space at either end; it is "".',
    ],
    [
      'an id with a space at its end',
      [[['needs', 0, 'id'], 'talk ']],
      ['needs', 0, 'id'],
      'bad-format',
      'Write needs[0].id as an id of 1 to 128 characters, with no control characters and no space at either end; it is "talk ".',
    ],
    [
      'an id with a line break',
      [[['needs', 0, 'id'], 'a\nb']],
      ['needs', 0, 'id'],
      'bad-format',
      'Write needs[0].id as an id of 1 to 128 characters, with no control characters and no space at either end; it is "a\\nb".',
    ],
    [
      'a role that is not in kebab-case',
      [[['staff', 1, 'roles'], ['Room Leader']]],
      ['staff', 1, 'roles', 0],
      'bad-format',
      'Write staff[1].roles[0] as an id in kebab-case: lower-case letters, digits and single hyphens; it is "Room Leader".',
    ],
    [
      'a date in another form',
      [[['asOf'], '1 Sept 2025']],
      ['asOf'],
      'bad-format',
      'Write asOf as a date, YYYY-MM-DD; it is "1 Sept 2025".',
    ],
    [
      'a local time in another form',
      [[['cover', 0, 'starts'], '2025-10-06 08:00']],
      ['cover', 0, 'starts'],
      'bad-format',
      'Write cover[0].starts as a local time on a day, YYYY-MM-DDTHH:MM, from 00:00 to 23:59; it is "2025-10-06 08:00".',
    ],
    [
      'an opening time in another form',
      [[['setting', 'openingHours', 0, 'from'], '8:00']],
      ['setting', 'openingHours', 0, 'from'],
      'bad-format',
      'Write setting.openingHours[0].from as a time of day, HH:MM, from 00:00 to 23:59; it is "8:00".',
    ],
    [
      'a day that does not exist',
      [[['needs', 0, 'by'], '2026-02-29']],
      ['needs', 0, 'by'],
      'not-a-date',
      'Write needs[0].by as a day that exists in the calendar; it is "2026-02-29".',
    ],
    [
      'a time on a day that does not exist',
      [[['cover', 0, 'ends'], '2025-11-31T08:00']],
      ['cover', 0, 'ends'],
      'not-a-date',
      'Write cover[0].ends as a day that exists in the calendar; it is "2025-11-31T08:00".',
    ],
    [
      'an id that is a forbidden word',
      [[['needs', 0, 'id'], 'constructor']],
      ['needs', 0, 'id'],
      'forbidden-key',
      'Write needs[0].id as an id other than __proto__, constructor and prototype; it is "constructor".',
    ],
    [
      'a role that is a forbidden word',
      [[['staff', 1, 'roles'], ['prototype']]],
      ['staff', 1, 'roles', 0],
      'forbidden-key',
      'Write staff[1].roles[0] as an id other than __proto__, constructor and prototype; it is "prototype".',
    ],
    [
      'a forbidden key',
      [[['staff', 0, 'time', 'terms', 'constructor'], {}]],
      ['staff', 0, 'time', 'terms', 'constructor'],
      'forbidden-key',
      'Remove staff[0].time.terms.constructor: a key may not be called constructor.',
    ],
    [
      'a key that is no id',
      [[['staff', 0, 'time', 'terms', ' '], {}]],
      ['staff', 0, 'time', 'terms', ' '],
      'bad-format',
      'Write staff[0].time.terms[" "] as an id of 1 to 128 characters, with no control characters and no space at either end; it is " ".',
    ],
    [
      'a number that JSON does not know',
      [[['funding', 0, 'pence'], Number.NaN]],
      ['funding', 0, 'pence'],
      'not-json',
      'Give funding[0].pence as plain JSON data; it is NaN.',
    ],
    [
      'a Date',
      [[['asOf'], new Date(0)]],
      ['asOf'],
      'not-json',
      'Give asOf as plain JSON data; it is an instance of Date.',
    ],
    [
      'an endless number',
      [[['funding', 0, 'pence'], Infinity]],
      ['funding', 0, 'pence'],
      'not-json',
      'Give funding[0].pence as plain JSON data; it is Infinity.',
    ],
  ]);

  it('refuses a key __proto__ as JSON can give it, and nothing is polluted', () => {
    const setting: unknown = JSON.parse(
      '{"id": "acorns", "providerKind": "group", "sites": [{"id": "north"}, {"id": "south"}], "__proto__": {"polluted": true}}',
    );
    expect(checkRequest({ ...plainRequest(), setting })).toEqual({
      status: 'invalid',
      issues: [
        {
          path: ['setting', '__proto__'],
          code: 'forbidden-key',
          message: 'Remove setting.__proto__: a key may not be called __proto__.',
        },
      ],
    });
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('refuses what nests too deeply, at the first place that does', () => {
    let not: unknown = {};
    for (let depth = 0; depth < 10_000; depth += 1) not = { not };
    const [issue, ...others] = wrongIn([['needs', 0, 'who'], not]);
    expect(others).toEqual([]);
    expect(issue?.code).toBe('too-deep');
    expect(issue?.path).toEqual([
      'needs',
      0,
      'who',
      ...Array.from({ length: LIMITS.depth - 3 }, () => 'not'),
    ]);
    expect(issue?.message).toMatch(
      /^Nest needs\[0\]\.who\.not.*less deeply: at most 64 lists and objects inside/,
    );
    seen.add('too-deep');
  });

  it('refuses more than can be read, without reading it', () => {
    let many: unknown[] = [];
    for (let doubling = 0; doubling < 60; doubling += 1) many = [many, many];
    const message = 'Give less at once: at most 4,000,000 texts, numbers, lists and objects in all.';
    const refusal = { status: 'invalid', issues: [{ path: [], code: 'too-large', message }] };
    expect(checkRequest({ ...plainRequest(), staff: many })).toEqual(refusal);
    expect(checkRequest(new Array(4_000_000_000))).toEqual(refusal);
  });

  it.each([
    [undefined, 'not-json', 'Give the whole value as plain JSON data; it is undefined.'],
    [null, 'wrong-type', 'Make the whole value an object; it is null.'],
    ['{}', 'wrong-type', 'Make the whole value an object; it is "{}".'],
    [[], 'wrong-type', 'Make the whole value an object; it is a list.'],
    [new Map(), 'not-json', 'Give the whole value as plain JSON data; it is an instance of Map.'],
  ])('refuses %s as a request', (value, code, message) => {
    expect(checkRequest(value)).toEqual({ status: 'invalid', issues: [{ path: [], code, message }] });
  });

  it('shows values short and with nothing unseen in them', () => {
    const [issue] = wrongIn([['setting', 'providerKind'], `\u202e${'long '.repeat(300)}`]);
    expect(issue?.message).toBe(
      'Make setting.providerKind "group", "school", "childminder" or "out-of-school"; it is "\\u202elong long long long long long long long...".',
    );
  });
});

describe('ids', () => {
  const twice = (list: Path, first: number, second: number): readonly Change[] => {
    const id = list.reduce<unknown>(
      (value, key) => (value as Record<string | number, unknown>)[key],
      fullRequest(),
    );
    const entries = id as readonly { id: string }[];
    return [[[...list, second, 'id'], entries[first]?.id]];
  };
  itRefuses([
    [
      'two needs',
      twice(['needs'], 0, 1),
      ['needs', 1, 'id'],
      'duplicate-id',
      'Change needs[1].id: "talk" is already the id of needs[0].',
    ],
    [
      'two areas',
      [[['areas', 1], { id: 'own-area', title: 'Again' }]],
      ['areas', 1, 'id'],
      'duplicate-id',
      'Change areas[1].id: "own-area" is already the id of areas[0].',
    ],
    [
      'two limits',
      [[['limits', 1], { id: 'few', measure: 'pence' }]],
      ['limits', 1, 'id'],
      'duplicate-id',
      'Change limits[1].id: "few" is already the id of limits[0].',
    ],
    [
      'two pots',
      twice(['funding'], 0, 1),
      ['funding', 1, 'id'],
      'duplicate-id',
      'Change funding[1].id: "main" is already the id of funding[0].',
    ],
    [
      'two sites',
      [[['setting', 'sites', 2], { id: 'north' }]],
      ['setting', 'sites', 2, 'id'],
      'duplicate-id',
      'Change setting.sites[2].id: "north" is already the id of setting.sites[0].',
    ],
    [
      'two people',
      [[['staff', 2], { id: 'ben', roles: [] }]],
      ['staff', 2, 'id'],
      'duplicate-id',
      'Change staff[2].id: "ben" is already the id of staff[1].',
    ],
    [
      'two terms',
      [
        [['terms', 2], { id: 'autumn', from: '2026-08-31', to: '2026-08-31' }],
        [['terms', 1, 'to'], '2026-08-30'],
      ],
      ['terms', 2, 'id'],
      'duplicate-id',
      'Change terms[2].id: "autumn" is already the id of terms[0].',
    ],
    [
      'two items',
      [[['catalogue', 'items', 3], fullRequest().catalogue.items[1]]],
      ['catalogue', 'items', 3, 'id'],
      'duplicate-id',
      'Change catalogue.items[3].id: "talk-module" is already the id of catalogue.items[1].',
    ],
    [
      'two offers of an item',
      twice([...ITEM, 'offers'], 0, 1),
      [...ITEM, 'offers', 1, 'id'],
      'duplicate-id',
      'Change catalogue.items[0].offers[1].id: "standard" is already the id of catalogue.items[0].offers[0].',
    ],
    [
      'two sessions of an item',
      [[[...ITEM, 'sessions', 1], fullRequest().catalogue.items[0]?.sessions?.[0]]],
      [...ITEM, 'sessions', 1, 'id'],
      'duplicate-id',
      'Change catalogue.items[0].sessions[1].id: "october" is already the id of catalogue.items[0].sessions[0].',
    ],
    [
      'two bookings of the baseline',
      [[['baseline', 1], fullRequest().baseline?.[0]]],
      ['baseline', 1, 'id'],
      'duplicate-id',
      'Change baseline[1].id: "talk-course/october/standard/main" is already the id of baseline[0].',
    ],
  ]);

  it('may be the same in different lists, and for offers of different items', () => {
    expect(wrongIn([['needs', 0, 'id'], 'anna'], [['limits', 0, 'id'], 'anna'])).toEqual([]);
  });
});

describe('references', () => {
  const unknown = (path: Path, what: string, place: string, value: unknown = 'nobody'): Case => [
    `to an unknown ${what} in ${place}`,
    [[path, value]],
    typeof value === 'object' ? [...path, 0] : path,
    'unknown-reference',
    `Change ${place}: there is no ${what} with the id "nobody".`,
  ];
  const AREA = 'area in the taxonomy or in areas';
  const PERSON = 'person in staff';
  const ITEMS = 'item in catalogue.items';
  const SITE = 'site in setting.sites';
  itRefuses([
    unknown(['needs', 0, 'area'], AREA, 'needs[0].area'),
    unknown([...ITEM, 'teaches', 1, 'area'], AREA, 'catalogue.items[0].teaches[1].area'),
    unknown(['staff', 0, 'records', 0, 'area'], AREA, 'staff[0].records[0].area'),
    unknown(['funding', 0, 'pays', 'areas'], AREA, 'funding[0].pays.areas[0]', ['nobody']),
    unknown(['needs', 0, 'who', 'staff'], PERSON, 'needs[0].who.staff[0]', ['nobody']),
    unknown(['needs', 0, 'who', 'not', 'staff'], PERSON, 'needs[0].who.not.staff[0]', ['nobody']),
    unknown(['funding', 1, 'pays', 'not', 'staff'], PERSON, 'funding[1].pays.not.staff[0]', ['nobody']),
    unknown(['adjustments', 0, 'staff'], PERSON, 'adjustments[0].staff[0]', ['nobody']),
    unknown(['baseline', 0, 'learners'], PERSON, 'baseline[0].learners[0]', ['nobody']),
    unknown(['funding', 0, 'pays', 'items'], ITEMS, 'funding[0].pays.items[0]', ['nobody']),
    unknown(['limits', 0, 'select', 'items'], ITEMS, 'limits[0].select.items[0]', ['nobody']),
    unknown(['adjustments', 1, 'item'], ITEMS, 'adjustments[1].item'),
    unknown([...ITEM, 'prerequisites', 0, 'anyOf'], ITEMS, 'catalogue.items[0].prerequisites[0].anyOf[0]', [
      'nobody',
    ]),
    unknown([...ITEM, 'excludes'], ITEMS, 'catalogue.items[0].excludes[0]', ['nobody']),
    unknown(['baseline', 0, 'item'], ITEMS, 'baseline[0].item'),
    unknown(['adjustments', 0, 'session'], 'session of the item', 'adjustments[0].session'),
    unknown(['baseline', 0, 'session'], 'session of the item', 'baseline[0].session'),
    unknown(['baseline', 0, 'offer'], 'offer of the item', 'baseline[0].offer'),
    unknown(['baseline', 0, 'pot'], 'pot in funding', 'baseline[0].pot'),
    unknown(['baseline', 0, 'term'], 'term in terms', 'baseline[0].term'),
    unknown(['needs', 0, 'who', 'sites'], SITE, 'needs[0].who.sites[0]', ['nobody']),
    unknown(['cover', 0, 'among', 'sites'], SITE, 'cover[0].among.sites[0]', ['nobody']),
    unknown(['staff', 0, 'site'], SITE, 'staff[0].site'),
    unknown([...ITEM, 'sessions', 0, 'site'], SITE, 'catalogue.items[0].sessions[0].site'),
    [
      'to an unknown term in the time of a person',
      [[['staff', 0, 'time', 'terms', 'nobody'], {}]],
      ['staff', 0, 'time', 'terms', 'nobody'],
      'unknown-reference',
      'Change staff[0].time.terms.nobody: there is no term in terms with the id "nobody".',
    ],
  ]);

  it('may restate an area of the taxonomy, and a record may name an item no longer offered', () => {
    expect(wrongIn([['areas', 1], { id: 'speech-language-needs', title: 'Ours' }])).toEqual([]);
    expect(wrongIn([['staff', 0, 'records', 0, 'item'], 'of long ago'])).toEqual([]);
  });
});

describe('order', () => {
  itRefuses([
    [
      'a window that ends before it begins',
      [
        [['window', 'to'], '2025-08-31'],
        [['terms'], []],
        [['staff', 0, 'time', 'terms'], {}],
        [['baseline'], []],
      ],
      ['window', 'to'],
      'date-order',
      'Put window.to on or after from, 2025-09-01; it is 2025-08-31.',
    ],
    [
      'a term that ends before it begins',
      [[['terms', 0, 'to'], '2025-08-31']],
      ['terms', 0, 'to'],
      'date-order',
      'Put terms[0].to on or after from, 2025-09-01; it is 2025-08-31.',
    ],
    [
      'a term before the window',
      [[['terms', 0, 'from'], '2025-08-31']],
      ['terms', 0, 'from'],
      'outside-window',
      'Put terms[0].from inside the window, 2025-09-01 to 2026-08-31; it is 2025-08-31.',
    ],
    [
      'a term beyond the window',
      [[['terms', 1, 'to'], '2026-09-01']],
      ['terms', 1, 'to'],
      'outside-window',
      'Put terms[1].to inside the window, 2025-09-01 to 2026-08-31; it is 2026-09-01.',
    ],
    [
      'terms that share a day',
      [[['terms', 1, 'from'], '2025-12-31']],
      ['terms', 1],
      'overlap',
      'Move terms[1], which begins 2025-12-31: terms[0] ends only 2025-12-31.',
    ],
    [
      'days away',
      [[['staff', 0, 'away', 0, 'to'], '2025-09-30']],
      ['staff', 0, 'away', 0, 'to'],
      'date-order',
      'Put staff[0].away[0].to on or after from, 2025-10-01; it is 2025-09-30.',
    ],
    [
      'a qualification awarded before it was begun',
      [[['staff', 0, 'qualifications', 0, 'awardedOn'], '2010-08-31']],
      ['staff', 0, 'qualifications', 0, 'awardedOn'],
      'date-order',
      'Put staff[0].qualifications[0].awardedOn on or after startedOn, 2010-09-01; it is 2010-08-31.',
    ],
    [
      'a record that expired before it was completed',
      [[['staff', 0, 'records', 0, 'expiresOn'], '2023-12-31']],
      ['staff', 0, 'records', 0, 'expiresOn'],
      'date-order',
      'Put staff[0].records[0].expiresOn on or after completedOn, 2024-01-01; it is 2023-12-31.',
    ],
    [
      'the days an item is available',
      [[[...ITEM, 'available', 'to'], '2025-08-31']],
      [...ITEM, 'available', 'to'],
      'date-order',
      'Put catalogue.items[0].available.to on or after from, 2025-09-01; it is 2025-08-31.',
    ],
    [
      'the days of an offer',
      [[[...ITEM, 'offers', 0, 'to'], '2025-08-31']],
      [...ITEM, 'offers', 0, 'to'],
      'date-order',
      'Put catalogue.items[0].offers[0].to on or after from, 2025-09-01; it is 2025-08-31.',
    ],
    [
      'the days of a pot',
      [[['funding', 0, 'to'], '2025-08-31']],
      ['funding', 0, 'to'],
      'date-order',
      'Put funding[0].to on or after from, 2025-09-01; it is 2025-08-31.',
    ],
    [
      'a block that takes no time',
      [[[...ITEM, 'sessions', 0, 'blocks', 1, 'ends'], '2025-10-06T12:00']],
      [...ITEM, 'sessions', 0, 'blocks', 1, 'ends'],
      'date-order',
      'Put catalogue.items[0].sessions[0].blocks[1].ends after starts, 2025-10-06T12:00; it is 2025-10-06T12:00.',
    ],
    [
      'blocks that overlap',
      [[[...ITEM, 'sessions', 0, 'blocks', 0, 'ends'], '2025-10-06T12:01']],
      [...ITEM, 'sessions', 0, 'blocks', 1],
      'overlap',
      'Move catalogue.items[0].sessions[0].blocks[1], which begins 2025-10-06T12:00: catalogue.items[0].sessions[0].blocks[0] ends only 2025-10-06T12:01.',
    ],
    [
      'a cover period that takes no time',
      [[['cover', 0, 'ends'], '2025-10-06T08:00']],
      ['cover', 0, 'ends'],
      'date-order',
      'Put cover[0].ends after starts, 2025-10-06T08:00; it is 2025-10-06T08:00.',
    ],
    [
      'opening hours that take no time',
      [[['setting', 'openingHours', 0, 'to'], '08:00']],
      ['setting', 'openingHours', 0, 'to'],
      'date-order',
      'Put setting.openingHours[0].to after from, 08:00; it is 08:00.',
    ],
    [
      'fewer learners at most than at least',
      [[[...ITEM, 'learners', 'max'], 0]],
      [...ITEM, 'learners', 'max'],
      'number-order',
      'Make catalogue.items[0].learners.max at least min, 1; it is 0.',
    ],
    [
      'a lower level at most than at least',
      [[[...ITEM, 'audience', 'maxLevel'], 1]],
      [...ITEM, 'audience', 'maxLevel'],
      'number-order',
      'Make catalogue.items[0].audience.maxLevel at least minLevel, 2; it is 1.',
    ],
    [
      'a limit of less at most than at least',
      [[['limits', 0, 'atLeast'], 11]],
      ['limits', 0, 'atMost'],
      'number-order',
      'Make limits[0].atMost at least atLeast, 11; it is 10.',
    ],
    [
      'tiers that do not start with the first learner',
      [[[...ITEM, 'offers', 0, 'price', 'tiers', 0, 'from'], 2]],
      [...ITEM, 'offers', 0, 'price', 'tiers', 0, 'from'],
      'number-order',
      'Make catalogue.items[0].offers[0].price.tiers[0].from 1: the first tier starts with the first learner; it is 2.',
    ],
    [
      'two tiers that start alike',
      [[[...ITEM, 'offers', 0, 'price', 'tiers', 1, 'from'], 1]],
      [...ITEM, 'offers', 0, 'price', 'tiers', 1, 'from'],
      'number-order',
      'Change catalogue.items[0].offers[0].price.tiers[1].from: catalogue.items[0].offers[0].price.tiers[0].from is 1 already, and of two it cannot be told which is meant.',
    ],
    [
      'two bands that end alike',
      [[['catalogue', 'items', 2, 'offers', 0, 'price', 'bands', 1, 'upTo'], 5]],
      ['catalogue', 'items', 2, 'offers', 0, 'price', 'bands', 1, 'upTo'],
      'number-order',
      'Change catalogue.items[2].offers[0].price.bands[1].upTo: catalogue.items[2].offers[0].price.bands[0].upTo is 5 already, and of two it cannot be told which is meant.',
    ],
  ]);

  it('lets stretches, tiers and bands be given in any order, and blocks meet', () => {
    const terms = fullRequest().terms?.toReversed();
    const descending = [9, 5, 1].map((from) => ({ from, pence: 100 * from }));
    const tiers: Path = [...ITEM, 'offers', 0, 'price', 'tiers'];
    const bands = [9, 5, 20].map((upTo) => ({ upTo, pence: upTo }));
    expect(
      wrongIn(
        [['terms'], terms],
        [tiers, descending],
        [['catalogue', 'items', 2, 'offers', 0, 'price', 'bands'], bands],
      ),
    ).toEqual([]);
    // it is the lowest tier that must start with the first learner, wherever it stands
    const [issue] = wrongIn([tiers, descending.slice(0, 2)]);
    expect(issue?.path).toEqual([...tiers, 1, 'from']);
  });

  it('measures each stretch against all before it, not the last only', () => {
    const block = (starts: string, ends: string) => ({
      starts: `2025-10-06T${starts}`,
      ends: `2025-10-06T${ends}`,
    });
    const blocks = [block('11:30', '13:00'), block('09:00', '12:00'), block('10:00', '11:00')];
    const issues = wrongIn([[...ITEM, 'sessions', 0, 'blocks'], blocks]);
    expect(issues.map(({ path, code }) => [path.at(-1), code])).toEqual([
      [0, 'overlap'],
      [2, 'overlap'],
    ]);
  });

  it('lets a need be tested after the window', () => {
    expect(wrongIn([['needs', 0, 'by'], '2030-01-01'])).toEqual([]);
  });
});

describe('circles', () => {
  itRefuses([
    [
      'an item that is its own prerequisite',
      [[['catalogue', 'items', 1, 'prerequisites'], [{ anyOf: ['talk-module'] }]]],
      ['catalogue', 'items', 1, 'prerequisites', 0, 'anyOf', 0],
      'circular',
      'Remove catalogue.items[1].prerequisites[0].anyOf[0]: it closes a circle of prerequisites, "talk-module" → "talk-module".',
    ],
    [
      'two items that need each other first, even with another choice',
      [[['catalogue', 'items', 1, 'prerequisites'], [{ anyOf: ['gold-membership', 'talk-course'] }]]],
      ['catalogue', 'items', 1, 'prerequisites', 0, 'anyOf', 1],
      'circular',
      'Remove catalogue.items[1].prerequisites[0].anyOf[1]: it closes a circle of prerequisites, "talk-course" → "talk-module" → "talk-course".',
    ],
    [
      'a membership that only its members can buy',
      [[['catalogue', 'items', 2, 'offers', 1, 'requires'], ['gold']]],
      ['catalogue', 'items', 2, 'offers', 1, 'requires', 0],
      'circular',
      'Remove catalogue.items[2].offers[1].requires[0]: it closes a circle of requires and grants, "gold" → "gold-membership" → "gold".',
    ],
    [
      'two items that each grant what the other requires',
      [
        [['catalogue', 'items', 1, 'grants'], ['member']],
        [['catalogue', 'items', 1, 'offers', 1, 'requires'], ['gold']],
      ],
      ['catalogue', 'items', 1, 'offers', 1, 'requires', 0],
      'circular',
      'Remove catalogue.items[1].offers[1].requires[0]: it closes a circle of requires and grants, "gold" → "gold-membership" → "member" → "talk-module" → "gold".',
    ],
  ]);

  it('reports every reference that closes one, and no more than that', () => {
    const item = (id: string, ...before: string[]) => ({
      ...fullRequest().catalogue.items[1],
      id,
      prerequisites: before.map((other) => ({ anyOf: [other] })),
    });
    const items = [
      item('a', 'b'),
      item('b', 'a', 'c'),
      item('c', 'b', 'd'),
      item('d'),
      item('e', 'a', 'b', 'c'),
    ];
    const issues = wrongIn([['catalogue', 'items'], items]).filter(({ code }) => code === 'circular');
    expect(issues.map(({ path }) => path)).toEqual([
      ['catalogue', 'items', 1, 'prerequisites', 0, 'anyOf', 0],
      ['catalogue', 'items', 2, 'prerequisites', 0, 'anyOf', 0],
    ]);
  });

  it('are found along chains of any length, without recursion', () => {
    const items = Array.from({ length: 20_000 }, (_, index) => ({
      ...fullRequest().catalogue.items[1],
      id: `item-${index}`,
      prerequisites: [{ anyOf: [`item-${(index + 1) % 20_000}`] }],
    }));
    const [issue, ...others] = wrongIn([['catalogue', 'items'], items]).filter(
      ({ code }) => code === 'circular',
    );
    expect(others).toEqual([]);
    expect(issue?.message).toBe(
      'Remove catalogue.items[19999].prerequisites[0].anyOf[0]: it closes a circle of prerequisites, "item-0" → "item-1" → "item-2" → "item-3" → "item-4" → "item-5" → ... → "item-0".',
    );
  });
});

describe('prices', () => {
  const offer: Path = ['catalogue', 'items', 2, 'offers', 1, 'price'];
  const refusal = (kind: string, price: unknown): Case => [
    `${kind} for an item without learners`,
    [[offer, price]],
    [...offer, 'kind'],
    'price-kind',
    'Make catalogue.items[2].offers[1].price.kind free, per-setting or by-team-size: an item that teaches nothing and grants entitlements has no learners.',
  ];
  itRefuses([
    refusal('per-learner', { kind: 'per-learner', pence: 5 }),
    refusal('per-group', { kind: 'per-group', pence: 5, size: 2 }),
    refusal('per-learner-tiered', { kind: 'per-learner-tiered', tiers: [{ from: 1, pence: 5 }] }),
  ]);

  const team = Array.from({ length: 5_000 }, (_, index) => ({
    id: ['anna', 'ben'][index] ?? `p${index}`,
    roles: [],
  }));
  const dear = 1_000_000_000;
  it.each([
    { price: { kind: 'free' }, listPence: dear },
    { price: { kind: 'per-learner', pence: dear } },
    { price: { kind: 'per-setting', pence: dear } },
    { price: { kind: 'per-group', pence: dear, size: 1 } },
    {
      price: {
        kind: 'per-learner-tiered',
        tiers: [
          { from: 1, pence: 0 },
          { from: 2, pence: dear },
        ],
      },
    },
    {
      price: {
        kind: 'by-team-size',
        bands: [
          { upTo: 1, pence: 0 },
          { upTo: 2, pence: dear },
        ],
      },
    },
  ])('may not come to more than can be added up exactly: $price.kind', (offer) => {
    const items = (length: number) => [
      ...fullRequest().catalogue.items,
      ...Array.from({ length }, (_, index) => ({
        ...fullRequest().catalogue.items[1],
        id: `dear-${index}`,
        offers: [
          { id: 'cheap', price: { kind: 'free' } },
          { id: 'standard', ...offer },
        ],
      })),
    ];
    const wrongWith = (length: number) =>
      wrongIn([['staff'], team], [['catalogue', 'items'], items(length)]).filter(
        ({ code }) => code === 'too-large',
      );
    expect(wrongWith(1_801)).toEqual([]);
    expect(wrongWith(1_802)).toEqual([
      {
        path: ['catalogue', 'items'],
        code: 'too-large',
        message:
          'Lower the prices in catalogue.items: everybody on everything would come to more than 9,007,199,254,740,991 pence, which cannot be added up exactly.',
      },
    ]);
  });
});

describe('what asks for nothing, or for what cannot be', () => {
  const [course, module, membership] = fullRequest().catalogue.items;
  const booking = fullRequest().baseline?.[0];
  const MODULE: Path = ['catalogue', 'items', 1];
  const PURCHASE: Path = ['catalogue', 'items', 2];

  // a programme can be built whatever these say: one that says nothing binds nothing, and an item that nobody can
  // take is not booked
  it.each<[string, ...Change[]]>([
    ['a limit without bounds', [['limits', 1], { id: 'open', measure: 'pence' }]],
    ['a limit of nothing at all', [['limits', 1], { id: 'none', measure: 'places', atMost: 0 }]],
    ['a pot, price and membership of no money', [['funding', 0, 'pence'], 0]],
    ['a pot whose days are outside the window', [['funding', 0, 'to'], '2025-09-01']],
    ['a booking of no learner', [[...ITEM, 'learners'], { min: 0, max: 0, perSetting: 0 }]],
    ['fewer learners in all than in one booking', [[...ITEM, 'learners'], { min: 5, perSetting: 2 }]],
    ['learners for a purchase that has none', [[...PURCHASE, 'learners'], { min: 1 }]],
    ['a session without places', [[...ITEM, 'sessions', 0, 'places'], 0]],
    [
      'a session outside the window',
      [[...ITEM, 'sessions', 0, 'blocks'], [{ starts: '2027-01-01T09:00', ends: '2027-01-01T10:00' }]],
    ],
    ['sessions of a purchase', [[...PURCHASE, 'sessions'], course?.sessions]],
    ['a purchase by the whole team', [[...PURCHASE, 'participation'], 'whole-team']],
    ['an item that excludes itself', [[...MODULE, 'excludes'], ['talk-module']]],
    ['a prerequisite of no item', [[...MODULE, 'prerequisites'], [{ anyOf: [] }]]],
    ['a purchase as prerequisite', [[...MODULE, 'prerequisites'], [{ anyOf: ['gold-membership'] }]]],
    ['an item without offers', [[...MODULE, 'offers'], []]],
    ['an item that teaches and grants nothing', [[...PURCHASE, 'grants'], []]],
    [
      'such an item at a price by the learner',
      [PURCHASE, { ...module, teaches: [], id: 'gold-membership' }],
      [[...ITEM, 'offers', 1, 'requires'], []],
    ],
    ['an item that teaches and grants', [MODULE, { ...module, grants: ['gold', 'gold'] }]],
    ['an entitlement that nobody has and nothing grants', [[...MODULE, 'offers', 0, 'requires'], ['silver']]],
    ['a grant of what the setting has', [PURCHASE, { ...membership, grants: ['member'], offers: [] }]],
    ['an area taught twice', [[...MODULE, 'teaches', 1], module?.teaches[0]]],
    ['a baseline of the same booking twice', [['baseline', 1], { ...booking, id: 'again' }]],
    [
      'a learner twice in a booking',
      [
        ['baseline', 0, 'learners'],
        ['anna', 'anna'],
      ],
    ],
    ['a baseline without bookings', [['baseline'], []]],
    ['a cover period outside the window', [['cover', 0, 'starts'], '2020-01-01T00:00']],
    ['nobody away', [['cover', 0, 'maxAway'], 0]],
    ['opening hours that are none', [['setting', 'openingHours'], []]],
    ['opening hours that overlap', [['setting', 'openingHours', 1, 'from'], '11:00']],
    [
      'more time in a term than in the window',
      [['staff', 0, 'time', 'terms', 'autumn', 'releaseMinutes'], 900],
    ],
    ['a pin for nobody', [['adjustments', 0, 'staff'], []]],
    ['a pin and a ban of the same', [['adjustments', 0, 'kind'], 'ban']],
    [
      'ids twice in a selector',
      [
        ['funding', 1, 'pays', 'not', 'staff'],
        ['ben', 'ben'],
      ],
    ],
  ])('is taken: %s', (_, ...changes) => {
    expect(wrongIn(...changes)).toEqual([]);
  });

  it('is taken when lists and objects are empty', () => {
    const empty = {
      ...plainRequest().catalogue.items[0],
      sessions: [],
      prerequisites: [],
      excludes: [],
      grants: [],
      available: {},
      learners: {},
      audience: {},
      participation: 'each',
    };
    const lists = { terms: [], limits: [], cover: [], baseline: [], areas: [{ id: 'own-area', title: '' }] };
    const check = checkRequest(put({ ...plainRequest(), ...lists }, [['catalogue', 'items', 0], empty]));
    expect(check.status).toBe('valid');
  });
});

describe('selectors', () => {
  it('may name people in what pots pay for and limits select, at any depth', () => {
    const people = { staff: ['anna'], roles: ['manager'], sites: ['north'], ageBands: ['2'], minLevel: 3 };
    const selector = { ...people, kinds: ['course'], not: { not: people, items: ['talk-course'] } };
    expect(wrongIn([['funding', 0, 'pays'], selector], [['limits', 0, 'select'], selector])).toEqual([]);
  });

  it('may list many ids in many needs, and each that nobody has is reported', () => {
    const team = Array.from({ length: 2_000 }, (_, index) => ({ id: `p${index}`, roles: [] }));
    const who = { staff: team.map(({ id }) => id) };
    const needs = Array.from({ length: 200 }, (_, index) => ({
      ...fullRequest().needs[1],
      id: `n${index}`,
      who: index === 150 ? { staff: [...who.staff, 'nobody'] } : who,
    }));
    const check = checkRequest({ ...plainRequest(), staff: team, needs, adjustments: [] });
    expect(check).toMatchObject({
      status: 'invalid',
      issues: [{ path: ['needs', 150, 'who', 'staff', 2_000], code: 'unknown-reference' }],
    });
  });
});

describe('all issues at once', () => {
  it('reports what is wrong in one piece and what is wrong between the others', () => {
    const issues = wrongIn(
      [['staff', 0, 'roles'], 'manager'],
      [
        ['needs', 1, 'who', 'staff'],
        ['nobody', 'anna'],
      ],
      [['funding', 0, 'pence'], 1n],
      [['terms', 0, 'to'], '2025-08-01'],
    );
    expect(issues.map(({ path, code }) => [path.join('.'), code])).toEqual([
      ['funding.0.pence', 'not-json'],
      ['needs.1.who.staff.0', 'unknown-reference'],
      ['staff.0.roles', 'wrong-type'],
      ['terms.0.to', 'date-order'],
    ]);
  });

  it.each([
    ['a person', ['staff', 0]],
    ['an item', ['catalogue', 'items', 0]],
    ['a term', ['terms', 0]],
    ['a site', ['setting', 'sites', 0]],
    ['a pot', ['funding', 0]],
    ['an area', ['areas', 0]],
  ])('counts %s with something wrong in it as known all the same', (_, path) => {
    expect(wrongIn([[...path, 'colour'], 'red']).map(({ code }) => code)).toEqual(['unknown-key']);
  });

  it.each([
    [['staff']],
    [['catalogue']],
    [['catalogue', 'items']],
    [['terms']],
    [['setting']],
    [['setting', 'sites']],
    [['funding']],
    [['areas']],
    [['staff', 0]],
    [['catalogue', 'items', 0]],
    [['catalogue', 'items', 0, 'id']],
    [['catalogue', 'items', 0, 'sessions']],
    [['catalogue', 'items', 0, 'offers']],
    [['areas', 0, 'id']],
    [['setting', 'sites', 0]],
  ])('says nothing of references into %j when it cannot be read', (path) => {
    for (const unreadable of [5, new Date(0)]) {
      expect(wrongIn([path, unreadable]).map((issue) => issue.path)).toEqual([path]);
    }
  });

  it('stands in the order of the paths, positions by number, whatever the order of the keys', () => {
    const staff = Array.from({ length: 11 }, (_, index) => ({ id: `p${index}`, roles: 5 }));
    const request = put(plainRequest(), [['staff'], staff], [['adjustments'], []], [['needs'], []]);
    const check = checkRequest({ zebra: 1, ...(request as object), aardvark: 1 });
    const reversed = checkRequest(
      Object.fromEntries(Object.entries({ zebra: 1, ...(request as object), aardvark: 1 }).toReversed()),
    );
    expect(check).toEqual(reversed);
    expect(check.status === 'invalid' && check.issues.map(({ path }) => path[1] ?? path[0])).toEqual([
      'aardvark',
      ...staff.map((_, index) => index),
      'zebra',
    ]);
  });

  it('stops at a thousand, and says so', () => {
    const wrong = Array.from({ length: 1500 }, (_, index) => ({ id: `n${index}` }));
    const check = checkRequest({ ...plainRequest(), needs: wrong });
    const issues = check.status === 'invalid' ? check.issues : [];
    expect(issues).toHaveLength(LIMITS.issues + 1);
    expect(issues[0]).toEqual({
      path: [],
      code: 'more-issues',
      message: 'Correct the 1,000 issues listed and check again: there are more.',
    });
    seen.add('more-issues');
  });

  it('has a refusal above for every code', () => {
    expect(ISSUE_CODES.filter((code) => !seen.has(code))).toEqual([]);
  });
});

describe('size', () => {
  const [, module] = fullRequest().catalogue.items;
  const large = () => ({
    ...plainRequest(),
    staff: Array.from({ length: 2_000 }, (_, index) => ({ id: `person-${index}`, roles: ['practitioner'] })),
    needs: Array.from({ length: 2_000 }, (_, index) => ({ ...plainRequest().needs[1], id: `need-${index}` })),
    areas: Array.from({ length: 1_000 }, (_, index) => ({ id: `area-${index}`, title: 'Ours' })).concat({
      id: 'own-area',
      title: 'Ours',
    }),
    catalogue: {
      ...plainRequest().catalogue,
      items: Array.from({ length: 10_000 }, (_, index) => ({
        ...module,
        id: `item-${index}`,
        teaches:
          index === 0
            ? Array.from({ length: 1_000 }, (_each, area) => ({ area: `area-${area}`, depth: 1 }))
            : [{ area: 'own-area', depth: 1 }],
      })),
    },
    adjustments: [],
  });

  it('may be 2,000 people, 10,000 items, 2,000 needs and an item of 1,000 areas, and every property is read once', () => {
    const request = large();
    request.needs[0] = { ...plainRequest().needs[1], id: 'need-0', who: {}, count: 'everyone' };
    let reads = 0;
    const counting = <Value extends object>(value: Value): Value =>
      new Proxy(value, {
        get: (target, key): unknown => {
          const member: unknown = Reflect.get(target, key);
          if (typeof key === 'string' && key !== 'length') reads += 1;
          return typeof member === 'object' && member !== null ? counting(member) : member;
        },
      });
    const count = (value: unknown): number =>
      typeof value === 'object' && value !== null
        ? Object.values(value).reduce<number>((sum, member) => sum + 1 + count(member), 0)
        : 0;
    expect(checkRequest(counting(request)).status).toBe('valid');
    expect(reads).toBe(count(request));
  });

  it.each([
    [['staff'], 5_000],
    [['needs'], 10_000],
    [['catalogue', 'items'], 20_000],
    [['funding'], 2_000],
  ])('of %j may not be more than %i', (path, most) => {
    const sample = path.reduce<unknown>(
      (value, key) => (value as Record<string, unknown>)[key],
      plainRequest(),
    );
    const [entry] = sample as readonly object[];
    const entries = (length: number) =>
      Array.from({ length }, (_, index) => (index === 0 ? entry : { ...entry, id: `more-${index}` }));
    const others: Change[] =
      path[0] === 'staff'
        ? [
            [['adjustments'], []],
            [['needs'], []],
          ]
        : [];
    const check = (length: number) => checkRequest(put(plainRequest(), ...others, [path, entries(length)]));
    expect(check(most).status).toBe('valid');
    const refused = check(most + 1);
    expect(refused.status === 'invalid' && refused.issues.map(({ path: at, code }) => [at, code])).toEqual([
      [path, 'too-large'],
    ]);
  });
});

describe('a strict page', () => {
  it('may forbid code made from text', () => {
    const made = vi.fn<() => void>();
    vi.stubGlobal('Function', made);
    try {
      expect(checkRequest(plainRequest()).status).toBe('valid');
      expect(wrongIn()).toEqual([]);
      expect(made).not.toHaveBeenCalled();
    } finally {
      vi.unstubAllGlobals();
    }
  });
});
