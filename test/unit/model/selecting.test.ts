import { describe, expect, it } from 'vitest';
import type { RequestInput } from '../../../src/domain/request.js';
import { teamOf } from '../../../src/model/goal.js';
import { type Matcher, matchersOf, teaches } from '../../../src/model/selecting.js';
import { goalsOf } from './at-once.js';
import { catalogue, checked, item, need, person, small } from './requests.js';

type Select = RequestInput['funding'][number]['pays'];

const records = [{ area: 'safeguarding', depth: 1, completedOn: '2025-01-01' }] as const;

/** A setting of two: the manager, at a site, and a practitioner. Of each selector, what it makes of an item. */
const request = (select: Select, needs: RequestInput['needs'] = [need('safe')]): RequestInput =>
  small({
    setting: { id: 'acorns', providerKind: 'group', sites: [{ id: 'north' }] },
    staff: [
      person('ana', {
        roles: ['manager', 'cook'],
        site: 'north',
        ageBands: ['2'],
        qualifications: [{ level: 3 }],
        records: [...records],
      }),
      person('ben'),
    ],
    needs,
    catalogue: catalogue(
      item('course', {
        kind: 'workshop',
        provider: 'Fictional Ltd',
        teaches: [
          { area: 'safeguarding', depth: 2 },
          { area: 'own-area', depth: 1 },
        ],
      }),
      item('empty', { teaches: [] }),
    ),
    funding: [{ id: 'pot', pence: 1, pays: select }],
  });

function matcher(select: Select, needs?: RequestInput['needs']) {
  const one = checked(request(select, needs));
  const team = teamOf(one);
  const [course, empty] = one.catalogue.items;
  const ready: Matcher = matchersOf(team, goalsOf(one, team), one.catalogue.items)(one.funding[0]!.pays);
  return { ready, course: course!, empty: empty! };
}
/** Whether it matches the course with ana, with ben, and without learners. */
function matches(select: Select, needs?: RequestInput['needs']): string {
  const { ready, course } = matcher(select, needs);
  const told = (yes: boolean, who: string): string => (yes ? who : '');
  return [
    told(ready.matches(course, 0), 'ana'),
    told(ready.matches(course, 1), 'ben'),
    told(ready.matchesAlone(course), 'alone'),
  ].join(' ');
}
const ALL = 'ana ben alone';
const NONE = '  ';

describe('a selector of bookings', () => {
  it('matches everything by asking nothing', () => {
    expect(matches(undefined)).toBe(ALL);
    expect(matches({})).toBe(ALL);
    expect(matches({ not: {} })).toBe(NONE);
  });

  it('asks each key of the item, by any of its values', () => {
    for (const [yes, no] of [
      [{ items: ['empty', 'course'] }, { items: ['empty'] }],
      [{ kinds: ['resource', 'workshop'] }, { kinds: ['resource'] }],
      [{ providers: ['Fictional Ltd'] }, { providers: ['fictional ltd'] }],
      [{ areas: ['own-area', 'prevent-duty'] }, { areas: ['prevent-duty'] }],
    ] satisfies [Select, Select][]) {
      expect(matches(yes)).toBe(ALL);
      expect(matches(no)).toBe(NONE);
      expect(matches({ not: no })).toBe(ALL);
      expect(matches({ not: yes })).toBe(NONE);
      expect(matches({ ...yes, items: [] })).toBe(NONE);
    }
    expect(matches({ kinds: ['workshop'], providers: ['other'] })).toBe(NONE);
  });

  it('matches no item without a provider where it asks for one, and none that teaches nothing by area', () => {
    const { ready, empty } = matcher({ providers: ['Fictional Ltd'] });
    expect(ready.matchesAlone(empty)).toBe(false);
    const byArea = matcher({ areas: ['own-area'] });
    expect(byArea.ready.matches(byArea.empty, 0)).toBe(false);
  });

  it('asks each key of the learner, and is then false of a booking without any', () => {
    expect(matches({ staff: ['ana'] })).toBe('ana  ');
    expect(matches({ roles: ['cook', 'deputy'] })).toBe('ana  ');
    expect(matches({ sites: ['north'] })).toBe('ana  ');
    expect(matches({ ageBands: ['2', 'under-2'] })).toBe('ana  ');
    expect(matches({ minLevel: 3 })).toBe('ana  ');
    expect(matches({ minLevel: 0 })).toBe('ana ben ');
    expect(matches({ roles: [] })).toBe(NONE);
  });

  it('is false of a booking without learners where a person is asked for at any depth', () => {
    expect(matches({ not: { staff: ['ana'] } })).toBe(' ben ');
    expect(matches({ not: { not: { staff: ['ana'] } } })).toBe('ana  ');
    expect(matches({ not: { items: ['empty'], not: { not: { roles: [] } } } })).toBe('ana ben ');
    const { ready } = matcher({ not: { not: { minLevel: 1 } } });
    expect([ready.asksOfPeople, ready.asksOfLearners]).toEqual([true, true]);
  });

  it('says whether learners could make a difference', () => {
    const asks = (select: Select): boolean[] => {
      const { ready } = matcher(select);
      return [ready.asksOfPeople, ready.asksOfLearners];
    };
    expect(asks(undefined)).toEqual([false, false]);
    expect(asks({ items: ['course'], not: { kinds: ['workshop'] } })).toEqual([false, false]);
    expect(asks({ not: { sources: ['statutory'] } })).toEqual([false, true]);
  });
});

