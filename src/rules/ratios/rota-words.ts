import { listed } from '../../domain/checking/wording.js';
import type { AgeBand } from '../../domain/selector.js';
import { isoDate, MINUTES_PER_DAY } from '../../internal/calendar.js';
import type { Cap } from './caps.js';
import type { CoverRule } from './cover-rules.js';
import type { BandHeads, Demands, TogetherHeads } from './demands.js';

/*
 * How cover is spoken of: people by their ids, in sentences that a manager can act on.
 */

const MOST_NAMES = 8;
const AGES: Readonly<Record<AgeBand, string>> = {
  'under-2': 'under two',
  '2': 'of two',
  '3-plus': 'of three and over',
  'school-age': 'of school age',
};
const two = (value: number): string => String(value).padStart(2, '0');
const plural = (count: number, one: string, more: string): string => `${count} ${count === 1 ? one : more}`;

/** A local time, `YYYY-MM-DDTHH:MM`, of minutes since 1970. */
export function localTime(minutes: number): string {
  const day = Math.floor(minutes / MINUTES_PER_DAY);
  const ofDay = minutes - day * MINUTES_PER_DAY;
  return `${isoDate(day)}T${two(Math.floor(ofDay / 60))}:${two(ofDay % 60)}`;
}

/** `2026-10-05, 07:30 to 08:00`, or two local times where it runs past midnight. */
export function spanOf(starts: string, ends: string): string {
  const day = starts.slice(0, 10);
  return ends.startsWith(day) ? `${day}, ${starts.slice(11)} to ${ends.slice(11)}` : `${starts} to ${ends}`;
}

/** The people, the first few by name. */
function people(staff: readonly string[]): string {
  if (staff.length === 0) return 'nobody';
  if (staff.length <= MOST_NAMES) return staff.join(', ');
  return `${staff.slice(0, MOST_NAMES).join(', ')} and ${staff.length - MOST_NAMES} more`;
}

const bandWords = ({ band, children, ratio, heads }: BandHeads): string => {
  const who = `${children} ${AGES[band]}`;
  if (heads === undefined) return who;
  return `${heads} for ${who}${ratio === undefined ? '' : ` at 1 to ${ratio}`}`;
};

const togetherWords = ({ bands, children, ratio, heads }: TogetherHeads): string => {
  const ages = bands.map((band) => AGES[band]);
  return `${heads} for ${children} ${listed(ages, 'or')} at 1 to ${ratio}`;
};

/** What is asked for the children: `4 for 18 of two at 1 to 5, 2 for 9 of three and over at 1 to 8`. */
export const bandsInWords = ({ bands, together }: Pick<Demands, 'bands' | 'together'>): string =>
  (together.length > 0 ? together.map(togetherWords) : bands.map(bandWords)).join(', ');

/** That a figure of the setting's own is not used. */
export const ignoredWords = ({ band, ratio = 0, ignored = 0 }: BandHeads): string =>
  `The setting's own ratio for children ${AGES[band]}, 1 to ${ignored}, is looser than the rule's, 1 to ${ratio}, which is used.`;

/** Who holds a certificate of first aid, where no rule with a source asks for one. */
export const certificateWords = (holders: readonly string[]): string =>
  `Of those on shift ${holders.length} (${people(holders)}) ${holders.length === 1 ? 'is' : 'are'} known to hold a paediatric first aid certificate, full or emergency. No source was found that out of school one must be there, so this decides nothing.`;

/** What the rule needs some of. */
const NEEDED: Readonly<Record<Cap['rule'], (needed: number) => string>> = {
  heads: (needed) => `${needed} who count in the ratios`,
  'level-2-half': (needed) => `${needed} at level 2 or above`,
  'level-3': (needed) => `${needed} at level 3 or above`,
  'experience-half': (needed) => `${needed} at level 3 otherwise than by the experience-based route`,
  'level-6': (needed) => `${needed} at level 6`,
  'first-aid': (needed) => `${needed} with a full paediatric first aid certificate`,
};

const neededWords = ({ rule, needed }: Cap): string => NEEDED[rule](needed);

/** How far a rota falls short of a rule. */
export function breachWords(cap: Cap, demands: Demands, strength: CoverRule['strength']): string {
  const there = `there ${cap.staff.length === 1 ? 'is' : 'are'} ${cap.staff.length} (${people(cap.staff)})`;
  const why =
    cap.rule === 'heads'
      ? ` For the children: ${bandsInWords(demands)}.`
      : cap.rule === 'level-2-half'
        ? ` For the heads that the children need: ${demands.level3} at level 3 and half of the others.`
        : '';
  // of those that are no must only heads are ever asked for, by figures that the setting gives
  const asked = strength === 'must' ? 'must be there' : "are asked for by the setting's own figures";
  return `${neededWords(cap)} ${asked}; ${there}, ${cap.needed - cap.staff.length} too few.${why}`;
}

const asUnqualified = (unqualified: number): string =>
  `of all who count, of whom ${plural(unqualified, 'counts', 'count')} as unqualified`;

/** What a rule that is tighter than the heads leaves; `byHeads`, how many of these people the heads alone would. */
export function tighterWords(cap: Cap, byHeads: number, { level2 }: Demands, unqualified: number): string {
  const reading =
    cap.stricter === undefined
      ? ''
      : ` That is half of the others read ${asUnqualified(unqualified)}; of those whom the heads need it would be ${level2}.`;
  return `${neededWords(cap)} must stay: of ${people(cap.staff)} at most ${cap.maxAway} may be out at once, where a count of heads alone would let out ${byHeads}.${reading}`;
}

/** That half of the others is kept by one reading and not by the stricter. */
export const readingWords = (
  { staff, stricter = 0 }: Cap,
  { level2 }: Demands,
  unqualified: number,
): string =>
  `Half of the others at level 2 is kept of those whom the heads need: that asks for ${level2} at level 2 or above. If it is read ${asUnqualified(unqualified)}, it asks for ${stricter}, and there ${staff.length === 1 ? 'is' : 'are'} ${staff.length} (${people(staff)}). No source says which; none of them may be out.`;
