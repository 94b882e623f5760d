import { counted } from '../domain/checking/wording.js';

/*
 * How assumptions speak of money and time: written out here, because a locale's way differs from engine to engine.
 */

/** Whole pence as pounds: `£250.00`, `£1,234.56`. */
export const poundsOf = (pence: number): string =>
  `£${counted(Math.floor(pence / 100))}.${String(pence % 100).padStart(2, '0')}`;

/** Whole minutes as hours and minutes: `18 h`, `1 h 30 min`, `45 min`. */
export function hoursOf(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${counted(hours)} h` : `${counted(hours)} h ${rest} min`;
}
