/** What of a person has to be known before it can be told whether a rule speaks of them. */
export type RuleAnswer = 'awardedOn' | 'ageBands';

/** People, in the order of their ids, of whom that cannot be told. */
export interface Unknown {
  readonly give: RuleAnswer;
  readonly staff: readonly string[];
}

/** Something that has to be known before it can be told whom a rule speaks of. */
export interface RuleQuestion {
  /** The rule, by id. */
  readonly rule: string;
  /** Of whom it cannot be told, in the order of their ids: the rule is not asked of them. */
  readonly staff: readonly string[];
  /** What to give of each: the day an award was made, or the ages worked with. */
  readonly give: RuleAnswer;
  readonly message: string;
}

const WHAT: Readonly<Record<RuleAnswer, string>> = {
  awardedOn: 'when their qualifications were awarded',
  ageBands: 'the ages they work with',
};

/** The question about one rule. `names` are the people as the message calls them. */
export const questionOf = (
  rule: { readonly id: string; readonly title: string },
  { give, staff }: Unknown,
  names: string = staff.join(', '),
): RuleQuestion => ({
  rule: rule.id,
  staff,
  give,
  message: `Whether ${rule.id} (${rule.title}) applies to ${names} depends on ${WHAT[give]}, which is not given: it is not asked of them. Give ${give}.`,
});
