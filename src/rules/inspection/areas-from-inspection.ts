import type { Issue } from '../../domain/issue.js';
import type { QuestionnaireInput } from '../../domain/questionnaire.js';
import { LIMITS } from '../../domain/units.js';
import { IssueList } from '../../domain/checking/issue-list.js';
import { readAs } from '../../domain/checking/read-as.js';
import { counted } from '../../domain/checking/wording.js';
import { areaIndex } from '../area-index.js';
import { INSPECTION_SCHEMES } from '../inspection.js';
import type { NeedInput } from '../needs-from-rules.js';
import { rulebookOn } from '../rulebooks.js';
import { withGrades } from './graded-heads.js';
import {
  type Inspection,
  type InspectionInput,
  type InspectionOptions,
  PassedSchema,
  type PassedOptions,
} from './inspection-record.js';
import { judgementsOf } from './judgements.js';
import { needsOfAsks } from './needs-of-asks.js';
import { isOwn } from './urgency.js';
import { checkStatements, datesAndPeople, schemeNote } from './notes.js';
import type { InspectionScheme, InspectionSchemeId } from './scheme.js';
import { schemeOn } from './scheme-on.js';
import {
  asksOf,
  breadthOf,
  type InspectionNote,
  type Said,
  statementsOf,
  type UnmatchedStatement,
} from './statements.js';

/** What an inspection asks for; or what is wrong with what was passed, its shape first. */
export type InspectionResult =
  | {
      readonly status: 'derived';
      /** The scheme by which the report was read; absent when none is known. */
      readonly scheme: InspectionSchemeId | undefined;
      /** Needs for a request, most pressing first, then by day. */
      readonly needs: readonly NeedInput[];
      /** The same as findings for a questionnaire, in the same order. Pass one or the other, not both. */
      readonly findings: readonly QuestionnaireInput['findings'][number][];
      /** Statements whose words name no area. */
      readonly unmatched: readonly UnmatchedStatement[];
      readonly notes: readonly InspectionNote[];
    }
  | {
      readonly status: 'invalid';
      /** Their paths begin with `inspection` or `options`. */
      readonly issues: readonly Issue[];
    };

function tooManyNeeds(said: readonly Said[], issues: IssueList): void {
  const count = said.reduce(
    (sum, { match }) => sum + (match.status === 'matched' ? match.areas.length : 0),
    0,
  );
  if (count > LIMITS.needs) {
    issues.add(
      ['inspection'],
      'too-large',
      (place) =>
        `Shorten ${place}: its words name ${counted(count)} areas in all, and a request has at most ${counted(LIMITS.needs)} needs.`,
    );
  }
}

const schemeOf = ({ scheme, on }: Inspection): InspectionScheme | undefined =>
  scheme === undefined ? schemeOn(on) : INSPECTION_SCHEMES.find(({ id }) => id === scheme);

function derive(inspection: Inspection, options: PassedOptions): InspectionResult {
  const { on } = inspection;
  const { areas, window, providerKind = 'group', policy } = options;
  const issues = new IssueList();
  const scheme = schemeOf(inspection);
  const judgements = judgementsOf(inspection, scheme, issues);
  const said = statementsOf(inspection, areaIndex(areas));
  checkStatements(said, inspection, options, issues);
  tooManyNeeds(said, issues);
  if (!issues.empty) return { status: 'invalid', issues: issues.sorted() };

  const unmatched: UnmatchedStatement[] = [];
  for (const { statement, match, path } of said) {
    if (match.status === 'unmatched')
      unmatched.push({ path: [...path, 'about'], phrase: statement.about, nearest: match.nearest });
  }
  const named = said.filter(({ urgency }) => !isOwn(urgency)).flatMap(asksOf);
  const own = said.filter(({ urgency }) => isOwn(urgency)).flatMap(asksOf);
  const graded = scheme === undefined ? { asks: named, notes: [] } : withGrades(named, judgements, scheme.id);
  // what training is due by law is that of the day on which it can begin
  const day = window !== undefined && window.from > on ? window.from : on;
  const { needs, findings, repeated } = needsOfAsks([...graded.asks, ...own], {
    on,
    report: scheme?.title ?? 'No scheme known',
    policy,
    rulebook: rulebookOn(day, providerKind),
  });
  const notes: InspectionNote[] = [
    ...schemeNote(inspection, scheme),
    ...graded.notes,
    ...said.flatMap(breadthOf),
    ...datesAndPeople(said, inspection, options),
  ];
  if (repeated.length > 0) {
    notes.push({
      path: ['inspection'],
      message: `Asked for more than once, of the same people by the same day, and counted once, as the most pressing: ${repeated.join(', ')}.`,
    });
  }
  return { status: 'derived', scheme: scheme?.id, needs, findings, unmatched, notes };
}

/**
 * What an inspection and the self-evaluation beside it ask of a team. Each notice, action, recommendation and priority
 * becomes a need for the areas that its words name, with its source and date; a grade or judgement that asks for something
 * adds to that what its head stands for. Needs stand most pressing first: welfare notice, safeguarding not met, action, urgent
 * improvement, needs attention, recommendation, priority, aspiration. Which of them are musts and what each weighs is in
 * `docs/rules/inspection.md`. The order of the lists given makes no difference, but for the positions in paths.
 *
 * It never throws on data. `derived` comes with needs for a request and the same as findings for a questionnaire, every
 * phrase that was not understood, and notes on all that was taken for granted; `invalid` lists all
 * that is wrong with the shape or, once that is right, all that is wrong beside, with paths that begin with `inspection` or
 * `options`.
 *
 * @param inspection the report, as an {@link InspectionInput}
 * @param options parts of the request to come, which the needs should fit
 * @example
 * const result = areasFromInspection({
 *   on: '2026-03-04',
 *   actions: [{ about: 'first aid', by: '2026-05-29' }],
 *   recommendations: [{ about: 'quality of interactions' }, { about: 'tea rota' }],
 * });
 * result.status === 'derived' && result.needs.map(({ source, by }) => [source, by]); // => [['inspection-action', '2026-05-29'], ['inspection-recommendation', undefined]]
 * result.status === 'derived' && result.unmatched.map(({ phrase }) => phrase); // => ['tea rota']
 */
export function areasFromInspection(
  inspection: InspectionInput,
  options?: InspectionOptions,
): InspectionResult {
  const read = readAs(PassedSchema, { inspection, options });
  return read.status === 'invalid' ? read : derive(read.value.inspection, read.value.options ?? {});
}
