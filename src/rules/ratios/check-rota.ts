import { IssueList } from '../../domain/checking/issue-list.js';
import { type Path, placeOf, quoted } from '../../domain/checking/wording.js';
import type { Issue } from '../../domain/issue.js';
import { MINUTES_PER_DAY, minuteOf } from '../../internal/calendar.js';
import { groupBy } from '../../internal/lookup.js';
import { compareIds } from '../../internal/order.js';
import type { RotaQuestion } from './rota-question.js';

interface Times {
  readonly starts: string;
  readonly ends: string;
}

/** The site that shifts and children are at when nothing says which: the only one, or no site at all. */
export const onlySite = ({ sites = [] }: RotaQuestion['setting']): string | undefined =>
  sites.length > 1 ? undefined : (sites[0]?.id ?? '');

function checkTimes({ starts, ends }: Times, path: Path, issues: IssueList, mostMinutes = Infinity): void {
  const at = [...path, 'ends'];
  if (ends <= starts)
    issues.add(at, 'date-order', (place) => `Put ${place} after starts, ${starts}; it is ${ends}.`);
  else if ((minuteOf(ends) ?? 0) - (minuteOf(starts) ?? 0) > mostMinutes)
    issues.add(at, 'too-large', (place) => `Put ${place} no more than 24 hours after starts, ${starts}.`);
}

class RotaCheck {
  readonly #question: RotaQuestion;
  readonly #issues = new IssueList();
  readonly #sites: ReadonlySet<string>;
  readonly #sitesOfPeople: ReadonlyMap<string, string | undefined>;

  constructor(question: RotaQuestion) {
    this.#question = question;
    this.#sites = new Set(question.setting.sites?.map(({ id }) => id));
    this.#sitesOfPeople = new Map(question.staff.map(({ id, site }) => [id, site]));
  }

  issues(): Issue[] {
    const { setting, staff, rota, children, answers = {}, during = [] } = this.#question;
    this.#once(setting.sites ?? [], ['setting', 'sites']);
    this.#once(staff, ['staff']);
    setting.openingHours?.forEach(({ from, to }, index) => {
      const at = ['setting', 'openingHours', index, 'to'];
      if (to <= from)
        this.#issues.add(at, 'date-order', (place) => `Put ${place} after from, ${from}; it is ${to}.`);
    });
    staff.forEach((person, index) => this.#member(person, ['staff', index]));
    for (const id of Object.keys(answers).sort(compareIds)) this.#person(id, ['answers', id]);
    rota.shifts.forEach((shift, index) => {
      const path = ['rota', 'shifts', index];
      this.#person(shift.staff, [...path, 'staff']);
      this.#placed(shift.site, this.#sitesOfPeople.get(shift.staff), path);
      checkTimes(shift, path, this.#issues, MINUTES_PER_DAY);
    });
    this.#oneShiftAtATime();
    children.forEach((stretch, index) => {
      this.#placed(stretch.site, undefined, ['children', index]);
      checkTimes(stretch, ['children', index], this.#issues, MINUTES_PER_DAY);
    });
    during.forEach((stretch, index) => checkTimes(stretch, ['during', index], this.#issues));
    return this.#issues.sorted();
  }

  #once(list: readonly { readonly id: string }[], path: Path): void {
    const places = new Map<string, number>();
    list.forEach(({ id }, index) => {
      const first = places.get(id);
      if (first === undefined) places.set(id, index);
      else
        this.#issues.add(
          [...path, index, 'id'],
          'duplicate-id',
          (place) => `Change ${place}: ${placeOf([...path, first, 'id'])} is ${quoted(id)} already.`,
        );
    });
  }

  #person(id: string, path: Path): void {
    if (this.#sitesOfPeople.has(id)) return;
    this.#issues.add(
      path,
      'unknown-reference',
      (place) => `Change ${place}: there is no person in staff with the id ${quoted(id)}.`,
    );
  }

  #site(id: string | undefined, path: Path): void {
    if (id === undefined || this.#sites.has(id)) return;
    this.#issues.add(
      path,
      'unknown-reference',
      (place) => `Change ${place}: there is no site in setting.sites with the id ${quoted(id)}.`,
    );
  }

  #member({ site, qualifications, records, away }: RotaQuestion['staff'][number], path: Path): void {
    this.#site(site, [...path, 'site']);
    const inOrder = (early: string | undefined, late: string | undefined, at: Path, first: string): void => {
      if (early !== undefined && late !== undefined && late < early)
        this.#issues.add(
          [...path, ...at],
          'date-order',
          (place) => `Put ${place} on or after ${first}, ${early}; it is ${late}.`,
        );
    };
    qualifications?.forEach(({ startedOn, awardedOn }, index) =>
      inOrder(startedOn, awardedOn, ['qualifications', index, 'awardedOn'], 'startedOn'),
    );
    records?.forEach(({ completedOn, expiresOn }, index) =>
      inOrder(completedOn, expiresOn, ['records', index, 'expiresOn'], 'completedOn'),
    );
    away?.forEach(({ from, to }, index) => inOrder(from, to, ['away', index, 'to'], 'from'));
  }

  /** Where it is must be said, there, with the person or by there being one site only. */
  #placed(site: string | undefined, own: string | undefined, path: Path): void {
    this.#site(site, [...path, 'site']);
    if (site === undefined && own === undefined && onlySite(this.#question.setting) === undefined)
      this.#issues.add(
        [...path, 'site'],
        'missing',
        (place) => `Add ${place}: the setting has ${this.#sites.size} sites, and nothing says which.`,
      );
  }

  #oneShiftAtATime(): void {
    const shifts = this.#question.rota.shifts.map((shift, index) => ({ ...shift, index }));
    for (const own of groupBy(shifts, ({ staff }) => staff).values()) {
      let last = own[0];
      for (const shift of own.sort((a, b) => compareIds(a.starts, b.starts) || compareIds(a.ends, b.ends))) {
        const before = last;
        if (before !== undefined && before !== shift && shift.starts < before.ends)
          this.#issues.add(
            ['rota', 'shifts', shift.index],
            'overlap',
            (place) =>
              `Move ${place}, which begins ${shift.starts}: ${placeOf(['rota', 'shifts', before.index])}, of the same person, ends only ${before.ends}.`,
          );
        if (before === undefined || shift.ends > before.ends) last = shift;
      }
    }
  }
}

/** All that is wrong with a rota whose shape is right: people and sites that are not there, times out of order, overlaps. */
export const checkRota = (question: RotaQuestion): Issue[] => new RotaCheck(question).issues();
