import { describe, expect, it } from 'vitest';
import { buildProgramme } from '../../../src/build.js';
import type { RequestInput } from '../../../src/domain/request.js';
import { checkRequest } from '../../../src/intake/check-request.js';
import { coverFromRota, type RotaCover } from '../../../src/rules/ratios/cover-from-rota.js';
import type { RotaQuestionInput } from '../../../src/rules/ratios/rota-question.js';
import { verifyProgramme } from '../../../src/verify/verify-programme.js';

type Staff = RotaQuestionInput['staff'][number];
type Derived = Extract<RotaCover, { status: 'derived' }>;

const DAY = '2026-10-05';
const from = (starts: string, ends: string, day = DAY) => ({
  starts: `${day}T${starts}`,
  ends: `${day}T${ends}`,
});
const MORNING = from('09:00', '12:00');

const fullFirstAid = { area: 'paediatric-first-aid', depth: 2 as const, completedOn: '2025-10-04' };
/** A person at a level that nothing turns on, with a full first aid certificate but for what is said otherwise. */
const person = (id: string, level = 3, more: Partial<Staff> = {}): Staff => ({
  id,
  roles: ['practitioner'],
  qualifications:
    level === 0
      ? []
      : [
          {
            level,
            fullAndRelevant: true,
            awardedOn: '2012-07-06',
            ...(level === 6 && { status: 'eyts' as const }),
          },
        ],
  records: [fullFirstAid],
  ...more,
});
const noFirstAid = { records: [] };

function question(staff: Staff[], more: Partial<RotaQuestionInput> = {}): RotaQuestionInput {
  return {
    setting: { id: 'acorns', providerKind: 'group' },
    staff,
    rota: { shifts: staff.map(({ id }) => ({ staff: id, ...MORNING })) },
    children: [{ ...MORNING, expected: { '2': 5 } }],
    ...more,
  };
}
function derived(asked: RotaQuestionInput): Derived {
  const cover = coverFromRota(asked);
  if (cover.status === 'invalid') throw new Error(JSON.stringify(cover.issues));
  return cover;
}
/** `ada, bo: 1` for each period. */
const told = ({ periods }: Derived): string[] =>
  periods.map(({ maxAway, among }) => `${among?.staff?.join(', ') ?? 'everybody'}: ${maxAway}`);
const broken = ({ breaches }: Derived): string[] =>
  breaches.map(({ rule, needed, there }) => `${rule}: ${there} of ${needed}`);
const codes = ({ notes }: Derived): string[] => [...new Set(notes.map(({ code }) => code))];

