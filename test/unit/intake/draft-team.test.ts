import { describe, expect, it } from 'vitest';
import { draftRequest } from '../../../src/intake/draft-request.js';
import { assumed, context, drafted, type Drafted, questionnaire } from './draft-support.js';

const rolesOf = ({ request }: Drafted) =>
  Object.fromEntries(request.staff.map(({ id, roles }) => [id, [...roles]]));

describe('stand-ins for people who are only counted', () => {
  it('are numbered by level, past the ids that are taken', () => {
    const draft = drafted({
      team: [
        { level: 3, count: 2, roles: ['practitioner'] },
        { id: 'level-3-2', roles: ['manager'] },
        { level: 0, count: 1, roles: ['apprentice'] },
        { level: 3, count: 1, roles: ['room-leader'] },
        { level: 6, count: 1, roles: ['teacher'], status: 'qts' },
      ],
    });
    expect(draft.request.staff.map(({ id }) => id)).toEqual([
      'level-3-2',
      'level-0-1',
      'level-3-1',
      'level-3-3',
      'level-3-4',
      'level-6-1',
    ]);
    const teacher = draft.request.staff.find(({ id }) => id === 'level-6-1');
    expect(teacher?.qualifications).toEqual([{ level: 6, status: 'qts' }]);
    expect(draft.request.staff.find(({ id }) => id === 'level-0-1')?.qualifications).toBeUndefined();
    expect(assumed(draft, 'questionnaire.team')[0]).toContain('5 people are only counted');
  });

  it('are practitioners unless it is said what they are', () => {
    const draft = drafted({
      team: [
        { id: 'm', roles: ['manager', 'food-handler'] },
        { level: 2, count: 2 },
      ],
    });
    expect(rolesOf(draft)['level-2-1']).toEqual(['practitioner']);
    expect(assumed(draft, 'questionnaire.team.1')[0]).toContain('taken for practitioners');
  });

  it('hold nothing, and so do people without records', () => {
    const draft = drafted({
      team: [
        { id: 'known', roles: ['manager'], records: [] },
        { id: 'unknown', roles: ['practitioner'] },
        { level: 3, count: 1 },
      ],
    });
    const [said] = assumed(draft, 'questionnaire.team').filter((message) => message.includes('records'));
    expect(said).toContain('2 people (unknown, level-3-1)');
  });
});

describe('who is taken for a role that nobody is said to have', () => {
  it('is the deputy for manager, the manager for safeguarding lead, a practitioner for food', () => {
    const draft = drafted({
      team: [
        { id: 'z', roles: ['practitioner'] },
        { id: 'd', roles: ['deputy-manager'] },
        { id: 'a', roles: ['apprentice'] },
      ],
    });
    expect(rolesOf(draft)).toEqual({
      z: ['practitioner', 'food-handler'],
      d: ['deputy-manager', 'manager', 'designated-safeguarding-lead'],
      a: ['apprentice'],
    });
    expect(assumed(draft, 'questionnaire.team.1.roles')).toHaveLength(2);
    expect(assumed(draft, 'questionnaire.team.0.roles')[0]).toBe(
      'Nobody is said to prepare food: z is taken to. Give whoever does the role food-handler.',
    );
  });

  it('is else the highest level, and of several the first id', () => {
    const draft = drafted({
      team: [
        { level: 3, count: 2 },
        { level: 5, count: 2 },
        { level: 2, count: 1 },
      ],
    });
    expect(rolesOf(draft)['level-5-1']).toEqual(['practitioner', 'manager', 'designated-safeguarding-lead']);
    expect(rolesOf(draft)['level-5-2']).toEqual(['practitioner', 'food-handler']);
  });

  it('is nobody where all roles are given', () => {
    const draft = drafted({
      team: [
        { id: 'a', roles: ['manager', 'designated-safeguarding-lead'] },
        { id: 'b', roles: ['food-handler'] },
      ],
    });
    expect(rolesOf(draft)).toEqual({ a: ['manager', 'designated-safeguarding-lead'], b: ['food-handler'] });
  });

  it('is one childminder, and assistants for those without a role', () => {
    const draft = drafted({
      provider: { kind: 'childminder' },
      team: [
        { level: 2, count: 1 },
        { level: 3, count: 1 },
      ],
    });
    expect(rolesOf(draft)).toEqual({ 'level-2-1': ['childminder-assistant'], 'level-3-1': ['childminder'] });
    expect(draft.request.needs.map(({ id }) => id)).toContain('rule-cm-assistants');
  });

  it('is nobody in one practitioner’s own plan, which leaves the setting’s duties to the setting', () => {
    const draft = drafted({ team: [{ id: 'me', roles: ['practitioner'] }] });
    expect(rolesOf(draft)).toEqual({ me: ['practitioner'] });
    expect(draft.request.needs.map(({ id }) => id)).toEqual(['rule-prevent', 'rule-safeguarding-all-staff']);
    expect(assumed(draft, 'questionnaire.team').at(-1)).toContain('own plan');
  });

  it('is nobody for a role of which no rule speaks', () => {
    const draft = drafted({ provider: { kind: 'out-of-school' }, team: [{ level: 3, count: 2 }] });
    expect(rolesOf(draft)).toEqual({
      'level-3-1': ['practitioner', 'food-handler'],
      'level-3-2': ['practitioner'],
    });
  });

  it('is nobody in an empty team, which has no needs from rules', () => {
    const draft = drafted({ team: [] });
    expect(draft.request.staff).toEqual([]);
    expect(draft.request.needs).toEqual([]);
    expect(assumed(draft, 'questionnaire.team')[0]).toContain('empty');
  });
});

