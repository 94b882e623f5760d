import type { Issue } from '../domain/issue.js';
import { DEFAULT_WEIGHTS } from '../domain/need-weights.js';
import type { Policy } from '../domain/policy.js';
import type { Finding, Questionnaire } from '../domain/questionnaire.js';
import { LIMITS } from '../domain/units.js';
import type { AreaIndex, AreaMatch } from '../rules/area-index.js';
import { findingDepth } from '../rules/finding-depth.js';
import { withIds } from '../rules/need-ids.js';
import type { NeedInput } from '../rules/needs-from-rules.js';
import { selectedBy, type StaffMemberInput } from '../rules/people.js';
import type { Rulebook } from '../rules/rulebook.js';
import { type Assumption, numberOf, someOf, type UnmatchedPhrase } from './draft-result.js';
import { rolesOfNobody } from './draft-selectors.js';
import { counted, type Path, quoted } from '../domain/checking/wording.js';

/** A need of the draft, and what it comes from. */
export interface DraftedNeed {
  readonly need: NeedInput;
  readonly path: Path;
}

export interface DraftedFindings {
  readonly needs: readonly DraftedNeed[];
  readonly assumptions: readonly Assumption[];
  readonly unmatched: readonly UnmatchedPhrase[];
}

const FINDINGS: Path = ['questionnaire', 'findings'];
/** Of a finding of high, medium and low importance, in the same source. */
const IMPORTANCE = { high: 3, medium: 2, low: 1 } as const;

/**
 * Weights by source for a request whose findings have an importance: the default weights times that of a medium one, so
 * that a low one is still a whole number.
 */
export const DRAFT_WEIGHTS: NonNullable<Policy['weights']> = /* @__PURE__ */ (() =>
  Object.fromEntries(
    Object.entries(DEFAULT_WEIGHTS).map(([source, weight]) => [source, weight * IMPORTANCE.medium]),
  ))();

/** So many characters of an area's id that a need's id made with it is not too long. */
const AREA_IN_ID = 80;

const needOf = (finding: Finding, area: string, rulebook: Rulebook | undefined): NeedInput => {
  const { source, importance = 'medium', who = {}, depth, by } = finding;
  return {
    id: '',
    area,
    depth: depth ?? findingDepth(area, rulebook),
    who,
    count: 'everyone',
    source,
    ...(importance !== 'medium' && { weight: DEFAULT_WEIGHTS[source] * IMPORTANCE[importance] }),
    ...(by !== undefined && { by }),
  };
};

/** What the words of each finding name, in the order of the findings. */
export const matchFindings = ({ findings }: Questionnaire, index: AreaIndex): readonly AreaMatch[] =>
  findings.map(({ about }) => index.match(about));

/** Findings of so many areas that the request would have more needs than one can. */
export function tooManyNeeds(matches: readonly AreaMatch[]): Issue[] {
  const count = matches.reduce(
    (sum, match) => sum + (match.status === 'matched' ? match.areas.length : 0),
    0,
  );
  if (count <= LIMITS.needs) return [];
  return [
    {
      path: FINDINGS,
      code: 'too-large',
      message: `Shorten findings: their words name ${counted(count)} areas in all, and a request has at most ${counted(LIMITS.needs)} needs.`,
    },
  ];
}

/** What is taken for granted about findings that leave something open. */
function assumedOfSilence(understood: readonly Finding[]): Assumption[] {
  const about = (key: keyof Finding, open: string, taken: string): Assumption[] => {
    const silent = understood.filter((finding) => finding[key] === undefined);
    if (silent.length === 0) return [];
    const which = someOf(silent.map((finding) => quoted(finding.about)));
    const count = numberOf(silent.length, 'finding does', 'findings do');
    return [{ path: FINDINGS, message: `${count} not say ${open}: taken to be ${taken} (${which}).` }];
  };
  return [
    ...about('who', 'whom they concern', 'everybody'),
    ...about('depth', 'how deep', 'what the law asks of the area, or else practice (2)'),
    ...about('importance', 'how much they matter', 'medium; high, medium and low count 3 to 2 to 1'),
  ];
}

/** What is told of whom a finding concerns: that it is nobody, or else the roles in it that nobody has. */
function assumedOfWho(
  { about, who }: Finding,
  people: readonly StaffMemberInput[],
  asOf: string,
  had: ReadonlySet<string>,
  path: Path,
): readonly Assumption[] {
  if (who === undefined) return [];
  if (people.some(selectedBy(who, asOf))) return rolesOfNobody(who, had, path);
  return [
    {
      path,
      message: `${quoted(about)} concerns nobody on the team, so nothing is planned for it. Change whom it concerns, or the team's roles.`,
    },
  ];
}

/** The needs that a questionnaire's findings are. */
export function draftFindings(
  { findings, asOf }: Questionnaire,
  matches: readonly AreaMatch[],
  people: readonly StaffMemberInput[],
  rulebook: Rulebook | undefined,
): DraftedFindings {
  const assumptions: Assumption[] = [];
  const unmatched: UnmatchedPhrase[] = [];
  const understood: Finding[] = [];
  const drafted: DraftedNeed[] = [];
  const had = new Set(people.flatMap(({ roles }) => roles));
  findings.forEach((finding, position) => {
    const path = [...FINDINGS, position];
    const match = matches[position] ?? { status: 'unmatched', nearest: [] };
    if (match.status === 'unmatched') {
      unmatched.push({ path: [...path, 'about'], phrase: finding.about, nearest: match.nearest });
      return;
    }
    understood.push(finding);
    for (const area of match.areas) drafted.push({ path, need: needOf(finding, area, rulebook) });
    if (match.areas.length > 1) {
      assumptions.push({
        path: [...path, 'about'],
        message: `${quoted(finding.about)} is taken for ${match.areas.length} areas, each of them a need: ${match.areas.join(', ')}. Name one of them to ask for less.`,
      });
    }
    assumptions.push(...assumedOfWho(finding, people, asOf, had, [...path, 'who']));
  });
  assumptions.push(...assumedOfSilence(understood));

  const { needs, repeated } = withIds(
    drafted,
    ({ area, source }) => `finding-${area.slice(0, AREA_IN_ID)}-${source}`,
  );
  for (const { need, path } of repeated) {
    assumptions.push({
      path,
      message: `The need for ${need.area} of this finding is said more than once in the same words and counts once.`,
    });
  }
  return { needs, assumptions, unmatched };
}
