import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { QuestionnaireInput } from '../../../src/domain/questionnaire.js';
import { SourceSchema } from '../../../src/domain/source.js';
import { checkRequest } from '../../../src/intake/check-request.js';
import { draftRequest } from '../../../src/intake/draft-request.js';
import { areaIndex } from '../../../src/rules/area-index.js';
import { taxonomyAreas } from '../../../src/rules/taxonomy.js';
import { hostileValueArbitrary } from '../../../src/testing/hostile.js';
import { shuffled } from '../../../src/testing/shuffle.js';
import { context, questionnaire } from './draft-support.js';

const index = areaIndex();
const ROLES = ['manager', 'practitioner', 'key-person', 'apprentice', 'food-handler', 'childminder'];
const roles = fc.uniqueArray(fc.constantFrom(...ROLES), { maxLength: 3 });
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

const about = fc.oneof(
  fc.constantFrom(...taxonomyAreas().flatMap(({ id, title, aliases }) => [id, title, ...aliases])),
  fc.constantFrom('British values', 'routines', 'wow moments', 'Leadership and management', '!', 'SEND'),
);
const who = fc.oneof(
  fc.record({ roles }),
  fc.record({ minLevel: fc.nat({ max: 6 }) }),
  fc.record({ roles, not: fc.record({ roles }) }),
);
const finding = fc.record(
  {
    about,
    source: fc.constantFrom(...SourceSchema.options),
    who,
    depth: fc.constantFrom(1 as const, 2 as const, 3 as const),
    importance: fc.constantFrom('high' as const, 'medium' as const, 'low' as const),
    by: fc.constantFrom('2026-10-01', '2027-02-28'),
  },
  { requiredKeys: ['about', 'source'] },
);
const counted = fc.record(
  { level: fc.nat({ max: 6 }), count: fc.integer({ min: 1, max: 3 }), roles },
  { requiredKeys: ['level', 'count'] },
);
const personOf = (id: string) =>
  fc.record(
    {
      id: fc.constant(id),
      roles,
      qualifications: fc.array(
        fc.record(
          { level: fc.nat({ max: 6 }), awardedOn: fc.constantFrom('2015-07-01', '2019-07-01') },
          { requiredKeys: ['level'] },
        ),
        { maxLength: 2 },
      ),
      startedOn: fc.constantFrom('2020-01-01', '2026-08-03'),
    },
    { requiredKeys: ['id', 'roles'] },
  );
const team = fc
  .tuple(
    fc.array(counted, { maxLength: 4 }),
    optional(personOf('anna')),
    optional(personOf('level-3-1')),
    optional(personOf('zoe')),
  )
  .map(([counts, ...people]) => [...counts, ...people.filter((person) => person !== undefined)]);
type Terms = NonNullable<QuestionnaireInput['terms']>;
type Pots = NonNullable<QuestionnaireInput['otherFunding']>;
const NO_TERMS: Terms = [];
const SPRING: Terms = [{ id: 'spring', from: '2027-01-04', to: '2027-03-26' }];
const PLAIN_POT: Pots = [{ id: 'budget', pence: 5 }];
const GRANT: Pots = [
  { id: 'grant', pence: 5, from: '2026-10-01', pays: { roles: ['manager'], not: { staff: [] } } },
];
const asked: fc.Arbitrary<QuestionnaireInput> = fc
  .record({
    team,
    findings: fc.array(finding, { maxLength: 8 }),
    kind: fc.constantFrom(
      'group' as const,
      'school' as const,
      'childminder' as const,
      'out-of-school' as const,
    ),
    from: fc.constantFrom('2026-09-01', '2025-08-31', '2025-09-01'),
    terms: optional(fc.constantFrom<Terms[]>(NO_TERMS, SPRING)),
    funding: optional(fc.constantFrom<Pots[]>(PLAIN_POT, GRANT)),
    time: optional(
      fc.record({ releaseMinutes: fc.constant(60), ownMinutes: fc.nat({ max: 60 }) }, { requiredKeys: [] }),
    ),
    per: fc.constantFrom('setting' as const, 'person' as const),
  })
  .map(({ team, findings, kind, from, per, terms, funding, time }) =>
    questionnaire({
      asOf: from,
      window: { from, to: '2027-07-31' },
      provider: { kind },
      team,
      findings,
      budget: { pence: 1000, per },
      ...(terms !== undefined && { terms }),
      ...(funding !== undefined && { otherFunding: funding }),
      ...(time !== undefined && { time }),
    }),
  );

