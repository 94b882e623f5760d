import type { Issue } from '../domain/issue.js';
import { PotSchema } from '../domain/funding.js';
import { FindingSchema, type Questionnaire, QuestionnaireSchema } from '../domain/questionnaire.js';
import { TermSchema } from '../domain/setting.js';
import { StaffMemberSchema } from '../domain/staff-member.js';
import { IssueList } from '../domain/checking/issue-list.js';
import { idsOf, type KnownIds, memberOf } from './known-ids.js';
import { checkPot, checkStaffMember, checkTerms } from './orders.js';
import { soundPart, soundParts } from './parts.js';
import { ReferenceCheck } from './references.js';
import { conforms } from '../domain/checking/schema-issues.js';
import { readSnapshot } from '../domain/checking/snapshot-issues.js';

/** What a check of a questionnaire says: the questionnaire as read, or all that is wrong with what was passed. */
export type QuestionnaireCheck =
  | { readonly status: 'valid'; readonly questionnaire: Questionnaire }
  | { readonly status: 'invalid'; readonly issues: readonly Issue[] };

const WindowSchema = QuestionnaireSchema.shape.window;

/**
 * Checks a questionnaire, whatever was passed. It never throws and never alters what it is given; the questionnaire
 * returned is a copy of its own. `invalid` lists all issues at once, up to 1,000, in the order of their paths; what
 * each code means is in `docs/issues.md`. A finding's `about` may be any phrase: what is not understood is for
 * `draftRequest` to hand back.
 *
 * @param areas the ids of the areas there are beside the taxonomy's; without them, references to areas are not checked
 */
export function checkQuestionnaire(value: unknown, areas?: ReadonlySet<string>): QuestionnaireCheck {
  const issues = new IssueList();
  const questionnaire = readSnapshot(value, issues);
  if (questionnaire === undefined) return { status: 'invalid', issues: issues.sorted() };
  const sound = conforms(QuestionnaireSchema, questionnaire, [], issues);
  const at = (key: string) => memberOf(questionnaire, key);
  const pots = idsOf(at('otherFunding'), ['otherFunding'], issues, 'optional');
  const known: KnownIds = {
    // stand-ins for people who are only counted have ids too, which are not written here
    staff: idsOf(at('team'), ['team'], issues),
    terms: idsOf(at('terms'), ['terms'], issues, 'optional'),
    areas,
    pots,
    // named elsewhere: by the people of the team, and by the catalogue
    sites: undefined,
    items: undefined,
    ofItem: new Map(),
  };
  const check = new ReferenceCheck(known, issues, 'team');
  checkTerms(
    soundPart(WindowSchema, at('window'), ['window']),
    soundParts(TermSchema, at('terms'), ['terms']),
    issues,
  );
  for (const part of soundParts(StaffMemberSchema, at('team'), ['team'])) {
    check.staffMember(part);
    checkStaffMember(part, issues);
  }
  for (const { value: finding, path } of soundParts(FindingSchema, at('findings'), ['findings'])) {
    if (finding.who !== undefined) check.selector(finding.who, [...path, 'who']);
  }
  for (const part of soundParts(PotSchema, at('otherFunding'), ['otherFunding'])) {
    checkPot(part, issues);
    if (part.value.pays !== undefined) check.selector(part.value.pays, [...part.path, 'pays']);
  }
  return sound && issues.empty
    ? { status: 'valid', questionnaire }
    : { status: 'invalid', issues: issues.sorted() };
}
