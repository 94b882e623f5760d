import { describe, expect, it } from 'vitest';
import { weightOf } from '../../../src/domain/need-weights.js';
import type { QuestionnaireInput } from '../../../src/domain/questionnaire.js';
import { draftRequest } from '../../../src/intake/draft-request.js';
import { assumed, context, drafted, questionnaire } from './draft-support.js';

type FindingInput = QuestionnaireInput['findings'][number];

const findings = (...given: FindingInput[]) => {
  const draft = drafted({ findings: given });
  return { draft, needs: draft.request.needs.filter(({ id }) => id.startsWith('finding-')) };
};

describe('a finding', () => {
  it('becomes a need for everybody, to practice, of the weight of its source', () => {
    const { needs, draft } = findings({ about: 'SLCN', source: 'self-evaluation' });
    expect(needs).toEqual([
      {
        id: 'finding-speech-language-needs-self-evaluation',
        area: 'speech-language-needs',
        depth: 2,
        who: {},
        count: 'everyone',
        source: 'self-evaluation',
      },
    ]);
    expect(assumed(draft, 'questionnaire.findings')).toHaveLength(3);
  });

  it('keeps whom it concerns, its depth and its date', () => {
    const asked = { who: { roles: ['practitioner'], minLevel: 3 }, depth: 3, by: '2026-12-18' } as const;
    const { needs, draft } = findings({
      about: 'SLCN',
      source: 'inspection-action',
      importance: 'medium',
      ...asked,
      who: { roles: ['practitioner'], minLevel: 3 },
    });
    expect(needs[0]).toMatchObject(asked);
    expect(assumed(draft, 'questionnaire.findings')).toEqual([]);
  });

  it('asks for as much as the law asks of the area, unless it says how deep', () => {
    const { needs } = findings(
      { about: 'first aid', source: 'appraisal' },
      { about: 'Prevent', source: 'appraisal' },
      { about: 'DSL', source: 'appraisal' },
      { about: 'Prevent', source: 'aspiration', depth: 2 },
    );
    expect(needs.map(({ area, depth }) => [area, depth])).toEqual([
      ['paediatric-first-aid', 2],
      ['prevent-duty', 1],
      ['designated-safeguarding-lead', 3],
      ['prevent-duty', 2],
    ]);
  });

  it('weighs 3 to 2 to 1 by its importance, beside the needs from the rules', () => {
    const { draft, needs } = findings(
      { about: 'SLCN', source: 'appraisal', importance: 'high' },
      { about: 'EAL', source: 'appraisal', importance: 'medium' },
      { about: 'PECS', source: 'appraisal', importance: 'low' },
    );
    const weigh = (need: (typeof needs)[number]) => weightOf(need, draft.request.policy);
    expect(needs.map(weigh)).toEqual([12, 8, 4]);
    const rules = draft.request.needs.filter(({ id }) => id.startsWith('rule-'));
    expect(rules.filter(({ source }) => source === 'statutory').map(weigh)).toContain(2);
  });

  it('of several areas becomes a need for each, and says so', () => {
    const { draft, needs } = findings({ about: 'routines', source: 'self-evaluation', importance: 'low' });
    expect(needs.map(({ area }) => area)).toEqual(['behaviour-support', 'learning-environment']);
    expect(assumed(draft, 'questionnaire.findings.0.about')[0]).toContain(
      '2 areas, each of them a need: behaviour-support, learning-environment',
    );
  });

  it('that is not understood is handed back with suggestions, and is in no need', () => {
    const { draft, needs } = findings({ about: 'better routines at lunch', source: 'self-evaluation' });
    expect(needs).toEqual([]);
    expect(draft.unmatched).toEqual([
      {
        path: ['questionnaire', 'findings', 0, 'about'],
        phrase: 'better routines at lunch',
        nearest: ['behaviour-support', 'learning-environment'],
      },
    ]);
  });

  it('said twice in the same words counts once; said otherwise it is another need', () => {
    const { draft, needs } = findings(
      { about: 'SLCN', source: 'appraisal', who: { roles: ['practitioner', 'manager'] } },
      { about: 'speech and language', source: 'appraisal', who: { roles: ['manager', 'practitioner'] } },
      { about: 'SLCN', source: 'appraisal', depth: 3 },
    );
    expect(needs.map(({ id }) => id)).toEqual([
      'finding-speech-language-needs-appraisal',
      'finding-speech-language-needs-appraisal-2',
    ]);
    expect(assumed(draft, 'questionnaire.findings.1')[0]).toContain('counts once');
  });

  it('that concerns nobody, or that nothing teaches, says so', () => {
    const { draft } = findings(
      { about: 'SLCN', source: 'appraisal', who: { roles: ['senco'] } },
      { about: 'EAL', source: 'appraisal' },
      { about: 'SLCN', source: 'aspiration', depth: 4 },
    );
    expect(assumed(draft, 'questionnaire.findings.0.who')[0]).toContain('concerns nobody');
    expect(assumed(draft, 'questionnaire.findings.1')[0]).toContain('teaches english-additional-language');
    expect(assumed(draft, 'questionnaire.findings.2')[0]).toContain('to depth 4');
  });

  it('says which of the roles that it names nobody has, also of those left out of it', () => {
    const { draft } = findings(
      { about: 'SLCN', source: 'appraisal', who: { roles: ['practitioner', 'practitoner'] } },
      { about: 'EAL', source: 'appraisal', who: { not: { roles: ['mannager'] } } },
      { about: 'PECS', source: 'appraisal', who: { roles: ['senco'] } },
      { about: 'SLCN', source: 'aspiration', who: { roles: ['manager', 'practitioner'] } },
    );
    const said = draft.assumptions.filter(({ path }) => path.includes('who'));
    expect(said.map(({ path }) => path.join('.'))).toEqual([
      'questionnaire.findings.0.who.roles.1',
      'questionnaire.findings.1.who.not.roles.0',
      'questionnaire.findings.2.who',
    ]);
    expect(said[0]?.message).toBe(
      'Nobody on the team has the role "practitoner": it selects nobody. Check how it is spelt.',
    );
  });

  it('that names only people whom the team lacks, also to leave them out, is refused', () => {
    for (const who of [{ staff: ['nobody'] }, { not: { staff: ['nobody'] } }]) {
      const asked = questionnaire({ findings: [{ about: 'SLCN', source: 'appraisal', who }] });
      expect(draftRequest(asked, context())).toMatchObject({
        status: 'invalid',
        issues: [{ code: 'unknown-reference' }],
      });
    }
  });

  it("may be about the caller's own area, whose need keeps an id of fair length", () => {
    const id = 'x'.repeat(128);
    const draft = drafted(
      { findings: [{ about: 'our way', source: 'inspection-recommendation' }] },
      { areas: [{ id, title: 'Our way' }] },
    );
    expect(draft.request.needs[0]?.area).toBe(id);
    expect(draft.request.areas?.[0]?.title).toBe('Our way');
  });
});
