import type { CatalogueItem, Session } from '../domain/catalogue.js';
import type { Questionnaire } from '../domain/questionnaire.js';
import { type Assumption, numberOf, someOf } from './draft-result.js';
import type { DraftedPerson } from './draft-team.js';

const DATE = 'YYYY-MM-DD'.length;

/** Whether all of the session is inside the window, without which it cannot be booked. */
const isInside = ({ blocks }: Session, { from, to }: Questionnaire['window']): boolean =>
  blocks.every(({ starts, ends }) => starts.slice(0, DATE) >= from && ends.slice(0, DATE) <= to);

/**
 * What is assumed of the days and hours of training: the questionnaire knows no opening hours, no ratios and, of people
 * who are only counted, no days away. Of sessions it is said only where one can be booked.
 */
export function assumedOfOccasions(
  { window, terms = [] }: Questionnaire,
  people: readonly DraftedPerson[],
  items: readonly CatalogueItem[],
): Assumption[] {
  const assumptions: Assumption[] = [
    {
      path: ['questionnaire', 'terms'],
      message:
        terms.length === 0
          ? "No terms are given: the window is the one term, and what is learnt at one's own pace may start on its first day. Give terms to spread it."
          : "What is learnt at one's own pace may start on the first day of any term. Only sessions take place between terms.",
    },
  ];
  const sessions = items.flatMap(({ sessions: all = [] }) => all.filter((each) => isInside(each, window)));
  if (sessions.length === 0) return assumptions;
  const unsaid = sessions.filter(({ openHours }) => openHours === undefined).length;
  if (unsaid > 0) {
    assumptions.push({
      path: ['request', 'setting', 'openingHours'],
      message: `Opening hours are not asked for: ${numberOf(unsaid, 'session')} of the catalogue that could be booked and do not say whether they are in open hours are taken to be, and use released time only. Give openingHours in the request, or openHours with the sessions, to tell.`,
    });
  }
  assumptions.push({
    path: ['request', 'cover'],
    message:
      'How many people can be out at once is not asked for: no cover periods are set, and as many may go to a session as it has places and they have time. Give cover in the request where ratios must hold.',
  });
  const present = people.filter(({ person }) => person.away === undefined).map(({ person }) => person.id);
  if (present.length > 0) {
    assumptions.push({
      path: ['questionnaire', 'team'],
      message: `No days away are given for ${numberOf(present.length, 'person', 'people')} (${someOf(present)}): they can go to a session on any day. Give people one by one, with away, to change that.`,
    });
  }
  return assumptions;
}

/** The size of team for which prices are looked up that depend on it. */
export function assumedOfTeamSize(people: number, items: readonly CatalogueItem[]): Assumption[] {
  if (!items.some(({ offers }) => offers.some(({ price }) => price.kind === 'by-team-size'))) return [];
  return [
    {
      path: ['questionnaire', 'team'],
      message: `Prices that depend on the size of the team are those for ${numberOf(people, 'person', 'people')}, all who are in the questionnaire. Add people who are not.`,
    },
  ];
}
