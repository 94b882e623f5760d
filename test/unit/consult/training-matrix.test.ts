import { describe, expect, it } from 'vitest';
import {
  buildProgramme,
  type MatrixAreaCell,
  type MatrixCell,
  type RequestInput,
  trainingMatrix,
  type TrainingMatrixOptions,
} from '../../../src/index.js';

type Person = RequestInput['staff'][number];
type Need = RequestInput['needs'][number];
type Item = RequestInput['catalogue']['items'][number];

const aid = { area: 'paediatric-first-aid', depth: 2 } as const;
const need = (more: Partial<Need> = {}): Need => ({
  id: 'aid',
  ...aid,
  who: {},
  count: 'everyone',
  source: 'statutory',
  ...more,
});
const course = (more: Partial<Item> = {}): Item => ({
  id: 'course',
  title: 'First aid',
  kind: 'course',
  minutes: 360,
  teaches: [{ ...aid, validMonths: 36 }],
  offers: [{ id: 'standard', price: { kind: 'free' } }],
  ...more,
});
const asking = (staff: Person[], needs: Need[], items: Item[] = []): RequestInput => ({
  asOf: '2026-09-01',
  window: { from: '2026-09-01', to: '2027-07-31' },
  setting: { id: 'acorns', providerKind: 'group' },
  staff,
  needs,
  catalogue: { id: 'fictional', asOf: '2026-09-01', items },
  funding: [],
});
const bo = (records: Person['records'] = [], more: Partial<Person> = {}): Person => ({
  id: 'bo',
  roles: ['practitioner'],
  records,
  ...more,
});
const record = (completedOn: string, expiresOn?: string) => ({
  ...aid,
  completedOn,
  ...(expiresOn !== undefined && { expiresOn }),
});

function matrix(request: RequestInput, options?: TrainingMatrixOptions) {
  const result = trainingMatrix(request, undefined, options);
  if (result.status !== 'matrix') throw new Error(JSON.stringify(result.issues));
  return result;
}
const cellOf = (person: Person, asked: Need, options?: TrainingMatrixOptions): MatrixCell =>
  matrix(asking([person], [asked]), options).rows[0]!.requirements[0]!;
const areaOf = (person: Person, needs: Need[] = []): MatrixAreaCell =>
  matrix(asking([person], needs)).rows[0]!.areas[0]!;

function planned(request: RequestInput) {
  const built = buildProgramme(request);
  if (built.status !== 'optimal') throw new Error(built.status);
  const result = trainingMatrix(request, built.programme);
  if (result.status !== 'matrix') throw new Error(JSON.stringify(result.issues));
  return result;
}

