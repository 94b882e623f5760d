import { readAs } from '../../domain/checking/read-as.js';
import { counted as inThousands } from '../../domain/checking/wording.js';
import type { Issue } from '../../domain/issue.js';
import { LIMITS } from '../../domain/units.js';
import { checkRota } from './check-rota.js';
import { CoverAccount, type CoverBreach, type CoverPeriodInput, type CoverStretch } from './cover-account.js';
import type { CoverNote } from './cover-notes.js';
import { type RotaQuestionInput, RotaQuestionSchema } from './rota-question.js';
import { stretchesOf } from './stretches.js';
import { type CoverQuestion, teamOf } from './team.js';

/** What a rota leaves for training; or what is wrong with what was passed, its shape first. */
export type RotaCover =
  | {
      readonly status: 'derived';
      /** For a request's `cover`: sets of absences that keep all of them keep every rule. In the order of time. */
      readonly periods: CoverPeriodInput[];
      /** How it is reckoned, stretch by stretch: who counts, what is needed, how many may be out. In the order of time. */
      readonly stretches: CoverStretch[];
      /** Where the rota breaks a rule before anybody is out. In the order of time. */
      readonly breaches: CoverBreach[];
      /** What to know about it: which rules are tighter than a count of heads, which ratio was used, what is not checked. */
      readonly notes: CoverNote[];
      /** What to ask about people who are counted lower than they may be. In the order of their ids. */
      readonly questions: CoverQuestion[];
    }
  | { readonly status: 'invalid'; readonly issues: readonly Issue[] };

/**
 * Derives from a rota and the children expected how many people, and which, may be out at once without breaking a ratio,
 * level or first-aid rule. The periods go into a request's `cover`. Each names the people on shift of whom a rule needs
 * some; whoever is not on shift may be out freely. People count only as far as `countedLevel` is sure of them, so what is
 * not known makes it stricter, never looser, and is asked in `questions`. Where the rota itself breaks a rule, `breaches`
 * says so and none of those the rule needs may be out.
 *
 * `invalid` lists all issues of shape at once; once the shape is right, all others at once: people and sites that are not
 * there, times out of order, shifts of one person that overlap; and then more periods than a request takes (2,000; say
 * `during`). It never throws.
 *
 * The rules and their sources are in `RATIO_RULES` and `COVER_RULES`; none has been verified against the statute.
 *
 * @example
 * const at = { starts: '2026-10-05T09:00', ends: '2026-10-05T12:00' };
 * const person = (id: string) => ({
 *   id,
 *   roles: ['practitioner'],
 *   qualifications: [{ level: 3, fullAndRelevant: true, awardedOn: '2012-07-06' }],
 *   records: [{ area: 'paediatric-first-aid', depth: 2 as const, completedOn: '2025-10-04' }],
 * });
 * const cover = coverFromRota({
 *   setting: { id: 'acorns', providerKind: 'group' },
 *   staff: ['ada', 'bo', 'cy'].map(person),
 *   rota: { shifts: ['ada', 'bo', 'cy'].map((staff) => ({ staff, ...at })) },
 *   children: [{ ...at, expected: { '2': 10 } }],
 * });
 * if (cover.status === 'derived') console.log(cover.periods.map(({ maxAway }) => maxAway)); // => [1]
 */
export function coverFromRota(given: RotaQuestionInput): RotaCover {
  const read = readAs(RotaQuestionSchema, given);
  if (read.status === 'invalid') return read;
  const question = read.value;
  const wrong = checkRota(question);
  if (wrong.length > 0) return { status: 'invalid', issues: wrong };

  const team = teamOf(question);
  const account = new CoverAccount(question);
  for (const stretch of stretchesOf(question)) account.take(stretch, team.of(stretch));
  const { periods, ...rest } = account.result();
  if (periods.length > LIMITS.entries) return { status: 'invalid', issues: [tooMany(periods.length)] };
  return { status: 'derived', periods, ...rest, questions: team.questions() };
}

const tooMany = (periods: number): Issue => ({
  path: ['during'],
  code: 'too-large',
  message: `Say in during when sessions are, or give a rota of fewer days: it comes to ${inThousands(periods)} cover periods, and a request takes ${inThousands(LIMITS.entries)}.`,
});
