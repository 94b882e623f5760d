import { dayNumber } from '../internal/calendar.js';

interface OverrideBase {
  /** In kebab-case. */
  readonly id: string;
  readonly title: string;
  /** The rules it concerns, by id; those that a rulebook has not do not matter. */
  readonly rules: readonly string[];
  /** ISO dates, both included. */
  readonly from: string;
  readonly to: string;
  /** Addresses that say so, or `unsourced`. */
  readonly source: string;
  /** Whether a person has checked it against that source. */
  readonly verified: boolean;
}

/** Certificates that would first no longer hold on a day between `from` and `to` hold through `until`. */
export interface RuleExtension extends OverrideBase {
  readonly kind: 'extension';
  /** The last day on which they still hold, ISO date. */
  readonly until: string;
}

/** The rules bind nobody from `from` to `to`. */
export interface RuleSuspension extends OverrideBase {
  readonly kind: 'suspension';
}

/** An official exception from rules for a time, as data. */
export type RuleOverride = RuleExtension | RuleSuspension;

const COVID_SOURCE = 'surreyfirstaid.com/news/217-paediatric-first-aid-certification-expiry-extended.html';

/** The official exceptions known: those of 2020. */
export const RULE_OVERRIDES: readonly RuleOverride[] = /* @__PURE__ */ (() => [
  {
    id: 'covid-2020-certificates',
    title: 'Paediatric first aid certificates that ran out from 16 March 2020 held until 25 November 2020',
    rules: ['pfa-cover', 'pfa-newly-qualified', 'cm-pfa', 'cm-pfa-assistants'],
    from: '2020-03-16',
    to: '2020-11-25',
    kind: 'extension',
    until: '2020-11-25',
    source: COVID_SOURCE,
    verified: false,
  },
  {
    id: 'covid-2020-newly-qualified',
    title: 'First aid was no condition for those with new qualifications to count in the ratios',
    rules: ['pfa-newly-qualified'],
    from: '2020-03-16',
    to: '2020-11-25',
    kind: 'suspension',
    source: COVID_SOURCE,
    verified: false,
  },
])();

/** From one day number to another, both included. */
export interface Days {
  readonly from: number;
  readonly to: number;
}

const daysOf = ({ from, to }: OverrideBase): Days => ({
  from: dayNumber(from) ?? Infinity,
  to: dayNumber(to) ?? -Infinity,
});

/** The days on which a rule is suspended. */
export const suspensionsOf = (rule: string, overrides: readonly RuleOverride[]): Days[] =>
  overrides.filter(({ kind, rules }) => kind === 'suspension' && rules.includes(rule)).map(daysOf);

/** The first day on which a certificate for a rule no longer holds, extensions counted in. */
export function extendedEnd(rule: string, end: number, overrides: readonly RuleOverride[]): number {
  let last = end;
  for (const override of overrides) {
    if (override.kind !== 'extension' || !override.rules.includes(rule)) continue;
    const { from, to } = daysOf(override);
    if (from <= end && end <= to) last = Math.max(last, (dayNumber(override.until) ?? -Infinity) + 1);
  }
  return last;
}
