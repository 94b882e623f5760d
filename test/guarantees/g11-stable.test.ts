import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Programme } from '../../src/domain/programme.js';
import type { RequestInput } from '../../src/domain/request.js';
import { newTally } from '../../src/testing/index.js';
import { judge } from '../oracle/judge.js';
import { enumerate } from '../oracle/enumerate.js';
import { runs } from '../support/runs.js';
import { objectivesOf, optimal } from './support/built.js';
import { patience } from './support/patience.js';
import { medium, tiny } from './support/sizes.js';

type Item = RequestInput['catalogue']['items'][number];
type Need = RequestInput['needs'][number];
type Change = (request: RequestInput, choice: number) => RequestInput | undefined;

const from = (request: RequestInput, { bookings }: Programme): RequestInput => ({
  ...request,
  baseline: bookings,
});

const pick = <T>(list: readonly T[], choice: number): T | undefined =>
  list[choice % Math.max(1, list.length)];

const withItems = (request: RequestInput, items: readonly Item[]): RequestInput => ({
  ...request,
  catalogue: { ...request.catalogue, items: [...items] },
});

/** Without some bookings' learners, or without the whole booking. */
const rebased = (request: RequestInput, gone: { staff?: string; item?: string }): RequestInput => ({
  ...request,
  baseline: request.baseline
    ?.filter(({ item }) => item !== gone.item)
    .map((booking) => ({ ...booking, learners: booking.learners.filter((id) => id !== gone.staff) })),
});

/** Whether the id stands anywhere in what selects, adjusts or depends. */
const isNamed = (id: string, ...parts: readonly unknown[]): boolean =>
  JSON.stringify(parts).includes(JSON.stringify(id));

/** What happens to a setting between one plan and the next; nothing where the request has no such part. */
const CHANGES: Readonly<Record<string, Change>> = {
  'a person gone': (request, choice) => {
    const { needs, limits, funding, cover, adjustments } = request;
    const gone = pick(
      request.staff.filter(({ id }) => !isNamed(id, needs, limits, funding, cover, adjustments)),
      choice,
    );
    return (
      gone && {
        ...rebased(request, { staff: gone.id }),
        staff: request.staff.filter((person) => person !== gone),
      }
    );
  },
  'an item gone': (request, choice) => {
    const { limits, funding, adjustments, catalogue } = request;
    const gone = pick(
      catalogue.items.filter(
        ({ id }) =>
          !isNamed(
            id,
            limits,
            funding,
            adjustments,
            catalogue.items.map(({ prerequisites, excludes }) => [prerequisites, excludes]),
          ),
      ),
      choice,
    );
    return (
      gone &&
      withItems(
        rebased(request, { item: gone.id }),
        catalogue.items.filter((item) => item !== gone),
      )
    );
  },
  'less money': (request) => ({
    ...request,
    funding: request.funding.map((pot) => ({ ...pot, pence: Math.floor(pot.pence / 2) })),
  }),
  'a need more': (request, choice) => {
    const taught = pick(
      request.catalogue.items.flatMap(({ teaches }) => teaches),
      choice,
    );
    if (taught === undefined) return undefined;
    const { area, depth } = taught;
    const need: Need = { id: 'one-more', area, depth, who: {}, count: 'everyone', source: 'appraisal' };
    return { ...request, needs: [...request.needs, need] };
  },
  'a need gone': (request, choice) => ({
    ...request,
    needs: request.needs.filter((need) => need !== pick(request.needs, choice)),
  }),
  'other prices': (request, choice) =>
    withItems(
      request,
      request.catalogue.items.map((item, index) => ({
        ...item,
        offers: item.offers.map((offer) =>
          'pence' in offer.price && index % 2 === choice % 2
            ? { ...offer, price: { ...offer.price, pence: offer.price.pence * 2 + 100 } }
            : offer,
        ),
      })),
    ),
  'other lengths': (request, choice) =>
    withItems(
      request,
      request.catalogue.items.map((item, index) => ({
        ...item,
        minutes: index % 2 === choice % 2 ? item.minutes * 2 : item.minutes,
      })),
    ),
  'less time': (request) => ({
    ...request,
    staff: request.staff.map((person) =>
      person.time?.ownMinutes === undefined
        ? person
        : { ...person, time: { ...person.time, ownMinutes: Math.floor(person.time.ownMinutes / 2) } },
    ),
  }),
};

