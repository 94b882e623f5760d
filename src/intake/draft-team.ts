import type { Questionnaire } from '../domain/questionnaire.js';
import { compareIds } from '../internal/order.js';
import type { StaffMemberInput } from '../rules/people.js';
import { hoursOf } from './draft-amounts.js';
import { type Assumption, numberOf, someOf } from './draft-result.js';
import type { Path } from '../domain/checking/wording.js';

/** A person of the draft, and where the questionnaire speaks of them. */
export interface DraftedPerson {
  readonly person: StaffMemberInput;
  readonly path: Path;
}

export interface DraftedTeam {
  /** People in the order given, then stand-ins. */
  readonly people: readonly DraftedPerson[];
  readonly assumptions: readonly Assumption[];
}

type Entry = Questionnaire['team'][number];
type Counted = Extract<Entry, { readonly count: number }>;
type Given = Exclude<Entry, Counted>;

const TEAM: Path = ['questionnaire', 'team'];

/** How many people a team is: entries are people or counts of them. */
export const teamSize = (team: Questionnaire['team']): number =>
  team.reduce((sum, entry) => sum + ('count' in entry ? entry.count : 1), 0);

/** A place among counts that does not depend on where in the questionnaire a count stands. */
const placeOfCount = ({ level, status, roles = [] }: Counted): string =>
  JSON.stringify([level, status ?? '', [...roles].sort(compareIds)]);

/** People who are only counted get the ids `level-3-1`, `level-3-2` and so on, past those that are taken. */
function standIns(
  counts: readonly { readonly entry: Counted; readonly path: Path }[],
  taken: ReadonlySet<string>,
  defaultRoles: readonly string[],
): DraftedPerson[] {
  const last = new Map<number, number>();
  const people: DraftedPerson[] = [];
  const inOrder = [...counts].sort((a, b) => compareIds(placeOfCount(a.entry), placeOfCount(b.entry)));
  for (const { entry, path } of inOrder) {
    const { level, status, roles = defaultRoles } = entry;
    const held = level > 0 || status !== undefined;
    for (let made = 0; made < entry.count;) {
      const number = (last.get(level) ?? 0) + 1;
      last.set(level, number);
      const id = `level-${level}-${number}`;
      if (taken.has(id)) continue;
      people.push({
        path,
        person: {
          id,
          roles: [...roles],
          ...(held && { qualifications: [{ level, ...(status !== undefined && { status }) }] }),
        },
      });
      made += 1;
    }
  }
  return people;
}

/** What the person gives, and beyond that what everybody is said to give; the time of each term is the person's alone. */
function withTime({ time: own, ...person }: Given, everybody: Questionnaire['time']): StaffMemberInput {
  const releaseMinutes = own?.releaseMinutes ?? everybody?.releaseMinutes;
  const ownMinutes = own?.ownMinutes ?? everybody?.ownMinutes;
  const terms = own?.terms;
  if (releaseMinutes === undefined && ownMinutes === undefined && terms === undefined) return person;
  return {
    ...person,
    time: {
      ...(releaseMinutes !== undefined && { releaseMinutes }),
      ...(ownMinutes !== undefined && { ownMinutes }),
      ...(terms !== undefined && { terms }),
    },
  };
}

function assumedOfTime(
  people: readonly DraftedPerson[],
  { time: everybody, terms = [] }: Questionnaire,
): Assumption[] {
  const path: Path = ['questionnaire', 'time'];
  const assumptions: Assumption[] = [];
  // one of the two may be given for everybody, and the other by each person
  const { releaseMinutes, ownMinutes } = everybody ?? {};
  const given = [
    ...(releaseMinutes === undefined ? [] : [`can be released for ${hoursOf(releaseMinutes)}`]),
    ...(ownMinutes === undefined ? [] : [`gives ${hoursOf(ownMinutes)} of their own`]),
  ];
  const unbounded = people.filter(
    ({ person: { time } }) => time?.releaseMinutes === undefined || time.ownMinutes === undefined,
  );
  if (unbounded.length > 0) {
    const who = someOf(unbounded.map(({ person }) => person.id));
    const byTerm = unbounded.some(({ person: { time } }) => time?.terms !== undefined);
    const span = byTerm ? ' for the window as a whole' : '';
    assumptions.push({
      path,
      message: `Released time or own time is not given for ${who}${span}: what is not given is not limited. Give both, in minutes, to limit them.`,
    });
  } else if (given.length > 0) {
    assumptions.push({
      path,
      message: `Each person ${given.join(' and ')}, where they do not say otherwise.`,
    });
  }
  if (given.length > 0 && terms.length > 0) {
    assumptions.push({
      path,
      message: `This time is for the window as a whole, and may all fall in one of its ${numberOf(terms.length, 'term')}. Give people one by one, with time.terms, to limit them in each.`,
    });
  }
  return assumptions;
}

/** The team as people: those given, and a stand-in for each of those only counted. */
export function draftTeam(questionnaire: Questionnaire): DraftedTeam {
  const { team, time, provider } = questionnaire;
  const given: { readonly entry: Given; readonly path: Path }[] = [];
  const counts: { readonly entry: Counted; readonly path: Path }[] = [];
  team.forEach((entry, index) => {
    const path = [...TEAM, index];
    if ('count' in entry) counts.push({ entry, path });
    else given.push({ entry, path });
  });
  const defaultRoles = provider.kind === 'childminder' ? [] : ['practitioner'];
  const taken = new Set<string>(given.map(({ entry }) => entry.id));
  const drafted = standIns(counts, taken, defaultRoles);
  const people: DraftedPerson[] = [
    ...given.map(({ entry, path }) => ({ path, person: withTime(entry, time) })),
    ...drafted.map(({ path, person }) => ({
      path,
      person: time === undefined ? person : { ...person, time: { ...time } },
    })),
  ];

  const assumptions: Assumption[] = [];
  const assume = (path: Path, message: string): void => void assumptions.push({ path, message });
  if (people.length === 0)
    assume(TEAM, 'The team is empty: there is nobody to plan for. Add people or counts.');
  if (drafted.length > 0) {
    assume(
      TEAM,
      `${numberOf(drafted.length, 'person is', 'people are')} only counted and planned for as ${someOf(drafted.map(({ person }) => person.id))}. Give people one by one to say more about them.`,
    );
  }
  const unroled = counts.filter(({ entry }) => entry.roles === undefined);
  if (unroled.length > 0 && defaultRoles.length > 0) {
    for (const { entry, path } of unroled)
      assume(
        path,
        `${numberOf(entry.count, 'person', 'people')} at level ${entry.level} without roles: taken for practitioners. Give roles if they are something else.`,
      );
  }
  const unrecorded = people.filter(({ person }) => person.records === undefined);
  if (unrecorded.length > 0) {
    assume(
      TEAM,
      `No training records are given for ${numberOf(unrecorded.length, 'person', 'people')} (${someOf(unrecorded.map(({ person }) => person.id))}): none of them is assumed to hold any training. Give records, even an empty list, to change that.`,
    );
  }
  assumptions.push(...assumedOfTime(people, questionnaire));
  return { people, assumptions };
}
