import type * as z from 'zod/mini';
import { IssueList } from '../domain/checking/issue-list.js';
import { readAs } from '../domain/checking/read-as.js';
import { quoted } from '../domain/checking/wording.js';
import type { Issue } from '../domain/issue.js';
import { LIMITS, listOf } from '../domain/units.js';
import { RULES } from './editions/rules.js';
import { addDatedOrder, addDuplicates } from './rule-issues.js';
import { RulebookVariantSchema } from './rulebook-schema.js';
import type { RulebookVariant } from './variants.js';

/** The variants as read, or all that is wrong with what was passed. */
export type VariantsCheck =
  | { readonly status: 'valid'; readonly variants: readonly RulebookVariant[] }
  | { readonly status: 'invalid'; readonly issues: readonly Issue[] };

const VariantsSchema = listOf(RulebookVariantSchema, LIMITS.entries);

/**
 * Checks a list of variants, whatever was passed; it never throws. `invalid` lists all issues at once: shapes, ids that
 * are there twice, days out of order, and rules to be left out or changed that are known to nobody.
 * @example
 * checkVariants([{ id: 'maintown' }]).status; // => 'invalid'
 */
export function checkVariants(value: unknown): VariantsCheck {
  const read = readAs(VariantsSchema, value);
  if (read.status === 'invalid') return read;
  const variants: z.output<typeof VariantsSchema> = read.value;
  const issues = new IssueList();
  addDuplicates(variants, [], issues);
  const known = new Set<string>(RULES.map(({ id }) => id));
  for (const { adds = [] } of variants) for (const { id } of adds) known.add(id);
  variants.forEach((variant, index) => {
    addDatedOrder(variant, [index], issues);
    addDuplicates(variant.adds ?? [], [index, 'adds'], issues);
    variant.adds?.forEach((rule, at) => addDatedOrder(rule, [index, 'adds', at], issues));
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
    }
  });
  return issues.empty ? { status: 'valid', variants } : { status: 'invalid', issues: issues.sorted() };
}
