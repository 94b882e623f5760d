import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  buildProgramme,
  checkRequest,
  MATRIX_STATES,
  type RequestInput,
  trainingMatrix,
} from '../../../src/index.js';
import { hostileValueArbitrary, newTally, requestArbitrary, shuffled } from '../../../src/testing/index.js';
import { plusMonths } from '../../oracle/page-time.js';
import { runs } from '../../support/runs.js';

const EFFORT = 20_000;

/** A request with a programme that was found for it with little effort. */
function programmeOf(request: RequestInput) {
  const result = buildProgramme(request, { effort: EFFORT });
  return result.status === 'optimal' || result.status === 'bounded' ? result.programme : undefined;
}

/** The day before or after, written by the tests' own arithmetic. */
const shifted = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

describe('the training matrix of generated requests', () => {
  it('agrees with the coverage of the programme, need by need and person by person', () => {
    const tally = newTally();
    fc.assert(
      fc.property(requestArbitrary({ needs: { min: 2, max: 5 } }), (request) => {
        const programme = programmeOf(request);
        if (programme === undefined) return;
        tally.ran();
        const matrix = trainingMatrix(request, programme);
        if (matrix.status !== 'matrix') throw new Error(JSON.stringify(matrix.issues));
        matrix.requirements.forEach((column, index) => {
          const coverage = programme.coverage[index];
          expect(column.need).toBe(coverage?.need);
          expect({ ...column }).toMatchObject({
            target: coverage?.target,
            metByRecords: coverage?.alreadyMet.length,
            met: (coverage?.alreadyMet.length ?? 0) + (coverage?.metBy.length ?? 0),
            shortBy: coverage?.shortBy,
            overdue: coverage?.overdue ?? false,
          });
          const cells = new Map(matrix.rows.map(({ staff, requirements }) => [staff, requirements[index]]));
          for (const { staff, booking } of coverage?.metBy ?? []) {
            const cell = cells.get(staff);
            // tested on a day that is past, it may have been made good since
            if (cell?.state === 'held') expect(column.testedOn < request.asOf).toBe(true);
            else expect(cell).toMatchObject({ state: 'planned', booking });
            tally.note(`planned, ${cell?.byRecords ?? ''} without`);
          }
        });
        for (const state of MATRIX_STATES) tally.note(state, matrix.counts[state] > 0);
        const total = matrix.requirements.length * matrix.rows.length;
        const sum = (counts: Readonly<Record<string, number>>): number =>
          Object.values(counts).reduce((a, b) => a + b, 0);
        expect(sum(matrix.counts)).toBe(total);
        for (const state of MATRIX_STATES) {
          const all = matrix.counts[state];
          expect(matrix.rows.reduce((n, { counts }) => n + counts[state], 0)).toBe(all);
          expect(matrix.requirements.reduce((n, { counts }) => n + counts[state], 0)).toBe(all);
          expect(matrix.areas.reduce((n, { counts }) => n + counts[state], 0)).toBe(all);
        }
        for (const { people } of matrix.areas) expect(sum(people)).toBe(matrix.rows.length);
      }),
      { numRuns: runs(150) },
    );
    for (const state of MATRIX_STATES)
      expect(tally.count(state), JSON.stringify(tally.report())).toBeGreaterThan(2);
    expect(tally.count('planned, needed without')).toBeGreaterThan(20);
  });

  it('holds what it says is held on every day that it says so, by another reading of the rules', () => {
    const tally = newTally();
    const dated = requestArbitrary({ always: ['records', 'ages', 'dates'], needs: { min: 3, max: 6 } });
    fc.assert(
      fc.property(dated, fc.integer({ min: 0, max: 400 }), (request, leadDays) => {
        const matrix = trainingMatrix(request, undefined, { leadDays });
        if (matrix.status !== 'matrix') throw new Error(JSON.stringify(matrix.issues));
        matrix.rows.forEach(({ staff, requirements }) => {
          const person = request.staff.find(({ id }) => id === staff);
          requirements.forEach((cell, index) => {
            const need = request.needs.find(({ id }) => id === cell.need);
            const column = matrix.requirements[index];
            if (need === undefined || column === undefined) throw new Error(cell.need);
            const holds = (day: string): boolean =>
              (person?.records ?? []).some(
                (record) =>
                  record.completedOn <= request.asOf &&
                  record.area === need.area &&
                  record.depth >= need.depth &&
                  record.completedOn <= day &&
                  (record.expiresOn === undefined || day < record.expiresOn) &&
                  (need.maxAgeMonths === undefined ||
                    day <= plusMonths(record.completedOn, need.maxAgeMonths)),
              );
            const soon = shifted(request.asOf, leadDays);
            if (cell.state === 'held') {
              for (const day of [request.asOf, soon, column.testedOn])
                if (day >= request.asOf) expect(holds(day)).toBe(true);
            }
            if (cell.state === 'expiring') {
              expect(holds(request.asOf)).toBe(true);
              expect(holds(soon) && (column.testedOn < request.asOf || holds(column.testedOn))).toBe(false);
            }
            if (cell.state === 'expired' || cell.state === 'needed') expect(holds(request.asOf)).toBe(false);
            if (cell.lapsesOn !== undefined) {
              tally.note('lapses');
              expect(holds(cell.lapsesOn)).toBe(false);
              expect(holds(shifted(cell.lapsesOn, -1))).toBe(true);
            }
            tally.note(cell.state);
          });
        });
      }),
      { numRuns: runs(200) },
    );
    for (const what of ['lapses', 'held', 'expiring', 'expired', 'needed'])
      expect(tally.count(what), JSON.stringify(tally.report())).toBeGreaterThan(20);
  });

  it('does not depend on the order of lists and keys', () => {
    fc.assert(
      fc.property(requestArbitrary(), fc.integer(), (request, seed) => {
        const programme = programmeOf(request);
        expect(
          JSON.stringify(trainingMatrix(shuffled(request, seed), programme && shuffled(programme, seed))),
        ).toBe(JSON.stringify(trainingMatrix(request, programme)));
      }),
      { numRuns: runs(60) },
    );
  });
});

