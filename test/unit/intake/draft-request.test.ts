import { RULE_OVERRIDES } from '../../../src/rules/overrides.js';
import type { Rulebook } from '../../../src/rules/rulebook.js';
import { rulebookOn } from '../../../src/rules/rulebooks.js';
import { describe, expect, it } from 'vitest';
import { checkRequest } from '../../../src/intake/check-request.js';
import { draftRequest } from '../../../src/intake/draft-request.js';
import {
  assumed,
  context,
  drafted,
  item,
  questionnaire,
  SAMPLES,
  sampleCatalogue,
  sampleQuestionnaire,
} from './draft-support.js';

describe('drafting the sample questionnaires', () => {
  it.each(SAMPLES)('gives a request that checks, for %s', (name) => {
    const result = draftRequest(sampleQuestionnaire(name), { catalogue: sampleCatalogue() });
    expect(result.status).toBe('drafted');
    if (result.status === 'invalid') return;
    expect(checkRequest(result.request).status).toBe('valid');
    expect(result.unmatched.map(({ phrase }) => phrase)).toEqual(
      name === 'day-nursery' ? ['wow moments'] : [],
    );
    expect(result.request.catalogue).toEqual(sampleCatalogue());
  });

  it('keeps what the manager gave', () => {
    const asked = sampleQuestionnaire('large-nursery');
    const result = draftRequest(asked, { catalogue: sampleCatalogue() });
    if (result.status === 'invalid') return expect(result.issues).toEqual([]);
    const { request } = result;
    expect(request.window).toEqual(asked.window);
    expect(request.setting).toEqual({
      id: 'setting',
      name: asked.provider.name,
      providerKind: 'group',
      entitlements: asked.provider.memberships,
    });
    expect(request.staff).toHaveLength(40);
    expect(request.funding).toEqual([
      { id: 'budget', pence: asked.budget.pence },
      ...(asked.otherFunding ?? []),
    ]);
    expect(request.funding).toHaveLength(2);
    for (const person of request.staff) expect(person.time).toEqual(asked.time);
  });
});

