import type * as z from 'zod/mini';
import { IssueList } from '../domain/checking/issue-list.js';
import { readAs } from '../domain/checking/read-as.js';
import type { Issue } from '../domain/issue.js';
import type { Programme } from '../domain/programme.js';
import type { Request } from '../domain/request.js';
import { checkRequest } from '../intake/check-request.js';
import { type KnownIds, idsOfRequest } from '../intake/known-ids.js';
import { ReferenceCheck } from '../intake/references.js';
import type { PlainValue } from '../internal/snapshot.js';

/*
 * What the adviser's questions are asked about: a request, a programme built for it, options. Any of them may be
 * anything. All that is wrong is found at once; each path begins with what was passed.
 */

/** The value under one key, as a schema for the object with that key says; or its issues, whose paths begin with the key. */
export type Read<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly issues: readonly Issue[] };

/** The same issues of something that stands under a key. */
export const under = (key: string, issues: readonly Issue[]): Issue[] =>
  issues.map((issue) => ({ ...issue, path: [key, ...issue.path] }));

/** A request that was passed, checked whole. */
export function readRequest(given: unknown): Read<Request> {
  const check = checkRequest(given);
  return check.status === 'valid'
    ? { ok: true, value: check.request }
    : { ok: false, issues: under('request', check.issues) };
}

/** What was passed beside the request, each under its own name; what is not given is left out. */
export function readNamed<Schema extends z.ZodMiniType>(
  schema: Schema,
  given: Readonly<Record<string, unknown>>,
): Read<z.output<Schema>> {
  const read = readAs(schema, given);
  return read.status === 'valid'
    ? { ok: true, value: read.value }
    : { ok: false, issues: placedUnder(given, read.issues) };
}

/** Of a value too large or too broken to read, the issue is about all that was passed: the first of its names is told. */
const placedUnder = (given: Readonly<Record<string, unknown>>, issues: readonly Issue[]): Issue[] =>
  issues.map((issue) => (issue.path.length > 0 ? issue : { ...issue, path: Object.keys(given).slice(0, 1) }));

/** What a programme's bookings name, and the request does not have. */
export function checkBookings(request: Request, { bookings }: Programme, issues: IssueList): void {
  const check = new ReferenceCheck(knownIds(request), issues, 'request.staff');
  bookings.forEach((value, index) => check.booking({ value, path: ['programme', 'bookings', index] }));
}

/** The ids of a request that has been checked. */
export const knownIds = (request: Request): KnownIds =>
  // a checked request is a copy of its own, made of plain values only
  idsOfRequest(request as unknown as PlainValue, new IssueList());