describe('the rest of the team', () => {
  it('works at sites that the setting then has', () => {
    const draft = drafted({
      team: [
        { id: 'a', roles: ['manager'], site: 'south' },
        { id: 'b', roles: ['practitioner'], site: 'north' },
        { id: 'c', roles: ['practitioner'], site: 'north' },
      ],
      findings: [{ about: 'SLCN', source: 'appraisal', who: { sites: ['north'] } }],
    });
    expect(draft.request.setting.sites).toEqual([{ id: 'north' }, { id: 'south' }]);
  });

  it("may hold training in the caller's own areas, and in no others", () => {
    const records = [{ area: 'forest-bathing', depth: 2 as const, completedOn: '2025-05-01' }];
    const team = [{ id: 'a', roles: ['manager'], records }];
    const draft = drafted({ team }, { areas: [{ id: 'forest-bathing', title: 'Forest bathing' }] });
    expect(draft.request.staff[0]?.records).toEqual(records);
    expect(draftRequest(questionnaire({ team }), context())).toMatchObject({
      status: 'invalid',
      issues: [{ path: ['questionnaire', 'team', 0, 'records', 0, 'area'], code: 'unknown-reference' }],
    });
  });

  it('is asked for the dates of awards on which a rule depends', () => {
    const undated = assumed(drafted({ team: [{ level: 3, count: 2 }] }), 'questionnaire.team');
    expect(undated.some((message) => message.includes('awardedOn'))).toBe(true);
    const teachers = assumed(
      drafted({ team: [{ level: 6, count: 2, status: 'qts' }] }),
      'questionnaire.team',
    );
    expect(teachers.some((message) => message.includes('awardedOn'))).toBe(false);
  });
});

describe('time that is given', () => {
  const said = (time: { releaseMinutes?: number; ownMinutes?: number }, own = {}) =>
    assumed(drafted({ team: [{ id: 'a', roles: ['manager'], time: own }], time }), 'questionnaire.time');

  it('is told in hours and minutes', () => {
    expect(said({ releaseMinutes: 1080, ownMinutes: 90 })).toEqual([
      'Each person can be released for 18 h and gives 1 h 30 min of their own, where they do not say otherwise.',
    ]);
  });

  it('is told only as far as it is given for everybody', () => {
    expect(said({ releaseMinutes: 45 }, { ownMinutes: 30 })).toEqual([
      'Each person can be released for 45 min, where they do not say otherwise.',
    ]);
    expect(said({ ownMinutes: 0 }, { releaseMinutes: 30 })).toEqual([
      'Each person gives 0 min of their own, where they do not say otherwise.',
    ]);
    expect(said({}, { releaseMinutes: 30, ownMinutes: 30 })).toEqual([]);
  });
});
