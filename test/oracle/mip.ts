import highsModule, { type Highs } from 'highs';
import { Temporal } from 'temporal-polyfill';
import type { RequestInput } from '../../src/domain/request.js';
import type { Objectives } from './objectives.js';

/*
 * The same question put to HiGHS, as a competent user would put it: one binary column for each person, item, offer
 * and pot, solved objective by objective with no gap, earlier values as rows. It shares nothing with the library and
 * reads the request on its own, apart from page.ts too, so that each can find the other out.
 */

type Person = RequestInput['staff'][number];
type Item = RequestInput['catalogue']['items'][number];
type Offer = Item['offers'][number];
type Need = RequestInput['needs'][number];

interface Row {
  readonly lower: number;
  readonly upper: number;
  readonly indices: number[];
  readonly values: number[];
}

/** A mixed-integer problem whose columns are all integer, with its objectives in order, each to be minimised. */
export interface Mip {
  /** The upper bound of each column; all lower bounds are 0. */
  readonly upper: number[];
  readonly rows: Row[];
  readonly objectives: {
    readonly name: keyof Objectives;
    readonly sign: 1 | -1;
    readonly costs: Map<number, number>;
  }[];
  /** What each score has before anything is booked. */
  readonly offsets: { readonly must: number; readonly weighted: number };
  readonly places: {
    readonly column: number;
    readonly person: string;
    readonly item: string;
    readonly offer: string;
    readonly pot: string | undefined;
  }[];
}

const date = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text);
const after = (a: Temporal.PlainDate, b: Temporal.PlainDate): boolean => Temporal.PlainDate.compare(a, b) > 0;

