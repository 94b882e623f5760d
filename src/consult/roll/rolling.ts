import type { Path } from '../../domain/checking/wording.js';
import type { Request } from '../../domain/request.js';
import type { IsoDate } from '../../domain/units.js';
import type { DoneBooking } from './done.js';
import type { CarriedPot } from './means.js';
import type { DerivedNeeds } from './rule-needs.js';

/** Something that was taken for granted when a request was rolled forward. */
export interface RollAssumption {
  /** Where to correct it: in the rolled `request`, or in what was passed, `programme` or `options`. */
  readonly path: Path;
  /** What was taken for granted and how to correct it, in plain words. */
  readonly message: string;
}

/** All that is told of. */
export interface Rolling {
  readonly before: Request;
  readonly request: Request;
  /** Whole years by which the window moved. */
  readonly years: number;
  readonly done: readonly DoneBooking[];
  /** Of those, how many are self-paced. */
  readonly selfPaced: number;
  /** Of the programme's bookings, those still to come; and those said not to be taken. */
  readonly open: number;
  readonly undone: number;
  readonly pots: readonly CarriedPot[] | undefined;
  /** The last day on which what the rules ask has to hold. */
  readonly asked: IsoDate;
  readonly derived: DerivedNeeds | undefined;
  readonly dropped: { readonly adjustments: readonly string[]; readonly needs: readonly string[] };
  readonly given: { readonly catalogue: boolean; readonly window: boolean };
}

/** An assumption, with the place to correct it. */
export const say = (message: string, ...path: Path): RollAssumption => ({ path, message });
