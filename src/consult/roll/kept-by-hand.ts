import type { Need } from '../../domain/need.js';
import type { NeedInput } from '../../rules/needs-from-rules.js';
import { selectorKey } from '../../rules/need-ids.js';

/** The needs of the rules with what was changed by hand put to them again, and what is said of it. */
export interface KeptByHand {
  readonly needs: readonly NeedInput[];
  readonly kept: readonly string[];
}

type Change = Pick<NeedInput, 'count' | 'depth' | 'weight'>;

const countKey = (count: NeedInput['count']): string =>
  count === 'everyone' ? count : `${count.atLeast} and ${count.spare ?? 0}`;

/** What an earlier need has otherwise than the one derived now. No rule gives a weight. */
const changeOf = (was: Need, is: NeedInput): Partial<Change> => ({
  ...(countKey(was.count) !== countKey(is.count) && { count: was.count }),
  ...(was.depth !== is.depth && { depth: was.depth }),
  ...(was.weight !== is.weight && { weight: was.weight }),
});

/**
 * What of it was changed by hand for sure. Of other people, all of it may have come with the team; of another edition, all but the
 * weight; and a number in place of another goes by the size of the team.
 */
function sureOf({ count, depth, weight }: Partial<Change>, was: Need, is: NeedInput): Partial<Change> {
  if (selectorKey(was.who) !== selectorKey(is.who)) return {};
  const same = was.basis?.edition === is.basis?.edition;
  const sizes = count !== 'everyone' && is.count !== 'everyone';
  return {
    ...(same && !sizes && count !== undefined && { count }),
    ...(same && depth !== undefined && { depth }),
    ...(weight !== undefined && { weight }),
  };
}

/**
 * Puts another count, depth or weight to what a rule asks, where the earlier need with the rule's id shows that it was changed by
 * hand; and tells what else was otherwise.
 */
export function keptByHand(old: readonly Need[], derived: readonly NeedInput[]): KeptByHand {
  const before = new Map<string, Need>(old.map((need) => [need.id, need]));
  const changes = new Map<string, Partial<Change>>();
  const kept: string[] = [];
  for (const need of derived) {
    const rule = need.basis?.rule ?? '';
    const was = before.get(need.id);
    if (was === undefined || need.id !== `rule-${rule}`) continue;
    const change = changeOf(was, need);
    const sure = sureOf(change, was, need);
    changes.set(rule, sure);
    const again = Object.keys(sure);
    const lost = Object.keys(change).filter((key) => !again.includes(key));
    if (again.length > 0)
      kept.push(`What "${rule}" asks had been changed by hand (${again.join(', ')}): it is changed again.`);
    if (lost.length > 0)
      kept.push(
        `What "${rule}" asks was otherwise before (${lost.join(', ')}): it is as the rule has it now, for the team of now. Change it again if that was by hand.`,
      );
  }
  const needs = derived.map((need): NeedInput => {
    const { count, ...rest } = changes.get(need.basis?.rule ?? '') ?? {};
    // a need of one day, for everyone whose certificate lapses then, is for everyone still
    const whole = need.by === undefined || need.count !== 'everyone';
    return { ...need, ...rest, ...(count !== undefined && whole && { count }) };
  });
  return { needs, kept };
}
