import { compareIds } from '../../internal/order.js';
import type { CoverRuleId } from './cover-rules.js';

/** What a note on cover is about. */
export const COVER_NOTES = [
  /** A rule lets fewer of some people out than the count of heads does. */
  'tighter-than-heads',
  /** A rule is kept by one reading and not by a stricter one: no breach, but nobody whom it needs may be out. */
  'stricter-reading',
  /** Which of two ratios was used for children of three and over. */
  'ratio-chosen',
  /** A figure of the setting's own is looser than the rule's, which is used. */
  'own-ratio-ignored',
  /** No figure is known for the ages of some children: nobody who counts may be out. */
  'no-figure',
  /** Somebody on shift does not count in the ratios. */
  'not-counted',
  /** Fewer than two adults could be left. No source says that two must be. */
  'fewer-than-two',
  /** Children are there outside the opening hours, in which sessions are not held to cover. */
  'outside-opening-hours',
  /** A rule that a rota does not tell about, or that has no source. */
  'not-checked',
  /** `during` speaks of times before or after the days of the rota and the children. */
  'no-rota',
] as const;
export type CoverNoteCode = (typeof COVER_NOTES)[number];

/** Something to know about the cover derived. */
export interface CoverNote {
  readonly code: CoverNoteCode;
  /** The rule it is about, where it is about one. */
  readonly rule?: CoverRuleId;
  /** The site; without it, the only one, or all. */
  readonly site?: string;
  /** Whom it concerns, in the order of their ids. */
  readonly staff: readonly string[];
  /** A sentence. Its wording may change. */
  readonly message: string;
  /** The first stretch of time it is true of: local times. */
  readonly starts: string;
  readonly ends: string;
  /** Of how many stretches it is true: 1 or more. */
  readonly times: number;
}

/** Gathers notes: what is true of several stretches is said once, with the first of them. */
export class CoverNotes {
  readonly #notes = new Map<string, CoverNote>();

  add(note: Omit<CoverNote, 'times'>): void {
    const { code, rule = '', site = '', message } = note;
    const key = [COVER_NOTES.indexOf(code), rule, site, message].join('\n');
    const known = this.#notes.get(key);
    if (known === undefined) this.#notes.set(key, { ...note, times: 1 });
    else {
      const first = compareIds(note.starts, known.starts) < 0 ? note : known;
      this.#notes.set(key, { ...first, times: known.times + 1 });
    }
  }

  /** In the order of what they are about, then of time. */
  sorted(): CoverNote[] {
    const place = ({ code }: CoverNote): number => COVER_NOTES.indexOf(code);
    return [...this.#notes.values()].sort(
      (a, b) =>
        place(a) - place(b) ||
        compareIds(a.starts, b.starts) ||
        compareIds(a.site ?? '', b.site ?? '') ||
        compareIds(a.message, b.message),
    );
  }
}