describe('whatever is passed', () => {
  it('gives a matrix or issues whose paths begin with what was passed, and alters nothing', () => {
    const tally = newTally();
    fc.assert(
      fc.property(
        fc.oneof(requestArbitrary(), hostileValueArbitrary()),
        fc.oneof(fc.constant(undefined), hostileValueArbitrary()),
        fc.oneof(fc.constant(undefined), hostileValueArbitrary(), fc.record({ leadDays: fc.integer() })),
        (request, programme, options) => {
          const result = trainingMatrix(request as never, programme as never, options as never);
          tally.note(result.status);
          if (result.status === 'matrix') return;
          expect(result.issues.length).toBeGreaterThan(0);
          for (const { path } of result.issues)
            expect(['request', 'programme', 'options']).toContain(path[0]);
        },
      ),
      { numRuns: runs(200) },
    );
    expect(tally.count('matrix')).toBeGreaterThan(10);
    expect(tally.count('invalid')).toBeGreaterThan(100);
  });

  it('tells all that is wrong at once', () => {
    const result = trainingMatrix(
      { asOf: 'soon' } as never,
      { status: 'optimal' } as never,
      { leadDays: -1, more: 1 } as never,
    );
    if (result.status !== 'invalid') throw new Error(result.status);
    const places = result.issues.map(({ path, code }) => `${path.join('.')} ${code}`);
    expect(places).toContain('request.asOf bad-format');
    expect(places).toContain('programme.bookings missing');
    expect(places).toContain('options.leadDays too-small');
    expect(places).toContain('options.more unknown-key');
  });

  it('refuses a programme and questions about what the request does not have', () => {
    const one = fc.sample(
      requestArbitrary({ always: ['records'] }).filter(
        (request) => (programmeOf(request)?.bookings.length ?? 0) > 0,
      ),
      1,
    )[0]!;
    const programme = structuredClone(programmeOf(one)!);
    programme.bookings[0]!.learners.push('nobody' as never);
    const result = trainingMatrix(one, programme, {
      questions: [{ rule: 'r', staff: ['nobody'], message: 'm' }],
    });
    expect(checkRequest(one).status).toBe('valid');
    if (result.status !== 'invalid') throw new Error(result.status);
    expect(result.issues.map(({ path, code }) => [path[0], path[1], code])).toEqual([
      ['options', 'questions', 'unknown-reference'],
      ['programme', 'bookings', 'unknown-reference'],
    ]);
  });

  it('reads a bound that was not reached', () => {
    const one = fc.sample(
      requestArbitrary().filter((request) => programmeOf(request) !== undefined),
      1,
    )[0]!;
    const programme = structuredClone(programmeOf(one)!);
    programme.objectives[0]!.bound = null;
    expect(trainingMatrix(one, programme).status).toBe('matrix');
    programme.objectives[0]!.bound = 'much' as never;
    expect(trainingMatrix(one, programme)).toMatchObject({
      issues: [{ path: ['programme', 'objectives', 0, 'bound'], code: 'wrong-type' }],
    });
  });
});
