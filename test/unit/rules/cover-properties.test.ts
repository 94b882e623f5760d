import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AgeBand } from '../../../src/domain/selector.js';
import { coverFromRota, type RotaCover } from '../../../src/rules/ratios/cover-from-rota.js';
import type { RotaQuestionInput } from '../../../src/rules/ratios/rota-question.js';
import { runs, seed } from '../../support/runs.js';
import { keeper, type Kept, looseKeeper, type Place } from './cover-oracle.js';

const AT = { starts: '2026-10-05T09:00', ends: '2026-10-05T12:00' };
const SCHOOL_AGE = 10;

const firstAid = { area: 'paediatric-first-aid', depth: 2 as const, completedOn: '2025-10-04' };
const awarded = (level: number) => ({ level, fullAndRelevant: true, awardedOn: '2012-07-06' });
type Staff = RotaQuestionInput['staff'][number];

/** A person who counts so, by their facts. */
function staffMember({ level, byExperience, firstAid: holds }: Kept, id: string): Staff {
  return {
    id,
    roles: ['practitioner'],
    level2English: true,
    qualifications: byExperience
      ? [awarded(2)]
      : level === 6
        ? [{ ...awarded(6), status: 'qts' as const }]
        : level === 0
          ? []
          : [awarded(level)],
    records: holds ? [firstAid] : [],
  };
}

type Derived = Extract<RotaCover, { status: 'derived' }>;

function derive(people: readonly Kept[], places: readonly Place[]): Derived {
  const ids = people.map((_, index) => `p${index}`);
  const cover = coverFromRota({
    setting: { id: 'acorns', providerKind: 'group' },
    staff: people.map((person, index) => staffMember(person, `p${index}`)),
    rota: {
      shifts: ids.map((staff, index) => ({ staff, ...AT, notCounted: people[index]?.counts === false })),
    },
    children: places.map(({ ages, outing }) => ({ ...AT, expected: ages, outing })),
    answers: Object.fromEntries(
      people.flatMap(({ byExperience }, index) =>
        byExperience ? [[`p${index}`, { experienceBasedRoute: true }]] : [],
      ),
    ),
    ratios: { 'school-age': SCHOOL_AGE },
  });
  if (cover.status === 'invalid') throw new Error(JSON.stringify(cover.issues));
  return cover;
}

/** Whether these absences keep all the periods. */
const obeys = ({ periods }: Derived, away: readonly number[]): boolean =>
  periods.every(({ maxAway, among }) => {
    const staff = among?.staff ?? [];
    return away.filter((index) => staff.includes(`p${index}`)).length <= maxAway;
  });

/** Every set of absences. */
const absences = (people: number): number[][] =>
  Array.from({ length: 2 ** people }, (_, set) =>
    Array.from({ length: people }, (__, index) => index).filter((index) => (set >> index) & 1),
  );

const person = (levels: readonly Kept['level'][]) =>
  fc
    .record({
      level: fc.constantFrom(...levels),
      experienced: fc.boolean(),
      counts: fc.constantFrom(true, true, true, true, false),
      firstAid: fc.boolean(),
    })
    .map(({ level, experienced, counts, firstAid: holds }): Kept => {
      const byExperience = level === 3 && experienced;
      return { level, byExperience, counts, firstAid: holds || byExperience };
    });

/** Children of one age or two: with more, few teams would do. */
const agesOf = (bands: readonly AgeBand[]) =>
  fc
    .subarray([...bands], { minLength: 1, maxLength: Math.min(2, bands.length) })
    .chain((some) =>
      fc.record(Object.fromEntries(some.map((band) => [band, fc.nat({ max: band === '3-plus' ? 26 : 7 })]))),
    );

/** Children on the premises, and sometimes an outing. */
const placesOf = (bands: readonly AgeBand[]) =>
  fc
    .record({ premises: agesOf(bands), outing: fc.option(agesOf(bands), { freq: 4, nil: undefined }) })
    .map(({ premises, outing }): Place[] =>
      [
        { outing: false, ages: premises },
        ...(outing === undefined ? [] : [{ outing: true, ages: outing }]),
      ].filter(({ ages }) => Object.values(ages).some((count) => count > 0)),
    )
    .filter((places) => places.length > 0);

const teamOf = (levels: readonly Kept['level'][]) =>
  fc.array(person(levels), { minLength: 2, maxLength: 6, size: 'max' });

const ALL = ['under-2', '2', '3-plus', 'school-age'] as const;
const check = <T extends unknown[]>(property: fc.IProperty<T>, numRuns: number): void =>
  fc.assert(property, { numRuns: runs(numRuns), seed });