describe('every questionnaire', () => {
  it('gives a request that checks, and each finding is in a need or handed back', () => {
    let checked = 0;
    fc.assert(
      fc.property(asked, (questionnaire) => {
        const result = draftRequest(questionnaire, context());
        if (result.status === 'invalid') throw new Error(JSON.stringify(result.issues));
        checked += 1;
        const { request, unmatched } = result;
        expect(request.terms).toEqual(questionnaire.terms);
        expect(request.funding.slice(1)).toEqual(questionnaire.otherFunding ?? []);
        expect(request.catalogue).toEqual(context().catalogue);
        expect(checkRequest(request)).toEqual({ status: 'valid', request });
        expect(new Set(request.needs.map(({ id }) => id)).size).toBe(request.needs.length);
        questionnaire.findings.forEach((finding, position) => {
          const match = index.match(finding.about);
          const handedBack = unmatched.some(({ path }) => path[2] === position);
          expect(handedBack).toBe(match.status === 'unmatched');
          if (match.status === 'unmatched') return;
          for (const area of match.areas)
            expect(request.needs.some((need) => need.area === area && need.source === finding.source)).toBe(
              true,
            );
        });
      }),
    );
    expect(checked).toBeGreaterThan(50);
  });

  it('gives the same people, needs and money in whatever order it is written', () => {
    const contents = (list: readonly unknown[]): string[] =>
      list.map((each) => JSON.stringify(sortedKeys(each))).sort();
    fc.assert(
      fc.property(asked, fc.nat(), (questionnaire, seed) => {
        const one = draftRequest(questionnaire, context());
        const other = draftRequest(shuffled(questionnaire, seed), shuffled(context(), seed));
        if (one.status === 'invalid' || other.status === 'invalid') throw new Error('not drafted');
        expect(contents(other.request.needs)).toEqual(contents(one.request.needs));
        expect(contents(other.request.staff)).toEqual(contents(one.request.staff));
        expect(contents(other.request.funding)).toEqual(contents(one.request.funding));
        expect(other.unmatched.map(({ phrase }) => phrase).sort()).toEqual(
          one.unmatched.map(({ phrase }) => phrase).sort(),
        );
        expect(other.assumptions).toHaveLength(one.assumptions.length);
      }),
    );
  });

  it('is read and left as it was, and so is the context', () => {
    fc.assert(
      fc.property(asked, (questionnaire) => {
        const given = context();
        const before = JSON.stringify([questionnaire, given]);
        draftRequest(questionnaire, given);
        expect(JSON.stringify([questionnaire, given])).toBe(before);
      }),
    );
  });
});

describe('anything else', () => {
  const spoilt = <T extends object>(sound: T) =>
    fc
      .tuple(fc.constantFrom(...Object.keys(sound), 'extra'), hostileValueArbitrary())
      .map(([key, value]): unknown => ({ ...sound, [key]: value }));

  it('gives a draft or issues with paths, and never throws', () => {
    const questionnaires = fc.oneof(
      hostileValueArbitrary(),
      spoilt(questionnaire({ findings: [{ about: 'SLCN', source: 'appraisal' }] })),
    );
    const contexts = fc.oneof(
      hostileValueArbitrary(),
      spoilt(context()),
      fc.constant(context()),
      spoilt({ ...context(), rulebook: {} }),
    );
    let drafts = 0;
    fc.assert(
      fc.property(questionnaires, contexts, (given, around) => {
        const result = draftRequest(given as never, around as never);
        if (result.status === 'drafted') {
          drafts += 1;
          expect(checkRequest(result.request).status).toBe('valid');
          return;
        }
        expect(result.issues.length).toBeGreaterThan(0);
        for (const { path, message } of result.issues) {
          if (path.length > 0) expect(['questionnaire', 'context']).toContain(path[0]);
          expect(message).not.toBe('');
        }
      }),
      { numRuns: 1000 },
    );
    expect(drafts).toBeGreaterThan(0);
  });
});

/** The value with the keys of its objects in order and its lists as sets. */
function sortedKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((each) => JSON.stringify(sortedKeys(each))).sort();
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => [key, sortedKeys(member)]),
  );
}
