import { compareIds } from '../../internal/order.js';
import { COUNTING_ASKS, COUNTING_CONDITIONS, type CountingReason, type LevelAnswer } from './counted.js';
import { COUNTING_RULE_IDS } from './counting-rules.js';
import type { Finding, Unknown } from './finding.js';

const inOrder = <T>(order: readonly T[], given: readonly (T | undefined)[]): T[] =>
  order.filter((each) => given.includes(each));

/** Each once, in the order of the rules, then of what they say. */
function distinct(reasons: readonly CountingReason[]): CountingReason[] {
  const told = new Map(reasons.map((each) => [`${each.rule} ${each.message}`, each]));
  return [...told.values()].sort(
    (a, b) =>
      COUNTING_RULE_IDS.indexOf(a.rule) - COUNTING_RULE_IDS.indexOf(b.rule) ||
      compareIds(a.message, b.message),
  );
}

/** All that is not known and matters. */
export const unknownsOf = ({ ways }: Finding): Unknown[] => ways.flatMap(({ unknowns }) => unknowns);

/** A finding as an answer. `otherwise` is the reason of a `no` that no rule has given one for. */
export function levelAnswer(
  finding: Finding,
  route?: LevelAnswer['route'],
  ...otherwise: readonly CountingReason[]
): LevelAnswer {
  const { ways, against } = finding;
  const open = route === undefined ? {} : { route };
  const [way] = ways;
  if (way === undefined) {
    const because = distinct(against.length === 0 ? otherwise : against);
    return { answer: 'no', because, conditions: [], ...open, asks: [] };
  }
  // a way that needs nothing to be known is the only one left
  if (way.unknowns.length === 0)
    return {
      answer: 'yes',
      because: distinct(way.because),
      conditions: inOrder(COUNTING_CONDITIONS, way.conditions),
      asks: [],
    };
  const unknowns = unknownsOf(finding);
  return {
    answer: 'cannot-tell',
    because: distinct(unknowns.map((each) => each.reason)),
    conditions: inOrder(
      COUNTING_CONDITIONS,
      unknowns.map((each) => each.condition),
    ),
    ...open,
    asks: inOrder(
      COUNTING_ASKS,
      unknowns.map((each) => each.ask),
    ),
  };
}
