import type { Sourced } from './inspection.js';
import { isDate } from '../internal/calendar.js';
import { compareIds } from '../internal/order.js';

/** Areas that a report on many settings found weak: not a finding about any one of them. */
export interface SectorFocus extends Sourced {
  /** Unique; kebab-case. */
  readonly id: string;
  readonly title: string;
  /** First and last day on which it is taken to speak, both ISO dates; without `to`, until something newer is known. */
  readonly from: string;
  readonly to?: string | undefined;
  /** The areas that its words were taken for: of the taxonomy, or a caller's own. */
  readonly areas: readonly string[];
  /** Whether a person has checked the entry against the report itself. */
  readonly verified: boolean;
}

/**
 * What is known of the sector's weak areas, newest first. Which areas the words of a source are taken for is the
 * library's own reading. An annual report is taken to speak for a year from the day it was to be printed.
 */
export const SECTOR_FOCUSES: readonly SectorFocus[] = [
  {
    id: 'nottingham-trends-2022',
    title: 'Inspections since September 2022, as Nottingham City Council reads them',
    from: '2022-09-01',
    // purposeful planning; challenge; interactions; partnership with parents
    areas: ['adult-child-interactions', 'curriculum-design', 'parent-partnership'],
    source:
      'nottinghamcity.gov.uk/earlyyears/section-pages/the-early-years-foundation-stage-statutory-framework-and-quality-improvement/ofsted/ofsted-inspection-trends',
    evidence: 'official',
    verified: false,
  },
  {
    id: 'annual-report-2015-16',
    title: "The chief inspector's annual report 2015/16",
    from: '2016-12-01',
    to: '2017-11-30',
    // communication, language and listening; personal development and behaviour
    areas: [
      'behaviour-support',
      'building-relationships',
      'listening-understanding',
      'managing-self',
      'self-regulation',
      'speaking-vocabulary',
    ],
    source: 'eyalliance.org.uk/news/2017/01/smarter-training-professional-development-alliance',
    evidence: 'trade',
    verified: false,
  },
];

/**
 * What speaks of the sector on a day (`YYYY-MM-DD`), in the order of ids; nothing when the date is no day of the calendar.
 * @example
 * sectorFocusOn('2017-01-31').map(({ id }) => id); // => ['annual-report-2015-16']
 * sectorFocusOn('2026-09-01').map(({ id }) => id); // => ['nottingham-trends-2022']
 * sectorFocusOn('2020-09-01'); // => []
 */
export const sectorFocusOn = (
  date: string,
  focuses: readonly SectorFocus[] = SECTOR_FOCUSES,
): SectorFocus[] =>
  isDate(date)
    ? focuses
        // ISO dates stand in the order of their text
        .filter(({ from, to }) => from <= date && (to === undefined || date <= to))
        .sort((a, b) => compareIds(a.id, b.id))
    : [];