describe('cover by hand', () => {
  it('a morning: nine under two, ten of two and nine of three and over', () => {
    // 3 + 2 + 2 heads, three at level 3, and of the others 1 + 1 + 1 at level 2; there are nine, of whom two are unqualified
    const staff = [
      ...['a', 'b', 'c', 'd'].map((id) => person(id, 3, noFirstAid)),
      ...['e', 'f', 'g'].map((id) => person(id, 2, noFirstAid)),
      ...['h', 'i'].map((id) => person(id, 0)),
    ];
    const cover = derived(
      question(staff, { children: [{ ...MORNING, expected: { 'under-2': 9, '2': 10, '3-plus': 9 } }] }),
    );
    expect(cover.stretches).toEqual([
      {
        ...MORNING,
        children: { 'under-2': 9, '2': 10, '3-plus': 9 },
        counted: ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'],
        needed: { heads: 7, 'level-2-half': 6, 'level-3': 3, 'first-aid': 1 },
        mostAway: 2,
      },
    ]);
    expect(told(cover)).toEqual(['a, b, c, d, e, f, g, h, i: 2', 'a, b, c, d, e, f, g: 1', 'h, i: 1']);
    expect(cover.breaches).toEqual([]);
    expect(cover.questions).toEqual([]);
    expect(cover.notes.filter(({ code }) => code === 'tighter-than-heads').map(({ rule }) => rule)).toEqual([
      'first-aid',
      'level-2-half',
    ]);
  });

  it('of all the others half are at level 2: of those whom the heads need, or of all; both limit who may be out', () => {
    // one head for two children, who needs to be at level 3; of three unqualified others none is at level 2
    const team = [person('a'), person('b', 2), person('x', 0), person('y', 0), person('z', 0)];
    const cover = derived(question(team, { children: [{ ...MORNING, expected: { '2': 2 } }] }));
    expect(broken(cover)).toEqual([]);
    expect(told(cover)).toEqual(['a, b: 0']);
    expect(cover.stretches[0]?.needed['level-2-half']).toBe(2);
    expect(cover.notes.find(({ code }) => code === 'stricter-reading')).toMatchObject({
      rule: 'level-2-half',
      staff: ['a', 'b'],
      message:
        'Half of the others at level 2 is kept of those whom the heads need: that asks for 1 at level 2 or above. If it is read of all who count, of whom 3 count as unqualified, it asks for 4, and there are 2 (a, b). No source says which; none of them may be out.',
    });
    // kept by both, and the stricter one limits who may be out
    const both = derived(question(team.slice(0, 3), { children: [{ ...MORNING, expected: { '2': 2 } }] }));
    expect(broken(both)).toEqual([]);
    expect(told(both)).toEqual(['a, b: 0']);
    expect(both.notes.filter(({ rule }) => rule === 'level-2-half').map(({ message }) => message)).toEqual([
      '2 at level 2 or above must stay: of a, b at most 0 may be out at once, where a count of heads alone would let out 2. That is half of the others read of all who count, of whom 1 counts as unqualified; of those whom the heads need it would be 1.',
    ]);
  });

  it('half of the others is broken only where both readings are, by what the heads need', () => {
    const alone = derived(question([person('x', 0), person('y', 0)]));
    expect(broken(alone)).toEqual(['level-2-half: 0 of 1', 'level-3: 0 of 1']);
    expect(alone.breaches[0]?.message).toBe(
      '2026-10-05, 09:00 to 12:00: 1 at level 2 or above must be there; there are 0 (nobody), 1 too few. For the heads that the children need: 1 at level 3 and half of the others.',
    );
    // three heads: 1 at level 3 and one of the other two
    const three = [{ ...MORNING, expected: { '2': 11 } }];
    const few = derived(question([person('a'), person('x', 0), person('y', 0)], { children: three }));
    expect(broken(few)).toEqual(['level-2-half: 1 of 2']);
    // too few heads, of whom half are at level 2: only the heads are broken
    const short = derived(
      question([person('a'), person('b', 2), person('x', 0)], {
        children: [{ ...MORNING, expected: { '2': 20 } }],
      }),
    );
    expect(broken(short)).toEqual(['heads: 3 of 4']);
    expect(told(short)).toEqual(['a, b, x: 0']);
  });

  it('one to thirteen where somebody at level 6 lets more people out', () => {
    const team = [person('six', 6), ...['a', 'b', 'c', 'd'].map((id) => person(id))];
    const many = derived(question(team, { children: [{ ...MORNING, expected: { '3-plus': 26 } }] }));
    expect(told(many)).toEqual(['a, b, c, d, six: 3', 'six: 0']);
    expect(many.notes.find(({ code }) => code === 'ratio-chosen')?.message).toContain('1 to 13');
    // with the same either way, one to eight: nobody has to be at level 6
    const few = derived(question(team, { children: [{ ...MORNING, expected: { '3-plus': 16 } }] }));
    expect(told(few)).toEqual(['a, b, c, d, six: 3']);
    expect(few.notes.find(({ code }) => code === 'ratio-chosen')?.message).toContain('1 to 8');
    // nobody at level 6: one to eight, and what is wrong is said of that
    const without = derived(
      question([person('a'), person('b')], { children: [{ ...MORNING, expected: { '3-plus': 26 } }] }),
    );
    expect(broken(without)).toEqual(['heads: 2 of 4']);
    // an outing: the one at level 6 cannot work with all
    const outing = derived(
      question(team, {
        children: [
          { ...MORNING, expected: { '3-plus': 18 } },
          { ...MORNING, expected: { '3-plus': 8 }, outing: true },
        ],
      }),
    );
    expect(told(outing)).toEqual(['a, b, c, d, six: 1']);
    expect(outing.stretches[0]?.needed).toMatchObject({ heads: 4, 'first-aid': 2 });
  });

  it('no more than half of those at level 3 by the experience-based route', () => {
    const team = [
      person('a'),
      person('e', 2, { level2English: true }),
      person('f', 2, { level2English: true }),
    ];
    const answers = { e: { experienceBasedRoute: true }, f: { experienceBasedRoute: true } };
    const children = [{ ...MORNING, expected: { 'under-2': 1, '2': 1 } }];
    const cover = derived(question(team, { answers, children }));
    expect(broken(cover)).toEqual([]);
    expect(told(cover)).toEqual(['a, e, f: 1', 'a: 0']);
    expect(cover.notes.find(({ code }) => code === 'tighter-than-heads')).toMatchObject({
      rule: 'experience-half',
      staff: ['a'],
    });
    const alone = derived(question(team.slice(1), { answers, children }));
    expect(broken(alone)).toEqual(['experience-half: 0 of 1']);
  });

  it('the ratio of two-year-olds is that of the day', () => {
    const team = ['a', 'b', 'c'].map((id) =>
      person(id, 3, { records: [{ ...fullFirstAid, completedOn: '2023-01-10' }] }),
    );
    const on = (day: string) => {
      const at = from('09:00', '12:00', day);
      const shifts = team.map(({ id }) => ({ staff: id, ...at }));
      return derived(question(team, { rota: { shifts }, children: [{ ...at, expected: { '2': 5 } }] }))
        .periods;
    };
    expect(on('2023-09-03')[0]?.maxAway).toBe(1);
    expect(on('2023-09-04')[0]?.maxAway).toBe(2);
  });
});