describe('the state of a person and a requirement', () => {
  it('is held when it lasts through the test and beyond the lead', () => {
    expect(cellOf(bo([record('2025-04-05', '2028-04-05')]), need())).toEqual({
      need: 'aid',
      state: 'held',
      byRecords: 'held',
      completedOn: '2025-04-05',
      lapsesOn: '2028-04-05',
    });
    expect(cellOf(bo([record('2015-04-05')]), need())).toEqual({
      need: 'aid',
      state: 'held',
      byRecords: 'held',
      completedOn: '2015-04-05',
    });
  });

  it('is expiring when it lapses by the day of the test, to the day', () => {
    expect(cellOf(bo([record('2024-07-31', '2027-07-31')]), need()).state).toBe('expiring');
    expect(cellOf(bo([record('2024-08-01', '2027-08-01')]), need()).state).toBe('held');
    // what may be 36 months old may be so on the day of the test
    expect(cellOf(bo([record('2024-07-31')]), need({ maxAgeMonths: 36 })).state).toBe('held');
    expect(cellOf(bo([record('2024-07-30')]), need({ maxAgeMonths: 36 }))).toMatchObject({
      state: 'expiring',
      lapsesOn: '2027-07-31',
    });
  });

  it('is expiring within the lead, even where the test comes before', () => {
    const tested = need({ by: '2026-10-01' });
    const until = (day: string): Person => bo([record('2023-10-01', day)]);
    expect(cellOf(until('2026-11-30'), tested).state).toBe('expiring');
    expect(cellOf(until('2026-12-01'), tested).state).toBe('held');
    expect(cellOf(until('2026-11-30'), tested, { leadDays: 89 }).state).toBe('held');
    expect(matrix(asking([], []), { leadDays: 0 }).soonUntil).toBe('2026-09-01');
  });

  it('is expired when it was held once, to the day', () => {
    expect(cellOf(bo([record('2023-09-01', '2026-09-01')]), need())).toEqual({
      need: 'aid',
      state: 'expired',
      byRecords: 'expired',
      completedOn: '2023-09-01',
      lapsesOn: '2026-09-01',
    });
    expect(cellOf(bo([record('2023-09-02', '2026-09-02')]), need()).state).toBe('expiring');
    expect(cellOf(bo([record('2020-02-29')]), need({ maxAgeMonths: 36 }))).toMatchObject({
      state: 'expired',
      lapsesOn: '2023-03-01',
    });
  });

  it('is needed when it never was held: not at all, less deep, or expired before it was completed', () => {
    expect(cellOf(bo(), need())).toEqual({ need: 'aid', state: 'needed', byRecords: 'needed' });
    expect(cellOf(bo([{ ...record('2026-01-01'), depth: 1 }]), need()).state).toBe('needed');
    expect(cellOf(bo([record('2026-01-01', '2026-01-01')]), need()).state).toBe('needed');
  });

  it('goes by the record that holds longest', () => {
    const person = bo([
      record('2026-01-05', '2026-10-01'),
      record('2025-01-05', '2028-01-05'),
      record('2020-01-01', '2023-01-01'),
    ]);
    expect(cellOf(person, need())).toMatchObject({ completedOn: '2025-01-05', lapsesOn: '2028-01-05' });
  });

  it('is not applicable when the need does not select the person', () => {
    expect(cellOf(bo(), need({ who: { roles: ['manager'] } })).state).toBe('not-applicable');
    expect(cellOf(bo(), need({ who: { not: { staff: ['bo'] } } })).state).toBe('not-applicable');
  });

  it('is unknown when the need selects by what is not given', () => {
    const baby = need({ who: { ageBands: ['under-2'], roles: ['practitioner'] } });
    const cell = cellOf(bo(), baby);
    expect(cell).toMatchObject({ state: 'unknown', because: { kind: 'selection', asks: ['ageBands'] } });
    expect(cell.because?.message).toContain('the ages of the children');
    expect(cellOf(bo([], { ageBands: [] }), baby).state).toBe('not-applicable');
    expect(cellOf(bo([], { ageBands: ['under-2'] }), baby).state).toBe('needed');
    // what is given rules the person out
    expect(cellOf(bo([], { roles: ['cook'] }), baby).state).toBe('not-applicable');
    // not known to be of such a level reads as not of it: asked, and in doubt while there is something to do
    const below = need({ who: { not: { minLevel: 3 } } });
    expect(cellOf(bo(), below)).toMatchObject({ state: 'unknown', because: { asks: ['qualifications'] } });
    expect(cellOf(bo([record('2026-01-01')]), below).state).toBe('held');
    expect(planned(asking([bo()], [below], [course()])).rows[0]?.requirements[0]).toMatchObject({
      state: 'planned',
      byRecords: 'unknown',
    });
    expect(cellOf(bo(), need({ who: { not: { ageBands: [] } } })).state).toBe('needed');
    expect(cellOf(bo(), need({ who: { minLevel: 0 } })).state).toBe('needed');
    expect(
      cellOf(bo(), need({ who: { not: { ageBands: ['2'], not: { minLevel: 3 } } } })).because,
    ).toMatchObject({
      asks: ['ageBands', 'qualifications'],
    });
    expect(
      cellOf(bo([], { qualifications: [{ level: 3 }] }), need({ who: { not: { minLevel: 3 } } })).state,
    ).toBe('not-applicable');
    const sited = asking([bo()], [need({ who: { sites: ['hall'] } })]);
    sited.setting.sites = [{ id: 'hall' }];
    expect(matrix(sited).rows[0]?.requirements[0]?.because).toMatchObject({ asks: ['site'] });
  });

  it('is unknown when it rests on a record of the future', () => {
    const ahead = record('2026-10-10', '2029-10-10');
    expect(cellOf(bo([ahead]), need())).toMatchObject({
      state: 'unknown',
      because: { kind: 'future-record', completedOn: '2026-10-10' },
    });
    expect(cellOf(bo([ahead, record('2024-01-01', '2027-01-01')]), need())).toMatchObject({
      state: 'unknown',
      completedOn: '2024-01-01',
      lapsesOn: '2027-01-01',
    });
    expect(cellOf(bo([ahead, record('2025-01-01', '2028-01-01')]), need()).state).toBe('held');
    // today is not the future
    expect(cellOf(bo([record('2026-09-01', '2029-09-01')]), need()).state).toBe('held');
  });

  it('is unknown when the rules have a question', () => {
    const asked = need({ who: { staff: [] }, basis: { rule: 'pfa', edition: 'e', source: 's' } });
    const questions = [
      { rule: 'pfa', staff: ['bo'], message: 'Give awardedOn.' },
      { rule: 'pfa', staff: ['bo'], message: 'A second.' },
      { rule: 'other', staff: ['bo'], message: 'Nothing to do with it.' },
    ];
    expect(cellOf(bo(), asked, { questions })).toMatchObject({
      state: 'unknown',
      because: { kind: 'question', rule: 'pfa', message: 'A second.' },
    });
    expect(cellOf(bo(), asked).state).toBe('not-applicable');
  });

  it('is planned when a booking meets it, and keeps what it was', () => {
    const staff = [
      bo(),
      bo([record('2024-05-18', '2027-05-18')], { id: 'cy' }),
      bo([record('2020-01-01', '2023-01-01')], { id: 'di' }),
    ];
    const { rows, requirements } = planned(asking(staff, [need()], [course()]));
    expect(rows.map(({ requirements: [cell] }) => [cell?.state, cell?.byRecords])).toEqual([
      ['planned', 'needed'],
      ['planned', 'expiring'],
      ['planned', 'expired'],
    ]);
    expect(rows[1]?.requirements[0]).toEqual({
      need: 'aid',
      state: 'planned',
      byRecords: 'expiring',
      completedOn: '2024-05-18',
      lapsesOn: '2027-05-18',
      booking: 'course//standard/',
      completeBy: '2027-07-31',
    });
    expect(requirements[0]).toMatchObject({ target: 3, metByRecords: 0, met: 3, shortBy: 0 });
  });

  it('is not planned by a booking that lapses before the test', () => {
    const request = asking(
      [bo()],
      [need(), need({ id: 'soon', by: '2026-12-01' })],
      [course({ teaches: [{ ...aid, validMonths: 6 }] })],
    );
    expect(planned(request).rows[0]?.requirements.map(({ state }) => state)).toEqual(['needed', 'planned']);
  });
});