describe('what the draft takes for granted', () => {
  it('is said by paths into what was passed, or into the request', () => {
    for (const name of SAMPLES) {
      const asked = sampleQuestionnaire(name);
      const given = { catalogue: sampleCatalogue() };
      const result = draftRequest(asked, given);
      if (result.status === 'invalid') return expect(result.issues).toEqual([]);
      const roots: unknown = { questionnaire: asked, context: given, request: result.request };
      for (const { path, message } of result.assumptions) {
        expect(['questionnaire', 'context', 'request']).toContain(path[0]);
        const parent = path.slice(0, -1).reduce<unknown>((at, key) => (at as never)[key], roots);
        expect(typeof parent, path.join('.')).toBe('object');
        expect(message).toMatch(/^\S.*[.]$/);
      }
    }
  });

  it('is that there are no rules before the first rulebook known', () => {
    const early = drafted({ asOf: '2014-08-01', window: { from: '2014-08-31', to: '2015-07-31' } });
    expect(early.request.needs).toEqual([]);
    expect(assumed(early, 'questionnaire.provider.kind')[0]).toContain('No rulebook is known');
  });

  it('is the edition of the first day on which training can begin', () => {
    const before = { asOf: '2025-08-01', window: { from: '2025-08-31', to: '2026-07-31' } };
    const old = drafted(before);
    expect(assumed(old, 'questionnaire.provider.kind')[0]).toContain('ebr-2025-group');
    expect(old.request.needs.map(({ id }) => id)).toContain('rule-safeguarding-pre2025');
    // planned in August for a window that begins under the new edition
    const ahead = drafted({ ...before, window: { from: '2025-09-01', to: '2026-07-31' } });
    expect(ahead.request.needs.length).toBeGreaterThan(0);
    expect(assumed(ahead, 'questionnaire.provider.kind')[0]).toContain('eyfs-2025-09-group');
    // begun before it, and planned again since
    const again = drafted({ asOf: '2025-09-01', window: { from: '2025-08-01', to: '2026-07-31' } });
    expect(again.request.needs.length).toBeGreaterThan(0);
    expect(assumed(again, 'questionnaire.provider.kind')[0]).toContain('eyfs-2025-09-group');
  });

  it('is that the rules of the first day hold for the whole window, where others begin inside it', () => {
    const told = (window: { from: string; to: string }, rulebook?: Rulebook) =>
      assumed(
        drafted({ asOf: window.from, window }, rulebook && { rulebook }),
        rulebook === undefined ? 'questionnaire.provider.kind' : 'context.rulebook',
      ).slice(1);
    const not = 'What begins or changes then is not in this draft: make another for the days from then on.';
    expect(told({ from: '2025-09-01', to: '2025-12-31' })).toEqual([]);
    expect(told({ from: '2025-09-01', to: '2026-01-01' })).toEqual([
      `From 2026-01-01, inside the window, the rules are those of quals-2026-01-group. eyfs-2025-09-group is in force until the day before. ${not}`,
    ]);
    expect(told({ from: '2026-09-01', to: '2027-07-31' })).toEqual([]);
    // of several changes inside, the first
    expect(told({ from: '2025-08-31', to: '2026-07-31' })).toEqual([
      expect.stringMatching(/^From 2025-09-01, .* eyfs-2025-09-group\. ebr-2025-group /),
    ]);
    expect(told({ from: '2014-08-31', to: '2015-06-30' })).toEqual([
      `From 2014-09-01, inside the window, the rules are those of eyfs-2014-group. ${not}`,
    ]);

    const published = rulebookOn('2026-09-01', 'group');
    if (published === undefined) throw new Error('no rulebook is known');
    const own = { ...published, id: 'own', effectiveFrom: '2026-09-01' };
    expect(told({ from: '2026-09-01', to: '2027-07-31' }, own)).toEqual([]);
    expect(told({ from: '2026-08-31', to: '2027-07-31' }, own)).toEqual([
      'The window begins on 2026-08-31, before own is in force: what it asks is tested on those days too.',
    ]);
    expect(told({ from: '2026-09-01', to: '2027-07-31' }, { ...own, effectiveTo: '2027-07-31' })).toEqual([]);
    expect(told({ from: '2026-09-01', to: '2027-07-31' }, { ...own, effectiveTo: '2027-07-30' })).toEqual([
      `From 2027-07-31, inside the window, the rules are those of quals-2026-01-group. own is in force until the day before. ${not}`,
    ]);
    // a later edition than an open rulebook of one's own
    expect(told({ from: '2025-09-01', to: '2026-07-31' }, { ...own, effectiveFrom: '2025-09-01' })).toEqual([
      `From 2026-01-01, inside the window, the rules are those of quals-2026-01-group. ${not}`,
    ]);
  });

  it('is what is usual out of school, of which nothing is law', () => {
    const draft = drafted({ provider: { kind: 'out-of-school' } });
    expect(draft.request.needs.map(({ id }) => id)).toEqual([
      'rule-oos-child-protection',
      'rule-oos-first-aid',
      'rule-oos-food-hygiene',
      'rule-oos-prevent',
    ]);
    expect(draft.request.needs.map(({ source }) => source)).toEqual(Array(4).fill('sector-focus'));
  });

  it('is that official exceptions from rules hold', () => {
    const year = { asOf: '2020-09-01', window: { from: '2020-09-01', to: '2020-10-31' } };
    const team = [
      {
        id: 'me',
        roles: ['childminder'],
        records: [{ area: 'paediatric-first-aid', depth: 2 as const, completedOn: '2017-06-01' }],
      },
    ];
    const asked = (given: object) =>
      drafted({ ...year, provider: { kind: 'childminder' }, team }, given).request.needs.map(({ id }) => id);
    expect(asked({})).not.toContain('rule-cm-pfa');
    expect(asked({ overrides: [] })).toContain('rule-cm-pfa');
  });

  it('is the rulebook that is passed, if one is', () => {
    const rulebook = {
      id: 'house-rules',
      edition: 'house-2026',
      effectiveFrom: '2026-01-01',
      providerKinds: ['out-of-school'],
      rules: [
        {
          id: 'everybody-signs',
          title: 'Everybody can sign',
          strength: 'should',
          scope: 'person',
          who: {},
          training: { area: 'signing-augmentative', depth: 1, count: 'everyone' },
          source: 'example.org/house-rules',
          evidence: 'none',
          verified: true,
        },
      ],
    } as const;
    const draft = drafted({ provider: { kind: 'out-of-school' } }, { rulebook });
    expect(draft.request.needs).toMatchObject([
      {
        id: 'rule-everybody-signs',
        source: 'sector-focus',
        basis: { rule: 'everybody-signs', edition: 'house-2026', source: 'example.org/house-rules' },
      },
    ]);
    expect(assumed(draft, 'context.rulebook')[0]).toContain('All its rules have been checked');
    expect(assumed(draft, 'context.rulebook.rules.0')[0]).toContain('Nothing in the catalogue');
  });

  it('is what the budget is for', () => {
    const each = drafted({ team: [{ level: 3, count: 4 }], budget: { pence: 5000, per: 'person' } });
    expect(each.request.funding).toEqual([{ id: 'budget', pence: 20_000 }]);
    expect(assumed(each, 'questionnaire.budget')[0]).toContain('£50.00 for each of 4 people: £200.00 in one');
    expect(assumed(drafted({ budget: { pence: 5000 } }), 'questionnaire.budget')[0]).toContain(
      'setting as a whole',
    );
    expect(assumed(drafted({ budget: { pence: 5000, per: 'setting' } }), 'questionnaire.budget')).toEqual([]);
  });

  it('is nothing that is given: terms, time by term and funding with rules are kept as they are', () => {
    const terms = [
      { id: 'autumn', from: '2026-09-01', to: '2026-12-18' },
      { id: 'spring', from: '2027-01-04', to: '2027-03-26' },
    ];
    const grant = { id: 'grant', pence: 1000, pays: { areas: ['prevent-duty'] }, to: '2026-12-31' };
    const draft = drafted({
      terms,
      otherFunding: [grant, { id: 'budget', pence: 2000 }],
      team: [
        { id: 'a', roles: ['manager'], time: { ownMinutes: 30, terms: { autumn: { ownMinutes: 10 } } } },
        { id: 'b', roles: [], time: { terms: { autumn: { ownMinutes: 10 } } } },
        { id: 'c', roles: [] },
      ],
      time: { releaseMinutes: 60 },
    });
    expect(draft.request.terms).toEqual(terms);
    expect(draft.request.funding).toEqual([
      { id: 'budget-2', pence: 50_000 },
      grant,
      { id: 'budget', pence: 2000 },
    ]);
    expect(draft.request.staff.map(({ time }) => time)).toEqual([
      { releaseMinutes: 60, ownMinutes: 30, terms: { autumn: { ownMinutes: 10 } } },
      { releaseMinutes: 60, terms: { autumn: { ownMinutes: 10 } } },
      { releaseMinutes: 60 },
    ]);
    expect(assumed(draft, 'questionnaire.time')).toEqual([
      'Released time or own time is not given for b, c for the window as a whole: what is not given is not limited. Give both, in minutes, to limit them.',
      'This time is for the window as a whole, and may all fall in one of its 2 terms. Give people one by one, with time.terms, to limit them in each.',
    ]);
    expect(assumed(draft, 'questionnaire.terms')[0]).toContain('first day of any term');
    expect(assumed(drafted({}), 'questionnaire.terms')[0]).toContain('the window is the one term');
  });

  it('is that what funding pays for may be misspelt, where it would select nobody or nothing', () => {
    const items = [item('kept', 'prevent-duty', 1, { provider: 'Talkwell' })];
    const pays = {
      roles: ['practitioner', 'practicioner'],
      providers: ['Talkwell', 'Talkwel'],
      not: { roles: ['manger'] },
    };
    const draft = drafted(
      { otherFunding: [{ id: 'grant', pence: 1000, pays }] },
      { catalogue: { id: 'test', asOf: '2026-09-01', items } },
    );
    expect(draft.assumptions.filter(({ path }) => path[1] === 'otherFunding')).toEqual([
      {
        path: ['questionnaire', 'otherFunding', 0, 'pays', 'roles', 1],
        message: 'Nobody on the team has the role "practicioner": it selects nobody. Check how it is spelt.',
      },
      {
        path: ['questionnaire', 'otherFunding', 0, 'pays', 'not', 'roles', 0],
        message: 'Nobody on the team has the role "manger": it selects nobody. Check how it is spelt.',
      },
      {
        path: ['questionnaire', 'otherFunding', 0, 'pays', 'providers', 1],
        message:
          'Nothing in the catalogue is offered by "Talkwel": it selects nothing. Check how it is spelt.',
      },
    ]);
  });

  it('is that a membership or entitlement that no offer asks for changes no price', () => {
    const price = { kind: 'free' } as const;
    const offers = [{ id: 'member', requires: ['alliance-member', 'la-maintown'], price }];
    const session = { id: 's', blocks: [{ starts: '2026-10-01T09:00', ends: '2026-10-01T10:00' }] };
    const items = [
      item('kept', 'prevent-duty', 1, { offers }),
      item('dated', 'prevent-duty', 1, {
        sessions: [session],
        offers: [{ id: 'reader', requires: ['magazine-reader'], price }],
      }),
      item('club', 'prevent-duty', 1, { teaches: [], grants: ['club-member'], offers: [] }),
    ];
    const draft = drafted(
      {
        provider: { kind: 'group', memberships: ['alliance-member', 'aliance-member', 'magazine-reader'] },
        team: [
          { level: 3, count: 1 },
          { id: 'a', roles: ['manager'], entitlements: ['la-maintown', 'club-member'] },
        ],
      },
      { catalogue: { id: 'test', asOf: '2026-09-01', items } },
    );
    const said = draft.assumptions.filter(({ message }) => message.startsWith('No offer'));
    expect(said).toEqual([
      {
        path: ['questionnaire', 'provider', 'memberships', 1],
        message:
          'No offer in the catalogue asks for "aliance-member": it changes no price. Check how it is spelt.',
      },
    ]);
  });

  it('is that an entitlement that nobody is said to have is not had, and whether it can be bought', () => {
    const price = { kind: 'free' } as const;
    const items = [
      item('dear', 'prevent-duty', 1, {
        offers: [
          { id: 'gold', requires: ['gold', 'member'], price },
          { id: 'maintown', requires: ['la-maintown', 'a-charity'], price },
          { id: 'own', requires: ['union'], price },
        ],
      }),
      item('club', 'prevent-duty', 1, { teaches: [], grants: ['gold'], offers: [{ id: 'standard', price }] }),
    ];
    const draft = drafted(
      {
        provider: { kind: 'group', memberships: ['member'] },
        team: [{ id: 'a', roles: ['manager'], entitlements: ['union'] }],
      },
      { catalogue: { id: 'test', asOf: '2026-09-01', items } },
    );
    expect(assumed(draft, 'questionnaire.provider.memberships')).toEqual([
      'Nobody is said to have gold: it can be bought, and the prices that ask for it are had only with what grants it. Add to memberships what the setting has.',
      'Nobody is said to have a-charity, la-maintown: the prices that ask for one of them are not had. Add to memberships what the setting has.',
    ]);
  });

  it('is that sessions are in open hours, that nobody is away, and that no ratios are known', () => {
    const on = (day: string, more: object = {}) => ({
      id: `s-${day}`,
      blocks: [{ starts: `${day}T09:00`, ends: `${day}T10:00` }],
      ...more,
    });
    const withSessions = (...sessions: ReturnType<typeof on>[]) =>
      drafted(
        {
          team: [
            { id: 'a', roles: ['manager'] },
            { id: 'b', roles: [], away: [] },
          ],
        },
        {
          catalogue: {
            id: 'test',
            asOf: '2026-09-01',
            items: [item('day', 'prevent-duty', 1, { sessions })],
          },
        },
      );
    const draft = withSessions(
      on('2026-10-01'),
      on('2026-10-02', { openHours: false }),
      on('2027-08-01'),
      on('2026-08-31'),
    );
    expect(assumed(draft, 'request.setting.openingHours')[0]).toMatch(
      /^Opening hours are not asked for: 1 session of the catalogue .* are taken to be/,
    );
    expect(assumed(draft, 'request.cover')[0]).toContain('no cover periods are set');
    expect(assumed(draft, 'questionnaire.team').at(-1)).toBe(
      'No days away are given for 1 person (a): they can go to a session on any day. Give people one by one, with away, to change that.',
    );
    const told = withSessions(on('2027-07-31', { openHours: true }));
    expect(assumed(told, 'request.setting.openingHours')).toEqual([]);
    expect(assumed(told, 'request.cover')).toHaveLength(1);
    // a session that cannot be booked is nothing to speak of
    expect(assumed(withSessions(on('2027-08-01')), 'request.cover')).toEqual([]);
    expect(assumed(drafted({}), 'request.cover')).toEqual([]);
  });

  it('is that the team is as large as the questionnaire says, where prices depend on it', () => {
    const price = { kind: 'by-team-size' as const, bands: [{ upTo: 20, pence: 500 }] };
    const items = [item('all', 'prevent-duty', 1, { offers: [{ id: 'standard', price }] })];
    const draft = drafted(
      { team: [{ level: 3, count: 4 }] },
      { catalogue: { id: 'test', asOf: '2026-09-01', items } },
    );
    expect(assumed(draft, 'questionnaire.team').at(-1)).toContain('are those for 4 people');
  });

  it('keeps the whole catalogue, at the prices of its day', () => {
    const catalogue = {
      id: 'test',
      asOf: '2026-08-15',
      items: [
        item('kept', 'prevent-duty', 1, { prerequisites: [{ anyOf: ['session'] }] }),
        item('session', 'prevent-duty', 1, {
          sessions: [
            { id: 's', blocks: [{ starts: '2026-10-01T09:00', ends: '2026-10-01T10:00' }], site: 'hall' },
          ],
        }),
        item('club', 'prevent-duty', 1, { teaches: [], grants: ['member'], offers: [] }),
      ],
    };
    const draft = drafted({}, { catalogue });
    expect(draft.request.catalogue).toEqual(catalogue);
    expect(draft.request.setting.sites).toEqual([{ id: 'hall' }]);
    expect(assumed(draft, 'context.catalogue.asOf')[0]).toContain('2026-08-15');
  });
});