describe('who is counted', () => {
  it('is on shift, with the children and not away all day', () => {
    const team = [
      person('a'),
      person('b'),
      person('office'),
      person('cook', 2, { roles: ['food-handler'] }),
      person('ill', 3, { away: [{ from: DAY, to: DAY }] }),
      person('off'),
    ];
    const shifts = team
      .filter(({ id }) => id !== 'off')
      .map(({ id }) => ({ staff: id, ...MORNING, notCounted: id === 'office' }));
    const cover = derived(question(team, { rota: { shifts } }));
    expect(told(cover)).toEqual(['a, b: 1']);
    expect(cover.notes.find(({ code }) => code === 'not-counted')).toMatchObject({ staff: ['cook'] });
  });

  it('with first aid, who is not counted counts as a first aider', () => {
    const team = [person('a', 3, noFirstAid), person('b', 3, noFirstAid), person('office')];
    const shifts = team.map(({ id }) => ({ staff: id, ...MORNING, notCounted: id === 'office' }));
    expect(told(derived(question(team, { rota: { shifts } })))).toEqual(['a, b: 1', 'office: 0']);
  });

  it('no higher than is certain, and what is not is asked', () => {
    const team = [person('a'), person('b', 3, { qualifications: [{ level: 3 }] })];
    const cover = derived(question(team));
    // b may be at level 3: until it is known a has to stay
    expect(told(cover)).toEqual(['a: 0']);
    expect(cover.questions.some(({ path }) => path[0] === 'staff')).toBe(true);
    expect(cover.questions.map(({ message }) => message).join()).toContain('(staff[1].qualifications[0])');
    expect(cover.questions.map(({ message }) => message).join()).not.toContain('person.');
    for (const { staff, path } of cover.questions) {
      expect(staff).toBe('b');
      expect(['staff 1', 'answers b']).toContain(path.slice(0, 2).join(' '));
    }
    const shifts = team.map(({ id }) => ({ staff: id, ...MORNING, notCounted: true }));
    expect(derived(question(team, { rota: { shifts } })).questions).toEqual([]);
  });

  it('whatever people are called', () => {
    const cover = derived(question([person('valueOf'), person('toString')], { answers: {} }));
    expect(told(cover)).toEqual(['toString, valueOf: 1']);
  });

  it('an apprentice only with first aid and once the manager is satisfied and the age is known', () => {
    const apprentice = (records: Staff['records'] = []) =>
      person('z', 0, { roles: ['apprentice'], qualifications: [{ level: 3, studying: true }], records });
    const ask = (records: Staff['records'], answers?: RotaQuestionInput['answers']) =>
      derived(question([person('a'), apprentice(records)], answers === undefined ? {} : { answers }));
    expect(ask([]).stretches[0]?.counted).toEqual(['a']);
    const unanswered = ask([fullFirstAid]);
    expect(unanswered.stretches[0]?.counted).toEqual(['a']);
    expect(unanswered.questions.map(({ ask: what }) => what)).toEqual(
      expect.arrayContaining(['competent', 'age']),
    );
    expect(codes(unanswered)).toContain('not-counted');
    expect(unanswered.questions.find(({ ask: what }) => what === 'age')?.path).toEqual([
      'answers',
      'z',
      'age',
    ]);
    const counted = ask([fullFirstAid], { z: { competent: true, age: 18 } });
    expect(counted.stretches[0]?.counted).toEqual(['a', 'z']);
  });

  it('a certificate that lapses at midnight is not there the next day', () => {
    const team = [
      person('a', 3, { records: [{ ...fullFirstAid, expiresOn: '2026-10-06' }] }),
      person('b', 3, noFirstAid),
    ];
    const night = { starts: '2026-10-05T20:00', ends: '2026-10-06T06:00' };
    const cover = derived(
      question(team, {
        rota: { shifts: team.map(({ id }) => ({ staff: id, ...night })) },
        children: [{ ...night, expected: { '2': 5 } }],
      }),
    );
    expect(cover.periods.map(({ starts, ends, among }) => [starts, ends, among?.staff])).toEqual([
      ['2026-10-05T20:00', '2026-10-06T00:00', ['a']],
      ['2026-10-06T00:00', '2026-10-06T06:00', ['a', 'b']],
    ]);
    expect(cover.breaches.map(({ starts, rule }) => [starts, rule])).toEqual([
      ['2026-10-06T00:00', 'first-aid'],
    ]);
    expect(cover.breaches[0]?.message).toBe(
      '2026-10-06, 00:00 to 06:00: 1 with a full paediatric first aid certificate must be there; there are 0 (nobody), 1 too few.',
    );
  });
});