describe('whether a selector matches anybody, or anything', () => {
  it('is what asking of each in turn gives', () => {
    const needs = [
      need('a', { source: 'appraisal', who: { staff: ['ben'] } }),
      need('b', { source: 'aspiration', depth: 4 }),
    ];
    const selectors: readonly Select[] = [
      undefined,
      { items: ['empty'] },
      { staff: ['ana'], not: { items: ['course'] } },
      { not: { staff: ['ana'], not: { items: ['course'], not: { roles: ['cook'] } } } },
      { sources: ['appraisal'] },
      { sources: ['appraisal'], staff: ['ana'] },
      { not: { sources: ['appraisal'], not: { staff: ['ben'] } } },
      { sources: ['aspiration'] },
      { minLevel: 4 },
    ];
    const told = selectors.map((select) => {
      const { ready, course, empty } = matcher(select, needs);
      for (const one of [course, empty])
        expect(ready.matchesSomebody(one)).toBe([0, 1].some((person) => ready.matches(one, person)));
      for (const person of [0, 1])
        expect(ready.matchesSomething(person)).toBe(
          [course, empty].some((one) => ready.matches(one, person)),
        );
      return [ready.matchesSomebody(course), ready.matchesSomething(0), ready.matchesSomething(1)]
        .map(Number)
        .join('');
    });
    expect(told).toEqual(['111', '011', '010', '101', '101', '000', '111', '000', '000']);
  });
});

describe('sources', () => {
  const of = (...needs: RequestInput['needs']) => matches({ sources: ['appraisal', 'aspiration'] }, needs);

  it('match where a need of any of them asks of the learner what the item teaches', () => {
    expect(of(need('a', { source: 'appraisal' }))).toBe('ana ben ');
    expect(of(need('a', { source: 'aspiration', depth: 2 }))).toBe('ana ben ');
    expect(of(need('a', { source: 'aspiration', depth: 3 }))).toBe(NONE);
    expect(of(need('a', { source: 'appraisal', area: 'prevent-duty' }))).toBe(NONE);
    expect(of(need('a', { source: 'statutory' }))).toBe(NONE);
    expect(of(need('a', { source: 'appraisal', who: { staff: ['ben'] } }))).toBe(' ben ');
  });

  it('match one who holds it, as long as others do not', () => {
    const one = need('a', { source: 'appraisal', count: { atLeast: 1 } });
    // Ana holds it already, which is all that is asked.
    expect(of(one)).toBe(NONE);
    expect(of({ ...one, count: { atLeast: 1, spare: 1 } })).toBe('ana ben ');
    expect(of({ ...one, who: { staff: ['ben'] } })).toBe(' ben ');
    expect(of({ ...one, who: { staff: ['ana'] }, count: 'everyone' })).toBe(NONE);
  });

  it('are false of a booking without learners where they stand', () => {
    const needs = [need('a', { source: 'appraisal', who: { staff: ['ben'] } })];
    expect(matches({ not: { sources: ['appraisal'] } }, needs)).toBe('ana  alone');
    expect(matches({ not: { not: { sources: ['appraisal'] } } }, needs)).toBe(' ben ');
    expect(matches({ sources: [] }, needs)).toBe(NONE);
    expect(matches({ not: { sources: [] } }, needs)).toBe(ALL);
  });

  it('are asked of the same learner as the other keys', () => {
    const needs = [need('a', { source: 'appraisal' })];
    expect(matches({ sources: ['appraisal'], roles: ['manager'] }, needs)).toBe('ana  ');
    expect(matches({ sources: ['appraisal'], not: { roles: ['manager'] } }, needs)).toBe(' ben ');
    expect(matches({ not: { sources: ['appraisal'], roles: ['manager'] } }, needs)).toBe(' ben ');
  });
});

describe('what is taught', () => {
  it('is of the area, and deep enough', () => {
    const one = checked(request({}, [need('a', { depth: 2 }), need('b', { depth: 3 }), need('c')]));
    const goals = goalsOf(one, teamOf(one));
    const [course, empty] = one.catalogue.items;
    expect(goals.map((goal) => teaches(course!, goal))).toEqual([true, false, true]);
    expect(goals.map((goal) => teaches(empty!, goal))).toEqual([false, false, false]);
  });
});
