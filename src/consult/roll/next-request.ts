import type { CoverPeriod } from '../../domain/funding.js';
import type { Issue } from '../../domain/issue.js';
import type { Programme } from '../../domain/programme.js';
import type { Request } from '../../domain/request.js';
import type { Setting } from '../../domain/setting.js';
import type { StaffMember } from '../../domain/staff-member.js';
import type { EntitlementId, IsoDate } from '../../domain/units.js';
import { checkRequest } from '../../intake/check-request.js';
import { compareIds, sortedById } from '../../internal/order.js';
import type { RollForwardResult, RollOptions } from '../roll-forward.js';
import { assumptionsOf } from './assumptions.js';
import { adjustmentsAfter, baselineAfter } from './decisions.js';
import { type Absence, type Booked, doneOf, partedOn, withRecords } from './done.js';
import { potsAfter, withTimeLeft } from './means.js';
import { nextNeeds } from './next-needs.js';
import { peopleKey, withKnownItems } from './references.js';
import { withDaysTaken } from './under-way.js';
import { datesYearsAfter, termsAfter, untilTheNext, windowAfter, yearsToReach } from './window.js';

/** Days of the next window in which hardly anything takes place yet. */
const DEFAULT_LEAD_DAYS = 30;

const invalid = (...issues: readonly Issue[]): RollForwardResult => ({ status: 'invalid', issues });

/** The setting, with what was bought for it while the window lasts. */
function withGranted(setting: Setting, years: number, done: readonly Booked[]): Setting {
  const { entitlements = [] } = setting;
  const granted = done.flatMap(({ item: { grants = [] } }) => grants);
  const added = [...new Set<EntitlementId>(granted)]
    .filter((id) => !entitlements.includes(id))
    .sort(compareIds);
  return years > 0 || added.length === 0
    ? setting
    : { ...setting, entitlements: [...entitlements, ...added] };
}

/** People without the days away that are over. */
const withoutPastAbsence = (person: StaffMember, asOf: IsoDate): StaffMember =>
  person.away === undefined ? person : { ...person, away: person.away.filter(({ to }) => to >= asOf) };

/** The cover periods that are not over, in the order of their days. */
const coverAfter = (cover: readonly CoverPeriod[], asOf: IsoDate): CoverPeriod[] => {
  const key = ({ starts, ends, maxAway, among }: CoverPeriod): string =>
    JSON.stringify([starts, ends, maxAway, among && peopleKey(among)]);
  return cover.filter(({ ends }) => ends > `${asOf}T00:00`).sort((a, b) => compareIds(key(a), key(b)));
};

/** Issues of the next request, said of what they come from: an option that stands in it as it was given, or the request. */
const atOrigin = (issues: readonly Issue[], options: RollOptions): Issue[] =>
  issues.map((issue) => {
    const part = String(issue.path[0]);
    const isGiven =
      ['catalogue', 'funding', 'window', 'terms'].includes(part) && Object.hasOwn(options, part);
    return { ...issue, path: [isGiven ? 'options' : 'request', ...issue.path] };
  });

/** Issues of the rules, said of the rulebook or the exceptions that were passed, or of the request. */
const ofRulebook = (issues: readonly Issue[]): Issue[] =>
  issues.map((issue) => ({
    ...issue,
    path:
      issue.path[0] === 'options'
        ? issue.path
        : [issue.path[0] === 'rulebook' ? 'options' : 'request', ...issue.path],
  }));

/** The lists of a request in the order of their ids, so that places in it do not depend on how it came. */
function inOrder(request: Request): Request {
  const { catalogue, limits, areas, baseline, terms, setting } = request;
  const { entitlements } = setting;
  return {
    ...request,
    ...(entitlements !== undefined && {
      setting: { ...setting, entitlements: [...entitlements].sort(compareIds) },
    }),
    ...(terms !== undefined && { terms: [...terms].sort((a, b) => compareIds(a.from, b.from)) }),
    staff: sortedById(request.staff),
    needs: sortedById(request.needs),
    catalogue: { ...catalogue, items: sortedById(catalogue.items) },
    funding: sortedById(request.funding),
    ...(limits !== undefined && { limits: sortedById(limits) }),
    ...(areas !== undefined && { areas: sortedById(areas) }),
    ...(baseline !== undefined && { baseline: sortedById(baseline) }),
  };
}

/** The request that follows, from what has been checked. */
export function nextRequest(
  before: Request,
  programme: Programme,
  asOf: IsoDate,
  options: RollOptions,
): RollForwardResult {
  const years = yearsToReach(before.window.to, asOf);
  const window = options.window ?? windowAfter(before.window, years, asOf);
  if (window === undefined)
    return invalid({
      path: ['asOf'],
      code: 'too-large',
      message: 'Give an earlier asOf, or a window: the next one would end after 9999-12-31.',
    });
  const absence: Absence = {
    undone: new Set(options.undone),
    missed: new Map(options.missed?.map(({ booking, staff }) => [booking, new Set(staff)])),
  };
  const { done, open } = partedOn(before, programme, asOf, absence);
  const terms = options.terms ?? termsAfter(before.terms ?? [], years, window);
  const catalogue = options.catalogue ?? before.catalogue;
  const pots = options.funding === undefined ? potsAfter(before, years, window, done) : undefined;
  const learnt = withDaysTaken(withRecords(before.staff, done), done, open, asOf).map((person) =>
    withoutPastAbsence(person, asOf),
  );
  const choices = adjustmentsAfter(before, done, { catalogue, window });
  const stays = { ...before };
  delete stays.terms;
  delete stays.adjustments;
  delete stays.baseline;
  const after: Request = {
    ...stays,
    asOf,
    window,
    ...(terms.length > 0 && { terms }),
    setting: withGranted(before.setting, years, done),
    staff: withTimeLeft(learnt, before, terms, years === 0 ? done : []),
    catalogue,
    funding: options.funding ?? pots?.map(({ pot }) => pot) ?? [],
    ...(before.cover !== undefined && { cover: coverAfter(before.cover, asOf) }),
    ...(before.adjustments !== undefined && { adjustments: [...choices.adjustments] }),
  };
  const asked = untilTheNext(
    window,
    options.window?.from ?? datesYearsAfter(before.window, years)?.from ?? window.from,
    options.leadDays ?? DEFAULT_LEAD_DAYS,
  );
  const { derived, needs, dropped } = nextNeeds(before, after, asked, options);
  if (derived?.status === 'invalid') return invalid(...ofRulebook(derived.issues));
  const known = { ...after, needs, ...withKnownItems(after) };
  const baseline = years === 0 ? { baseline: baselineAfter(open, known) } : {};
  const check = checkRequest({ ...known, ...baseline });
  if (check.status === 'invalid') return invalid(...atOrigin(check.issues, options));
  const request = inOrder(check.request);
  return {
    status: 'rolled',
    request,
    done: done.map(doneOf),
    assumptions: assumptionsOf({
      before,
      request,
      years,
      done: done.map(doneOf),
      selfPaced: done.filter(({ booking, item }) => booking.session === undefined && item.teaches.length > 0)
        .length,
      open: open.length,
      undone: open.filter(({ booking }) => absence.undone.has(booking.id)).length,
      pots,
      asked: asked.to,
      derived,
      dropped: { adjustments: choices.dropped, needs: dropped },
      given: { catalogue: options.catalogue !== undefined, window: options.window !== undefined },
    }),
  };
}
