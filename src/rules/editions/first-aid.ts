import type { DatedRule, Rule, RuleTraining } from '../rulebook.js';
import { CHILDMINDERS, GROUP_AND_SCHOOL, NOT_IN_RATIOS, TRAINEES } from './people.js';
import {
  EBR,
  EDEN,
  FRAMEWORK_2017,
  JMS,
  MEALS,
  MEDWAY,
  PERITIA,
  QUALIFICATION_CHECKER,
  sources,
  SURREY,
} from './sources.js';

/** A full certificate is depth 2, an emergency one depth 1; both are held for three years. */
const FULL: RuleTraining = {
  area: 'paediatric-first-aid',
  depth: 2,
  count: 'everyone',
  maxAgeMonths: 36,
};
const ANY: RuleTraining = {
  area: 'paediatric-first-aid',
  depth: 1,
  count: 'everyone',
  maxAgeMonths: 36,
};

const COUNTED =
  'Each of them is taken to count in the ratios, and an emergency certificate to be enough, which the sources leave open.';

const NEWLY_QUALIFIED: Omit<Rule, 'who' | 'source' | 'evidence'> = {
  id: 'pfa-newly-qualified',
  title:
    'Staff whose qualification was awarded since 30 June 2016 hold a paediatric first aid certificate to count in the ratios at its level, within three months of starting work',
  strength: 'must',
  scope: 'ratio',
  graceMonths: 3,
  training: ANY,
  assumes: COUNTED,
  verified: false,
};
const AWARDED = { minLevel: 2, since: '2016-06-30' };

/** The rules of first aid, for groups, schools and childminders. */
export const FIRST_AID: readonly DatedRule[] = /* @__PURE__ */ (() => [
  {
    id: 'pfa-cover',
    title:
      'Somebody with a current full paediatric first aid certificate on the premises whenever children are present, and on every outing',
    providerKinds: GROUP_AND_SCHOOL,
    from: '2014-09-01',
    strength: 'must',
    scope: 'setting',
    who: {},
    training: { ...FULL, count: { atLeast: 2, spare: 1 } },
    assumes:
      'The law names no number. Two holders are taken to be enough at any one time (one at the setting, one on an outing), and one more so that cover holds with any one person away; a long day or several buildings need more.',
    source: sources(MEDWAY, PERITIA),
    evidence: 'official',
    verified: false,
  },
  {
    id: 'pfa-cover-layout',
    title: 'Enough holders for the number of children, the staff and the layout, so that help comes quickly',
    providerKinds: GROUP_AND_SCHOOL,
    from: '2014-09-01',
    strength: 'should',
    scope: 'setting',
    who: {},
    note: 'By building and room, which a request does not know: no need comes of it.',
    source: sources(MEDWAY, PERITIA),
    evidence: 'official',
    verified: false,
  },
  {
    ...NEWLY_QUALIFIED,
    providerKinds: GROUP_AND_SCHOOL,
    from: '2017-04-03',
    to: '2024-01-03',
    who: { exceptOnlyRoles: NOT_IN_RATIOS, awarded: AWARDED },
    note: 'Worded for newly qualified entrants. Two trainers say 1 September 2016; the framework that has it took effect on 3 April 2017.',
    source: sources(SURREY, FRAMEWORK_2017),
    evidence: 'quoted',
  },
  {
    ...NEWLY_QUALIFIED,
    providerKinds: GROUP_AND_SCHOOL,
    from: '2024-01-04',
    to: '2025-08-31',
    who: { exceptOnlyRoles: NOT_IN_RATIOS, awarded: AWARDED },
    note: 'Worded for all staff who obtained the qualification since then.',
    source: sources(PERITIA, QUALIFICATION_CHECKER),
    evidence: 'official',
  },
  {
    ...NEWLY_QUALIFIED,
    providerKinds: GROUP_AND_SCHOOL,
    from: '2025-09-01',
    who: { exceptRoles: TRAINEES, exceptOnlyRoles: NOT_IN_RATIOS, awarded: AWARDED },
    note: 'Trainees have a rule of their own from this day.',
    source: sources(PERITIA, QUALIFICATION_CHECKER),
    evidence: 'official',
  },
  {
    id: 'pfa-award-date-test',
    title:
      'Of an award in June 2016 whose day is not known it is open whether it brings first aid with it; an earlier one does not, a later one does',
    providerKinds: GROUP_AND_SCHOOL,
    from: '2017-04-03',
    strength: 'must',
    scope: 'ratio',
    who: {},
    note: 'How pfa-newly-qualified is read.',
    source: QUALIFICATION_CHECKER,
    evidence: 'official',
    verified: false,
  },
  {
    id: 'pfa-ebr',
    title:
      'Staff on the experience-based route hold a paediatric first aid certificate before they count at level 3',
    providerKinds: GROUP_AND_SCHOOL,
    from: '2025-09-01',
    strength: 'must',
    scope: 'ratio',
    who: { roles: ['experience-based-route'] },
    training: ANY,
    assumes:
      'Whoever counts by experience is known by the role experience-based-route; an emergency certificate is taken to be enough, which the sources leave open.',
    source: sources(PERITIA, EBR),
    evidence: 'official',
    verified: false,
  },
  {
    id: 'pfa-trainees',
    title:
      'Students, apprentices and volunteers hold a paediatric first aid certificate to count in the ratios',
    providerKinds: GROUP_AND_SCHOOL,
    from: '2025-09-01',
    strength: 'must',
    scope: 'ratio',
    who: { roles: TRAINEES },
    training: ANY,
    assumes: COUNTED,
    source: EDEN,
    evidence: 'quoted',
    verified: false,
  },
  {
    id: 'pfa-display',
    title: 'Certificates, or a list of who holds one, on display or made available to parents',
    providerKinds: GROUP_AND_SCHOOL,
    from: '2017-04-03',
    strength: 'should',
    scope: 'setting',
    who: {},
    source: PERITIA,
    evidence: 'quoted',
    verified: false,
  },
  {
    id: 'pfa-mealtime',
    title: 'Somebody with a valid paediatric first aid certificate in the room while children eat',
    providerKinds: GROUP_AND_SCHOOL,
    from: '2025-09-01',
    strength: 'should',
    scope: 'setting',
    who: {},
    note: 'One page says must. By room, which a request does not know: no need comes of it.',
    source: MEALS,
    evidence: 'quoted',
    verified: false,
  },
  {
    id: 'cm-pfa',
    title: 'The childminder holds a current full paediatric first aid certificate',
    providerKinds: CHILDMINDERS,
    from: '2014-09-01',
    strength: 'must',
    scope: 'person',
    who: { roles: ['childminder'] },
    training: FULL,
    source: JMS,
    evidence: 'quoted',
    verified: false,
  },
  {
    id: 'cm-pfa-assistants',
    title: 'An assistant who is ever in sole charge holds a current full paediatric first aid certificate',
    providerKinds: CHILDMINDERS,
    from: '2014-09-01',
    strength: 'must',
    scope: 'person',
    who: { roles: ['childminder-assistant'], exceptRoles: ['childminder'] },
    training: FULL,
    assumes: 'Each assistant is taken to be left in sole charge at times.',
    source: JMS,
    evidence: 'quoted',
    verified: false,
  },
])();
