import type { Setting } from '../../domain/setting.js';
import { dayNumber, weekdayOf } from '../../internal/calendar.js';
import { compareIds } from '../../internal/order.js';
import { type Cap, type Cover, mostOf } from './caps.js';
import type { CoverNote } from './cover-notes.js';
import { coverRule } from './cover-rules.js';
import { bandsInWords, certificateWords, ignoredWords, readingWords, tighterWords } from './rota-words.js';
import type { Standing } from './team.js';

/** When and where something is true. */
export interface Placed {
  /** Local time, YYYY-MM-DDTHH:MM, at which it begins. */
  readonly starts: string;
  /** Local time, YYYY-MM-DDTHH:MM, at which it is over. */
  readonly ends: string;
  /** The site; without it, the only one. */
  readonly site?: string;
}

type Note = Omit<CoverNote, 'times'>;
type Said = Pick<Note, 'code' | 'message' | 'rule'> & Partial<Pick<Note, 'staff'>>;

const isShort = ({ staff, stricter = 0 }: Cap): boolean => staff.length < stricter;

/** Rules that are tighter than a count of heads, and those that a stricter reading would break. */
function tighter({ caps, demands }: Cover, kept: readonly Cap[], unqualified: number): Said[] {
  const heads = caps.find(({ rule }) => rule === 'heads') ?? { members: new Set<string>(), maxAway: 0 };
  const readings = caps
    .filter((cap) => isShort(cap) && cap.staff.length >= cap.needed)
    .map((cap): Said => {
      const message = readingWords(cap, demands, unqualified);
      return { code: 'stricter-reading', rule: cap.rule, staff: cap.staff, message };
    });
  const tight = kept
    .filter((cap) => cap.rule !== 'heads' && cap.staff.length >= cap.needed && !isShort(cap))
    .map((cap): Said => {
      const message = tighterWords(cap, mostOf(cap.staff, heads), demands, unqualified);
      return { code: 'tighter-than-heads', rule: cap.rule, staff: cap.staff, message };
    });
  return [...tight, ...readings];
}

/** Which figure was used, where there was a choice, and where none is known. */
function figures({ demands }: Cover, counted: readonly string[]): Said[] {
  const { choice } = demands;
  const unknown = demands.heads === undefined ? demands.bands.filter(({ heads }) => heads === undefined) : [];
  const said: Said[] = [];
  if (choice !== undefined)
    said.push({
      code: 'ratio-chosen',
      rule: 'heads',
      message: `For children of three and over the ratio of 1 to ${choice.children ?? 0} is used (${choice.id}): the other lets no more people out.`,
    });
  for (const band of demands.bands)
    if (band.ignored !== undefined)
      said.push({ code: 'own-ratio-ignored', rule: 'heads', message: ignoredWords(band) });
  if (unknown.length > 0)
    said.push({
      code: 'no-figure',
      rule: 'heads',
      staff: counted,
      message: `No ratio is known for ${bandsInWords({ bands: unknown, together: [] })}: nobody who counts may be out. Give the setting's own in ratios.`,
    });
  return said;
}

/** First aid that no source asks for: told where one person out may leave too few with a certificate. */
function unsourced({ demands }: Cover, team: readonly Standing[], kind: Setting['providerKind']): Said[] {
  if (coverRule('first-aid', kind)?.evidence !== 'none') return [];
  const staff = team.filter(({ certificate }) => certificate).map((one) => one.staff);
  if (staff.length > demands.places) return [];
  return [{ code: 'not-checked', rule: 'first-aid', staff, message: certificateWords(staff) }];
}

/** What a rota does not tell. */
function unchecked({ demands }: Cover, kind: Setting['providerKind']): Said[] {
  if (!demands.bands.some(({ band }) => band === 'under-2')) return [];
  return [
    {
      code: 'not-checked',
      message:
        kind === 'childminder'
          ? 'How many of the children under two are under one is not known: normally no more than one may be.'
          : 'Whether those with the children under two are experienced with them, and half of them trained in the care of babies, is not checked.',
    },
  ];
}

/** Whether a stretch of one day lies wholly in opening hours. */
function isOpen({ starts, ends }: Placed, openingHours: NonNullable<Setting['openingHours']>): boolean {
  const day = starts.slice(0, 10);
  const weekday = weekdayOf(dayNumber(day) ?? 0);
  const to = ends.startsWith(day) ? ends.slice(11) : '24:00';
  let reached = starts.slice(11);
  for (const hours of [...openingHours].sort((a, b) => compareIds(a.from, b.from)))
    if (hours.weekday === weekday && hours.from <= reached && hours.to > reached) reached = hours.to;
  return reached >= to;
}

/** What there is to know about the cover of a stretch, of one day; `kept` are the caps that became periods. */
export function notesOn(
  placed: Placed,
  cover: Cover,
  kept: readonly Cap[],
  team: readonly Standing[],
  setting: Setting,
): Note[] {
  const { providerKind: kind, openingHours } = setting;
  const counted = team.filter(({ counts }) => counts).map(({ staff }) => staff);
  const unqualified = team.filter(({ counts, level }) => counts && level === 0).length;
  const said = [
    ...tighter(cover, kept, unqualified),
    ...figures(cover, counted),
    ...unchecked(cover, kind),
    ...unsourced(cover, team, kind),
  ];
  for (const { staff, counts, because } of team)
    if (!counts && because !== undefined)
      said.push({ code: 'not-counted', staff: [staff], message: `${staff} is not counted: ${because}` });
  if (team.length - cover.mostAway < 2 && coverRule('two-adults', kind) !== undefined)
    said.push({
      code: 'fewer-than-two',
      rule: 'two-adults',
      staff: team.map(({ staff }) => staff),
      message:
        'Only one adult could be left with the children. It is widely said that two must be; no source was found for it, and it is not asked for here.',
    });
  if (openingHours !== undefined && !isOpen(placed, openingHours))
    said.push({
      code: 'outside-opening-hours',
      message:
        'Children are there outside the opening hours, when sessions are not held to any cover. Widen openingHours.',
    });
  return said.map((one) => ({ ...placed, staff: [], ...one }));
}
