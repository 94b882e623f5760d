import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RequestInput } from '../../src/domain/request.js';
import { newTally } from '../../src/testing/index.js';
import { runs } from '../support/runs.js';
import { built } from './support/built.js';
import { medium, tiny } from './support/sizes.js';
import { patience } from './support/patience.js';

type Word = (about: string) => string;
type Selector = NonNullable<RequestInput['funding'][number]['pays']>;

/** A selector that means the same providers by their new names. */
const renamedIn = ({ providers, not, ...rest }: Selector, word: Word): Selector => ({
  ...rest,
  providers: providers?.map(word),
  not: not && renamedIn(not, word),
});

/** All that is there for people to read, replaced. */
const renamed = (request: RequestInput, word: Word): RequestInput => ({
  ...request,
  setting: {
    ...request.setting,
    name: word('setting'),
    sites: request.setting.sites?.map((site) => ({ ...site, name: word(site.id) })),
  },
  staff: request.staff.map((person) => ({
    ...person,
    name: word(person.id),
    qualifications: person.qualifications?.map((one) => ({
      ...one,
      title: word('title'),
      where: word('where'),
    })),
  })),
  areas: request.areas?.map((area) => ({
    ...area,
    title: word(area.id),
    group: word('group'),
    aliases: [word(area.id)],
  })),
  funding: request.funding.map((pot) => ({ ...pot, pays: pot.pays && renamedIn(pot.pays, word) })),
  limits: request.limits?.map((limit) => ({
    ...limit,
    select: limit.select && renamedIn(limit.select, word),
  })),
  needs: request.needs.map((need) => ({
    ...need,
    basis: { rule: word('rule'), edition: word('edition'), source: word('source') },
  })),
  catalogue: {
    ...request.catalogue,
    items: request.catalogue.items.map((item) => ({
      ...item,
      title: word(item.id),
      provider: item.provider === undefined ? undefined : word(item.provider),
      url: `https://example.org/${encodeURIComponent(word(item.id))}`,
    })),
  },
});

describe('G9 impartial', () => {
  it(
    'renaming providers, titles and people changes nothing but the digest of the request',
    patience(180),
    () => {
      const tally = newTally();
      fc.assert(
        fc.property(fc.oneof(tiny(), medium()), fc.nat(), (request, seed) => {
          // Names in another order than the ids.
          const other = renamed(
            request,
            (about) =>
              `${String.fromCharCode(97 + ((about.length * 7 + seed) % 26))} ${String((seed * 31 + about.length) % 997)} ${about}`,
          );
          const before = built(request);
          const after = built(other);
          tally.ran();
          expect(after.status).toBe(before.status);
          if (before.status === 'infeasible' && after.status === 'infeasible') {
            expect(after.conflict.members.map(({ kind, path }) => [kind, path])).toEqual(
              before.conflict.members.map(({ kind, path }) => [kind, path]),
            );
          }
          if (before.status !== 'optimal' || after.status !== 'optimal') return;
          const { requestDigest: own, ...programme } = before.programme;
          const { requestDigest: others, ...same } = after.programme;
          expect(others).not.toBe(own);
          expect(JSON.stringify(same)).toBe(JSON.stringify(programme));
          expect(after.statistics).toEqual(before.statistics);
          tally.note('books', programme.bookings.length > 0);
          tally.note(
            'providers selected',
            JSON.stringify([request.funding, request.limits]).includes('"providers"'),
          );
        }),
        { numRuns: runs(700) },
      );
      expect(tally.percent('books')).toBeGreaterThan(40);
      expect(tally.count('providers selected')).toBeGreaterThan(5);
    },
  );
});
