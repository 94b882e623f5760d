import { compareIds } from '../../internal/order.js';
import type { DatedRule } from '../rulebook.js';
import { FIRST_AID } from './first-aid.js';
import { FOOD_AND_HEALTH } from './food-and-health.js';
import { ORGANISATION } from './organisation.js';
import { OUT_OF_SCHOOL_RULES } from './out-of-school.js';
import { QUALIFICATIONS } from './qualifications.js';
import { SAFEGUARDING } from './safeguarding.js';

/** Every rule known, by id and then by its first day. Of one id and kind of provider no two are in force on one day. */
export const RULES: readonly DatedRule[] = /* @__PURE__ */ (() =>
  [
    ...FIRST_AID,
    ...SAFEGUARDING,
    ...FOOD_AND_HEALTH,
    ...QUALIFICATIONS,
    ...ORGANISATION,
    ...OUT_OF_SCHOOL_RULES,
  ].sort((a, b) => compareIds(a.id, b.id) || compareIds(a.from, b.from)))();
