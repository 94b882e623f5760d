import type * as z from 'zod/mini';
import { IssueList } from '../domain/checking/issue-list.js';
import { readAs } from '../domain/checking/read-as.js';
import { type Path, quoted } from '../domain/checking/wording.js';
import type { Issue } from '../domain/issue.js';
import { LIMITS, listOf } from '../domain/units.js';
import { RULES } from './editions/rules.js';
import { addDatedOrder, addDuplicates } from './rule-issues.js';
import type { Rule } from './rulebook.js';
import { RulebookVariantSchema } from './rulebook-schema.js';
import type { RulebookVariant } from './variants.js';

/** The variants as read, or all that is wrong with what was passed. */
export type VariantsCheck =
  | { readonly status: 'valid'; readonly variants: readonly RulebookVariant[] }
  | { readonly status: 'invalid'; readonly issues: readonly Issue[] };

const VariantsSchema = listOf(RulebookVariantSchema, LIMITS.entries);

/** What may be statutory, and where that was read. */
type Grade = Pick<Rule, 'strength' | 'evidence'>;
const unfounded = ({ strength, evidence }: Grade): boolean => strength === 'must' && evidence === 'none';

/** Adds an issue of a must that nothing says: a need of it would outweigh all that is not law. */
function addUnfounded(id: string, path: Path, issues: IssueList): void {
  issues.add(
    path,
    'not-allowed',
    () =>
      `Give the source of ${quoted(id)} and say in evidence what it is, or make it should or good-practice: a must has a source.`,
  );
}

/**
 * Checks a list of variants, whatever was passed; it never throws. `invalid` lists all issues at once: shapes, ids that
 * are there twice, days out of order, rules to be left out or changed that are known to nobody, and a `must` whose
 * `evidence` is `none`. Areas are not checked: those of one's own are known to the request only, and `checkRequest`,
 * `draftRequest` and `buildProgramme` refuse a need of an area that is unknown to it.
 * @example
 * checkVariants([{ id: 'maintown' }]).status; // => 'invalid'
 */
export function checkVariants(value: unknown): VariantsCheck {
  const read = readAs(VariantsSchema, value);
  if (read.status === 'invalid') return read;
  const variants: z.output<typeof VariantsSchema> = read.value;
  const issues = new IssueList();
  addDuplicates(variants, [], issues);
  const known = new Map<string, Grade[]>();
  for (const rule of [...RULES, ...variants.flatMap(({ adds = [] }) => adds)])
    known.set(rule.id, [...(known.get(rule.id) ?? []), rule]);
  variants.forEach((variant, index) => {
    addDatedOrder(variant, [index], issues);
    addDuplicates(variant.adds ?? [], [index, 'adds'], issues);
    variant.adds?.forEach((rule, at) => {
      addDatedOrder(rule, [index, 'adds', at], issues);
      if (unfounded(rule)) addUnfounded(rule.id, [index, 'adds', at, 'evidence'], issues);
    });
    const unknown = (id: string, path: readonly (string | number)[]): void => {
      if (!known.has(id))
        issues.add(
          path,
          'unknown-reference',
          (place) => `Correct ${place}: no rule has the id ${quoted(id)}.`,
        );
    };
    variant.removes?.forEach((id, at) => unknown(id, [index, 'removes', at]));
    for (const [id, change] of Object.entries(variant.changes ?? {})) {
      unknown(id, [index, 'changes', id]);
      addDatedOrder(change, [index, 'changes', id], issues);
      const { strength, evidence } = change;
      const becomes = (rule: Grade): Grade => ({
        strength: strength ?? rule.strength,
        evidence: evidence ?? rule.evidence,
      });
      // what is wrong with a rule that is added is said there
      if (known.get(id)?.some((rule) => !unfounded(rule) && unfounded(becomes(rule))) === true)
        addUnfounded(id, [index, 'changes', id, evidence === undefined ? 'strength' : 'evidence'], issues);
    }
  });
  return issues.empty ? { status: 'valid', variants } : { status: 'invalid', issues: issues.sorted() };
}
