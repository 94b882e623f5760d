import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildProgramme } from '../../../src/build.js';
import type { RequestInput } from '../../../src/domain/request.js';
import { finish } from '../../../src/internal/steps.js';
import type { Problem } from '../../../src/model/problem.js';
import { solve } from '../../../src/solve/solve.js';
import { makeRequest, randomFrom, requestArbitrary, shuffled } from '../../../src/testing/index.js';
import { runs, seed } from '../../support/runs.js';
import { catalogue, compiled, item, need, perLearner, person, small } from './requests.js';

const sizeOf = ({ problem }: { readonly problem: Problem }): [columns: number, rows: number] => [
  problem.lower.length,
  problem.rows.lower.length,
];

describe('the problem of a request', () => {
  it('has the columns and rows that its parts ask for', () => {
    const time = { releaseMinutes: 30, ownMinutes: 30 };
    const request = small({
      staff: [person('ana', { roles: ['manager'], time }), person('ben', { time }), person('cal', { time })],
    });
    // Columns: 9 places (3 people on 3 ways); 3 that count who comes to hold the need by either item; units and "booked"
    // for each of 2 pots of the course, and of the paid module; "booked" for the free one; a sum of the three a way.
    const columns = 9 + 3 + 2 * 2 + 2 * 2 + 1 + 3;
    // Rows: the module once a person, the time of each, one for each column of those who hold the need.
    const people = 3 + 3 + 3;
    // The course: units cover places, each place by itself, and a row for each "booked". The paid module: without the
    // places by themselves. The free one: places are booked. Each pot, and all of them.
    const paying = 1 + 3 + 2 + (1 + 2) + 3 + (2 + 1);
    expect(sizeOf(compiled(request))).toEqual([columns, people + paying + 3]);
  });

  it('does not grow by what nobody needs, can use or can pay', () => {
    const base = small();
    const more: Partial<RequestInput>[] = [
      {
        catalogue: catalogue(
          ...base.catalogue.items,
          item('other', { teaches: [{ area: 'own-area', depth: 1 }] }),
        ),
      },
      {
        catalogue: catalogue(
          ...base.catalogue.items,
          item('dear', { offers: [{ id: 'a', price: perLearner(5000) }] }),
        ),
      },
      { catalogue: catalogue(...base.catalogue.items, item('cook', { audience: { roles: ['cook'] } })) },
      { needs: [...base.needs, need('untaught', { area: 'own-area' })] },
      { needs: [...base.needs, need('nobody', { who: { staff: [] } })] },
      { needs: [...base.needs, need('weightless', { weight: 0 })] },
      { adjustments: [{ kind: 'ban', item: 'module', staff: [] }] },
    ];
    for (const change of more) expect(sizeOf(compiled(small(change)))).toEqual(sizeOf(compiled(base)));
  });

  it('bounds time only where both numbers are given', () => {
    const rows = (time: RequestInput['staff'][number]['time']): number =>
      sizeOf(compiled(small({ staff: [person('ana', time === undefined ? {} : { time })] })))[1];
    const without = rows(undefined);
    expect(rows({ releaseMinutes: 5 })).toBe(without);
    expect(rows({ ownMinutes: 5 })).toBe(without);
    expect(rows({ releaseMinutes: 5, ownMinutes: 0 })).toBe(without + 1);
  });

  it('lets each person give release and own minutes together, and no more', () => {
    const booked = (releaseMinutes: number, ownMinutes: number, people = ['ana']): number => {
      const time = { releaseMinutes, ownMinutes };
      const result = buildProgramme(
        small({
          staff: people.map((id) => person(id, { time })),
          catalogue: catalogue(
            item('first', { minutes: 20 }),
            item('second', { minutes: 10, teaches: [{ area: 'own-area', depth: 1 }] }),
          ),
          needs: [need('safe'), need('own', { area: 'own-area' })],
        }),
      );
      if (result.status !== 'optimal') throw new Error(result.status);
      return result.programme.totals.minutes;
    };
    expect([booked(10, 20), booked(30, 0), booked(0, 29), booked(9, 1), booked(9, 0)]).toEqual([
      30, 30, 10, 10, 0,
    ]);
    // Those who are alike have no more of it together.
    expect(booked(15, 14, ['ana', 'ben', 'cal'])).toBe(30);
  });

  it('marks the rows of each pin and ban, and no others', () => {
    const plain = compiled(small());
    expect(new Set(plain.problem.demand)).toEqual(new Set([-1]));
    const { problem } = compiled(
      small({
        adjustments: [
          { kind: 'pin', item: 'module', staff: ['ana', 'cal'] },
          { kind: 'ban', item: 'course' },
        ],
      }),
    );
    expect(problem.demand.length).toBe(problem.rows.lower.length);
    // In the order of their canonical text: the pin of two people, a row each, comes after the ban.
    expect([...problem.demand].filter((demand) => demand >= 0)).toEqual([0, 1, 1]);
  });

  it('states columns of whole bounds, each sum in the one row that defines it', () => {
    fc.assert(
      fc.property(requestArbitrary(), (request) => {
        const { problem } = compiled(request);
        const { lower, upper, rows, sums, ties, objectives } = problem;
        const columns = lower.length;
        for (let j = 0; j < columns; j += 1) {
          expect(Number.isSafeInteger(lower[j]) && Number.isSafeInteger(upper[j])).toBe(true);
          expect(lower[j]).toBeLessThanOrEqual(upper[j]!);
        }
        expect(rows.value.every(Number.isSafeInteger)).toBe(true);
        for (const sum of sums) expect(rows.column.filter((column) => column === sum).length).toBe(1);
        expect(new Set(ties).size).toBe(ties.length);
        for (const form of objectives) {
          expect(new Set(form.columns).size).toBe(form.columns.length);
          expect(form.columns.filter((column) => sums.includes(column))).toEqual([]);
        }
        for (let i = 0; i < rows.lower.length; i += 1) {
          const inRow = rows.column.subarray(rows.start[i], rows.start[i + 1]);
          expect(new Set(inRow).size).toBe(inRow.length);
        }
      }),
      { numRuns: runs(60) },
    );
  });

  it('is the same whatever the order of the lists of the request', () => {
    fc.assert(
      fc.property(requestArbitrary(), fc.integer(), (request, order) => {
        const one = compiled(request).problem;
        expect(compiled(shuffled(request, order)).problem).toEqual(one);
      }),
      { numRuns: runs(60) },
    );
  });
});