describe('what cannot be drafted', () => {
  const issuesOf = (asked: unknown, given: unknown) => {
    const result = draftRequest(asked as never, given as never);
    return result.status === 'invalid'
      ? result.issues.map(({ path, code }) => `${path.join('.')} ${code}`)
      : [];
  };

  it('says what is wrong with the questionnaire and with the context at once', () => {
    expect(issuesOf({ ...questionnaire(), asOf: 'now' }, {})).toEqual([
      'questionnaire.asOf bad-format',
      'context.catalogue missing',
    ]);
    expect(issuesOf(undefined, undefined)).toEqual(['questionnaire not-json', 'context missing']);
  });

  it('finds what is wrong in the catalogue, the areas and the rulebook', () => {
    const { catalogue } = context();
    const twice = { ...catalogue, items: [...catalogue.items, item('cp', 'child-protection', 1)] };
    expect(issuesOf(questionnaire(), { catalogue: twice })).toEqual([
      'context.catalogue.items.8.id duplicate-id',
    ]);
    const strange = { ...catalogue, items: [item('x', 'unheard-of', 1)] };
    expect(issuesOf(questionnaire(), { catalogue: strange })).toEqual([
      'context.catalogue.items.0.teaches.0.area unknown-reference',
    ]);
    expect(issuesOf(questionnaire(), { catalogue, areas: [{ id: 'Not Kebab', title: '' }] })).toEqual([
      'context.areas.0.id bad-format',
    ]);
    expect(issuesOf(questionnaire(), { catalogue, rulebook: { id: 'x' } })).toContain(
      'context.rulebook.rules missing',
    );
    const rulebook = rulebookOn('2026-09-01', 'childminder');
    const [rule] = rulebook?.rules ?? [];
    expect(
      issuesOf(questionnaire(), {
        catalogue,
        rulebook: { ...rulebook, rules: [rule, { ...rule, from: '2026-01-01', to: '2025-01-01' }] },
        overrides: RULE_OVERRIDES.map((override) => ({ ...override, id: 'twice' })),
      }),
    ).toEqual([
      'context.overrides.1.id duplicate-id',
      'context.rulebook.rules.1.id duplicate-id',
      'context.rulebook.rules.1.to date-order',
    ]);
  });

  it('refuses a rulebook for other days than the window’s', () => {
    const rulebook = rulebookOn('2025-09-01', 'group');
    expect(issuesOf(questionnaire(), { ...context(), rulebook })).toEqual([
      'context.rulebook outside-window',
    ]);
  });

  it('says what is wrong in the catalogue, the terms and the funding where it was passed', () => {
    const { catalogue } = context();
    const items = [...catalogue.items, item('x', 'unheard-of', 1)];
    const result = draftRequest(questionnaire(), { catalogue: { ...catalogue, items } });
    expect(result).toMatchObject({
      status: 'invalid',
      issues: [
        {
          path: ['context', 'catalogue', 'items', 8, 'teaches', 0, 'area'],
          message: expect.stringContaining('context.catalogue.items[8].teaches[0].area'),
        },
      ],
    });
    const grant = { id: 'grant', pence: 1, pays: { not: { items: ['cp', 'nothing'] } } };
    expect(issuesOf(questionnaire({ otherFunding: [grant] }), context())).toEqual([
      'questionnaire.otherFunding.0.pays.not.items.1 unknown-reference',
    ]);
    const late = { id: 'late', from: '2027-07-01', to: '2027-08-31' };
    expect(issuesOf(questionnaire({ terms: [late] }), context())).toEqual([
      'questionnaire.terms.0.to outside-window',
    ]);
    const time = { terms: { late: { ownMinutes: 5 } } };
    expect(issuesOf(questionnaire({ team: [{ id: 'a', roles: [], time }] }), context())).toEqual([
      'questionnaire.team.0.time.terms.late unknown-reference',
    ]);
  });

  it('finds people that a finding names and the team lacks', () => {
    const asked = questionnaire({
      findings: [
        { about: 'wow', source: 'appraisal', who: { staff: ['nobody'] } },
        { about: 'SLCN', source: 'appraisal', who: { staff: ['level-3-2', 'level-3-3'] } },
      ],
    });
    expect(issuesOf(asked, context())).toEqual(['questionnaire.findings.1.who.staff.1 unknown-reference']);
  });

  it('refuses a team or a budget that grows too large, before it makes anybody up', () => {
    const crowd = questionnaire({ team: Array.from({ length: 900 }, () => ({ level: 3, count: 5000 })) });
    expect(issuesOf(crowd, context())).toEqual(['questionnaire.team too-large']);
    const rich = questionnaire({ budget: { pence: 1_000_000_000, per: 'person' } });
    expect(issuesOf(rich, context())).toEqual(['questionnaire.budget.pence too-large']);
  });

  it('refuses findings of more areas than there can be needs', () => {
    const areas = Array.from({ length: 200 }, (_, index) => ({
      id: `area-${index}`,
      title: 'Area',
      aliases: ['everything'],
    }));
    const findings = Array.from({ length: 51 }, () => ({
      about: 'Everything',
      source: 'appraisal' as const,
    }));
    expect(issuesOf(questionnaire({ findings }), context({ areas }))).toEqual([
      'questionnaire.findings too-large',
    ]);
  });
});