/** Writes the request as rows and columns. */
export function mipOf(request: RequestInput): Mip {
  const start = date(request.window.from);
  const asOf = date(request.asOf);
  const level = (person: Person): number => {
    let highest = 0;
    for (const { level: value, studying, awardedOn } of person.qualifications ?? []) {
      if (studying === true || (awardedOn !== undefined && after(date(awardedOn), asOf))) continue;
      if (value > highest) highest = value;
    }
    return highest;
  };
  const levels = new Map(request.staff.map((person) => [person.id, level(person)]));
  const levelAtLeast = (person: Person, least: number | undefined): boolean =>
    least === undefined || (levels.get(person.id) ?? 0) >= least;
  const meetsAny = (wanted: readonly string[] | undefined, own: readonly string[]): boolean =>
    wanted === undefined || own.some((value) => wanted.includes(value));
  const matches = (who: Need['who'], person: Person): boolean =>
    meetsAny(who.staff, [person.id]) &&
    meetsAny(who.roles, person.roles) &&
    meetsAny(who.sites, person.site === undefined ? [] : [person.site]) &&
    meetsAny(who.ageBands, person.ageBands ?? []) &&
    levelAtLeast(person, who.minLevel) &&
    !(who.not !== undefined && matches(who.not, person));

  const upper: number[] = [];
  const rows: Row[] = [];
  const places: Mip['places'] = [];
  const column = (most: number): number => upper.push(most) - 1;
  const row = (lower: number, most: number, entries: readonly (readonly [number, number])[]): void => {
    const sums = new Map<number, number>();
    for (const [index, value] of entries) sums.set(index, (sums.get(index) ?? 0) + value);
    rows.push({ lower, upper: most, indices: [...sums.keys()], values: [...sums.values()] });
  };

  // Needs: who is asked, who holds it already, on which day.
  const needs = request.needs.map((need) => {
    const by = need.by === undefined ? undefined : date(need.by);
    const day = by === undefined || after(start, by) ? date(request.window.to) : by;
    const asked = request.staff.filter((person) => matches(need.who, person));
    const fresh = (since: Temporal.PlainDate): boolean =>
      need.maxAgeMonths === undefined || !after(day, since.add({ months: need.maxAgeMonths }));
    const holds = (person: Person): boolean =>
      (person.records ?? []).some(
        (record) =>
          record.area === need.area &&
          record.depth >= need.depth &&
          !after(date(record.completedOn), day) &&
          (record.expiresOn === undefined || after(date(record.expiresOn), day)) &&
          fresh(date(record.completedOn)),
      );
    const lacking = asked.filter((person) => !holds(person));
    const target = need.count === 'everyone' ? asked.length : need.count.atLeast + (need.count.spare ?? 0);
    const taughtBy = (item: Item): Item['teaches'] =>
      item.teaches.filter((taught) => taught.area === need.area && taught.depth >= need.depth);
    const metBy = (item: Item): boolean =>
      fresh(start) &&
      taughtBy(item).some(
        ({ validMonths }) => validMonths === undefined || after(start.add({ months: validMonths }), day),
      );
    return { need, lacking, held: asked.length - lacking.length, target, taughtBy, metBy };
  });

  // Places, by person and item; bookings, by item, offer and pot.
  const placesOf = new Map<string, number[]>();
  const pots = new Map<string, [number, number][]>(request.funding.map((pot) => [pot.id, []]));
  const minutesOf = new Map<string, [number, number][]>(request.staff.map((person) => [person.id, []]));
  const cost = {
    pence: new Map<number, number>(),
    minutes: new Map<number, number>(),
    places: new Map<number, number>(),
    bookings: new Map<number, number>(),
  };
  const adjustments = request.adjustments ?? [];
  for (const item of request.catalogue.items) {
    const pins = adjustments.filter((one) => one.kind === 'pin' && one.item === item.id);
    const bans = adjustments.filter((one) => one.kind === 'ban' && one.item === item.id);
    const { audience } = item;
    const allowed = request.staff.filter(
      (person) =>
        meetsAny(audience?.roles, person.roles) &&
        meetsAny(audience?.providerKinds, [request.setting.providerKind]) &&
        levelAtLeast(person, audience?.minLevel) &&
        !(audience?.maxLevel !== undefined && levelAtLeast(person, audience.maxLevel + 1)) &&
        bans.every((ban) => ban.staff !== undefined && !ban.staff.includes(person.id)) &&
        (pins.some((pin) => pin.staff === undefined || pin.staff.includes(person.id)) ||
          needs.some(({ lacking, taughtBy }) => lacking.includes(person) && taughtBy(item).length > 0)),
    );
    const own = (person: Person, offer: Offer): boolean => {
      const personal = offer.price.kind === 'free' || offer.price.kind === 'per-learner';
      const has = new Set([
        ...(request.setting.entitlements ?? []),
        ...((personal && person.entitlements) || []),
      ]);
      return (offer.requires ?? []).every((entitlement) => has.has(entitlement));
    };
    for (const offer of item.offers) {
      const { price } = offer;
      if (price.kind === 'per-learner-tiered' || price.kind === 'by-team-size')
        throw new Error(`no ${price.kind} here`);
      const learners = allowed.filter((person) => own(person, offer));
      if (learners.length === 0) continue;
      const costs = price.kind !== 'free' && price.pence > 0;
      for (const pot of costs ? request.funding.map(({ id }) => id) : [undefined]) {
        const booked = column(1);
        cost.bookings.set(booked, 1);
        const onIt = learners.map((person) => {
          const place = column(1);
          places.push({ column: place, person: person.id, item: item.id, offer: offer.id, pot });
          const key = JSON.stringify([person.id, item.id]);
          placesOf.set(key, [...(placesOf.get(key) ?? []), place]);
          row(-Infinity, 0, [
            [place, 1],
            [booked, -1],
          ]);
          minutesOf.get(person.id)?.push([place, item.minutes]);
          cost.places.set(place, 1);
          cost.minutes.set(place, item.minutes);
          return place;
        });
        row(-Infinity, 0, [[booked, 1], ...onIt.map((place) => [place, -1] as const)]);
        const pay = (index: number, pence: number): void => {
          cost.pence.set(index, pence);
          if (pot !== undefined) pots.get(pot)?.push([index, pence]);
        };
        if (!costs) continue;
        if (price.kind === 'per-learner') for (const place of onIt) pay(place, price.pence);
        else if (price.kind === 'per-setting') pay(booked, price.pence);
        else {
          const groups = column(Math.ceil(onIt.length / price.size));
          row(-Infinity, 0, [...onIt.map((place) => [place, 1] as const), [groups, -price.size]]);
          pay(groups, price.pence);
        }
      }
    }
    // Pins: those named, or somebody.
    const onItem = (person: string): (readonly [number, number])[] =>
      (placesOf.get(JSON.stringify([person, item.id])) ?? []).map((place) => [place, 1]);
    for (const { id } of request.staff) if (onItem(id).length > 1) row(-Infinity, 1, onItem(id));
    for (const pin of pins) {
      if (pin.staff === undefined)
        row(
          1,
          Infinity,
          request.staff.flatMap(({ id }) => onItem(id)),
        );
      else for (const id of pin.staff) row(1, Infinity, onItem(id));
    }
  }
  for (const { id, pence } of request.funding) row(-Infinity, pence, pots.get(id) ?? []);
  for (const { id, time } of request.staff) {
    if (time?.releaseMinutes === undefined || time.ownMinutes === undefined) continue;
    row(-Infinity, time.releaseMinutes + time.ownMinutes, minutesOf.get(id) ?? []);
  }

  // Scores: each need counts those who come to hold it, up to its target.
  const scores = { must: new Map<number, number>(), weighted: new Map<number, number>() };
  const offsets = { must: 0, weighted: 0 };
  const defaults: Record<string, number> = {
    statutory: 1,
    'welfare-notice': 1,
    'inspection-action': 1,
    'inspection-recommendation': 8,
    'self-evaluation': 5,
    'local-authority': 5,
    appraisal: 4,
    'sector-focus': 2,
    aspiration: 1,
  };
  const musts: readonly string[] = request.policy?.must ?? [
    'statutory',
    'welfare-notice',
    'inspection-action',
  ];
  for (const { need, lacking, held, target, metBy } of needs) {
    const tier = musts.includes(need.source) ? 'must' : 'weighted';
    const weight = need.weight ?? request.policy?.weights?.[need.source] ?? defaults[need.source] ?? 0;
    offsets[tier] += weight * Math.min(target, held);
    const wanted = Math.min(target - held, lacking.length);
    if (wanted <= 0) continue;
    const items = request.catalogue.items.filter(metBy);
    const newHolders = lacking.flatMap((person) => {
      const ways = items.flatMap((item) => placesOf.get(JSON.stringify([person.id, item.id])) ?? []);
      if (ways.length === 0) return [];
      const holder = column(1);
      row(-Infinity, 0, [[holder, 1], ...ways.map((place) => [place, -1] as const)]);
      return [holder];
    });
    if (newHolders.length === 0) continue;
    const counted = column(wanted);
    row(-Infinity, 0, [[counted, 1], ...newHolders.map((holder) => [holder, -1] as const)]);
    scores[tier].set(counted, weight);
  }
  return {
    upper,
    rows,
    places,
    offsets,
    objectives: [
      { name: 'must', sign: -1, costs: scores.must },
      { name: 'weighted', sign: -1, costs: scores.weighted },
      { name: 'pence', sign: 1, costs: cost.pence },
      { name: 'minutes', sign: 1, costs: cost.minutes },
      { name: 'places', sign: 1, costs: cost.places },
      { name: 'bookings', sign: 1, costs: cost.bookings },
    ],
  };
}

