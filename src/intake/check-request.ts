import type { Issue } from '../domain/issue.js';
import { finish, type Steps } from '../internal/steps.js';
import { type Request, RequestSchema } from '../domain/request.js';
import { checkCircles } from './circles.js';
import { IssueList } from '../domain/checking/issue-list.js';
import { idsOfRequest } from './known-ids.js';
import { checkOrders } from './orders.js';
import { partsOf, soundPartsOf } from './parts.js';
import { checkPrices } from './prices.js';
import { checkReferences } from './references.js';
import { conforms } from '../domain/checking/schema-issues.js';
import { readSnapshot } from '../domain/checking/snapshot-issues.js';

/** What a check of a request says: the request as read, or all that is wrong with what was passed. */
export type RequestCheck =
  | { readonly status: 'valid'; readonly request: Request }
  | { readonly status: 'invalid'; readonly issues: readonly Issue[] };

const CHECKS = [checkReferences, checkOrders, checkPrices, checkCircles];

/**
 * Checks a request, whatever was passed. It never throws and never alters what it is given; the request returned is a
 * copy of its own. `invalid` lists all issues at once, up to 1,000, in the order of their paths; what each code means
 * is in `docs/issues.md`.
 *
 * @example
 * checkRequest({ asOf: '2025-09-31' }).status; // => 'invalid'
 */
export function checkRequest(value: unknown): RequestCheck {
  return finish(checkInSteps(value));
}

/** The same in steps; `value` is read in the first of them, and never again. */
export function* checkInSteps(value: unknown): Steps<RequestCheck> {
  const issues = new IssueList();
  const request = readSnapshot(value, issues);
  if (request === undefined) return { status: 'invalid', issues: issues.sorted() };
  yield 0;
  const sound = conforms(RequestSchema, request, [], issues);
  yield 0;
  const known = idsOfRequest(request, issues);
  if (!issues.full) {
    const parts = sound ? partsOf(request) : soundPartsOf(request);
    for (const check of CHECKS) {
      yield 0;
      check(parts, issues, known);
    }
  }
  return sound && issues.empty
    ? { status: 'valid', request }
    : { status: 'invalid', issues: issues.sorted() };
}
