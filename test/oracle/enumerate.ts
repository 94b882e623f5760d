import type { RequestInput } from '../../src/domain/request.js';
import type { Choice } from './choice.js';
import { SUMMED, type SummedObjective } from './meters.js';
import { type Objectives, compareObjectives } from './objectives.js';
import { type Open, type Option, type People, type Tables, size, tablesOf } from './options.js';
import { product } from './ways.js';

/*
 * The best programme of a tiny request, by trying them all. Read this to learn what the builder promises.
 *
 * Items are decided one after the other. A beginning is given up only where no way to go on can be legal, or where even
 * the best that could come of it is worse than a programme already found. For that, every sum is no less than what it has
 * come to and the least that each open item adds, and a score is no more
 *
 * - than if everybody held whatever some way to book an open item could teach them, nor
 * - than what it has come to and the most that each open item could add to it if the others were not booked: who is taught
 *   by two is counted once, so two together add no more than each by itself.
 */

export type Best =
  | { readonly status: 'infeasible' }
  | {
      readonly status: 'feasible';
      readonly objectives: Objectives;
      /** How many programmes attain them. */
      readonly ties: number;
      /** Some of those, at most {@link TIES_KEPT}. */
      readonly programmes: readonly (readonly Choice[])[];
    };

export const TIES_KEPT = 64;

/** What is taken has come to so much, and these people hold the needs by it or by records. */
interface State {
  readonly sums: readonly number[];
  readonly holds: readonly People[];
}

interface Score {
  readonly must: number;
  readonly weighted: number;
}

class Search {
  readonly #tables: Tables;
  readonly #maxAway: readonly number[];
  readonly #most: number;
  readonly #taken: Option[] = [];
  #tried = 0;
  best: Objectives | undefined;
  winners: (readonly Option[])[] = [];

  constructor(request: RequestInput, most: number) {
    this.#tables = tablesOf(request, most);
    this.#maxAway = (request.cover ?? []).map(({ maxAway }) => maxAway);
    this.#most = most;
    const { meters, needs } = this.#tables;
    this.#go({ sums: meters.map(({ start }) => start), holds: needs.map(({ held }) => held) });
  }

  #go(state: State): void {
    const open = this.#tables.open[this.#taken.length];
    if (open === undefined || !this.#canBeLegal(state, open)) return;
    const value = this.#bestConceivable(state, open);
    const order = this.best === undefined ? -1 : compareObjectives(value, this.best);
    if (order > 0) return;
    const options = this.#tables.options[this.#taken.length];
    if (options === undefined) {
      if (order < 0) this.winners = [];
      this.best = value;
      this.winners.push([...this.#taken]);
      return;
    }
    for (const option of options) {
      this.#tried += 1;
      if (this.#tried > this.#most)
        throw new Error(`more than ${String(this.#most)} are too many to enumerate`);
      if (!this.#fits(state, option)) continue;
      this.#taken.push(option);
      this.#go({
        sums: state.sums.map((sum, index) => sum + (option.sums[index] ?? 0)),
        holds: state.holds.map((people, index) => people | (option.holds[index] ?? 0)),
      });
      this.#taken.pop();
    }
  }

  /** Whether the option exceeds nothing beside what is taken; what has a most only grows. */
  #fits({ sums }: State, option: Option): boolean {
    return this.#tables.meters.every(
      ({ most }, index) => (sums[index] ?? 0) + (option.sums[index] ?? 0) <= most,
    );
  }

