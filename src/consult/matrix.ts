import type { Issue } from '../domain/issue.js';
import type { Need } from '../domain/need.js';
import type { Source } from '../domain/source.js';
import type { AreaId, BookingId, Depth, IsoDate, NeedId, StaffId } from '../domain/units.js';
import type { MissingFact } from './selection.js';

/** Where a person stands, from nothing to do to something to find out. What each means is in {@link trainingMatrix}. */
export const MATRIX_STATES = [
  'not-applicable',
  'held',
  'expiring',
  'expired',
  'needed',
  'planned',
  'unknown',
] as const;
export type MatrixState = (typeof MATRIX_STATES)[number];

/** How many cells there are of each state; together, all of them. */
export type MatrixCounts = Readonly<Record<MatrixState, number>>;

/** Why a cell is `unknown` or `not-applicable`. */
export type MatrixReason =
  /** The need selects by a fact that the person's entry leaves out: it reads as none until it is given. */
  | { readonly kind: 'selection'; readonly asks: readonly MissingFact[]; readonly message: string }
  /** A record is dated after the day of asking: it says that something has happened that has not. */
  | { readonly kind: 'future-record'; readonly completedOn: IsoDate; readonly message: string }
  /** It cannot be told whether the rule behind the need speaks of the person. */
  | { readonly kind: 'question'; readonly rule: string; readonly message: string }
  /** The need asks for so many people, and there are or will be that many without this one. */
  | { readonly kind: 'enough-others'; readonly message: string };

/** A person and a requirement. */
export interface MatrixCell {
  readonly need: NeedId;
  readonly state: MatrixState;
  /** The state without the programme. It differs from `state` when that is `planned`, and where others who are booked make up the number. */
  readonly byRecords: Exclude<MatrixState, 'planned'>;
  /** When what is held, or was, was completed. */
  readonly completedOn?: IsoDate | undefined;
  /** The first day on which it is no longer held; absent when it does not lapse, and when it never was held. */
  readonly lapsesOn?: IsoDate | undefined;
  /** Planned: the booking that meets the need, and the day by which it is completed. */
  readonly booking?: BookingId | undefined;
  readonly completeBy?: IsoDate | undefined;
  /** Unknown, or not applicable because there are enough others: why. */
  readonly because?: MatrixReason | undefined;
}

/** A person and an area: all depths of it, and all requirements in it. */
export interface MatrixAreaCell {
  readonly area: AreaId;
  /** The most urgent of the person's requirements in the area: expired, needed, unknown, expiring, planned, held; without any, what records and bookings say. */
  readonly state: MatrixState;
  /** The greatest depth held on the day of asking; 0 when none is. */
  readonly depth: Depth | 0;
  /** When that depth was completed; when none is held, when the last one to lapse was. */
  readonly completedOn?: IsoDate | undefined;
  /** The first day on which that is no longer held; absent when it does not lapse. */
  readonly lapsesOn?: IsoDate | undefined;
  /** The person's first booking that teaches the area, at any depth, and the day by which it is completed. */
  readonly booking?: BookingId | undefined;
  readonly completeBy?: IsoDate | undefined;
}

/** One person's row. */
export interface MatrixRow {
  readonly staff: StaffId;
  /** In the order of the matrix's `requirements`. */
  readonly requirements: readonly MatrixCell[];
  /** In the order of the matrix's `areas`. */
  readonly areas: readonly MatrixAreaCell[];
  /** Of the row's requirements. */
  readonly counts: MatrixCounts;
}

/** A column: one need of the request. */
export interface MatrixRequirement {
  readonly need: NeedId;
  readonly area: AreaId;
  readonly depth: Depth;
  readonly source: Source;
  /** Whether the policy has its source among the musts. */
  readonly must: boolean;
  readonly basis?: Need['basis'];
  /** The day it is tested on: `by`, or else the window's last day. */
  readonly testedOn: IsoDate;
  /** Its `by` is before the window: it is tested on the window's last day. */
  readonly overdue: boolean;
  /** How many people should hold it, on the day it is tested. */
  readonly target: number;
  /** How many will: by records alone, and with the programme's bookings. */
  readonly metByRecords: number;
  readonly met: number;
  /** How many are lacking to the target. */
  readonly shortBy: number;
  readonly counts: MatrixCounts;
}

/** A column: one development area. */
export interface MatrixArea {
  readonly area: AreaId;
  /** What people call it: the request's title, or else the taxonomy's. */
  readonly title: string;
  /** The needs that ask for it. */
  readonly needs: readonly NeedId[];
  /** Of the cells of the area's requirements. */
  readonly counts: MatrixCounts;
  /** Of the area's own cells: people by their most urgent state. */
  readonly people: MatrixCounts;
}

/** People by requirements and areas; or what is wrong with what was passed. */
export type TrainingMatrixResult =
  | {
      readonly status: 'matrix';
      /** The day of asking: the request's. */
      readonly asOf: IsoDate;
      /** The last day that counts as soon. */
      readonly soonUntil: IsoDate;
      /** In the order of the needs' ids. */
      readonly requirements: readonly MatrixRequirement[];
      /** In the order of the areas' ids. */
      readonly areas: readonly MatrixArea[];
      /** In the order of the people's ids. */
      readonly rows: readonly MatrixRow[];
      /** Of all cells of requirements. */
      readonly counts: MatrixCounts;
    }
  | {
      readonly status: 'invalid';
      /** Their paths begin with `request`, `programme` or `options`. */
      readonly issues: readonly Issue[];
    };

/** Counts states. */
export function countsOf(states: Iterable<MatrixState>): MatrixCounts {
  const counts = Object.fromEntries(MATRIX_STATES.map((state) => [state, 0])) as Record<MatrixState, number>;
  for (const state of states) counts[state] += 1;
  return counts;
}