describe('cover from a rota', () => {
  it('lets out only sets of people without whom every rule is kept', () => {
    const reached = new Map<string, number>();
    const count = (what: string): void => void reached.set(what, (reached.get(what) ?? 0) + 1);
    const sound = (people: readonly Kept[], places: readonly Place[]): void => {
      const cover = derive(people, places);
      const strict = keeper(places, SCHOOL_AGE);
      const loose = looseKeeper(places, SCHOOL_AGE);
      const holds = loose(people);
      expect(cover.breaches.length === 0).toBe(holds);
      for (const { rule } of cover.breaches) count(`breach ${rule}`);
      if (!holds) return;
      count('holds');
      // what is kept by the stricter reading stays so; and what is not is not made worse
      const keeps = strict(people) ? strict : loose;
      if (keeps === loose) count('kept by the looser reading only');
      for (const note of cover.notes)
        count(note.rule === undefined ? note.code : `${note.code} ${note.rule}`);
      if (cover.notes.some(({ message }) => message.includes('1 to 13'))) count('1 to 13');
      if (places.some(({ outing }) => outing)) count('outing');
      const counted = new Set(cover.stretches[0]?.counted);
      let most = 0;
      for (const away of absences(people.length)) {
        if (!obeys(cover, away)) continue;
        const staying = people.filter((_, index) => !away.includes(index));
        expect(keeps(staying), away.join()).toBe(true);
        most = Math.max(most, away.filter((index) => counted.has(`p${index}`)).length);
        if (away.length > 0) count('somebody out');
      }
      expect(cover.stretches[0]?.mostAway).toBe(most);
    };
    check(fc.property(teamOf([0, 2, 2, 3, 3, 6]), placesOf(ALL), sound), 900);
    // where the ratio of one to thirteen is worth having
    check(fc.property(teamOf([3, 6]), placesOf(['3-plus']), sound), 300);
    // where there are more who are unqualified than the heads need
    check(fc.property(teamOf([0, 0, 2, 3]), placesOf(['2', 'school-age']), sound), 300);
    for (const rule of ['heads', 'level-2-half', 'level-3', 'experience-half', 'first-aid'])
      expect(reached.get(`breach ${rule}`) ?? 0, rule).toBeGreaterThan(5);
    for (const rule of ['level-2-half', 'level-3', 'experience-half', 'level-6', 'first-aid'])
      expect(reached.get(`tighter-than-heads ${rule}`) ?? 0, rule).toBeGreaterThan(2);
    for (const [what, least] of [
      ['holds', 200],
      ['kept by the looser reading only', 10],
      ['somebody out', 200],
      ['1 to 13', 10],
      ['outing', 10],
    ] as const)
      expect(reached.get(what) ?? 0, what).toBeGreaterThan(least);
  });

  it('lets out every set of people without whom the rules are kept, where nobody is unqualified and no ratio is chosen', () => {
    let somebodyOut = 0;
    let refused = 0;
    check(
      fc.property(teamOf([2, 3, 3, 6]), placesOf(['under-2', '2', 'school-age']), (people, places) => {
        const keeps = keeper(places, SCHOOL_AGE);
        if (!keeps(people)) return;
        const cover = derive(people, places);
        for (const away of absences(people.length)) {
          const staying = people.filter((_, index) => !away.includes(index));
          expect(obeys(cover, away), away.join()).toBe(keeps(staying));
          if (obeys(cover, away) && away.length > 0) somebodyOut += 1;
          else refused += 1;
        }
      }),
      700,
    );
    expect(somebodyOut).toBeGreaterThan(200);
    expect(refused).toBeGreaterThan(200);
  });

  it('comes to a count of heads where all are at level 3 with first aid', () => {
    const all: Kept = { level: 3, byExperience: false, counts: true, firstAid: true };
    const heads = { 'under-2': 3, '2': 5, '3-plus': 8 } as const;
    check(
      fc.property(fc.integer({ min: 1, max: 30 }), agesOf(['under-2', '2', '3-plus']), (size, ages) => {
        const needed = (['under-2', '2', '3-plus'] as const).reduce(
          (sum, band) => sum + Math.ceil((ages[band] ?? 0) / heads[band]),
          0,
        );
        if (needed === 0) return;
        const cover = derive(
          Array.from({ length: size }, () => all),
          [{ outing: false, ages }],
        );
        const [period, ...more] = cover.periods;
        expect(more).toEqual([]);
        expect(period?.maxAway).toBe(Math.max(0, size - needed));
        expect(cover.breaches.some(({ rule }) => rule === 'heads')).toBe(size < needed);
      }),
      300,
    );
  });

  it('does not depend on the order of what it is given', () => {
    check(
      fc.property(teamOf([0, 2, 3, 6]), placesOf(ALL), (people, places) => {
        const staff = people.map((one, index) => staffMember(one, `p${index}`));
        const shifts = staff.map(({ id }, index) => ({ staff: id, ...AT, ends: `2026-10-05T1${index}:00` }));
        const children = places.map(({ ages, outing }) => ({ ...AT, expected: ages, outing }));
        const question = {
          setting: { id: 'acorns', providerKind: 'group' as const },
          staff,
          rota: { shifts },
          children,
        };
        const turned = {
          ...question,
          staff: [...staff].reverse(),
          rota: { shifts: [...shifts].reverse() },
          children: [...children].reverse(),
        };
        const told = (cover: RotaCover): string =>
          // paths of questions lead into what was passed
          JSON.stringify(cover, (key: string, value: unknown) => (key === 'path' ? undefined : value));
        expect(told(coverFromRota(turned))).toBe(told(coverFromRota(question)));
      }),
      200,
    );
  });
});