describe('other providers and ages', () => {
  it('a childminder alone cannot be out while children are there', () => {
    const setting = { id: 'home', providerKind: 'childminder' as const };
    const me = person('me', 0, { roles: ['childminder'] });
    const cover = derived(
      question([me], { setting, children: [{ ...MORNING, expected: { 'under-2': 1, '2': 2 } }] }),
    );
    expect(told(cover)).toEqual(['me: 0']);
    expect(broken(cover)).toEqual([]);
    expect(codes(cover)).toEqual(['not-checked']);
    // a fourth young child, or a seventh child, asks for another adult
    const heads = (expected: RotaQuestionInput['children'][number]['expected']) =>
      derived(question([me], { setting, children: [{ ...MORNING, expected }] })).stretches[0]?.needed.heads;
    expect(heads({ '2': 4 })).toBe(2);
    expect(heads({ '2': 3, 'school-age': 3 })).toBe(1);
    expect(heads({ '2': 3, 'school-age': 4 })).toBe(2);
    const short = (expected: RotaQuestionInput['children'][number]['expected']) =>
      derived(question([me], { setting, children: [{ ...MORNING, expected }] })).breaches[0]?.message;
    expect(short({ '2': 3, 'school-age': 4 })).toContain(
      'For the children: 2 for 7 of two or of school age at 1 to 6.',
    );
    expect(short({ 'under-2': 1, '2': 1, '3-plus': 2, 'school-age': 3 })).toContain(
      'For the children: 2 for 4 under two, of two or of three and over at 1 to 3.',
    );
    // an assistant without first aid cannot be left in charge
    const helped = derived(
      question([me, person('help', 0, { roles: ['childminder-assistant'], records: [] })], { setting }),
    );
    expect(told(helped)).toEqual(['help, me: 0']);
    const spare = derived(
      question([me, person('help', 0, { roles: ['childminder-assistant'], records: [] })], {
        setting,
        children: [{ ...MORNING, expected: { '2': 2 } }],
      }),
    );
    expect(told(spare)).toEqual(['me: 0']);
    // the setting's own figure, where it is stricter
    const own = question([me], {
      setting,
      ratios: { '2': 1 },
      children: [{ ...MORNING, expected: { '2': 2 } }],
    });
    expect(derived(own).stretches[0]?.needed.heads).toBe(2);
    expect(derived(own).breaches[0]?.message).toContain('For the children: 2 for 2 of two at 1 to 1.');
  });

  it('school age has no figure: nobody who counts may be out, unless the setting gives its own', () => {
    const team = [person('a'), person('b', 0), person('c', 0)];
    const children = [{ ...MORNING, expected: { '2': 5, 'school-age': 12 } }];
    const cover = derived(question(team, { children }));
    expect(told(cover)).toEqual(['a, b, c: 0']);
    expect(cover.notes.find(({ code }) => code === 'no-figure')?.message).toContain('12 of school age');
    const own = derived(question(team, { children, ratios: { 'school-age': 12 } }));
    expect(own.stretches[0]?.needed).toMatchObject({ heads: 2, 'level-3': 1 });
    // nobody there at all
    expect(broken(derived(question(team, { children, rota: { shifts: [] } })))).toEqual([
      'first-aid: 0 of 1',
      'heads: 0 of 1',
      'level-2-half: 0 of 1',
      'level-3: 0 of 1',
    ]);
  });

  it('out of school only its own figures decide; of first aid, which has no source, there is a note at most', () => {
    const setting = { id: 'club', providerKind: 'out-of-school' as const };
    const emergency = { ...fullFirstAid, depth: 1 as const };
    const team = [person('a', 0, { records: [emergency] }), person('b', 0, noFirstAid)];
    const more = [...team, person('c', 0, noFirstAid)];
    const children = [{ ...MORNING, expected: { 'school-age': 20 } }];
    const ratios = { 'school-age': 10 };
    expect(told(derived(question(more, { setting, children })))).toEqual(['a, b, c: 0']);
    const own = derived(question(more, { setting, children, ratios }));
    expect(told(own)).toEqual(['a, b, c: 1']);
    expect(own.stretches[0]?.needed).toEqual({ heads: 2 });
    expect(own.notes).toMatchObject([
      {
        code: 'not-checked',
        rule: 'first-aid',
        staff: ['a'],
        message:
          'Of those on shift 1 (a) is known to hold a paediatric first aid certificate, full or emergency. No source was found that out of school one must be there, so this decides nothing.',
      },
    ]);
    const without = derived(question(more.slice(1), { setting, children, ratios }));
    expect(without.breaches).toEqual([]);
    expect(without.notes[0]?.message).toContain('0 (nobody) are known');
    // where any one may be out and another is left, there is nothing to say
    const two = [person('a', 0, { records: [emergency] }), person('b', 0), person('c', 0, noFirstAid)];
    expect(derived(question(two, { setting, children, ratios })).notes).toEqual([]);
    // too few by figures of its own: no law says so
    const few = derived(question(team.slice(1), { setting, children, ratios }));
    expect(few.breaches).toMatchObject([{ rule: 'heads', strength: 'good-practice' }]);
    expect(few.breaches[0]?.message).toBe(
      "2026-10-05, 09:00 to 12:00: 2 who count in the ratios are asked for by the setting's own figures; there is 1 (b), 1 too few. For the children: 2 for 20 of school age at 1 to 10.",
    );
  });

  it('an own figure is used where it is stricter, and never where it is looser', () => {
    const team = ['a', 'b', 'c'].map((id) => person(id));
    const maxAway = (ratios: RotaQuestionInput['ratios']) =>
      derived(question(team, { ratios })).periods[0]?.maxAway;
    expect([undefined, { '2': 4 }, { '2': 30 }].map(maxAway)).toEqual([2, 1, 2]);
    const ignored = (asked: RotaQuestionInput) =>
      derived(asked).notes.filter(({ code }) => code === 'own-ratio-ignored');
    expect(ignored(question(team, { ratios: { '2': 5, '3-plus': 30 } }))).toEqual([]);
    expect(ignored(question(team, { ratios: { '2': 30 } }))).toMatchObject([
      {
        rule: 'heads',
        message:
          "The setting's own ratio for children of two, 1 to 30, is looser than the rule's, 1 to 5, which is used.",
      },
    ]);
    const home = { id: 'home', providerKind: 'childminder' as const };
    expect(ignored(question(team, { setting: home, ratios: { '2': 4 } }))[0]?.message).toContain('1 to 3');
  });

  it('before September 2014 nothing is known: nobody may be out', () => {
    const at = from('09:00', '12:00', '2014-08-29');
    const team = ['a', 'b'].map((id) => person(id));
    const shifts = team.map(({ id }) => ({ staff: id, ...at }));
    const cover = derived(question(team, { rota: { shifts }, children: [{ ...at, expected: { '2': 1 } }] }));
    expect(told(cover)).toEqual(['a, b: 0']);
    const setting = { id: 'home', providerKind: 'childminder' as const };
    const asked = question(team, { setting, rota: { shifts }, children: [{ ...at, expected: { '2': 1 } }] });
    expect(told(derived(asked))).toEqual(['a, b: 0']);
  });
});

