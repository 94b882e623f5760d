import type { RequestInput } from '../domain/request.js';
import type { PeopleSelectorInput } from '../domain/selector.js';
import { addMonths, dayNumber, isoDate } from '../internal/calendar.js';
import { compareIds } from '../internal/order.js';
import { BindingDays } from './binding-days.js';
import { HeldTraining } from './held-training.js';
import { type RuleOverride, suspensionsOf } from './overrides.js';
import type { StaffMemberInput } from './people.js';
import { audienceOf } from './rule-audience.js';
import type { Unknown } from './rule-question.js';
import { type Rule, type RuleCount, type RuleTraining, SOURCE_OF_STRENGTH } from './rulebook.js';

/** A need as a caller writes one. */
export type NeedInput = RequestInput['needs'][number];

/** What a rule is applied to: the parts of a request of the same names, and the exceptions that hold. */
export interface RuleFacts {
  readonly asOf: string;
  readonly window: RequestInput['window'];
  readonly staff: readonly StaffMemberInput[];
  readonly overrides: readonly RuleOverride[];
}

/** What a rule asks of a team. */
export interface AppliedRule {
  /** None when the rule speaks of nobody on the team, gives no need, or binds on no day of the window. */
  readonly needs: readonly NeedInput[];
  /** People, in the order of their ids, of whom it cannot be told whether the rule speaks, by what to give. They are left out. */
  readonly unknown: readonly Unknown[];
}

interface Member {
  readonly id: string;
  readonly held: HeldTraining;
  /** The day on which the months of grace are over; before all days where the rule gives none, or they are not known. */
  readonly graceEnds: number;
  /** The first day on which the rule asks anything of the person: when grace is over, and not before the first day of work. */
  readonly bound: number;
}

/** How many of so many people are asked for: at least, and to spare. */
function asked(count: Exclude<RuleCount, 'everyone'>, people: number): { atLeast: number; spare: number } {
  if (count === 'half') return { atLeast: Math.ceil(people / 2), spare: 0 };
  const atLeast = Math.min(count.atLeast, people);
  return { atLeast, spare: Math.min(count.spare ?? 0, people - atLeast) };
}

/** The rule's needs, given whom it speaks of. */
class Asking {
  readonly #training: RuleTraining;
  readonly #members: readonly Member[];
  readonly #general: PeopleSelectorInput | undefined;
  readonly #need: (id: string, who: PeopleSelectorInput, count: NeedInput['count'], by?: string) => NeedInput;

  /** @param general a selector that selects the members and nobody else on the team, where there is one */
  constructor(
    rule: Rule,
    training: RuleTraining,
    edition: string,
    members: readonly Member[],
    general: PeopleSelectorInput | undefined,
  ) {
    this.#training = training;
    this.#members = members;
    this.#general = general;
    const { area, depth, maxAgeMonths } = training;
    this.#need = (id, who, count, by) => ({
      id: `rule-${rule.id}${id}`,
      area,
      depth,
      who,
      count,
      source: SOURCE_OF_STRENGTH[rule.strength],
      ...(by !== undefined && { by }),
      ...(maxAgeMonths !== undefined && { maxAgeMonths }),
      basis: { rule: rule.id, edition: rule.edition ?? edition, source: rule.source },
    });
  }

  /** Those of whom the rule asks its own training on a day: bound by then, and without what contains it. */
  #concerned(day: number): readonly Member[] {
    return this.#members.filter(({ held, bound }) => bound <= day && !held.superseded(day));
  }

  /** What is asked of the whole team on a day. Nobody is asked who holds it by an extension. */
  #onDay(day: number): { who: PeopleSelectorInput; count: NeedInput['count']; target: number } | undefined {
    const concerned = this.#concerned(day);
    const rest = concerned.filter(({ held }) => !held.byExtension(day));
    if (rest.length === 0) return undefined;
    // a selector by roles goes on selecting when the team changes: people are named only where it would not do
    const who =
      this.#general !== undefined && rest.length === this.#members.length
        ? this.#general
        : { staff: rest.map(({ id }) => id) };
    const { count } = this.#training;
    if (count === 'everyone') return { who, count, target: rest.length };
    const { atLeast, spare } = asked(count, concerned.length);
    const target = atLeast + spare - (concerned.length - rest.length);
    if (target <= 0) return undefined;
    const least = Math.max(1, target - spare);
    const left = target - least;
    return { who, target, count: left > 0 ? { atLeast: least, spare: left } : { atLeast: least } };
  }

  /** The need tested on the last day on which the rule binds in the window: dated only when that is not the window's. */
  last(day: number, to: number): NeedInput[] {
    const whole = this.#onDay(day);
    if (whole === undefined) return [];
    return [this.#need('', whole.who, whole.count, day === to ? undefined : isoDate(day))];
  }

  /** The need of an earlier day on which people, by id, come to lack it. */
  by(day: number, lacking: readonly string[]): NeedInput[] {
    const date = isoDate(day);
    const id = `-by-${date}`;
    if (this.#training.count === 'everyone')
      return [this.#need(id, { staff: [...lacking] }, 'everyone', date)];
    const whole = this.#onDay(day);
    const holders = this.#concerned(day).filter(({ held }) => held.byRecords(day)).length;
    if (whole === undefined || holders >= whole.target) return [];
    return [this.#need(id, whole.who, whole.count, date)];
  }
}

/** The days before `last` on which people come to lack what the rule asks, and who, by id. */
function lackingByDay(
  members: readonly Member[],
  binding: BindingDays,
  from: number,
  last: number,
): [number, string[]][] {
  const byDay = new Map<number, Set<string>>();
  for (const { id, held, graceEnds, bound } of members) {
    const turns = held.lapses(last).filter((day) => day >= bound);
    for (const turn of [graceEnds, ...turns]) {
      const day = Number.isFinite(turn) ? binding.from(turn) : undefined;
      if (day === undefined || day < from || day >= last || held.satisfied(day)) continue;
      byDay.set(day, (byDay.get(day) ?? new Set()).add(id));
    }
  }
  return [...byDay].sort(([a], [b]) => a - b).map(([day, ids]) => [day, [...ids].sort(compareIds)]);
}

/** What one rule of an edition asks of a team. */
export function applyRule(facts: RuleFacts, rule: Rule, edition: string): AppliedRule {
  const { overrides } = facts;
  const from = dayNumber(facts.window.from) ?? 0;
  const to = dayNumber(facts.window.to) ?? 0;
  const { training, graceMonths } = rule;
  const binding = new BindingDays(rule, suspensionsOf(rule.id, overrides));
  const last = binding.upTo(to);
  if (training === undefined || last === undefined || last < from) return { needs: [], unknown: [] };

  const { people, unknown, general } = audienceOf(rule.who, facts.staff, facts.asOf);
  const members = people.map((person): Member => {
    const started = person.startedOn === undefined ? undefined : dayNumber(person.startedOn);
    const graceEnds =
      graceMonths === undefined || started === undefined ? -Infinity : addMonths(started, graceMonths);
    return {
      id: person.id,
      held: new HeldTraining(person, rule.id, training, overrides),
      graceEnds,
      bound: Math.max(graceEnds, started ?? -Infinity),
    };
  });
  const asking = new Asking(rule, training, edition, members, general);
  const dated = lackingByDay(members, binding, from, last).flatMap(([day, ids]) => asking.by(day, ids));
  return { needs: [...asking.last(last, to), ...dated], unknown };
}
