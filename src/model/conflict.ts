import type { Adjustment } from '../domain/adjustment.js';
import type { Limit } from '../domain/funding.js';
import type { Conflict, ConflictMember } from '../domain/outcome.js';
import { present } from '../internal/invariant.js';
import { compareIds } from '../internal/order.js';
import type { Facts } from './facts.js';

/** Demands that cannot hold together, in the words of the request. */
export function conflictOf({ request, demands }: Facts, members: readonly number[]): Conflict {
  return {
    members: members.map((demand): ConflictMember => {
      const { kind, position } = demands[demand]!;
      if (kind === 'limit') {
        const limit = present(request.limits?.[position], 'The limit of a demand');
        return { kind, path: ['limits', position], message: limitInWords(limit) };
      }
      const adjustment = present(request.adjustments?.[position], 'The adjustment of a demand');
      return {
        kind: adjustment.kind,
        path: ['adjustments', position],
        message: adjustmentInWords(adjustment),
      };
    }),
  };
}

function adjustmentInWords({ kind, item, staff, session }: Adjustment): string {
  const what = session === undefined ? `"${item}"` : `"${item}" on "${session}"`;
  if (staff !== undefined) {
    const whom = [...staff].sort(compareIds).join(', ');
    return kind === 'pin' ? `${what} must be booked for ${whom}` : `${what} may not be booked for ${whom}`;
  }
  return kind === 'pin' ? `${what} must be booked at least once` : `${what} may not be booked for anybody`;
}

const PER = { setting: '', learner: ' for each learner', term: ' in each term', item: ' of each item' };
const OF = {
  pence: 'pence',
  minutes: 'minutes',
  'release-minutes': 'release minutes',
  bookings: 'bookings',
  places: 'places',
};

const limitInWords = ({ id, measure, per = 'setting', atLeast = 0, select }: Limit): string =>
  `limit "${id}" asks for at least ${atLeast} ${OF[measure]}${PER[per]}${select === undefined ? '' : ', of what it selects'}`;
