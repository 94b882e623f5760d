/**
 * The stable codes of everything that can be wrong with a request or questionnaire. What each means and what to do
 * about it is in `docs/issues.md`.
 */
export const ISSUE_CODES = [
  'wrong-type',
  'missing',
  'unknown-key',
  'forbidden-key',
  'not-json',
  'too-deep',
  'too-large',
  'too-small',
  'too-long',
  'bad-format',
  'not-a-date',
  'not-allowed',
  'duplicate-id',
  'unknown-reference',
  'date-order',
  'number-order',
  'overlap',
  'outside-window',
  'circular',
  'price-kind',
  'more-issues',
] as const;
export type IssueCode = (typeof ISSUE_CODES)[number];

/** One thing wrong with the data given. */
export interface Issue {
  /** Where: keys and list positions from the top of the value given. */
  readonly path: readonly (string | number)[];
  /** What, as a stable word to match on. */
  readonly code: IssueCode;
  /** A sentence that says what to do about it. */
  readonly message: string;
}