describe('G11 stable', () => {
  it('rebuilding with the programme as baseline returns the same bookings', patience(240), () => {
    const tally = newTally();
    fc.assert(
      fc.property(fc.oneof(tiny(), medium()), (request) => {
        const first = optimal(request);
        tally.ran();
        if (first === undefined) return;
        const again = optimal(from(request, first));
        if (again === undefined) throw new Error('its own baseline made it impossible');
        expect(again.bookings).toEqual(first.bookings);
        expect(again.coverage).toEqual(first.coverage);
        expect(again.totals).toEqual(first.totals);
        expect(objectivesOf(again)).toEqual({ ...objectivesOf(first), changes: 0 });
        expect(again.objectives.find(({ name }) => name === 'changes')).toEqual({
          name: 'changes',
          value: 0,
          bound: 0,
        });
        tally.note('books', first.bookings.length > 0);
        tally.note('had another baseline', request.baseline !== undefined && objectivesOf(first).changes > 0);
      }),
      { numRuns: runs(800) },
    );
    expect(tally.percent('books')).toBeGreaterThan(40);
    expect(tally.count('had another baseline')).toBeGreaterThan(10);
  });

  it(
    'after a change of the request, no programme equal on the first two objectives has fewer changes',
    patience(240),
    () => {
      const tally = newTally();
      const changes = fc.uniqueArray(fc.constantFrom(...Object.keys(CHANGES)), {
        minLength: 1,
        maxLength: 2,
      });
      fc.assert(
        fc.property(tiny(), changes, fc.nat(), (request, names, choice) => {
          const first = optimal(request);
          tally.ran();
          if (first === undefined) return;
          let changed = from(request, first);
          for (const name of names) changed = CHANGES[name]?.(changed, choice) ?? changed;
          const second = optimal(changed);
          const best = enumerate(changed);
          expect(second === undefined).toBe(best.status === 'infeasible');
          if (second === undefined || best.status === 'infeasible') return;
          const { must, weighted } = objectivesOf(second);
          // Every programme was tried: none as good on both scores has fewer changes, and none is better after that.
          expect(objectivesOf(second)).toEqual(best.objectives);
          expect(judge(changed, second.bookings)).toEqual({ broken: [], objectives: best.objectives });
          const fresh = enumerate({ ...changed, baseline: undefined });
          if (fresh.status === 'infeasible') throw new Error('a baseline forbids nothing');
          expect([fresh.objectives.must, fresh.objectives.weighted]).toEqual([must, weighted]);
          tally.note('changes something', best.objectives.changes > 0);
          tally.note('keeps something', first.bookings.length > 0 && best.objectives.places > 0);
          // What it costs to leave things as they are: without a baseline it would be cheaper or quicker.
          tally.note(
            'keeps what would be chosen otherwise',
            JSON.stringify({ ...fresh.objectives, changes: 0 }) !==
              JSON.stringify({ ...best.objectives, changes: 0 }),
          );
          for (const name of names) tally.note(`${name}, and changes`, best.objectives.changes > 0);
        }),
        { numRuns: runs(1000) },
      );
      expect(tally.percent('changes something')).toBeGreaterThan(8);
      expect(tally.percent('keeps something')).toBeGreaterThan(25);
      expect(tally.count('keeps what would be chosen otherwise')).toBeGreaterThan(15);
      for (const name of Object.keys(CHANGES))
        expect(tally.count(`${name}, and changes`), name).toBeGreaterThan(1);
    },
  );
});
