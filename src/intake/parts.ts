import type * as z from 'zod/mini';
import { type Adjustment, AdjustmentSchema } from '../domain/adjustment.js';
import { type CatalogueItem, CatalogueItemSchema } from '../domain/catalogue.js';
import {
  type CoverPeriod,
  CoverPeriodSchema,
  type Limit,
  LimitSchema,
  type Pot,
  PotSchema,
} from '../domain/funding.js';
import { type Need, NeedSchema } from '../domain/need.js';
import { type Booking, BookingSchema } from '../domain/booking.js';
import { type Request, RequestSchema } from '../domain/request.js';
import { type Setting, SettingSchema, type Term, TermSchema } from '../domain/setting.js';
import { type StaffMember, StaffMemberSchema } from '../domain/staff-member.js';
import type { PlainValue } from '../internal/snapshot.js';
import { IssueList } from '../domain/checking/issue-list.js';
import { memberOf } from './known-ids.js';
import { conforms } from '../domain/checking/schema-issues.js';
import type { Path } from '../domain/checking/wording.js';

/** A piece of what was passed that is as its schema says, and where it stands. */
export interface Part<Value> {
  readonly value: Value;
  readonly path: Path;
}

/** The pieces of a request that are sound in themselves: what the checks across pieces look at. */
export interface RequestParts {
  readonly window: readonly Part<Request['window']>[];
  readonly setting: readonly Part<Setting>[];
  readonly terms: readonly Part<Term>[];
  readonly staff: readonly Part<StaffMember>[];
  readonly needs: readonly Part<Need>[];
  readonly items: readonly Part<CatalogueItem>[];
  readonly funding: readonly Part<Pot>[];
  readonly limits: readonly Part<Limit>[];
  readonly cover: readonly Part<CoverPeriod>[];
  readonly adjustments: readonly Part<Adjustment>[];
  readonly baseline: readonly Part<Booking>[];
}

/** The value as a part, when it is what the schema describes. */
export function soundPart<Wanted extends z.ZodMiniType>(
  schema: Wanted,
  value: unknown,
  path: Path,
): Part<z.output<Wanted>>[] {
  // what is wrong with it has been reported already: stop at the first issue
  return value !== undefined && conforms(schema, value, path, new IssueList(0)) ? [{ value, path }] : [];
}

/** The entries of a list that are what the schema describes; none when there is no list. */
export function soundParts<Wanted extends z.ZodMiniType>(
  schema: Wanted,
  list: PlainValue | undefined,
  path: Path,
): Part<z.output<Wanted>>[] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((entry, index) => soundPart(schema, entry, [...path, index]));
}

const WindowSchema = RequestSchema.shape.window;

/** The sound pieces of something that should have been a request. */
export function soundPartsOf(request: PlainValue): RequestParts {
  const at = (key: string): PlainValue | undefined => memberOf(request, key);
  return {
    window: soundPart(WindowSchema, at('window'), ['window']),
    setting: soundPart(SettingSchema, at('setting'), ['setting']),
    terms: soundParts(TermSchema, at('terms'), ['terms']),
    staff: soundParts(StaffMemberSchema, at('staff'), ['staff']),
    needs: soundParts(NeedSchema, at('needs'), ['needs']),
    items: soundParts(CatalogueItemSchema, memberOf(at('catalogue'), 'items'), ['catalogue', 'items']),
    funding: soundParts(PotSchema, at('funding'), ['funding']),
    limits: soundParts(LimitSchema, at('limits'), ['limits']),
    cover: soundParts(CoverPeriodSchema, at('cover'), ['cover']),
    adjustments: soundParts(AdjustmentSchema, at('adjustments'), ['adjustments']),
    baseline: soundParts(BookingSchema, at('baseline'), ['baseline']),
  };
}

const partsOfList = <Entry>(list: readonly Entry[] | undefined, path: Path): Part<Entry>[] =>
  (list ?? []).map((value, index) => ({ value, path: [...path, index] }));

/** The pieces of a request, all of them sound. */
export const partsOf = (request: Request): RequestParts => ({
  window: [{ value: request.window, path: ['window'] }],
  setting: [{ value: request.setting, path: ['setting'] }],
  terms: partsOfList(request.terms, ['terms']),
  staff: partsOfList(request.staff, ['staff']),
  needs: partsOfList(request.needs, ['needs']),
  items: partsOfList(request.catalogue.items, ['catalogue', 'items']),
  funding: partsOfList(request.funding, ['funding']),
  limits: partsOfList(request.limits, ['limits']),
  cover: partsOfList(request.cover, ['cover']),
  adjustments: partsOfList(request.adjustments, ['adjustments']),
  baseline: partsOfList(request.baseline, ['baseline']),
});
