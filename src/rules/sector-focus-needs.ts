import * as z from 'zod/mini';
import { AreaSchema } from '../domain/area.js';
import { IssueList } from '../domain/checking/issue-list.js';
import { readAs } from '../domain/checking/read-as.js';
import { quoted } from '../domain/checking/wording.js';
import type { Issue } from '../domain/issue.js';
import { type PeopleSelectorInput, PeopleSelectorSchema } from '../domain/selector.js';
import { AreaIdSchema, DateSchema, LIMITS, TextSchema, listOf } from '../domain/units.js';
import { compareIds } from '../internal/order.js';
import type { AreaInput } from './area-index.js';
import type { NeedInput } from './needs-from-rules.js';
import { SECTOR_FOCUSES, type SectorFocus, sectorFocusOn } from './sector-focus.js';
import { isTaxonomyArea } from './taxonomy.js';

const PassedSchema = /* @__PURE__ */ (() =>
  z.strictObject({
    window: z.strictObject({
      /** First day, included; what speaks of the sector on it is taken. */
      from: DateSchema,
      /** Last day, included; on or after `from`. */
      to: DateSchema,
    }),
    // what each means is said in SectorFocusOptions
    options: z.optional(
      z.strictObject({
        depth: z.optional(z.union([z.literal(1), z.literal(2)])),
        who: z.optional(PeopleSelectorSchema),
        focuses: z.optional(
          listOf(
            z.strictObject({
              /** Unique; kebab-case, 1 to 128 characters. */
              id: AreaIdSchema,
              /** For people to read; text up to 2,000 characters. */
              title: TextSchema,
              /** First day on which it is taken to speak. */
              from: DateSchema,
              /** Last day, included, on or after `from`; without it, for good. */
              to: z.optional(DateSchema),
              /** Areas of the taxonomy or of `areas`, up to 2,000. */
              areas: listOf(AreaIdSchema),
              /** Where it is published; text up to 2,000 characters. */
              source: TextSchema,
              /** What the source is. */
              evidence: z.enum(['official', 'quoted', 'trade', 'none']),
              /** Whether a person has checked it against the source. */
              verified: z.boolean(),
            }),
          ),
        ),
        areas: z.optional(listOf(AreaSchema)),
      }),
    ),
  }))();

type Passed = z.output<typeof PassedSchema>;
/** How the sector's weak areas become needs. */
export interface SectorFocusOptions {
  /** 1 awareness, 2 practice; 1 by default. */
  readonly depth?: 1 | 2 | undefined;
  /** Whom it concerns; everybody by default. */
  readonly who?: PeopleSelectorInput | undefined;
  /** What is known of the sector, instead of the library's own list; up to 2,000. */
  readonly focuses?: readonly SectorFocus[] | undefined;
  /** Areas beside the taxonomy's, up to 2,000. */
  readonly areas?: readonly AreaInput[] | undefined;
}

/** Needs from what speaks of the sector, or what is wrong with what was passed. */
export type SectorFocusResult =
  | {
      readonly status: 'derived';
      /** One for each area, in the order of ids; none when nothing speaks of the sector on the window's first day. */
      readonly needs: readonly NeedInput[];
      /** What they come from, in the order of ids. */
      readonly focuses: readonly SectorFocus[];
    }
  | {
      readonly status: 'invalid';
      /** Their paths begin with `window` or `options`. */
      readonly issues: readonly Issue[];
    };

function check({ window, options }: Passed, issues: IssueList): void {
  const own = new Set<string>(options?.areas?.map(({ id }) => id));
  if (window.to < window.from)
    issues.add(
      ['window', 'to'],
      'date-order',
      (place) => `Put ${place} on or after from, ${window.from}; it is ${window.to}.`,
    );
  const seen = new Set<string>();
  options?.focuses?.forEach(({ id, from, to, areas }, index) => {
    const path = ['options', 'focuses', index];
    if (seen.has(id))
      issues.add(
        [...path, 'id'],
        'duplicate-id',
        (place) => `Change ${place}: ${quoted(id)} is the id of another.`,
      );
    seen.add(id);
    if (to !== undefined && to < from)
      issues.add(
        [...path, 'to'],
        'date-order',
        (place) => `Put ${place} on or after from, ${from}; it is ${to}.`,
      );
    areas.forEach((area, at) => {
      if (isTaxonomyArea(area) || own.has(area)) return;
      issues.add(
        [...path, 'areas', at],
        'unknown-reference',
        (place) =>
          `Change ${place}: there is no area in the taxonomy or in areas with the id ${quoted(area)}.`,
      );
    });
  });
}

/** So many characters of an area's id that a need's id made with it is not too long. */
const AREA_IN_ID = 110;
const BETWEEN = '; ';
/** Texts side by side, as far as a text may be long. */
const joined = (texts: readonly string[]): string =>
  texts.reduce((text, each) => {
    const longer = text === '' ? each : text + BETWEEN + each;
    return longer.length > LIMITS.text ? text : longer;
  }, '');

/**
 * Needs for the areas in which the sector as a whole is weak: of the source `sector-focus`, whose default weight is 2, for
 * everybody, to awareness (1). They say nothing about the setting: `draftRequest` adds none by itself. What speaks of the
 * sector on the window's first day is taken; an area that several speak of is one need.
 *
 * @example
 * const focus = needsFromSectorFocus({ from: '2026-09-01', to: '2027-07-31' });
 * focus.status === 'derived' && focus.needs.length; // => 3
 */
export function needsFromSectorFocus(
  window: { readonly from: string; readonly to: string },
  options?: SectorFocusOptions,
): SectorFocusResult {
  const read = readAs(PassedSchema, { window, options });
  if (read.status === 'invalid') return read;
  const issues = new IssueList();
  check(read.value, issues);
  if (!issues.empty) return { status: 'invalid', issues: issues.sorted() };

  const { depth = 1, who = {}, focuses: known = SECTOR_FOCUSES } = read.value.options ?? {};
  const focuses = sectorFocusOn(read.value.window.from, known);
  const areas = [...new Set(focuses.flatMap((focus) => focus.areas))].sort(compareIds);
  const ids = new Map<string, number>();
  const needs = areas.map((area): NeedInput => {
    const speaking = focuses.filter((focus) => focus.areas.includes(area));
    const id = `sector-focus-${area.slice(0, AREA_IN_ID)}`;
    const before = ids.get(id) ?? 0;
    ids.set(id, before + 1);
    return {
      id: before === 0 ? id : `${id}-${before + 1}`,
      area,
      depth,
      who,
      count: 'everyone',
      source: 'sector-focus',
      basis: {
        rule: joined(speaking.map(({ title }) => title)),
        edition: joined(speaking.map((focus) => focus.id)),
        source: joined(speaking.map(({ source }) => source)),
      },
    };
  });
  return { status: 'derived', needs, focuses };
}