describe('time and place', () => {
  it('is split where the rota or the children change, and joined where the answer is the same', () => {
    const team = ['a', 'b', 'c'].map((id) => person(id));
    const shifts = [
      { staff: 'a', ...from('08:00', '10:00') },
      { staff: 'a', ...from('10:00', '13:00') },
      { staff: 'b', ...from('08:00', '11:00') },
      { staff: 'b', ...from('11:30', '13:00') },
      { staff: 'c', ...from('08:00', '13:00') },
    ];
    const children = [
      { ...from('08:00', '09:00'), expected: { '2': 3 } },
      { ...from('09:00', '12:00'), expected: { '2': 4 } },
      { ...from('12:00', '13:00'), expected: { '2': 0 } },
      { ...from('10:00', '11:00'), expected: { '2': 4 } },
    ];
    const cover = derived(question(team, { rota: { shifts }, children }));
    expect(
      cover.periods.map(({ starts, ends, maxAway }) => `${starts.slice(11)} ${ends.slice(11)} ${maxAway}`),
    ).toEqual(['08:00 10:00 2', '10:00 11:00 1', '11:00 11:30 1', '11:30 12:00 2']);
    const during = [from('11:15', '11:20'), from('07:00', '08:00'), from('11:10', '11:16')];
    expect(derived(question(team, { rota: { shifts }, children, during })).periods).toMatchObject([
      from('11:00', '11:30'),
    ]);
    expect(derived(question(team, { rota: { shifts }, children, during: [] })).periods).toEqual([]);
  });

  it('of times outside the days of the rota nothing is known, and a note says so', () => {
    const unknown = (during: RotaQuestionInput['during'], more: Partial<RotaQuestionInput> = {}) =>
      derived(question([person('a')], { during, ...more })).notes.filter(({ code }) => code === 'no-rota');
    expect(unknown([from('07:00', '08:00'), from('18:00', '19:00')])).toEqual([]);
    const outside = [from('09:00', '12:00', '2026-11-03'), from('09:00', '12:00', '2026-11-02'), MORNING];
    expect(unknown(outside)).toEqual([
      {
        code: 'no-rota',
        staff: [],
        starts: '2026-11-02T09:00',
        ends: '2026-11-02T12:00',
        times: 2,
        message:
          'The rota and the children are of 2026-10-05 only: of times on other days nothing is known, and no cover is asked for.',
      },
    ]);
    const twoDays = { children: [{ ...from('09:00', '12:00', '2026-10-07'), expected: { '2': 1 } }] };
    expect(unknown([from('09:00', '12:00', '2026-10-06')], twoDays)).toEqual([]);
    expect(unknown([from('09:00', '12:00', '2026-10-04')], twoDays)[0]?.message).toContain(
      'are of 2026-10-05 to 2026-10-07: of times before or after',
    );
    expect(unknown([MORNING], { rota: { shifts: [] }, children: [] })[0]?.message).toBe(
      'There is neither a shift nor a child in what was given: of these times nothing is known, and no cover is asked for.',
    );
  });

  it('each site is covered by those who are there', () => {
    const setting = { id: 'two', providerKind: 'group' as const, sites: [{ id: 'east' }, { id: 'west' }] };
    const team = [
      person('a', 3, { site: 'east' }),
      person('b', 3, { site: 'east' }),
      person('c', 3, { site: 'east' }),
    ];
    const cover = derived(
      question(team, {
        setting,
        rota: {
          shifts: team.map(({ id }) => ({ staff: id, ...MORNING, ...(id === 'c' && { site: 'west' }) })),
        },
        children: ['west', 'east'].map((site) => ({ ...MORNING, site, expected: { '2': 5 } })),
      }),
    );
    expect(told(cover)).toEqual(['a, b: 1', 'c: 0']);
    expect(cover.stretches.map(({ site }) => site)).toEqual(['east', 'west']);
    const nobody = derived(
      question(team, { setting, children: [{ ...MORNING, site: 'west', expected: { '2': 5 } }] }),
    );
    expect(nobody.breaches[0]?.message).toContain(' at west: ');
    expect(nobody.periods).toEqual([]);
  });

  it('is told of where children are there outside the opening hours, or one adult is left', () => {
    const hours = (opens: string, closes: string) => ({
      setting: {
        id: 'acorns',
        providerKind: 'group' as const,
        openingHours: [
          { weekday: 1, from: opens, to: '10:00' },
          { weekday: 1, from: '10:00', to: closes },
        ],
      },
    });
    const team = ['a', 'b'].map((id) => person(id));
    expect(codes(derived(question(team, hours('09:00', '12:00'))))).toEqual(['fewer-than-two']);
    expect(codes(derived(question(team, hours('09:30', '12:00'))))).toContain('outside-opening-hours');
    expect(codes(derived(question(team, hours('09:00', '11:59'))))).toContain('outside-opening-hours');
    expect(codes(derived(question(team)))).toEqual(['fewer-than-two']);
    expect(derived(question(team)).notes[0]).toMatchObject({
      rule: 'two-adults',
      staff: ['a', 'b'],
      times: 1,
    });
  });
});