  /** Whether what is taken goes together, and the open items can add what it still needs. */
  #canBeLegal(state: State, open: Open): boolean {
    return (
      this.#reachesAndKeepsBounds(state, open) &&
      this.#leavesCover() &&
      this.#goesTogether() &&
      this.#canHaveWhatComesFirst() &&
      this.#canHaveEntitlements(open)
    );
  }

  #reachesAndKeepsBounds({ sums }: State, open: Open): boolean {
    return this.#tables.meters.every(({ least, most }, index) => {
      const sum = sums[index] ?? 0;
      return sum + (open.least[index] ?? 0) <= most && sum + (open.most[index] ?? 0) >= least;
    });
  }

  #leavesCover(): boolean {
    return this.#maxAway.every(
      (maxAway, index) =>
        size(this.#taken.reduce((people, { out }) => people | (out[index] ?? 0), 0)) <= maxAway,
    );
  }

  /** Nobody is on two items of which one excludes the other, or in two sessions at once. */
  #goesTogether(): boolean {
    const last = this.#taken.at(-1);
    return (last?.at ?? []).every((at, person) =>
      this.#taken.every(
        (option) => option === last || this.#tables.apart[at]?.[option.at[person] ?? -1] !== true,
      ),
    );
  }

  #canHaveWhatComesFirst(): boolean {
    const { first, stops } = this.#tables;
    return this.#taken.every(({ at }) =>
      at.every((stop, person) =>
        (first[person]?.[stop] ?? []).every((list) =>
          list.some(
            (other) =>
              (stops[other]?.index ?? 0) >= this.#taken.length ||
              this.#taken.some((option) => option.at[person] === other),
          ),
        ),
      ),
    );
  }

  #canHaveEntitlements(open: Open): boolean {
    return this.#taken.every(({ missing }, index) =>
      missing.every(
        (one) =>
          open.grants.includes(one) ||
          this.#taken.some(({ grants }, other) => other !== index && grants.includes(one)),
      ),
    );
  }

  /** What it scores when these hold the needs, and those too. */
  #score(holds: readonly People[], others: readonly People[] = []): Score {
    let must = 0;
    let weighted = 0;
    this.#tables.needs.forEach((need, index) => {
      const score = need.weight * Math.min(need.target, size((holds[index] ?? 0) | (others[index] ?? 0)));
      if (need.must) must += score;
      else weighted += score;
    });
    return { must, weighted };
  }

  /** The most that can be scored: see the top of the page. */
  #bestScore(state: State, open: Open): Score {
    const all = this.#score(state.holds, open.holds);
    const now = this.#score(state.holds);
    let { must, weighted } = now;
    for (const options of this.#tables.options.slice(this.#taken.length)) {
      let [mostMust, mostWeighted] = [0, 0];
      for (const option of options) {
        const score = this.#score(state.holds, option.holds);
        if (score.must - now.must <= mostMust && score.weighted - now.weighted <= mostWeighted) continue;
        if (!this.#fits(state, option)) continue;
        mostMust = Math.max(mostMust, score.must - now.must);
        mostWeighted = Math.max(mostWeighted, score.weighted - now.weighted);
      }
      must += mostMust;
      weighted += mostWeighted;
    }
    return { must: Math.min(must, all.must), weighted: Math.min(weighted, all.weighted) };
  }

  /** The best that what is taken could come to; what it comes to, when no item is open. */
  #bestConceivable(state: State, open: Open): Objectives {
    const sum = (name: SummedObjective): number => {
      const index = SUMMED.indexOf(name);
      return (state.sums[index] ?? 0) + (open.least[index] ?? 0);
    };
    return {
      ...this.#bestScore(state, open),
      changes: sum('changes'),
      pence: sum('pence'),
      'release-minutes': sum('release-minutes'),
      minutes: sum('minutes'),
      lateness: sum('lateness'),
      places: sum('places'),
      bookings: sum('bookings'),
    };
  }
}

/** Tries every legal programme; throws when there are more than `most` ways to try. */
export function enumerate(request: RequestInput, most = 5_000_000): Best {
  const { best, winners } = new Search(request, most);
  if (best === undefined) return { status: 'infeasible' };
  return {
    status: 'feasible',
    objectives: best,
    ties: winners.reduce((sum, won) => sum + won.reduce((ties, option) => ties * option.ties, 1), 0),
    programmes: winners
      .slice(0, TIES_KEPT)
      .flatMap((won) => product(won.map(({ choices }) => choices)).map((lists) => lists.flat()))
      .slice(0, TIES_KEPT),
  };
}
