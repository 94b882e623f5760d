import { compareIds } from '../../internal/order.js';
import { AREA_IDS_BY_GROUP, type AreaGroupId } from '../area-ids.js';
import { INSPECTION_SCHEMES } from '../inspection.js';
import { type AreaGroup, areaGroups, titleOf } from '../taxonomy.js';
import type { Judgement } from './judgements.js';
import type { InspectionHead, InspectionSchemeId } from './scheme.js';
import type { InspectionNote } from './statements.js';
import { type Ask, rankOf } from './urgency.js';

/** The area that nearly everybody means by safeguarding. */
const SAFEGUARDING = 'child-protection';

/** The heads of 2019 that stand for some of the same groups. */
const alike2019 = (groups: readonly AreaGroupId[]): readonly string[] =>
  INSPECTION_SCHEMES.filter(({ id }) => id === 'eif-2019')
    .flatMap(({ heads }) => heads)
    .filter((head) => head.groups.some((group) => groups.includes(group)))
    .map(({ id }) => id);

/** Whether areas of a group come up under a head. Older heads have no links of their own: those of 2019 are taken. */
function linkedTo({ id, groups }: InspectionHead, scheme: InspectionSchemeId): (group: AreaGroup) => boolean {
  if (scheme === 'report-card-2025') return ({ inspection }) => inspection[2025].some((head) => head === id);
  const heads: readonly string[] = scheme === 'eif-2019' ? [id] : alike2019(groups);
  return ({ inspection }) => inspection[2019].some((head) => heads.includes(head));
}

/** The areas that usually come up under a head: those that it stands for, and those linked to it. */
function areasUnder(head: InspectionHead, scheme: InspectionSchemeId): ReadonlySet<string> {
  const isLinked = linkedTo(head, scheme);
  const linked = areaGroups().filter((group) => head.groups.includes(group.id) || isLinked(group));
  return new Set(linked.flatMap((group): readonly string[] => AREA_IDS_BY_GROUP[group.id]));
}

const areasOf = (groups: readonly AreaGroupId[]): string[] =>
  groups.flatMap((group): readonly string[] => AREA_IDS_BY_GROUP[group]).sort(compareIds);

/**
 * What grades that ask for something add to what the report says in words. Where the words name areas that come up
 * under the head, the grade makes recommendations about those as pressing as it is, and adds nothing: the report has said
 * what to put right. Where they name none, all that the head stands for is asked for, as awareness and at half the weight.
 *
 * @param named what the report's notices, actions and recommendations ask for
 */
export function withGrades(
  named: readonly Ask[],
  judgements: readonly Judgement[],
  scheme: InspectionSchemeId,
): { asks: Ask[]; notes: InspectionNote[] } {
  const notes: InspectionNote[] = [];
  const added: Ask[] = [];
  const raised = new Map<string, Ask['urgency']>();
  for (const { head, title, grade, urgency, path } of judgements) {
    if (urgency === undefined) continue;
    const note = (message: string): void =>
      void notes.push({ path, message: `${title}: ${grade}. ${message}` });
    const words = `${title}: ${grade}`;
    const ask = { urgency, who: {}, words };
    if (urgency === 'safeguarding-not-met') {
      added.push({ ...ask, spread: false, area: SAFEGUARDING });
      note(
        `Everybody is asked for ${SAFEGUARDING} (${titleOf(SAFEGUARDING)}). The report says what is not met: give that as notices or actions.`,
      );
    } else if (head === undefined) {
      note('The overall grade names no area and asks for nothing by itself: give the grades of the heads.');
    } else {
      const under = areasUnder(head, scheme);
      const said = [
        ...new Set(named.filter((each) => !each.spread && under.has(each.area)).map(({ area }) => area)),
      ];
      if (said.length > 0) {
        for (const area of said) {
          const before = raised.get(area);
          if (before === undefined || rankOf(urgency) < rankOf(before)) raised.set(area, urgency);
        }
        note(
          `The report says what to put right under it (${said.sort(compareIds).join(', ')}): recommendations about that are as pressing as the grade, and no more is asked for.`,
        );
      } else {
        const areas = areasOf(head.groups);
        for (const area of areas) added.push({ ...ask, spread: true, area });
        note(
          `Nothing that the report says in words comes up under it, so all ${areas.length} areas that it stands for are asked for, of everybody, as awareness (1), and each counts half: ${areas.join(', ')}. Give what the report says under it to ask for fewer areas, and for those in full.`,
        );
      }
    }
  }
  const asks = named.map((each) => {
    const urgency = each.spread || each.urgency !== 'recommendation' ? undefined : raised.get(each.area);
    return urgency === undefined ? each : { ...each, urgency };
  });
  return { asks: [...asks, ...added], notes };
}