describe('what is wrong with what was passed', () => {
  const issues = (asked: unknown): string[] => {
    const cover = coverFromRota(asked as RotaQuestionInput);
    if (cover.status === 'derived') throw new Error('it was derived');
    return cover.issues.map(({ path, code }) => `${path.join('.')} ${code}`);
  };

  it('is told of its shape, whatever it is', () => {
    for (const anything of [undefined, null, 7, 'rota', [], {}, { rota: [] }])
      expect(issues(anything).length).toBeGreaterThan(0);
    expect(issues({ ...question([person('a')]), rotas: 1 })).toEqual(['rotas unknown-key']);
    expect(issues(question([person('a')], { ratios: { '2': 0 } }))).toEqual(['ratios.2 too-small']);
  });

  it('is told all at once, of people, sites and times', () => {
    const setting = {
      id: 'two',
      providerKind: 'group' as const,
      sites: [{ id: 'east' }, { id: 'east' }],
      openingHours: [{ weekday: 1, from: '18:00', to: '08:00' }],
    };
    const staff = [
      person('a', 3, { site: 'north', away: [{ from: '2026-10-05', to: '2026-10-04' }] }),
      person('a', 3, {
        qualifications: [{ level: 3, startedOn: '2012-09-01', awardedOn: '2012-07-01' }],
        records: [{ ...fullFirstAid, expiresOn: '2025-10-03' }],
      }),
    ];
    expect(
      issues({
        setting,
        staff,
        rota: {
          shifts: [
            { staff: 'a', ...from('08:00', '12:00') },
            { staff: 'a', ...from('11:00', '13:00') },
            { staff: 'nobody', ...from('12:00', '12:00') },
            { staff: 'a', starts: '2026-10-07T08:00', ends: '2026-10-08T08:01', site: 'south' },
          ],
        },
        children: [{ ...from('12:00', '08:00'), expected: {} }],
        answers: { zoe: { competent: true } },
        during: [from('09:00', '09:00')],
      }),
    ).toEqual([
      'answers.zoe unknown-reference',
      'children.0.ends date-order',
      'children.0.site missing',
      'during.0.ends date-order',
      'rota.shifts.0.site missing',
      'rota.shifts.1 overlap',
      'rota.shifts.1.site missing',
      'rota.shifts.2.ends date-order',
      'rota.shifts.2.site missing',
      'rota.shifts.2.staff unknown-reference',
      'rota.shifts.3.ends too-large',
      'rota.shifts.3.site unknown-reference',
      'setting.openingHours.0.to date-order',
      'setting.sites.1.id duplicate-id',
      'staff.0.away.0.to date-order',
      'staff.0.site unknown-reference',
      'staff.1.id duplicate-id',
      'staff.1.qualifications.0.awardedOn date-order',
      'staff.1.records.0.expiresOn date-order',
    ]);
  });

  it('is more periods than a request takes', () => {
    const staff = [person('a')];
    const setting = { id: 'home', providerKind: 'childminder' as const };
    const two = (value: number): string => String(value).padStart(2, '0');
    // children come and go every other minute
    const children = ['2026-10-05', '2026-10-06', '2026-10-07'].flatMap((day) =>
      Array.from({ length: 700 }, (_, k) => {
        const hour = two(Math.floor(k / 30));
        const minute = 2 * (k % 30);
        return { ...from(`${hour}:${two(minute)}`, `${hour}:${two(minute + 1)}`, day), expected: { '2': 1 } };
      }),
    );
    const shifts = ['2026-10-05', '2026-10-06', '2026-10-07'].map((day) => ({
      staff: 'a',
      ...from('00:00', '23:59', day),
    }));
    const cover = coverFromRota(question(staff, { setting, rota: { shifts }, children }));
    expect(cover).toMatchObject({ status: 'invalid', issues: [{ path: ['during'], code: 'too-large' }] });
    expect(cover.status === 'invalid' && cover.issues[0]?.message).toContain('2,100');
  });
});

