import type { ProviderKind } from '../domain/setting.js';
import { compareIds, sortedById } from '../internal/order.js';
import { earlier, inForce, later, steadyAround } from './in-force.js';
import type { Rule, Rulebook } from './rulebook.js';

/** What a variant may change of a rule: anything but its id. */
export type RuleChange = {
  readonly [Key in Exclude<keyof Rule, 'id' | 'edition'>]?: Rule[Key] | undefined;
};

/**
 * A local or national difference from a rulebook, as data: what a local authority, a group's own handbook or another
 * nation adds, takes away or words otherwise, for some kinds of provider and for some time.
 */
export interface RulebookVariant {
  /** In kebab-case; needs of what it adds or changes name it after the edition: `eyfs-2025-09+maintown`. */
  readonly id: string;
  readonly title: string;
  readonly providerKinds: readonly ProviderKind[];
  /** First and last day in force, ISO dates, both included; without `to`, until further notice. */
  readonly from: string;
  readonly to?: string | undefined;
  /** Rules beside those of the rulebook; one with the id of a rule there replaces it. */
  readonly adds?: readonly Rule[] | undefined;
  /** Rules left out, by id. */
  readonly removes?: readonly string[] | undefined;
  /** What is otherwise in rules of the rulebook, by the rule's id. */
  readonly changes?: Readonly<Record<string, RuleChange>> | undefined;
  /** Addresses that say so, or `unsourced`. */
  readonly source: string;
  /** Whether a person has checked it against that source. */
  readonly verified: boolean;
}

/** A rule with what is given of a change in place of what it says. */
function changed(rule: Rule, change: RuleChange): Rule {
  const given = Object.entries(change).filter(([, value]) => value !== undefined);
  return { ...rule, ...Object.fromEntries(given), id: rule.id };
}

/** The rules of one variant put in. */
function varied({ edition, rules, ...rest }: Rulebook, variant: RulebookVariant): Rulebook {
  const { id, adds = [], removes = [], changes = {} } = variant;
  // a rule of a variant is in force no longer than the variant is
  const dated = (rule: Rule): Rule => ({
    ...rule,
    from: later(rule.from, variant.from),
    ...(earlier(rule.to, variant.to) !== undefined && { to: earlier(rule.to, variant.to) }),
    edition: `${edition}+${id}`,
  });
  const gone = new Set([...removes, ...adds.map((rule) => rule.id)]);
  const kept = rules
    .filter((rule) => !gone.has(rule.id))
    .map((rule) => (Object.hasOwn(changes, rule.id) ? dated(changed(rule, changes[rule.id] ?? {})) : rule));
  return { ...rest, edition, rules: [...kept, ...adds.map(dated)] };
}

/**
 * The rulebook with the variants in force on a day (`YYYY-MM-DD`) put in, in the order of their ids; those for other
 * kinds of provider, and of other days, change nothing. The result says from when to when exactly these rules are in force.
 */
export function withVariants(
  rulebook: Rulebook,
  date: string,
  variants: readonly RulebookVariant[],
): Rulebook {
  const concerned = variants.filter(({ providerKinds }) =>
    providerKinds.some((kind) => rulebook.providerKinds.includes(kind)),
  );
  const active = sortedById(concerned.filter((variant) => inForce(variant, date)));
  let result = rulebook;
  for (const variant of active) result = varied(result, variant);
  const added = active.flatMap(({ adds = [] }) => adds);
  const { from, to } = steadyAround(date, { from: rulebook.effectiveFrom, to: rulebook.effectiveTo }, [
    ...concerned,
    ...added,
  ]);
  return {
    ...result,
    id: [rulebook.id, ...active.map(({ id }) => id)].join('+'),
    effectiveFrom: from ?? rulebook.effectiveFrom,
    ...(to !== undefined && { effectiveTo: to }),
    rules: result.rules.filter((rule) => inForce(rule, date)).sort((a, b) => compareIds(a.id, b.id)),
  };
}
