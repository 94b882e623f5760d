import { isDate } from '../../internal/calendar.js';
import { INSPECTION_SCHEMES } from '../inspection.js';
import type { InspectionScheme } from './scheme.js';

/**
 * The scheme by which inspectors judged on a day (`YYYY-MM-DD`), or the self-evaluation form of that day; `undefined`
 * when none is known (inspections before 1 September 2015), or the date is no day of the calendar.
 * @example
 * schemeOn('2025-11-10')?.id; // => 'report-card-2025'
 * schemeOn('2016-05-01')?.id; // => 'cif-2015'
 * schemeOn('2016-05-01', 'self-evaluation')?.id; // => 'sef-2009'
 * schemeOn('2014-05-01'); // => undefined
 */
export function schemeOn(
  date: string,
  kind: InspectionScheme['kind'] = 'inspection',
): InspectionScheme | undefined {
  if (!isDate(date)) return undefined;
  // ISO dates stand in the order of their text
  return INSPECTION_SCHEMES.find(
    (scheme) => scheme.kind === kind && scheme.from <= date && (scheme.to === undefined || date <= scheme.to),
  );
}
