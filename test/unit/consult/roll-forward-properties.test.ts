import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  buildProgramme,
  checkRequest,
  type Programme,
  type RequestInput,
  rollForward,
  type RollForwardOptions,
} from '../../../src/index.js';
import { hostileValueArbitrary, newTally, requestArbitrary, shuffled } from '../../../src/testing/index.js';
import { endOf } from '../../oracle/page-time.js';
import { runs } from '../../support/runs.js';

const DAY = 86_400_000;
const later = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);

function programmeOf(request: RequestInput): Programme | undefined {
  const result = buildProgramme(request, { effort: 20_000 });
  return result.status === 'optimal' || result.status === 'bounded' ? result.programme : undefined;
}

/** The same JSON, whatever the order of its lists and keys. */
function asSet(value: unknown): unknown {
  if (Array.isArray(value))
    return value.map(asSet).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, member]) => [key, asSet(member)]));
}

/** The same request, each session with its last block once more some days later. */
function longer(request: RequestInput): RequestInput {
  const items = request.catalogue.items.map((item) => ({
    ...item,
    ...(item.sessions && {
      sessions: item.sessions.map((session, index) => {
        const { starts, ends } = session.blocks.at(-1)!;
        const move = (minute: string): string => later(minute.slice(0, 10), 3 + index) + minute.slice(10);
        return { ...session, blocks: [...session.blocks, { starts: move(starts), ends: move(ends) }] };
      }),
    }),
  }));
  return { ...request, catalogue: { ...request.catalogue, items } };
}

/** A request, how many days pass, and what has changed by then. */
const carriedOn = fc.record({
  request: requestArbitrary({ needs: { min: 1, max: 4 } }),
  days: fc.oneof(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 4000 })),
  missed: fc.boolean(),
  fewer: fc.boolean(),
  seed: fc.integer(),
});
type CarriedOn = typeof carriedOn extends fc.Arbitrary<infer T> ? T : never;

function optionsOf({ request, missed, fewer }: CarriedOn, programme: Programme): RollForwardOptions {
  const { catalogue } = request;
  const items = catalogue.items.slice(1).map((item) => {
    const known = new Set(catalogue.items.slice(1).map(({ id }) => id));
    return {
      ...item,
      excludes: item.excludes?.filter((id) => known.has(id)),
      prerequisites: item.prerequisites?.map(({ anyOf }) => ({ anyOf: anyOf.filter((id) => known.has(id)) })),
    };
  });
  return {
    ...(missed && { undone: programme.bookings.slice(0, 1).map(({ id }) => id) }),
    ...(fewer && { catalogue: JSON.parse(JSON.stringify({ ...catalogue, items })) as typeof catalogue }),
  };
}

