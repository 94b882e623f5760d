import type { LinearForm, Problem, Rows } from '../model/problem.js';
import { renumbered } from './forms.js';
import type { Corner } from './sift-corner.js';
import { Pace, type Steps } from '../internal/steps.js';

/** To look at an entry of a row takes so many elementary operations here. */
const PER_LOOK = 10;

/** A problem with only some of its columns, while the others stay at their lower bounds; rows that hold anyway are left out. */
export interface Part {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly rows: Rows;
  /** By column and by row of the part, its number in the whole; both grow. */
  readonly columns: readonly number[];
  readonly rowNumbers: readonly number[];
  /** By column of the whole, its number in the part, or -1. */
  readonly place: Int32Array;
}

/** The part of these columns. Their rows' values are as in the whole, and so are their multipliers. Sums are left out. */
export function* partOf({ whole, users, activity, defines, isSum }: Corner, isIn: Uint8Array): Steps<Part> {
  const pace = new Pace();
  const { rows, lower, upper } = whole;
  const place = new Int32Array(lower.length).fill(-1);
  const columns: number[] = [];
  const touched = new Uint8Array(rows.lower.length);
  for (let j = 0; j < lower.length; j += 1) {
    if (isIn[j] === 0 || isSum[j] === 1 || lower[j] === upper[j]) continue;
    place[j] = columns.push(j) - 1;
    for (let p = users.start[j]!; p < users.start[j + 1]!; p += 1) touched[users.row[p]!] = 1;
    if (pace.ends(PER_LOOK * (users.start[j + 1]! - users.start[j]!))) yield pace.operations;
  }
  const start = [0];
  const column: number[] = [];
  const value: number[] = [];
  const rowLower: number[] = [];
  const rowUpper: number[] = [];
  const rowNumbers: number[] = [];
  for (let i = 0; i < touched.length; i += 1) {
    if (touched[i] === 0 || defines[i] === 1) continue;
    if (pace.ends(PER_LOOK * (rows.start[i + 1]! - rows.start[i]!))) yield pace.operations;
    const from = column.length;
    let constant = activity[i]!;
    let least = 0;
    let most = 0;
    for (let p = rows.start[i]!; p < rows.start[i + 1]!; p += 1) {
      const j = rows.column[p]!;
      if (place[j]! < 0) continue;
      const a = rows.value[p]!;
      constant -= a * lower[j]!;
      least += a * (a > 0 ? lower[j]! : upper[j]!);
      most += a * (a > 0 ? upper[j]! : lower[j]!);
      column.push(place[j]!);
      value.push(a);
    }
    const low = rows.lower[i]! - constant;
    const high = rows.upper[i]! - constant;
    if (least >= low && most <= high) {
      column.length = from;
      value.length = from;
      continue;
    }
    start.push(column.length);
    rowLower.push(low);
    rowUpper.push(high);
    rowNumbers.push(i);
  }
  return {
    lower: Float64Array.from(columns, (j) => lower[j]!),
    upper: Float64Array.from(columns, (j) => upper[j]!),
    rows: {
      start: Int32Array.from(start),
      column: Int32Array.from(column),
      value: Float64Array.from(value),
      lower: Float64Array.from(rowLower),
      upper: Float64Array.from(rowUpper),
    },
    columns,
    rowNumbers,
    place,
  };
}

/** The part as a problem with so many of the objectives, without demands and ties. */
export function* asProblem(part: Part, { objectives, branchFirst }: Problem, count: number): Steps<Problem> {
  const { lower, upper, rows, place } = part;
  const pace = new Pace();
  const kept: LinearForm[] = [];
  for (const form of objectives.slice(0, count)) {
    kept.push(renumbered(form, place));
    if (pace.ends(PER_LOOK * form.columns.length)) yield pace.operations;
  }
  return {
    lower,
    upper,
    rows,
    objectives: kept,
    ties: [],
    demand: new Int32Array(rows.lower.length).fill(-1),
    permits: [],
    sums: [],
    branchFirst: branchFirst.map((j) => place[j]!).filter((j) => j >= 0),
  };
}

/** The solution of the whole that a solution of a part stands for: sums are what their rows make of them. */
export function* wholeFrom(
  { columns }: Part,
  x: Float64Array,
  { whole, users }: Corner,
): Steps<Float64Array> {
  const pace = new Pace();
  const { rows, lower, sums } = whole;
  const all = Float64Array.from(lower);
  columns.forEach((j, k) => {
    all[j] = x[k]!;
  });
  for (const sum of sums) {
    const at = users.start[sum]!;
    const row = users.row[at]!;
    let rest = rows.lower[row]!;
    for (let p = rows.start[row]!; p < rows.start[row + 1]!; p += 1)
      if (rows.column[p] !== sum) rest -= rows.value[p]! * all[rows.column[p]!]!;
    all[sum] = rest / users.value[at]!;
    if (pace.ends(PER_LOOK * (rows.start[row + 1]! - rows.start[row]!))) yield pace.operations;
  }
  return all;
}
