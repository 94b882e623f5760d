import type { Need } from '../../domain/need.js';
import type { Issue } from '../../domain/issue.js';
import type { Request } from '../../domain/request.js';
import { type NeedInput, needsFromRules, type NeedsFromRules } from '../../rules/needs-from-rules.js';
import type { RuleQuestion } from '../../rules/rule-question.js';
import type { Rulebook } from '../../rules/rulebook.js';
import { rulebookOn } from '../../rules/rulebooks.js';
import { laterOf } from './window.js';

/** What rules are asked of. */
export type Asked = Pick<Request, 'asOf' | 'window' | 'setting' | 'staff'>;

/** What the rules ask in the next window, with what was changed by hand kept. */
export type DerivedNeeds =
  | {
      readonly status: 'derived';
      readonly rulebook: Rulebook;
      readonly needs: readonly NeedInput[];
      readonly questions: readonly RuleQuestion[];
      /** What is kept of changes by hand, in words. */
      readonly kept: readonly string[];
    }
  | { readonly status: 'no-rulebook' }
  | { readonly status: 'invalid'; readonly issues: readonly Issue[] };

/** The rulebook in force on the first day on which training can begin. */
export const rulebookFor = ({ asOf, window, setting }: Asked): Rulebook | undefined =>
  rulebookOn(laterOf(asOf, window.from), setting.providerKind);

const derive = ({ setting, staff, window, asOf }: Asked, rulebook: Rulebook): NeedsFromRules =>
  needsFromRules(setting, staff, rulebook, window, { asOf });

/** The needs of the rules for the next window. `before` is what the earlier request's were derived from, as far as is known. */
export function ruleNeedsAfter(
  before: Asked,
  old: readonly Need[],
  after: Asked,
  given: Rulebook | undefined,
): DerivedNeeds {
  const rulebook = given ?? rulebookFor(after);
  if (rulebook === undefined) return { status: 'no-rulebook' };
  const next = derive(after, rulebook);
  if (next.status === 'invalid') return next;
  const changes = changesByHand(before, old, given);
  const kept = new Set<string>();
  const needs = next.needs.flatMap((need): NeedInput[] => {
    const rule = need.basis?.rule ?? '';
    if (changes.removed.has(rule)) {
      kept.add(`What "${rule}" asks had been taken out by hand: it is left out again.`);
      return [];
    }
    const change = changes.changed.get(rule);
    if (change === undefined) return [need];
    kept.add(`What "${rule}" asks had been changed by hand (${change.words}): it is changed again.`);
    return [change.apply(need)];
  });
  return {
    status: 'derived',
    rulebook,
    needs,
    questions: next.questions.filter(({ rule }) => !changes.removed.has(rule)),
    kept: [...kept],
  };
}

interface Change {
  readonly words: string;
  readonly apply: (need: NeedInput) => NeedInput;
}
interface ChangesByHand {
  readonly removed: ReadonlySet<string>;
  readonly changed: ReadonlyMap<string, Change>;
}

/**
 * What a caller took out of what the rules had asked, or changed about it: how many, how deep, with what weight. It shows by deriving
 * the earlier request's needs once more. A rule whose edition is not among those that the request was derived
 * from says nothing: it was not asked then.
 */
function changesByHand(before: Asked, old: readonly Need[], given: Rulebook | undefined): ChangesByHand {
  const editions = new Set(old.map(({ basis }) => basis?.edition));
  const removed = new Set<string>();
  const changed = new Map<string, Change>();
  const asked = new Set(old.map(({ basis }) => basis?.rule));
  const candidates = [rulebookFor(before), given].flatMap((rulebook) => rulebook ?? []);
  for (const rulebook of candidates) {
    const derived = derive(before, rulebook);
    if (derived.status === 'invalid') continue;
    const known = derived.needs.filter(({ basis }) => editions.has(basis?.edition));
    if (known.length === 0) continue;
    for (const { basis } of known) if (basis && !asked.has(basis.rule)) removed.add(basis.rule);
    for (const was of known) {
      const is = old.find(({ id }) => id === was.id);
      const change = is && was.basis && was.id === `rule-${was.basis.rule}` ? changeOf(was, is) : undefined;
      if (change !== undefined && was.basis) changed.set(was.basis.rule, change);
    }
    break;
  }
  return { removed, changed };
}

const countKey = (count: NeedInput['count']): string =>
  count === 'everyone' ? count : `${count.atLeast} and ${count.spare ?? 0}`;

function changeOf(was: NeedInput, is: Need): Change | undefined {
  const count = countKey(was.count) === countKey(is.count) ? undefined : is.count;
  const depth = was.depth === is.depth ? undefined : is.depth;
  const weight = was.weight === is.weight ? undefined : is.weight;
  const words = [
    ...(count === undefined ? [] : ['count']),
    ...(depth === undefined ? [] : ['depth']),
    ...(weight === undefined ? [] : ['weight']),
  ].join(', ');
  if (words === '') return undefined;
  return {
    words,
    apply: (need) => ({
      ...need,
      // a need of one day, for everyone whose certificate lapses then, is for everyone still
      ...(count !== undefined && (need.by === undefined || need.count !== 'everyone') && { count }),
      ...(depth !== undefined && { depth }),
      ...(weight !== undefined && { weight }),
    }),
  };
}
