import type { Issue } from '../domain/issue.js';
import type { Request } from '../domain/request.js';
import type { Path } from '../domain/checking/wording.js';

/** Something the draft took for granted. */
export interface Assumption {
  /**
   * What to change to correct it. It begins with `questionnaire` or `context`, what was passed; or with `request`, the
   * draft itself, when no question asks for it.
   */
  readonly path: Path;
  /** What was assumed and how to correct it, in plain words. */
  readonly message: string;
}

/** A finding whose words are not known. It is in no need. */
export interface UnmatchedPhrase {
  readonly path: Path;
  readonly phrase: string;
  /** Up to three areas that share words with it: something to offer, never taken. */
  readonly nearest: readonly string[];
}

/** A drafted request, all that was assumed and all that was not understood; or what is wrong with what was passed. */
export type DraftResult =
  | {
      readonly status: 'drafted';
      readonly request: Request;
      readonly assumptions: readonly Assumption[];
      readonly unmatched: readonly UnmatchedPhrase[];
    }
  | {
      readonly status: 'invalid';
      /** Their paths begin with `questionnaire` or `context`. */
      readonly issues: readonly Issue[];
    };

/** The first few ids, and how many more there are. */
export function someOf(ids: readonly string[]): string {
  const MOST = 6;
  const shown = ids.slice(0, MOST).join(', ');
  return ids.length > MOST ? `${shown} and ${ids.length - MOST} more` : shown;
}

/** `1 finding`, `2 findings`. */
export const numberOf = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;
