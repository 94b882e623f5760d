import { compareIds } from '../../internal/order.js';
import type { CountingAsk, CountingCondition, CountingReason } from './counted.js';
import { COUNTING_RULES, type CountingRuleId } from './counting-rules.js';

/*
 * Logic with unknowns. Every unknown is put so that `true` is the better for the person, so a finding is a list of ways
 * in which it can be so, each with the unknowns that would all have to be true: a way without unknowns is a yes, no way
 * at all is a no, and otherwise an unknown matters exactly when it is in a way that no smaller way makes needless.
 * Answering yes, no and cannot-tell term by term would ask questions on which nothing turns.
 */

/** Something that is not known, and would help if it were true. */
export interface Unknown {
  /** What would have to be true; the same text means the same thing. */
  readonly key: string;
  readonly ask: CountingAsk;
  readonly path: readonly (string | number)[];
  readonly reason: CountingReason;
  readonly condition?: CountingCondition | undefined;
}

/** A way in which a finding can be so: what would all have to be true; why it is then so; and what it goes on resting on. */
export interface Way {
  /** In the order of their keys. */
  readonly unknowns: readonly Unknown[];
  readonly because: readonly CountingReason[];
  readonly conditions: readonly CountingCondition[];
}

export interface Finding {
  readonly ways: readonly Way[];
  /** Why it is not so, when there is no way. */
  readonly against: readonly CountingReason[];
}

/** A reason, with its rule's source. */
export const reason = (rule: CountingRuleId, message: string): CountingReason => ({
  rule,
  message,
  source: COUNTING_RULES[rule].source,
});

export const yes = (
  because: readonly CountingReason[] = [],
  conditions: readonly CountingCondition[] = [],
): Finding => ({ ways: [{ unknowns: [], because, conditions }], against: [] });

export const no = (...against: readonly CountingReason[]): Finding => ({ ways: [], against });

export const unknown = (what: Unknown): Finding => ({
  ways: [{ unknowns: [what], because: [], conditions: [] }],
  against: [],
});

/** How the keys end of two unknowns about one award: whatever is before the earlier day is before the later. */
export const EARLIER = ':before-english';
export const LATER = ':before-first-aid';

function joined(a: readonly Unknown[], b: readonly Unknown[]): Unknown[] {
  const byKey = new Map([...a, ...b].map((each) => [each.key, each]));
  for (const key of [...byKey.keys()])
    if (key.endsWith(EARLIER)) byKey.delete(`${key.slice(0, -EARLIER.length)}${LATER}`);
  return [...byKey.values()].sort((x, y) => compareIds(x.key, y.key));
}

const keyOf = ({ unknowns }: Way): string => unknowns.map(({ key }) => key).join('\n');
const told = (way: Way): string => JSON.stringify([way.because, way.conditions]);

/** Of two ways with the same unknowns, the one with fewer conditions, then with fewer reasons. */
const better = (a: Way, b: Way): boolean =>
  (a.conditions.length - b.conditions.length ||
    a.because.length - b.because.length ||
    compareIds(told(a), told(b))) < 0;

/** The ways without those that a smaller one makes needless. */
function fewest(ways: readonly Way[]): Way[] {
  const best = new Map<string, Way>();
  const uses = new Map<string, number>();
  for (const way of ways) {
    const key = keyOf(way);
    const known = best.get(key);
    if (known === undefined || better(way, known)) best.set(key, way);
  }
  const sure = best.get('');
  if (sure !== undefined) return [sure];
  for (const { unknowns } of best.values())
    for (const { key } of unknowns) uses.set(key, (uses.get(key) ?? 0) + 1);
  // each is looked for under the rarest of its unknowns, so that many qualifications do not all meet each other
  const byRarest = new Map<string, Way[]>();
  for (const way of best.values()) {
    const [first, ...others] = way.unknowns.map(({ key }) => key);
    const rarest = others.reduce((a, b) => ((uses.get(b) ?? 0) < (uses.get(a) ?? 0) ? b : a), first ?? '');
    const list = byRarest.get(rarest);
    if (list === undefined) byRarest.set(rarest, [way]);
    else list.push(way);
  }
  return [...best.values()].filter((way) => {
    const keys = new Set(way.unknowns.map(({ key }) => key));
    return ![...keys].some((key) =>
      byRarest
        .get(key)
        ?.some(({ unknowns }) => unknowns.length < keys.size && unknowns.every((each) => keys.has(each.key))),
    );
  });
}

/** So when all are so. */
export const all = (...findings: readonly Finding[]): Finding => {
  const against = findings.filter(({ ways }) => ways.length === 0).flatMap((finding) => finding.against);
  if (findings.some(({ ways }) => ways.length === 0)) return no(...against);
  return findings.reduce(
    (a, b) => ({
      ways: fewest(
        a.ways.flatMap((one) =>
          b.ways.map((other) => ({
            unknowns: joined(one.unknowns, other.unknowns),
            because: [...one.because, ...other.because],
            conditions: [...one.conditions, ...other.conditions],
          })),
        ),
      ),
      against: [],
    }),
    yes(),
  );
};

/** So when any is so. */
export const any = (...findings: readonly Finding[]): Finding => ({
  ways: fewest(findings.flatMap(({ ways }) => ways)),
  against: findings.flatMap(({ against }) => against),
});
