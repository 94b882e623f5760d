/** The stable codes of everything that can be wrong with a request or questionnaire. See `docs/issues.md`. */
export type IssueCode =
  | 'wrong-type'
  | 'missing'
  | 'unknown-key'
  | 'forbidden-key'
  | 'not-json'
  | 'too-deep'
  | 'too-large'
  | 'too-small'
  | 'too-long'
  | 'bad-format'
  | 'not-a-date'
  | 'not-allowed'
  | 'duplicate-id'
  | 'unknown-reference'
  | 'date-order'
  | 'number-order'
  | 'overlap'
  | 'outside-window'
  | 'circular'
  | 'price-kind'
  | 'unsupported';

/** One thing wrong with the data given. */
export interface Issue {
  /** Where: keys and list positions from the top of the value given. */
  readonly path: readonly (string | number)[];
  /** What, as a stable word to match on. */
  readonly code: IssueCode;
  /** A sentence that says what to do about it. */
  readonly message: string;
}
