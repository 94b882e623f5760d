import type { ProviderKind } from '../domain/setting.js';
import { isDate } from '../internal/calendar.js';
import { CHILDMINDER_2025_09, GROUP_2025_09 } from './eyfs-2025-09.js';
import type { Rulebook } from './rulebook.js';

/** Every rulebook known. Only the edition in force on 1 September 2025 is. */
export const RULEBOOKS: readonly Rulebook[] = [GROUP_2025_09, CHILDMINDER_2025_09];

/**
 * The rulebook in force for a kind of provider on a day (`YYYY-MM-DD`); `undefined` when none is known, or the date is
 * no day of the calendar.
 * @example
 * rulebookOn('2025-09-01', 'group')?.id; // => 'eyfs-2025-09-group'
 * rulebookOn('2025-08-31', 'group'); // => undefined
 */
export function rulebookOn(date: string, providerKind: ProviderKind): Rulebook | undefined {
  if (!isDate(date)) return undefined;
  // ISO dates stand in the order of their text
  return RULEBOOKS.find(
    ({ effectiveFrom, effectiveTo, providerKinds }) =>
      effectiveFrom <= date &&
      (effectiveTo === undefined || date <= effectiveTo) &&
      providerKinds.includes(providerKind),
  );
}
