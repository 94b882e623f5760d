import { describe, expect, it } from 'vitest';
import { checkVariants } from '../../../src/rules/check-variants.js';
import { rulebookOn } from '../../../src/rules/rulebooks.js';
import type { Rule } from '../../../src/rules/rulebook.js';
import type { RulebookVariant } from '../../../src/rules/variants.js';
import { derived, person, rulebookOf, ruleOf } from './rules-support.js';

const variant = (more: Partial<RulebookVariant> = {}): RulebookVariant => ({
  id: 'maintown',
  title: 'What Maintown asks (fictional)',
  providerKinds: ['group'],
  from: '2026-04-01',
  source: 'example.org/maintown',
  verified: false,
  ...more,
});
const on = (date: string, ...variants: RulebookVariant[]) => {
  const rulebook = rulebookOn(date, 'group', variants);
  if (rulebook === undefined) throw new Error('no rulebook');
  return rulebook;
};
const plain = rulebookOf('group');
const find = (rulebook: typeof plain, id: string) => rulebook.rules.find((rule) => rule.id === id);

describe('a variant', () => {
  it('adds, removes and changes rules, and nothing else', () => {
    const varied = on(
      '2026-09-01',
      variant({
        adds: [ruleOf({ id: 'safer-sleep', training: { area: 'safer-sleep', depth: 2, count: 'everyone' } })],
        removes: ['manager-leading'],
        changes: {
          'food-hygiene': {
            training: { area: 'food-hygiene', depth: 2, count: 'everyone', maxAgeMonths: 36 },
          },
        },
      }),
    );
    expect(varied).toMatchObject({
      id: 'quals-2026-01-group+maintown',
      edition: 'quals-2026-01',
      effectiveFrom: '2026-04-01',
      providerKinds: ['group'],
    });
    expect(find(varied, 'manager-leading')).toBeUndefined();
    expect(find(varied, 'food-hygiene')).toMatchObject({
      strength: 'must',
      training: { maxAgeMonths: 36 },
      edition: 'quals-2026-01+maintown',
    });
    const others = (rules: typeof plain.rules) =>
      rules.filter(({ id }) => !['manager-leading', 'food-hygiene', 'safer-sleep'].includes(id));
    expect(others(varied.rules)).toEqual(others(plain.rules));
    expect(varied.rules.map(({ id }) => id)).toEqual(varied.rules.map(({ id }) => id).toSorted());
    const sleep = derived([person('a')], varied).needs.find(({ area }) => area === 'safer-sleep');
    expect(sleep?.basis).toEqual({
      rule: 'safer-sleep',
      edition: 'quals-2026-01+maintown',
      source: 'unsourced',
    });
  });

  it('that changes nothing leaves the rules as they are', () => {
    expect(on('2026-09-01', variant()).rules).toEqual(plain.rules);
    expect(on('2026-09-01', variant({ changes: {}, adds: [], removes: [] })).rules).toEqual(plain.rules);
    expect(on('2026-09-01', variant({ removes: ['no-such-rule'] })).rules).toEqual(plain.rules);
    expect(rulebookOn('2026-09-01', 'group', [])).toEqual(plain);
  });

  it('holds in its days and for its kinds of provider only', () => {
    const short = variant({ to: '2026-06-30', removes: ['prevent'] });
    expect(find(on('2026-03-31', short), 'prevent')).toBeDefined();
    expect(find(on('2026-04-01', short), 'prevent')).toBeUndefined();
    expect(find(on('2026-06-30', short), 'prevent')).toBeUndefined();
    expect(find(on('2026-07-01', short), 'prevent')).toBeDefined();
    // and the rulebook says how long it is as it is
    expect(on('2026-03-31', short)).toMatchObject({ id: plain.id, effectiveTo: '2026-03-31' });
    expect(on('2026-04-01', short)).toMatchObject({ effectiveFrom: '2026-04-01', effectiveTo: '2026-06-30' });
    expect(on('2026-07-01', short)).toMatchObject({ id: plain.id, effectiveFrom: '2026-07-01' });
    expect(rulebookOn('2026-04-01', 'school', [short])).toEqual(rulebookOn('2026-04-01', 'school'));
  });

  it('has no rule in force longer than itself', () => {
    const adds = [ruleOf({ from: '2020-01-01' }), ruleOf({ id: 'later', from: '2026-05-01' })];
    const short = variant({ to: '2026-06-30', adds, changes: { prevent: { strength: 'should' } } });
    expect(find(on('2026-04-01', short), 'first-aid')).toMatchObject({
      from: '2026-04-01',
      to: '2026-06-30',
    });
    expect(find(on('2026-04-01', short), 'prevent')).toMatchObject({ from: '2026-04-01', to: '2026-06-30' });
    expect(find(on('2026-04-01', short), 'later')).toBeUndefined();
    expect(on('2026-04-01', short).effectiveTo).toBe('2026-04-30');
    expect(find(on('2026-05-01', short), 'later')).toBeDefined();
  });

  it('comes with others in the order of their ids, whatever order they are passed in', () => {
    const a = variant({ id: 'a', changes: { prevent: { strength: 'should', title: 'A' } } });
    const b = variant({ id: 'b', changes: { prevent: { strength: undefined, title: 'B' } } });
    expect(on('2026-09-01', a, b)).toEqual(on('2026-09-01', b, a));
    expect(find(on('2026-09-01', a, b), 'prevent')).toMatchObject({ strength: 'should', title: 'B' });
    expect(on('2026-09-01', b, a).id).toBe('quals-2026-01-group+a+b');
  });

  it('replaces a rule of the same id that it adds', () => {
    const adds = [ruleOf({ id: 'prevent', title: 'Ours' })];
    expect(on('2026-09-01', variant({ adds })).rules.filter(({ id }) => id === 'prevent')).toMatchObject([
      { title: 'Ours' },
    ]);
  });
});