describe('a need for so many people', () => {
  const team = ['bo', 'cy', 'di', 'ed'].map((id) => bo([], { id }));
  const some = need({ count: { atLeast: 1, spare: 1 } });

  it('is needed of everybody who could make up the number while it is short', () => {
    const { requirements, rows } = matrix(asking(team, [some]));
    expect(requirements[0]).toMatchObject({ target: 2, metByRecords: 0, met: 0, shortBy: 2 });
    expect(rows.map(({ counts }) => counts.needed)).toEqual([1, 1, 1, 1]);
  });

  it('is asked of nobody else once the number is made up', () => {
    const { requirements, rows } = planned(asking(team, [some], [course()]));
    expect(requirements[0]).toMatchObject({ target: 2, metByRecords: 0, met: 2, shortBy: 0 });
    expect(rows.map(({ requirements: [cell] }) => cell?.state)).toEqual([
      'planned',
      'planned',
      'not-applicable',
      'not-applicable',
    ]);
    expect(rows[3]?.requirements[0]).toMatchObject({
      byRecords: 'needed',
      because: { kind: 'enough-others' },
    });
  });

  it('keeps telling what has lapsed and what will', () => {
    const staff = [
      bo([record('2026-01-01')]),
      bo([record('2026-01-01')], { id: 'cy' }),
      bo([record('2020-01-01', '2023-01-01')], { id: 'di' }),
      bo([record('2020-01-01', '2027-01-01')], { id: 'ed' }),
      bo([], { id: 'fi' }),
    ];
    const { requirements, rows } = matrix(asking(staff, [some]));
    expect(requirements[0]?.counts).toEqual({
      'not-applicable': 1,
      held: 2,
      expiring: 1,
      expired: 1,
      needed: 0,
      planned: 0,
      unknown: 0,
    });
    expect(rows[4]?.requirements[0]?.byRecords).toBe('not-applicable');
  });
});

