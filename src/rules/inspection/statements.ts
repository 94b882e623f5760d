import { type Path, quoted } from '../../domain/checking/wording.js';
import { type AreaIndex, type AreaMatch, plainPhrase } from '../area-index.js';
import { INSPECTION_SCHEMES } from '../inspection.js';
import type { Inspection, InspectionStatement } from './inspection-record.js';
import type { Ask, Urgency } from './urgency.js';

/** Something that whoever reads the result should know. */
export interface InspectionNote {
  /** What it is about: it begins with `inspection` or `options`, what was passed. */
  readonly path: Path;
  /** In plain words, what was taken for granted or left out, and how to change it. */
  readonly message: string;
}

/** A statement whose words are not known. It is in no need and no finding. */
export interface UnmatchedStatement {
  readonly path: Path;
  readonly phrase: string;
  /** Up to three areas that share words with it: something to offer, never taken. */
  readonly nearest: readonly string[];
}

/** A statement of the report or of the self-evaluation, and what its words name. */
export interface Said {
  readonly statement: InspectionStatement;
  readonly urgency: Urgency;
  readonly path: Path;
  readonly match: AreaMatch;
  /** Whether its words are a head, which stands for groups of areas. */
  readonly isHead: boolean;
}

const LISTS = {
  notices: 'welfare-notice',
  actions: 'action',
  recommendations: 'recommendation',
  selfEvaluation: 'self-evaluation',
  aspirations: 'aspiration',
} as const satisfies Partial<Record<keyof Inspection, Urgency>>;
const LIST_NAMES = /* @__PURE__ */ (() => Object.keys(LISTS) as (keyof typeof LISTS)[])();

/** Every way to write a head that stands for groups of areas, made plain. */
const headPhrases = (): ReadonlySet<string> =>
  new Set(
    INSPECTION_SCHEMES.flatMap(({ heads }) =>
      heads
        .filter(({ groups }) => groups.length > 0)
        .flatMap(({ title, aliases }) => [title, ...aliases].map(plainPhrase)),
    ),
  );

/** All statements, with what each names. */
export function statementsOf(inspection: Inspection, index: AreaIndex): Said[] {
  const heads = headPhrases();
  return LIST_NAMES.flatMap((list) =>
    (inspection[list] ?? []).map((statement, position) => {
      const match = index.match(statement.about);
      // a caller's own area may have the words of a head for its id, which names it alone
      const several = match.status === 'matched' && match.areas.length > 1;
      return {
        statement,
        urgency: LISTS[list],
        path: ['inspection', list, position],
        match,
        isHead: several && heads.has(plainPhrase(statement.about)),
      };
    }),
  );
}

/** What a statement asks for, area by area; nothing when its words name none. */
export function asksOf({ statement, urgency, match, isHead }: Said): Ask[] {
  if (match.status === 'unmatched') return [];
  const { about, quote, who = {}, count, by, depth } = statement;
  return match.areas.map((area) => ({
    urgency,
    spread: isHead,
    area,
    who,
    count,
    by,
    depth,
    words: quote ?? about,
  }));
}

/** That a statement stands for several areas, and how they are asked for. */
export function breadthOf({ statement: { about }, match, isHead, path }: Said): InspectionNote[] {
  if (match.status === 'unmatched' || match.areas.length < 2) return [];
  const areas = `${match.areas.length} areas (${match.areas.join(', ')})`;
  const message = isHead
    ? `${quoted(about)} is a head and stands for ${areas}: each is asked for, unless a depth is given, as awareness (1), and counts half. Name what the report says under it to ask for fewer areas, and for those in full.`
    : `${quoted(about)} is taken for ${areas}, each of them a need. Name one of them to ask for less.`;
  return [{ path: [...path, 'about'], message }];
}
