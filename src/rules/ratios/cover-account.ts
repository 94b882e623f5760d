import type { RequestInput } from '../../domain/request.js';
import type { AgeBand } from '../../domain/selector.js';
import { compareIds } from '../../internal/order.js';
import { bestCover, type Cap, type Cover, coverBy, tightest } from './caps.js';
import { type CoverNote, CoverNotes } from './cover-notes.js';
import { notesOn, type Placed } from './notes-on-cover.js';
import { type CoverRule, coverRule, type CoverRuleId } from './cover-rules.js';
import { demandsOf } from './demands.js';
import type { RotaQuestion } from './rota-question.js';
import { breachWords, localTime, spanOf } from './rota-words.js';
import type { RotaStretch } from './stretches.js';
import type { Standing } from './team.js';
import { unknownTimes } from './unknown-times.js';

/** A cover period as a request takes it. */
export type CoverPeriodInput = NonNullable<RequestInput['cover']>[number];

/** A stretch of time in which the rota breaks a rule before anybody is out. */
export interface CoverBreach extends Placed {
  readonly rule: CoverRuleId;
  /** How binding the rule is on this kind of provider. */
  readonly strength: CoverRule['strength'];
  /** How many the rule needs, and how many there are. */
  readonly needed: number;
  readonly there: number;
  /** What is broken, when and by how much. Its wording may change. */
  readonly message: string;
}

/** How cover is reckoned in a stretch of time in which neither the rota nor the children change. */
export interface CoverStretch extends Placed {
  /** The children, by age. */
  readonly children: Readonly<Partial<Record<AgeBand, number>>>;
  /** Who counts in the ratios, in the order of their ids. */
  readonly counted: readonly string[];
  /** How many different people have to stay, by rule, as far as they are there by the stricter reading; a rule that needs nobody is left out. */
  readonly needed: Readonly<Partial<Record<CoverRuleId, number>>>;
  /** The most of those who count that may be out at once: 0 or more. */
  readonly mostAway: number;
}

interface Reckoned extends Placed {
  readonly caps: readonly Cap[];
}

/** Neighbours that are alike made into one. */
function merged<T extends Placed>(list: readonly T[], keyOf: (entry: T) => string): T[] {
  const found: T[] = [];
  for (const entry of list) {
    const last = found.at(-1);
    if (last !== undefined && last.ends === entry.starts && keyOf(last) === keyOf(entry))
      found[found.length - 1] = { ...last, ends: entry.ends };
    else found.push(entry);
  }
  return found;
}

const inTime = (a: Placed, b: Placed): number =>
  compareIds(a.starts, b.starts) || compareIds(a.site ?? '', b.site ?? '') || compareIds(a.ends, b.ends);

/** Takes in stretch by stretch, by site and time, and gives an account of all. */
export class CoverAccount {
  readonly #question: RotaQuestion;
  readonly #notes = new CoverNotes();
  readonly #reckoned: Reckoned[] = [];
  readonly #stretches: CoverStretch[] = [];
  readonly #breaches = new Map<string, (CoverBreach & { readonly what: string })[]>();

  constructor(question: RotaQuestion) {
    this.#question = question;
    for (const note of unknownTimes(question)) this.#notes.add(note);
  }

  take(stretch: RotaStretch, team: readonly Standing[]): void {
    const { setting, ratios = {} } = this.#question;
    const placed: Placed = {
      starts: localTime(stretch.starts),
      ends: localTime(stretch.ends),
      ...(stretch.site !== '' && { site: stretch.site }),
    };
    const [first, ...others] = demandsOf(stretch, setting.providerKind, ratios).map((demands) =>
      coverBy(demands, team),
    );
    if (first === undefined) return;
    const cover = bestCover([first, ...others]);
    const caps = tightest(cover.caps);
    this.#reckoned.push({ ...placed, caps });
    this.#stretches.push(stretchIn(placed, cover, team));
    this.#breach(placed, cover);
    for (const note of notesOn(placed, cover, caps, team, setting)) this.#notes.add(note);
  }

  #breach(placed: Placed, { caps, demands }: Cover): void {
    const { providerKind } = this.#question.setting;
    for (const cap of caps) {
      if (cap.staff.length >= cap.needed) continue;
      const strength = coverRule(cap.rule, providerKind)?.strength ?? 'good-practice';
      const what = breachWords(cap, demands, strength);
      const key = `${cap.rule} ${placed.site ?? ''}`;
      const breach = {
        ...placed,
        rule: cap.rule,
        strength,
        needed: cap.needed,
        there: cap.staff.length,
        message: '',
        what,
      };
      if (this.#breaches.get(key)?.push(breach) === undefined) this.#breaches.set(key, [breach]);
    }
  }

  result(): {
    periods: CoverPeriodInput[];
    stretches: CoverStretch[];
    breaches: CoverBreach[];
    notes: CoverNote[];
  } {
    const capsOf = ({ caps, site }: Reckoned): string =>
      JSON.stringify([site, caps.map(({ staff, maxAway }) => [staff, maxAway])]);
    const periods = merged(this.#reckoned, capsOf)
      .sort(inTime)
      .flatMap(({ starts, ends, caps }) =>
        caps.map(({ staff, maxAway }) => ({ starts, ends, maxAway, among: { staff: [...staff] } })),
      );
    const breaches = [...this.#breaches.values()]
      .flatMap((ofRule) => merged(ofRule, ({ what }) => what))
      .map(({ what, ...breach }) => ({
        ...breach,
        message: `${spanOf(breach.starts, breach.ends)}${breach.site === undefined ? '' : ` at ${breach.site}`}: ${what}`,
      }));
    return {
      periods,
      stretches: merged(this.#stretches, ({ starts: _, ends: __, ...rest }) => JSON.stringify(rest)).sort(
        inTime,
      ),
      breaches: breaches.sort((a, b) => inTime(a, b) || compareIds(a.rule, b.rule)),
      notes: this.#notes.sorted(),
    };
  }
}

function stretchIn(
  placed: Placed,
  { demands, caps, mostAway }: Cover,
  team: readonly Standing[],
): CoverStretch {
  return {
    ...placed,
    children: Object.fromEntries(demands.bands.map(({ band, children }) => [band, children])),
    counted: team.filter(({ counts }) => counts).map(({ staff }) => staff),
    needed: Object.fromEntries(caps.map(({ rule, needed }) => [rule, needed])),
    mostAway,
  };
}