describe('the columns', () => {
  it('say when a need is tested, whether it is overdue, a must, and where it comes from', () => {
    const basis = { rule: 'r', edition: 'e', source: 's' };
    const { requirements } = matrix(
      asking(
        [],
        [
          need({ id: 'b', by: '2026-08-31', source: 'inspection-action' }),
          need({ id: 'a', by: '2026-09-01', source: 'self-evaluation', basis }),
          need({ id: 'c' }),
        ],
      ),
    );
    expect(
      requirements.map(({ need: id, testedOn, overdue, must }) => [id, testedOn, overdue, must]),
    ).toEqual([
      ['a', '2026-09-01', false, false],
      ['b', '2027-07-31', true, true],
      ['c', '2027-07-31', false, true],
    ]);
    expect(requirements[0]?.basis).toEqual(basis);
  });

  it('have the areas of needs and records, by their titles', () => {
    const request = asking([bo([{ ...record('2025-01-01'), area: 'own-area' }])], [need()]);
    request.areas = [{ id: 'own-area', title: 'Our own' }];
    const { areas } = matrix(request);
    expect(areas.map(({ area, title, needs }) => [area, title, needs])).toEqual([
      ['own-area', 'Our own', []],
      ['paediatric-first-aid', 'Paediatric first aid', ['aid']],
    ]);
    expect(areas[1]?.counts.needed).toBe(1);
    expect(areas[1]?.people.needed).toBe(1);
    expect(areas[0]?.people.held).toBe(1);
  });
});

describe('the state of a person and an area', () => {
  it('is the most urgent of what is asked there', () => {
    const person = bo([{ ...record('2025-01-01'), depth: 1 }, record('2020-01-01', '2023-01-01')]);
    const needs = [need({ id: 'one', depth: 1 }), need({ id: 'three', depth: 3 })];
    expect(areaOf(person, needs)).toMatchObject({ state: 'needed', depth: 1, completedOn: '2025-01-01' });
    expect(areaOf(person, [...needs, need()])).toMatchObject({ state: 'expired' });
    expect(areaOf(person, needs.slice(0, 1))).toMatchObject({ state: 'held' });
  });

  it('is what the records say where nothing is asked', () => {
    expect(areaOf(bo([record('2025-01-01', '2028-01-01')]))).toEqual({
      area: 'paediatric-first-aid',
      state: 'held',
      depth: 2,
      completedOn: '2025-01-01',
      lapsesOn: '2028-01-01',
    });
    expect(areaOf(bo([record('2025-01-01', '2026-10-01')])).state).toBe('expiring');
    expect(areaOf(bo([record('2020-01-01', '2023-01-01')]))).toMatchObject({
      state: 'expired',
      depth: 0,
      lapsesOn: '2023-01-01',
    });
    expect(areaOf(bo([record('2027-01-01')]))).toMatchObject({ state: 'unknown', depth: 0 });
    expect(areaOf(bo(), [need({ who: { roles: ['manager'] } })])).toMatchObject({ state: 'not-applicable' });
  });

  it('is planned where a booking teaches it', () => {
    const { rows } = planned(asking([bo()], [need({ depth: 1 })], [course()]));
    expect(rows[0]?.areas).toEqual([
      {
        area: 'paediatric-first-aid',
        state: 'planned',
        depth: 0,
        booking: 'course//standard/',
        completeBy: '2027-07-31',
      },
    ]);
    // of somebody of whom nothing is asked
    const pinned = asking([bo(), bo([], { id: 'cy' })], [need({ who: { staff: ['bo'] } })], [course()]);
    pinned.adjustments = [{ kind: 'pin', item: 'course', staff: ['cy'] }];
    expect(planned(pinned).rows[1]?.areas[0]).toMatchObject({
      state: 'planned',
      booking: 'course//standard/',
    });
  });
});