describe('rolling forward generated requests', () => {
  it('gives a request that is accepted, whatever has happened, and the same for any order of lists and keys', () => {
    const tally = newTally();
    fc.assert(
      fc.property(carriedOn, (given) => {
        const { request, days, seed } = given;
        const programme = programmeOf(request);
        if (programme === undefined) return;
        tally.ran();
        const asOf = later(request.asOf, days);
        const options = optionsOf(given, programme);
        const result = rollForward(request, programme, asOf, options);
        if (result.status !== 'rolled') throw new Error(JSON.stringify(result.issues));
        const next = result.request;
        expect(checkRequest(next)).toEqual({ status: 'valid', request: next });
        expect(next.asOf).toBe(asOf);
        expect(next.window.to >= asOf && next.window.from >= asOf).toBe(true);

        const other = rollForward(
          shuffled(request, seed),
          shuffled(programme, seed),
          asOf,
          shuffled(options, seed),
        );
        if (other.status !== 'rolled') throw new Error(JSON.stringify(other.issues));
        expect(asSet(other.request)).toEqual(asSet(next));
        expect(other.request.staff.map(({ id }) => id)).toEqual(next.staff.map(({ id }) => id));
        expect(JSON.stringify(other.done)).toBe(JSON.stringify(result.done));
        expect(JSON.stringify(other.assumptions)).toBe(JSON.stringify(result.assumptions));

        for (const { path } of result.assumptions)
          expect(['request', 'programme', 'options']).toContain(path[0]);
        for (const { booking, completedOn, learners, item, session } of result.done) {
          const { sessions = [] } = request.catalogue.items.find(({ id }) => id === item) ?? {};
          const begun = sessions.some(
            (each) =>
              each.id === session &&
              each.blocks.some(({ starts }) => starts.slice(0, 10) < asOf) &&
              endOf(each).slice(0, 10) === completedOn,
          );
          expect(completedOn < asOf || begun).toBe(true);
          expect(options.undone ?? []).not.toContain(booking);
          const taught = request.catalogue.items.find(({ id }) => id === item);
          for (const id of learners)
            for (const { area, depth } of taught?.teaches ?? []) {
              const records = next.staff.find((person) => person.id === id)?.records ?? [];
              expect(records).toContainEqual(expect.objectContaining({ area, depth, completedOn, item }));
            }
          tally.note('done');
        }
        const inTime = asOf <= request.window.to;
        expect(next.baseline === undefined).toBe(!inTime);
        if (inTime && options.funding === undefined) {
          const spent = result.done.reduce((sum, { pence }) => sum + pence, 0);
          const sum = (pots: RequestInput['funding']): number => pots.reduce((n, { pence }) => n + pence, 0);
          expect(sum(next.funding)).toBe(sum(request.funding) - spent);
        }
        tally.note('in the same window', inTime);
        tally.note('a year or more later', !inTime);
        tally.note('with something to come', (next.baseline?.length ?? 0) > 0);
        tally.note('with pins or bans', (next.adjustments ?? []).length > 0);
        tally.note('with terms', next.terms !== undefined);
      }),
      { numRuns: runs(150) },
    );
    for (const what of [
      'done',
      'in the same window',
      'a year or more later',
      'with something to come',
      'with pins or bans',
      'with terms',
    ])
      expect(tally.count(what), JSON.stringify(tally.report())).toBeGreaterThan(5);
  });

  it('books nobody on a day that is still to come of what is under way', () => {
    const tally = newTally();
    fc.assert(
      fc.property(requestArbitrary({ always: ['sessions'] }), (one) => {
        const request = longer(one);
        const programme = programmeOf(request);
        const items = new Map(request.catalogue.items.map((item) => [item.id, item]));
        const daysOf = ({ item, session }: { item: string; session?: string | undefined }): string[] =>
          (items.get(item)?.sessions?.find(({ id }) => id === session)?.blocks ?? [])
            .flatMap(({ starts, ends }) => [starts.slice(0, 10), ends.slice(0, 10)])
            .sort();
        for (const booking of programme?.bookings ?? []) {
          const [first = '', ...rest] = daysOf(booking);
          const last = rest.at(-1) ?? '';
          if (programme === undefined || booking.learners.length === 0 || first >= last) continue;
          const result = rollForward(request, programme, later(first, 1));
          if (result.status !== 'rolled') throw new Error(JSON.stringify(result.issues));
          const next = programmeOf(result.request);
          tally.note('under way');
          expect(result.done.find(({ booking: id }) => id === booking.id)?.completedOn).toBe(last);
          const before = new Set(programme.bookings.map(({ item, session }) => `${item} ${session ?? ''}`));
          for (const other of next?.bookings ?? [])
            if (!before.has(`${other.item} ${other.session ?? ''}`))
              for (const id of other.learners.filter((learner) => booking.learners.includes(learner)))
                for (const day of daysOf(other)) expect(rest, id).not.toContain(day);
        }
      }),
      { numRuns: runs(150) },
    );
    expect(tally.count('under way'), JSON.stringify(tally.report())).toBeGreaterThan(10);
  });

  it('keeps no pin whose sessions are all past', () => {
    const tally = newTally();
    const pinned = requestArbitrary({
      always: ['pins', 'sessions', 'sessionAdjustments'],
      features: { minimums: false },
    });
    fc.assert(
      fc.property(pinned, fc.integer({ min: 1, max: 300 }), (request, days) => {
        const programme = programmeOf(request);
        if (programme === undefined) return;
        // nothing of it was taken
        const undone = programme.bookings.map(({ id }) => id);
        const result = rollForward(request, programme, later(request.asOf, days), { undone });
        if (result.status !== 'rolled') throw new Error(JSON.stringify(result.issues));
        for (const { kind, item, session } of result.request.adjustments ?? []) {
          const { sessions = [] } = result.request.catalogue.items.find(({ id }) => id === item) ?? {};
          tally.note('pins kept', kind === 'pin');
          if (kind !== 'pin' || sessions.length === 0) continue;
          const open = sessions.filter(
            (each) =>
              endOf(each).slice(0, 10) >= result.request.window.from &&
              [undefined, each.id].includes(session),
          );
          expect(open.length).toBeGreaterThan(0);
        }
        tally.note(
          'pins dropped',
          result.assumptions.some(({ message }) => message.includes('cannot be kept')),
        );
      }),
      { numRuns: runs(100) },
    );
    expect(tally.count('pins dropped'), JSON.stringify(tally.report())).toBeGreaterThan(1);
    expect(tally.count('pins kept'), JSON.stringify(tally.report())).toBeGreaterThan(1);
  });

  it('ends, throws nothing and alters nothing, whatever is passed', () => {
    const one = fc.sample(
      requestArbitrary().filter((request) => programmeOf(request) !== undefined),
      1,
    )[0]!;
    const programme = programmeOf(one);
    const either = (good: unknown) => fc.oneof(fc.constant(good), hostileValueArbitrary());
    fc.assert(
      fc.property(either(one), either(programme), either('2027-01-01'), either(undefined), (...given) => {
        const before = JSON.stringify([one, programme]);
        const result = rollForward(...(given as unknown as Parameters<typeof rollForward>));
        expect(JSON.stringify([one, programme])).toBe(before);
        if (result.status === 'rolled') return;
        expect(result.issues.length).toBeGreaterThan(0);
        for (const { path } of result.issues)
          expect(['request', 'programme', 'asOf', 'options']).toContain(path[0]);
      }),
      { numRuns: runs(150) },
    );
  });
});
