import type { DatedRule } from '../rulebook.js';
import { OUT_OF_SCHOOL } from './people.js';
import { FULHAM, UNSOURCED } from './sources.js';

const UNREAD =
  'No source was read for out-of-school provision: it is what is usual, and never a must here. Those who take reception children or younger are bound by the framework itself.';

/** What is usual in out-of-school provision. Nothing of it is put as law. */
export const OUT_OF_SCHOOL_RULES: readonly DatedRule[] = /* @__PURE__ */ (() => [
  {
    id: 'oos-first-aid',
    title: 'Somebody with a current paediatric first aid certificate whenever children are present',
    providerKinds: OUT_OF_SCHOOL,
    from: '2014-09-01',
    strength: 'should',
    scope: 'setting',
    who: {},
    training: {
      area: 'paediatric-first-aid',
      depth: 1,
      count: { atLeast: 1, spare: 1 },
      maxAgeMonths: 36,
    },
    assumes: 'One holder at a time is taken to be enough, and one to spare.',
    note: UNREAD,
    source: UNSOURCED,
    evidence: 'none',
    verified: false,
  },
  {
    id: 'oos-child-protection',
    title: 'All staff trained in child protection',
    providerKinds: OUT_OF_SCHOOL,
    from: '2014-09-01',
    strength: 'should',
    scope: 'person',
    who: {},
    training: { area: 'child-protection', depth: 2, count: 'everyone' },
    note: UNREAD,
    source: UNSOURCED,
    evidence: 'none',
    verified: false,
  },
  {
    id: 'oos-food-hygiene',
    title: 'Everybody who prepares or handles food trained in food hygiene',
    providerKinds: OUT_OF_SCHOOL,
    from: '2014-09-01',
    strength: 'should',
    scope: 'person',
    who: { roles: ['food-handler'] },
    training: { area: 'food-hygiene', depth: 2, count: 'everyone' },
    note: UNREAD,
    source: UNSOURCED,
    evidence: 'none',
    verified: false,
  },
  {
    id: 'oos-prevent',
    title: 'Due regard to preventing people from being drawn into terrorism',
    providerKinds: OUT_OF_SCHOOL,
    from: '2015-07-01',
    strength: 'should',
    scope: 'person',
    who: {},
    training: { area: 'prevent-duty', depth: 1, count: 'everyone' },
    note: 'The duty binds registered childcare. Not all out-of-school provision is registered, and the source speaks of early years: not put as a must.',
    source: FULHAM,
    evidence: 'official',
    verified: false,
  },
])();
