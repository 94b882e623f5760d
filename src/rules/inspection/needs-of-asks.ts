import { compareIds } from '../../internal/order.js';
import type { Policy } from '../../domain/policy.js';
import type { QuestionnaireInput } from '../../domain/questionnaire.js';
import { LIMITS } from '../../domain/units.js';
import { findingDepth } from '../finding-depth.js';
import { selectorKey, withIds } from '../need-ids.js';
import type { NeedInput } from '../needs-from-rules.js';
import type { Rulebook } from '../rulebook.js';
import { type Ask, importanceOf, isOwn, rankOf, weighingOf, weightIn } from './urgency.js';

type FindingInput = QuestionnaireInput['findings'][number];

/** What asks become. */
export interface Asked {
  readonly needs: readonly NeedInput[];
  readonly findings: readonly FindingInput[];
  /** The areas of asks that were made more than once. */
  readonly repeated: readonly string[];
}

/** What is known of all of them. */
export interface AskedOn {
  /** The day of the inspection. */
  readonly on: string;
  /** What the report is called. */
  readonly report: string;
  readonly policy: Policy | undefined;
  readonly rulebook: Rulebook | undefined;
}

const AWARENESS = 1;
/** So many characters of an area's id that a need's id made with it is not too long. */
const AREA_IN_ID = 58;
const BETWEEN = ' / ';

/** The words of several asks that are one need, each once, as far as a text may be long. */
const joined = (words: readonly string[]): string =>
  [...new Set(words)].sort(compareIds).reduce((text, each) => {
    const longer = text === '' ? each : text + BETWEEN + each;
    return longer.length > LIMITS.text ? text : longer;
  }, '');

/** The count written in one way, so that of two that say the same it makes no difference which is kept. */
const plainCount = (count: NeedInput['count'] = 'everyone'): NeedInput['count'] =>
  count === 'everyone' || (count.spare ?? 0) > 0 ? count : { atLeast: count.atLeast };

/** How many, as it stands in an id; nothing of everybody. */
function countInId(count: NeedInput['count']): string {
  if (count === 'everyone') return '';
  const { atLeast, spare = 0 } = count;
  return spare === 0 ? `-min-${atLeast}` : `-min-${atLeast}-${spare}`;
}

/** The selector with its lists in order, so that of two that say the same it makes no difference which is kept. */
function inOrder({ staff, roles, sites, ageBands, minLevel, not }: NeedInput['who']): NeedInput['who'] {
  return {
    ...(staff !== undefined && { staff: [...staff].sort(compareIds) }),
    ...(roles !== undefined && { roles: [...roles].sort(compareIds) }),
    ...(sites !== undefined && { sites: [...sites].sort(compareIds) }),
    ...(ageBands !== undefined && { ageBands: [...ageBands].sort(compareIds) }),
    ...(minLevel !== undefined && { minLevel }),
    ...(not !== undefined && { not: inOrder(not) }),
  };
}

interface Drafted {
  readonly need: NeedInput;
  readonly finding: FindingInput;
  readonly rank: number;
}

/** The needs and findings that asks are, most pressing first, then by day and area. The order of the asks makes no difference. */
export function needsOfAsks(asks: readonly Ask[], { on, report, policy, rulebook }: AskedOn): Asked {
  const depthOf = ({ area, depth, spread }: Ask) =>
    depth ?? (spread ? AWARENESS : findingDepth(area, rulebook));
  const groups = new Map<string, Ask[]>();
  for (const ask of asks) {
    const { source } = weighingOf(ask.urgency, ask.spread);
    const { area, by, who } = ask;
    const key = JSON.stringify([
      source,
      area,
      depthOf(ask),
      by ?? null,
      selectorKey(who),
      countInId(plainCount(ask.count)),
    ]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [ask]);
    else group.push(ask);
  }
  const drafted: Drafted[] = [];
  const repeated = new Set<string>();
  for (const group of groups.values()) {
    const [ask, ...others] = group.sort(
      (a, b) =>
        weighingOf(b.urgency, b.spread).quarters - weighingOf(a.urgency, a.spread).quarters ||
        rankOf(a.urgency) - rankOf(b.urgency),
    );
    if (ask === undefined) continue;
    if (others.length > 0) repeated.add(ask.area);
    const { area, by, urgency, spread } = ask;
    const who = inOrder(ask.who);
    const weighing = weighingOf(urgency, spread);
    const weight = weightIn(policy, weighing);
    const importance = importanceOf(weighing);
    // the draft finds the depth of a finding in the same way, by its own rulebook
    const depth = spread ? depthOf(ask) : group.find((each) => each.depth !== undefined)?.depth;
    drafted.push({
      rank: rankOf(urgency),
      need: {
        id: '',
        area,
        depth: depthOf(ask),
        who,
        count: plainCount(ask.count),
        source: weighing.source,
        ...(weight !== undefined && { weight }),
        ...(by !== undefined && { by }),
        basis: {
          rule: joined(group.map(({ words }) => words)),
          edition: isOwn(urgency) ? 'Self-evaluation' : report,
          source: isOwn(urgency) ? `beside the inspection of ${on}` : `inspection of ${on}`,
        },
      },
      finding: {
        about: area,
        source: weighing.source,
        ...(Object.keys(who).length > 0 && { who }),
        ...(depth !== undefined && { depth }),
        ...(importance !== undefined && { importance }),
        ...(by !== undefined && { by }),
      },
    });
  }
  const { needs } = withIds(
    drafted,
    ({ area, source, count }) => `inspection-${on}-${area.slice(0, AREA_IN_ID)}-${source}${countInId(count)}`,
  );
  const pressing = needs.sort(
    (a, b) =>
      a.rank - b.rank ||
      // without a day it is tested on the window's last: after all others
      compareIds(a.need.by ?? '~', b.need.by ?? '~') ||
      compareIds(a.need.id, b.need.id),
  );
  return {
    needs: pressing.map(({ need }) => need),
    findings: pressing.map(({ finding }) => finding),
    repeated: [...repeated].sort(compareIds),
  };
}
