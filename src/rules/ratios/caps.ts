import type { CoverRuleId } from './cover-rules.js';
import type { Demands } from './demands.js';
import type { Standing } from './team.js';

/** What a rule leaves of some of the people on shift. */
export interface Cap {
  readonly rule: Exclude<CoverRuleId, 'two-adults'>;
  /** Those of whom the rule needs some, in the order of their ids. */
  readonly staff: readonly string[];
  readonly members: ReadonlySet<string>;
  /** How many of them have to stay. */
  readonly needed: number;
  /** How many of them may be out at once: 0 or more. */
  readonly maxAway: number;
  /** How many have to stay by a stricter reading of the rule, where there is one and it asks for more. */
  readonly stricter: number | undefined;
}

/** What the rules say of a team that looks after some children, and what is wrong before anybody goes out. */
export interface Cover {
  readonly demands: Demands;
  /** One for each rule, whether or not it is tighter than another. */
  readonly caps: readonly Cap[];
  /** The most of those who count that may be out at once. */
  readonly mostAway: number;
  /** Whether every rule is kept before anybody goes out. */
  readonly holds: boolean;
  /** Whether that is so by the stricter readings too. */
  readonly holdsStrictly: boolean;
}

/**
 * What each rule leaves. Every rule needs so many of some group of people; that is kept just when no more than the rest
 * of the group is out, so the caps together are the rules themselves. One is stricter than its rule: of those who count
 * at level 2 as many are kept as if nobody unqualified were out, since who is out is not known.
 *
 * Half of the others at level 2 can be read of those whom the heads need, or of all who count. It is broken only where
 * both are; as long as the first is kept, those who are there are asked to keep the second as far as they can.
 */
export function coverBy(demands: Demands, team: readonly Standing[]): Cover {
  const counted = team.filter(({ counts }) => counts);
  const atLeast = (level: number) => counted.filter((one) => one.level >= level);
  const unqualified = counted.length - atLeast(2).length;
  const among = (rule: Cap['rule'], group: readonly Standing[], needed: number, stricter?: number): Cap => {
    const staff = group.map((one) => one.staff);
    const maxAway = Math.max(0, staff.length - needed);
    return { rule, staff, members: new Set(staff), needed, maxAway, stricter };
  };

  // one for each who is unqualified, beside those who must be at level 3: then half of the others are at level 2
  const ofAll = demands.half ? Math.max(0, unqualified - demands.free) + demands.level3 : 0;
  const at2 = atLeast(2);
  // with too few heads the heads are broken; that half of those who are there are not at level 2 may not be
  const keptByAll = counted.length < (demands.heads ?? 0) && at2.length >= ofAll;
  const ofHeads = keptByAll ? Math.min(demands.level2, at2.length) : demands.level2;
  // each group holds the next, but for first aid, which runs across
  const chain = [
    among('heads', counted, demands.heads ?? Math.max(1, counted.length)),
    among(
      'level-2-half',
      at2,
      Math.max(ofHeads, Math.min(ofAll, at2.length)),
      ofAll > demands.level2 ? ofAll : undefined,
    ),
    among('level-3', atLeast(3), demands.level3),
    among(
      'experience-half',
      atLeast(3).filter(({ byExperience }) => !byExperience),
      counted.some(({ byExperience }) => byExperience) ? Math.ceil(demands.level3 / 2) : 0,
    ),
    among('level-6', atLeast(6), demands.level6),
  ];
  const firstAid = among(
    'first-aid',
    team.filter((one) => one.firstAid),
    demands.firstAiders,
  );
  const caps = [...chain, firstAid].filter(({ needed }) => needed > 0);
  return {
    demands,
    caps,
    mostAway: mostAway(chain, firstAid, counted),
    holds: caps.every(({ staff, needed }) => staff.length >= needed),
    holdsStrictly: caps.every(
      ({ staff, needed, stricter = 0 }) => staff.length >= Math.max(needed, stricter),
    ),
  };
}

/**
 * The most of those who count that may be out at once. Sets of people that the chain lets out are the independent sets
 * of a matroid; with no more than so many first aiders among them, the largest is the largest without any first aider
 * and as many first aiders more, unless the chain itself stops it sooner.
 */
function mostAway(chain: readonly Cap[], firstAid: Cap, counted: readonly Standing[]): number {
  const largest = (allowed: (staff: string) => boolean): number => {
    let out = 0;
    let within = 0;
    for (const { staff, maxAway } of [...chain].reverse()) {
      const size = staff.filter(allowed).length;
      out = Math.min(out + size - within, maxAway);
      within = size;
    }
    return out;
  };
  const all = largest(() => counted.length > 0);
  return Math.min(all, largest((staff) => !firstAid.members.has(staff)) + firstAid.maxAway);
}

/** How many of these people may be out as far as a cap knows: those it does not speak of may be out freely. */
export function mostOf(
  staff: readonly string[],
  { members, maxAway }: Pick<Cap, 'members' | 'maxAway'>,
): number {
  let shared = 0;
  for (const id of staff) if (members.has(id)) shared += 1;
  return Math.min(shared, maxAway) + staff.length - shared;
}

/** The caps that say something that none of the others does, in the same order. */
export function tightest(caps: readonly Cap[]): Cap[] {
  let kept = caps.filter(({ staff, maxAway }) => maxAway < staff.length);
  // one after the other, from the last: of two that say the same the first stays
  for (const cap of [...kept].reverse()) {
    const others = kept.filter((other) => other !== cap);
    if (others.some((other) => mostOf(cap.staff, other) <= cap.maxAway)) kept = others;
  }
  return kept;
}

/** How well the rules are kept: 0, not by any reading; 1; or 2, by the stricter ones too. */
const rankOf = ({ holds, holdsStrictly }: Cover): number => (holdsStrictly ? 2 : holds ? 1 : 0);

/**
 * Of several ways to look after the children, one that keeps the rules, best by the stricter readings too; of those, the
 * one that lets most people out; and else the first given.
 */
export const bestCover = ([first, ...others]: readonly [Cover, ...Cover[]]): Cover =>
  others.reduce((best, cover) => {
    const better = rankOf(cover) - rankOf(best) || (best.holds ? cover.mostAway - best.mostAway : 0);
    return better > 0 ? cover : best;
  }, first);