describe('in a request', () => {
  const staff = ['a', 'b'].map((id) => person(id));
  const days = ['2026-10-05', '2026-10-06'];
  // on the first day nobody may be out, on the second one
  const rota = {
    shifts: days.flatMap((day) => staff.map(({ id }) => ({ staff: id, ...from('09:00', '12:00', day) }))),
  };
  const children = days.map((day, index) => ({
    ...from('09:00', '12:00', day),
    expected: { '2': index === 0 ? 10 : 5 },
  }));
  const setting = {
    id: 'acorns',
    providerKind: 'group' as const,
    openingHours: [1, 2].map((weekday) => ({ weekday, from: '09:00', to: '12:00' })),
  };
  const session = (day: string) => ({ id: day, blocks: [from('10:00', '11:00', day)] });
  const cover = derived({
    setting,
    staff,
    rota,
    children,
    during: days.map((day) => from('10:00', '11:00', day)),
  });
  const request = (sessions: string[]): RequestInput => ({
    asOf: '2026-09-01',
    window: { from: '2026-09-01', to: '2026-12-31' },
    setting,
    staff,
    needs: [
      { id: 'n', area: 'safer-sleep', depth: 2, who: {}, count: 'everyone', source: 'self-evaluation' },
    ],
    catalogue: {
      id: 'c',
      asOf: '2026-09-01',
      items: [
        {
          id: 'course',
          title: 'course',
          kind: 'course',
          minutes: 60,
          teaches: [{ area: 'safer-sleep', depth: 2 }],
          offers: [{ id: 'o', price: { kind: 'free' } }],
          sessions: sessions.map(session),
        },
      ],
    },
    funding: [],
    cover: cover.periods,
  });
  const booked = (sessions: string[]): string[] => {
    const result = buildProgramme(request(sessions));
    if (result.status !== 'optimal') throw new Error(result.status);
    expect(verifyProgramme(request(sessions), result.programme)).toEqual({ ok: true });
    return result.programme.bookings.map(({ session: at, learners }) => `${at} ${learners.join()}`);
  };

  it('the periods are accepted and bind', () => {
    expect(checkRequest(request(days)).status).toBe('valid');
    expect(cover.periods.map(({ maxAway }) => maxAway)).toEqual([0, 1]);
    expect(booked(['2026-10-05'])).toEqual([]);
    expect(booked(days)).toEqual(['2026-10-06 a']);
  });
});