describe('variants from elsewhere', () => {
  const issues = (value: unknown): string[] => {
    const check = checkVariants(value);
    return check.status === 'valid' ? [] : check.issues.map(({ path, code }) => `${path.join('.')} ${code}`);
  };

  it('are checked', () => {
    const sound = [
      variant({
        adds: [ruleOf({ evidence: 'official' })],
        removes: ['prevent'],
        changes: { 'food-hygiene': { strength: 'should' } },
      }),
    ];
    expect(checkVariants(JSON.parse(JSON.stringify(sound)))).toEqual({ status: 'valid', variants: sound });
    expect(issues(sound)).toEqual([]);
    expect(issues('all')).toEqual([' wrong-type']);
    expect(issues([{ id: 'x' }])).toContain('0.title missing');
    expect(
      issues([
        variant({
          to: '2026-01-01',
          removes: ['no-such-rule'],
          changes: { 'nor-this': { from: '2026-02-01', to: '2026-01-01' } },
        }),
        variant({
          adds: [
            ruleOf({ evidence: 'official' }),
            ruleOf({ evidence: 'official', from: '2026-02-01', to: '2026-01-01' }),
          ],
        }),
      ]),
    ).toEqual([
      '0.changes.nor-this unknown-reference',
      '0.changes.nor-this.to date-order',
      '0.removes.0 unknown-reference',
      '0.to date-order',
      '1.adds.1.id duplicate-id',
      '1.adds.1.to date-order',
      '1.id duplicate-id',
    ]);
  });

  it('put nothing as a must that has no source', () => {
    const must = ruleOf({ strength: 'must', evidence: 'none' });
    const check = checkVariants([variant({ adds: [must, ruleOf({ id: 'b', strength: 'should' })] })]);
    expect(check).toMatchObject({
      status: 'invalid',
      issues: [
        {
          path: [0, 'adds', 0, 'evidence'],
          code: 'not-allowed',
          message: expect.stringMatching(/^Give the source of "first-aid" .*should or good-practice.*\.$/),
        },
      ],
    });
    const changing = (id: string, change: Partial<Rule>, ...more: RulebookVariant[]) =>
      issues([variant({ changes: { [id]: change } }), ...more]);
    // a rule of the library, one way and the other: prevent has a source, health-and-safety has none
    expect(changing('prevent', { evidence: 'none' })).toEqual(['0.changes.prevent.evidence not-allowed']);
    expect(changing('prevent', { evidence: 'none', strength: 'should' })).toEqual([]);
    expect(changing('health-and-safety', { strength: 'must' })).toEqual([
      '0.changes.health-and-safety.strength not-allowed',
    ]);
    expect(changing('health-and-safety', { strength: 'must', evidence: 'official' })).toEqual([]);
    expect(changing('health-and-safety', { title: 'Ours' })).toEqual([]);
    // a rule that another variant adds
    const b = variant({ id: 'b', adds: [ruleOf({ id: 'ours', strength: 'should' })] });
    expect(changing('ours', { strength: 'must' }, b)).toEqual(['0.changes.ours.strength not-allowed']);
    expect(changing('ours', { title: 'Ours' }, b)).toEqual([]);
  });

  it('that cannot be read give no rulebook', () => {
    for (const strange of [
      null,
      'all',
      [null],
      [{}],
      [{ providerKinds: [], adds: 'x' }],
      [{ providerKinds: [], changes: 1 }],
    ])
      expect(rulebookOn('2026-09-01', 'group', strange as never)).toBeUndefined();
  });
});
