import type { Need } from '../../domain/need.js';
import type { Request } from '../../domain/request.js';
import type { IsoDate } from '../../domain/units.js';
import type { NeedInput } from '../../rules/needs-from-rules.js';
import type { RollOptions } from '../roll-forward.js';
import { isOfRules, needsAfter } from './needs.js';
import { type DerivedNeeds, ruleNeedsAfter } from './rule-needs.js';

/** The needs of the next request: those of the rules derived anew for the days asked about, the others as they stand. */
export function nextNeeds(
  { needs: before, window }: Request,
  after: Request,
  asked: Request['window'],
  options: RollOptions,
): { derived: DerivedNeeds | undefined; needs: Need[]; dropped: readonly string[] } {
  const { rulebook } = options;
  const ofRules = before.filter(isOfRules);
  const anew = rulebook !== null && (ofRules.length > 0 || rulebook !== undefined);
  const derived = anew ? ruleNeedsAfter(ofRules, { ...after, window: asked }, options) : undefined;
  const isDerived = derived?.status === 'derived';
  const stay = before.flatMap((need) =>
    isOfRules(need) ? (isDerived ? [] : [asWritten(need, window)]) : [need],
  );
  const carried = needsAfter(stay, after);
  const taken = new Set<string>(carried.needs.map(({ id }) => id));
  const fresh = isDerived ? testedThrough(asked.to, after.window, derived.needs) : [];
  const needs = [...carried.needs, ...(fresh.filter(({ id }) => !taken.has(id)) as Need[])];
  // checked with the rest of the request, before it is passed on
  return { derived, needs, dropped: carried.dropped };
}

/**
 * What is asked of the whole team is tested on the last day asked about, so that what is learnt lasts until it can be renewed; that
 * includes all days after the window.
 */
const testedThrough = (last: IsoDate, { to }: Request['window'], needs: readonly NeedInput[]): NeedInput[] =>
  last === to
    ? [...needs]
    : needs.flatMap((need) => {
        if (need.by === undefined) return [{ ...need, by: last }];
        // one whose rule ends before is tested on the rule's last day
        return need.by <= to || isOfTheTeam(need) ? [need] : [];
      });

/** Whether it is the need of a rule that is asked of the whole team, not one of the days on which a certificate would lapse. */
const isOfTheTeam = ({ id, basis }: NeedInput): boolean => id === `rule-${basis?.rule ?? ''}`;

/** A need of the rules, without the day after the window that was put to it when it was derived. */
function asWritten(need: Need, window: Request['window']): Need {
  if (need.by === undefined || need.by <= window.to || !isOfTheTeam(need)) return need;
  const undated = { ...need };
  delete undated.by;
  return undated;
}
