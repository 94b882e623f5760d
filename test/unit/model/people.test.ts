import { describe, expect, it } from 'vitest';
import type { RequestInput } from '../../../src/domain/request.js';
import { teamOf } from '../../../src/model/goal.js';
import { fitsAudience, levelOn, selectsPerson } from '../../../src/model/people.js';
import { goalsOf } from './at-once.js';
import { catalogue, checked, item, need, person, small } from './requests.js';

type Person = RequestInput['staff'][number];
type Who = RequestInput['needs'][number]['who'];
type Audience = NonNullable<RequestInput['catalogue']['items'][number]['audience']>;

describe('the level of a person', () => {
  const level = (qualifications: Person['qualifications']): number => {
    const request = checked(small({ staff: [person('ana', { qualifications })] }));
    return levelOn(request.staff[0]!, request.asOf);
  };

  it('is the highest awarded by the day, and 0 for none', () => {
    expect(level(undefined)).toBe(0);
    expect(level([])).toBe(0);
    expect(level([{ level: 2 }, { level: 3, awardedOn: '2025-09-01' }])).toBe(3);
  });

  it('leaves out what is still studied for, even with a date', () => {
    expect(level([{ level: 2 }, { level: 6, studying: true }])).toBe(2);
    expect(level([{ level: 6, studying: false }])).toBe(6);
  });
});

describe('a selector', () => {
  const selects = (who: Who, more: Partial<Person> = {}): boolean => {
    const request = checked(
      small({
        setting: { id: 'acorns', providerKind: 'group', sites: [{ id: 'north' }, { id: 'south' }] },
        staff: [person('ana', more), person('ben')],
        needs: [need('one', { who })],
      }),
    );
    const [ana] = teamOf(request);
    return selectsPerson(request.needs[0]!.who)(ana!.member, ana!.level);
  };

  it('selects all when it asks nothing', () => expect(selects({})).toBe(true));

  it('matches nothing by an empty list', () => {
    for (const key of ['staff', 'roles', 'sites', 'ageBands'] as const)
      expect(selects({ [key]: [] })).toBe(false);
    expect(selects({ not: { roles: [] } })).toBe(true);
  });

  it('asks every key, by any of its values', () => {
    const more: Partial<Person> = {
      site: 'north',
      ageBands: ['2', '3-plus'],
      qualifications: [{ level: 3 }],
    };
    expect(selects({ staff: ['ana', 'ben'], roles: ['manager', 'practitioner'] }, more)).toBe(true);
    expect(selects({ staff: ['ana'], roles: ['manager'] }, more)).toBe(false);
    expect(selects({ sites: ['south', 'north'], ageBands: ['under-2', '2'], minLevel: 3 }, more)).toBe(true);
    expect(selects({ sites: ['south'] }, more)).toBe(false);
    expect(selects({ ageBands: ['under-2'] }, more)).toBe(false);
    expect(selects({ minLevel: 4 }, more)).toBe(false);
    expect(selects({ sites: ['north'] })).toBe(false);
    expect(selects({ ageBands: ['2'] })).toBe(false);
  });

  it('turns what stands under not around, and again within it', () => {
    expect(selects({ not: { staff: ['ben'] } })).toBe(true);
    expect(selects({ not: { staff: ['ana'] } })).toBe(false);
    expect(selects({ not: {} })).toBe(false);
    expect(selects({ not: { not: { staff: ['ana'] } } })).toBe(true);
    expect(selects({ roles: ['practitioner'], not: { minLevel: 1 } })).toBe(true);
  });
});

describe('an audience', () => {
  const fits = (audience: Audience | undefined, level = 3): boolean => {
    const request = checked(
      small({
        staff: [person('ana', { qualifications: [{ level }] })],
        catalogue: catalogue(item('one', audience === undefined ? {} : { audience })),
      }),
    );
    const [ana] = teamOf(request);
    return fitsAudience(request.catalogue.items[0]!, ana!.member, ana!.level, request.setting.providerKind);
  };

  it('is everybody unless it says more', () => {
    expect(fits(undefined)).toBe(true);
    expect(fits({})).toBe(true);
  });

  it('is nobody by an empty list', () => {
    expect(fits({ roles: [] })).toBe(false);
    expect(fits({ providerKinds: [] })).toBe(false);
  });

  it('is asked for roles, kind of provider and level, ends included', () => {
    expect(
      fits({ roles: ['manager', 'practitioner'], providerKinds: ['group'], minLevel: 3, maxLevel: 3 }),
    ).toBe(true);
    expect(fits({ roles: ['manager'] })).toBe(false);
    expect(fits({ providerKinds: ['school'] })).toBe(false);
    expect(fits({ minLevel: 4 })).toBe(false);
    expect(fits({ maxLevel: 2 })).toBe(false);
  });
});

describe('the goals', () => {
  const records = [{ area: 'safeguarding', depth: 1, completedOn: '2025-01-01' }] as const;
  const goals = (...needs: RequestInput['needs']) => {
    const request = checked(
      small({ staff: [person('cal'), person('ana', { records: [...records] }), person('ben')], needs }),
    );
    return goalsOf(request, teamOf(request));
  };

  it('stand in the order of ids, with people by their place in the order of ids', () => {
    const [first, second] = goals(need('b', { who: { staff: ['ben', 'ana'] } }), need('a'));
    expect([first!.need.id, second!.need.id]).toEqual(['a', 'b']);
    expect([first!.met, first!.open]).toEqual([[0], [1, 2]]);
    expect([second!.met, second!.open]).toEqual([[0], [1]]);
  });

  it('aim at all who are selected, or at so many and some to spare', () => {
    const [all, none, some, spare] = goals(
      need('a'),
      need('b', { who: { staff: [] } }),
      need('c', { count: { atLeast: 2 } }),
      need('d', { count: { atLeast: 2, spare: 3 } }),
    );
    expect([all, none, some, spare].map((goal) => goal!.target)).toEqual([3, 0, 2, 5]);
  });

  it('are musts by their source, and weigh what they, the policy or the page say', () => {
    const kinds = goals(
      need('a', { source: 'statutory' }),
      need('b', { source: 'inspection-recommendation' }),
      need('c', { source: 'aspiration', weight: 7 }),
    );
    expect(kinds.map(({ must, weight }) => [must, weight])).toEqual([
      [true, 1],
      [false, 8],
      [false, 7],
    ]);
    const request = checked(
      small({
        needs: [need('a'), need('b', { source: 'statutory', weight: 0 })],
        policy: { weights: { 'self-evaluation': 9 }, must: ['self-evaluation'] },
      }),
    );
    expect(goalsOf(request, teamOf(request)).map(({ must, weight }) => [must, weight])).toEqual([
      [true, 9],
      [false, 0],
    ]);
  });
});