export type MipAnswer =
  | { readonly status: 'infeasible' }
  | {
      readonly status: 'feasible';
      readonly objectives: Objectives;
      readonly places: readonly Omit<Mip['places'][number], 'column'>[];
    };

// The package's types describe a CommonJS module, Node loads its ES module: the default import is the loader itself.
const isLoader = (value: unknown): value is () => Promise<Highs> => typeof value === 'function';

let loaded: Promise<Highs> | undefined;
function loadHighs(): Promise<Highs> {
  const loader: unknown = highsModule;
  if (!isLoader(loader)) throw new Error('the highs package does not export its loader');
  loaded ??= loader();
  return loaded;
}

/** The best objective values by HiGHS: objective by objective, gap 0, every solution rounded and checked in integers. */
export async function solveByHighs(request: RequestInput): Promise<MipAnswer> {
  return lexicographic(await loadHighs(), mipOf(request));
}

function lexicographic(highs: Highs, mip: Mip): MipAnswer {
  const values: Partial<Record<keyof Objectives, number>> = { 'release-minutes': 0, lateness: 0 };
  let solution = mip.upper.map(() => 0);
  if (mip.upper.length === 0) {
    // HiGHS calls a problem without columns empty; its rows can still ask for something.
    if (!keepsRows(mip, solution)) return { status: 'infeasible' };
    for (const { name } of mip.objectives)
      values[name] = name === 'must' || name === 'weighted' ? mip.offsets[name] : 0;
    return { status: 'feasible', objectives: complete(values), places: [] };
  }
  const starts = [0];
  for (const { indices } of mip.rows) starts.push((starts.at(-1) ?? 0) + indices.length);
  const model = highs.createModel({
    numCols: mip.upper.length,
    numRows: mip.rows.length,
    colCost: mip.upper.map(() => 0),
    colLower: mip.upper.map(() => 0),
    colUpper: mip.upper,
    rowLower: mip.rows.map((row) => row.lower),
    rowUpper: mip.rows.map((row) => row.upper),
    matrix: {
      format: 'csr',
      numRows: mip.rows.length,
      numCols: mip.upper.length,
      starts: new Int32Array(starts),
      indices: new Int32Array(mip.rows.flatMap((row) => row.indices)),
      values: new Float64Array(mip.rows.flatMap((row) => row.values)),
    },
    integrality: mip.upper.map(() => highs.constants.variableType.integer),
  });
  try {
    model.options.set({ output_flag: false, mip_rel_gap: 0, mip_abs_gap: 0 });
    const columns = Int32Array.from(mip.upper, (_, index) => index);
    let first = true;
    for (const { name, sign, costs } of mip.objectives) {
      if (!first && costs.size > 0) model.setSolution({ colValue: Float64Array.from(solution) });
      if (first || costs.size > 0) {
        const dense = mip.upper.map((_, index) => sign * (costs.get(index) ?? 0));
        model.changeColsCost({ kind: 'set', indices: columns }, Float64Array.from(dense));
        model.run();
        const status = model.getModelStatus();
        if (first && status === highs.constants.modelStatus.infeasible) return { status: 'infeasible' };
        if (status !== highs.constants.modelStatus.optimal)
          throw new Error(`HiGHS ended with status ${String(status)}`);
        const found = model.getObjectiveValue();
        solution = Array.from(model.getSolution().colValue, Math.round);
        const exact = solution.reduce((sum, value, index) => sum + value * (dense[index] ?? 0), 0);
        if (Math.abs(exact - found) > 0.01)
          throw new Error(`HiGHS says ${String(found)}, its own solution comes to ${String(exact)}`);
        if (!keepsRows(mip, solution)) throw new Error('HiGHS broke a row by rounding');
        const entries = [...costs].filter(([, value]) => value !== 0);
        if (entries.length > 0) {
          model.addRow(-highs.infinity, exact, {
            indices: Int32Array.from(entries, ([index]) => index),
            values: Float64Array.from(entries, ([, value]) => sign * value),
          });
        }
        first = false;
      }
      const value = solution.reduce((sum, times, index) => sum + times * (costs.get(index) ?? 0), 0);
      values[name] = value + (name === 'must' || name === 'weighted' ? mip.offsets[name] : 0);
    }
    for (const { name, costs } of mip.objectives) {
      const offset = name === 'must' || name === 'weighted' ? mip.offsets[name] : 0;
      const final = solution.reduce((sum, times, index) => sum + times * (costs.get(index) ?? 0), offset);
      if (final !== values[name]) throw new Error(`HiGHS gave up some of ${name} later on`);
    }
    return {
      status: 'feasible',
      objectives: complete(values),
      places: mip.places
        .filter(({ column: index }) => solution[index] === 1)
        .map(({ person, item, offer, pot }) => ({ person, item, offer, pot })),
    };
  } finally {
    model.dispose();
  }
}

/** Whether an integer solution keeps every row and bound, exactly. */
const keepsRows = (mip: Mip, solution: readonly number[]): boolean =>
  solution.every((value, index) => value >= 0 && value <= (mip.upper[index] ?? 0)) &&
  mip.rows.every((row) => {
    const activity = row.indices.reduce(
      (sum, column, at) => sum + (row.values[at] ?? 0) * (solution[column] ?? 0),
      0,
    );
    return activity >= row.lower && activity <= row.upper;
  });

function complete(values: Partial<Record<keyof Objectives, number>>): Objectives {
  const of = (name: keyof Objectives): number => {
    const value = values[name];
    if (value === undefined) throw new Error(`no value for ${name}`);
    return value === 0 ? 0 : value; // never -0
  };
  return {
    must: of('must'),
    weighted: of('weighted'),
    pence: of('pence'),
    'release-minutes': of('release-minutes'),
    minutes: of('minutes'),
    lateness: of('lateness'),
    places: of('places'),
    bookings: of('bookings'),
  };
}
