import type { Adjustment } from '../domain/adjustment.js';
import type { CatalogueItem } from '../domain/catalogue.js';
import type { Need } from '../domain/need.js';
import type { Booking } from '../domain/booking.js';
import type { PeopleSelector, Selector } from '../domain/selector.js';
import type { StaffMember } from '../domain/staff-member.js';
import { isTaxonomyArea } from '../rules/taxonomy.js';
import type { IssueList } from '../domain/checking/issue-list.js';
import type { Known, KnownIds } from './known-ids.js';
import type { Part, RequestParts } from './parts.js';
import { type Path, quoted } from '../domain/checking/wording.js';

/** Checks that what is referred to is there. `record.item` may name an item of an older catalogue: it is not checked. */
export class ReferenceCheck {
  readonly #known: KnownIds;
  readonly #issues: IssueList;
  readonly #person: string;

  /** @param people what the list of people is called */
  constructor(known: KnownIds, issues: IssueList, people: string) {
    this.#known = known;
    this.#issues = issues;
    this.#person = `person in ${people}`;
  }

  #refer(known: Known, id: string | undefined, path: Path, what: string): void {
    if (id === undefined || known === undefined || known.has(id)) return;
    this.#issues.add(
      path,
      'unknown-reference',
      (place) => `Change ${place}: there is no ${what} with the id ${quoted(id)}.`,
    );
  }

  #referAll(known: Known, ids: readonly string[] | undefined, path: Path, what: string): void {
    if (known === undefined) return;
    // selectors can hold millions of ids in all: a path is made only for one that is not there
    ids?.forEach((id, index) => {
      if (!known.has(id)) this.#refer(known, id, [...path, index], what);
    });
  }

  #area(id: string, path: Path): void {
    if (!isTaxonomyArea(id)) this.#refer(this.#known.areas, id, path, 'area in the taxonomy or in areas');
  }

  selector(selector: PeopleSelector | Selector, path: Path): void {
    this.#referAll(this.#known.staff, selector.staff, [...path, 'staff'], this.#person);
    this.#referAll(this.#known.sites, selector.sites, [...path, 'sites'], 'site in setting.sites');
    if ('items' in selector)
      this.#referAll(this.#known.items, selector.items, [...path, 'items'], 'item in catalogue.items');
    if ('areas' in selector)
      selector.areas?.forEach((area, index) => this.#area(area, [...path, 'areas', index]));
    if (selector.not !== undefined) this.selector(selector.not, [...path, 'not']);
  }

  staffMember({ value: person, path }: Part<StaffMember>): void {
    this.#refer(this.#known.sites, person.site, [...path, 'site'], 'site in setting.sites');
    person.records?.forEach((record, index) => this.#area(record.area, [...path, 'records', index, 'area']));
    for (const term of Object.keys(person.time?.terms ?? {}).sort())
      this.#refer(this.#known.terms, term, [...path, 'time', 'terms', term], 'term in terms');
  }

  need({ value: need, path }: Part<Need>): void {
    this.#area(need.area, [...path, 'area']);
    this.selector(need.who, [...path, 'who']);
  }

  item({ value: item, path }: Part<CatalogueItem>): void {
    const { items } = this.#known;
    item.teaches.forEach((taught, index) => this.#area(taught.area, [...path, 'teaches', index, 'area']));
    item.prerequisites?.forEach(({ anyOf }, index) =>
      this.#referAll(items, anyOf, [...path, 'prerequisites', index, 'anyOf'], 'item in catalogue.items'),
    );
    this.#referAll(items, item.excludes, [...path, 'excludes'], 'item in catalogue.items');
    item.sessions?.forEach(({ site }, index) =>
      this.#refer(this.#known.sites, site, [...path, 'sessions', index, 'site'], 'site in setting.sites'),
    );
  }

  adjustment({ value: adjustment, path }: Part<Adjustment>): void {
    this.#refer(this.#known.items, adjustment.item, [...path, 'item'], 'item in catalogue.items');
    this.#referAll(this.#known.staff, adjustment.staff, [...path, 'staff'], this.#person);
    const sessions = this.#known.ofItem.get(adjustment.item)?.sessions;
    this.#refer(sessions, adjustment.session, [...path, 'session'], 'session of the item');
  }

  booking({ value: booking, path }: Part<Booking>): void {
    const ofItem = this.#known.ofItem.get(booking.item);
    this.#refer(this.#known.items, booking.item, [...path, 'item'], 'item in catalogue.items');
    this.#refer(ofItem?.sessions, booking.session, [...path, 'session'], 'session of the item');
    this.#refer(this.#known.terms, booking.term, [...path, 'term'], 'term in terms');
    this.#refer(ofItem?.offers, booking.offer, [...path, 'offer'], 'offer of the item');
    this.#refer(this.#known.pots, booking.pot, [...path, 'pot'], 'pot in funding');
    this.#referAll(this.#known.staff, booking.learners, [...path, 'learners'], this.#person);
  }
}

/** Adds an issue for each reference of a request to something that is not there. */
export function checkReferences(parts: RequestParts, issues: IssueList, known: KnownIds): void {
  const check = new ReferenceCheck(known, issues, 'staff');
  parts.staff.forEach((part) => check.staffMember(part));
  parts.needs.forEach((part) => check.need(part));
  parts.items.forEach((part) => check.item(part));
  parts.adjustments.forEach((part) => check.adjustment(part));
  parts.baseline.forEach((part) => check.booking(part));
  for (const { value, path } of parts.funding) {
    if (value.pays !== undefined) check.selector(value.pays, [...path, 'pays']);
  }
  for (const { value, path } of parts.limits) {
    if (value.select !== undefined) check.selector(value.select, [...path, 'select']);
  }
  for (const { value, path } of parts.cover) {
    if (value.among !== undefined) check.selector(value.among, [...path, 'among']);
  }
}
