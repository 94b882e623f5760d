import type { RequestInput } from '../../../src/domain/request.js';
import type { ProviderKind } from '../../../src/domain/setting.js';
import { type NeedInput, needsFromRules, type NeedsOptions } from '../../../src/rules/needs-from-rules.js';
import type { StaffMemberInput } from '../../../src/rules/people.js';
import type { Rule, Rulebook } from '../../../src/rules/rulebook.js';
import { rulebookOn } from '../../../src/rules/rulebooks.js';

export const WINDOW: RequestInput['window'] = { from: '2026-09-01', to: '2027-07-31' };

export const person = (id: string, more: Partial<StaffMemberInput> = {}): StaffMemberInput => ({
  id,
  roles: ['practitioner'],
  ...more,
});

export const record = (
  area: string,
  depth: 1 | 2 | 3 | 4,
  completedOn: string,
  expiresOn?: string,
): NonNullable<StaffMemberInput['records']>[number] => ({
  area,
  depth,
  completedOn,
  ...(expiresOn !== undefined && { expiresOn }),
});
export const firstAid = (completedOn: string, expiresOn?: string) =>
  record('paediatric-first-aid', 2, completedOn, expiresOn);

/** The rulebook of a day, which the test says there is. */
export function rulebookOf(kind: ProviderKind, date: string = WINDOW.from): Rulebook {
  const rulebook = rulebookOn(date, kind);
  if (rulebook === undefined) throw new Error(`no rulebook for ${kind} on ${date}`);
  return rulebook;
}

/** A rulebook of the test's own, for every kind of provider. */
export const bookOf = (...rules: Rule[]): Rulebook => ({
  id: 'test',
  edition: 'test',
  effectiveFrom: '2000-01-01',
  providerKinds: ['group', 'school', 'childminder', 'out-of-school'],
  rules,
});

/** A rule that asks everybody for first aid for three years, and whatever else a test gives. */
export const ruleOf = (more: Partial<Rule> = {}): Rule => ({
  id: 'first-aid',
  title: 'First aid',
  strength: 'must',
  scope: 'person',
  who: {},
  training: { area: 'paediatric-first-aid', depth: 2, count: 'everyone', maxAgeMonths: 36 },
  source: 'unsourced',
  evidence: 'none',
  verified: false,
  ...more,
});

/** What is derived, which the test says can be. */
export function derived(
  staff: StaffMemberInput[],
  rulebook: Rulebook = rulebookOf('group'),
  window: RequestInput['window'] = WINDOW,
  options?: NeedsOptions,
) {
  const [providerKind = 'group'] = rulebook.providerKinds;
  const result = needsFromRules({ id: 'setting', providerKind }, staff, rulebook, window, options);
  if (result.status === 'invalid') throw new Error(JSON.stringify(result.issues));
  return result;
}

/** The needs by their ids. */
export const needsById = (...given: Parameters<typeof derived>): Map<string, NeedInput> =>
  new Map(derived(...given).needs.map((need) => [need.id, need]));

/** Each need as its id, whom it names if anybody, and how many. */
export const shortly = (needs: readonly NeedInput[]): string[] =>
  needs.map(({ id, who, count }) => {
    const named = who.staff === undefined ? '' : ` of ${who.staff.join(' ')}`;
    return `${id}${named}${count === 'everyone' ? '' : ` ${count.atLeast}+${count.spare ?? 0}`}`;
  });
