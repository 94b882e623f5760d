import type { Reason } from '../domain/programme.js';
import type { Facts } from './facts.js';
import type { Goal } from './goal.js';
import { teaches } from './selecting.js';

/**
 * The reason why nobody more comes to hold a need, where it can be read off: no item of the catalogue teaches the area
 * to the depth. Every other reason asks what the best programme without some rule would be, which is for explaining a
 * programme, not for building it.
 */
export function readableReason({ items }: Facts, goal: Goal): Reason | undefined {
  const taught = items.some((item) => teaches(item, goal));
  return taught ? undefined : 'no-item';
}