describe('people taken together', () => {
  it('are those who are alike in all that counts, in groups of all, half, and so on', () => {
    const four = (more: Partial<RequestInput['staff'][number]> = {}) =>
      compiled(small({ staff: [person('a', more), person('b'), person('c'), person('d'), person('e')] }));
    const sizes = (one: ReturnType<typeof four>): number[] =>
      one.relaxations.map((relax) => Math.max(...finish(relax()).adds.map(({ parts }) => parts.length)));
    expect(sizes(four())).toEqual([5, 3, 2]);
    expect(sizes(four({ time: { ownMinutes: 1 } }))).toEqual([4, 2]);
    // What nothing asks for tells nobody apart.
    expect(sizes(four({ name: 'A', startedOn: '2020-01-01', ageBands: ['2'], roles: ['manager'] }))).toEqual([
      5, 3, 2,
    ]);
    expect(sizes(compiled(small({ staff: [person('a')] })))).toEqual([]);
    expect(compiled(small({ staff: [] })).relaxations).toEqual([]);
  });

  it('are pinned and banned alike, or not taken together', () => {
    const one = compiled(small({ adjustments: [{ kind: 'ban', item: 'course', staff: ['ben'] }] }));
    const [pairs, ...finer] = one.relaxations.map((relax) => finish(relax()).adds);
    expect(finer).toEqual([]);
    const personOf = new Map(
      one.ways.flatMap(({ places }) => places.map(({ column, group }) => [column, group] as const)),
    );
    const together = new Set(pairs!.map(({ parts }) => parts.map((part) => personOf.get(part)).join(' ')));
    expect(together).toEqual(new Set(['0 2', '1']));
  });

  it('have the places of the people they stand for, each once', () => {
    const request = makeRequest(3, { people: 9, items: 20 });
    const one = compiled(request);
    expect(one.relaxations.length).toBeGreaterThan(0);
    const places = one.ways.flatMap((way) => way.places.map(({ column }) => column)).sort((a, b) => a - b);
    for (const relax of one.relaxations) {
      const { problem, adds } = finish(relax());
      expect(adds.flatMap(({ parts }) => parts).sort((a, b) => a - b)).toEqual(places);
      for (const { column, parts } of adds) expect(problem.upper[column]).toBe(parts.length);
      expect(problem.lower.length).toBeLessThan(one.problem.lower.length);
    }
  });

  it('can do whatever the people can: never less, objective by objective', () => {
    const random = randomFrom(seed);
    let together = 0;
    const bounds = (problem: Problem): readonly (number | null)[] | undefined => {
      const solution = solve(problem, 1_000_000);
      if (solution.status === 'infeasible') return undefined;
      if (solution.status !== 'optimal') throw new Error(solution.status);
      return solution.bounds;
    };
    for (let run = 0; run < runs(12); run += 1) {
      const request = makeRequest(random.whole(1, 1e6), { people: random.whole(3, 6), items: 12 });
      const one = compiled(request);
      const exact = bounds(one.problem)!;
      for (const relax of one.relaxations) {
        together += 1;
        const relaxed = bounds(finish(relax()).problem)!;
        const first = exact.findIndex((value, k) => value !== relaxed[k]);
        if (first >= 0) expect(relaxed[first]).toBeGreaterThan(exact[first]!);
      }
    }
    expect(together).toBeGreaterThan(5);
  });
});

describe('statistics', () => {
  it('are plain counts, the same every time', () => {
    fc.assert(
      fc.property(requestArbitrary(), fc.constantFrom(1, 20, 100_000), (request, effort) => {
        const first = buildProgramme(request, { effort });
        const second = buildProgramme(request, { effort });
        if (first.status === 'invalid' || second.status === 'invalid')
          throw new Error('a valid request was refused');
        expect(second.statistics).toEqual(first.statistics);
        expect(Object.keys(first.statistics).sort()).toEqual([
          'columns',
          'cuts',
          'effort',
          'iterations',
          'nodes',
          'presolvedColumns',
          'presolvedRows',
          'proposals',
          'rows',
        ]);
        for (const count of Object.values(first.statistics)) {
          expect(Number.isSafeInteger(count)).toBe(true);
          expect(Object.is(count, -0) || count < 0).toBe(false);
        }
        const { statistics } = first;
        expect(statistics.effort).toBeLessThanOrEqual(effort);
        expect(sizeOf(compiled(request))).toEqual([statistics.columns, statistics.rows]);
        expect(statistics.presolvedColumns).toBeLessThanOrEqual(statistics.columns);
        expect(statistics.presolvedRows).toBeLessThanOrEqual(statistics.rows);
      }),
      { numRuns: runs(40) },
    );
  });
});
