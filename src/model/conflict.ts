import type { Conflict, ConflictMember } from '../domain/outcome.js';
import { present } from '../internal/invariant.js';
import { compareIds } from '../internal/order.js';
import type { Facts } from './facts.js';

/** Demands that cannot hold together, in the words of the request. */
export function conflictOf({ request, adjustments }: Facts, demands: readonly number[]): Conflict {
  const members = demands.map((demand): ConflictMember => {
    const position = adjustments[demand]!;
    const { kind, item, staff } = present(request.adjustments?.[position], 'The adjustment of a demand');
    const whom =
      staff === undefined
        ? kind === 'pin'
          ? 'at least once'
          : 'for anybody'
        : `for ${[...staff].sort(compareIds).join(', ')}`;
    const message =
      kind === 'pin' ? `"${item}" must be booked ${whom}` : `"${item}" may not be booked ${whom}`;
    return { kind, path: ['adjustments', position], message };
  });
  return { members };
}
