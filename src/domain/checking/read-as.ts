import type * as z from 'zod/mini';
import type { Issue } from '../issue.js';
import { IssueList } from './issue-list.js';
import { conforms } from './schema-issues.js';
import { readSnapshot } from './snapshot-issues.js';

/** A copy of what was passed, of the shape the schema says; or all that is wrong with it. */
export type ReadAs<Value> =
  | { readonly status: 'valid'; readonly value: Value }
  | { readonly status: 'invalid'; readonly issues: readonly Issue[] };

/**
 * Reads anything as a schema says, without throwing and without altering what was passed. Only the shape is checked:
 * what refers to what is for the caller. Paths lead into what was passed.
 */
export function readAs<Schema extends z.ZodMiniType>(
  schema: Schema,
  given: unknown,
): ReadAs<z.output<Schema>> {
  const issues = new IssueList();
  const value: unknown = readSnapshot(given, issues);
  if (value === undefined || !conforms(schema, value, [], issues) || !issues.empty)
    return { status: 'invalid', issues: issues.sorted() };
  return { status: 'valid', value };
}
