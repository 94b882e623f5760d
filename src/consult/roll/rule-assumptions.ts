import type { Rulebook } from '../../rules/rulebook.js';
import { type RollAssumption, type Rolling, say } from './rolling.js';

const checked = ({ rules }: Rulebook): string => {
  const verified = rules.filter((rule) => rule.verified).length;
  return verified === rules.length
    ? 'All its rules have been checked against the statutory text.'
    : `${verified === 0 ? 'None' : String(verified)} of its ${rules.length} rules has been checked against the statutory text: check before you rely on them.`;
};

/** What was taken for granted of needs: which were left out, which rules were asked, and what they cannot tell. */
export function assumedOfRules({ derived, dropped, asked }: Rolling): RollAssumption[] {
  const told = dropped.needs.map((message) => say(message, 'request', 'needs'));
  if (derived?.status === 'no-rulebook')
    told.push(
      say(
        'No rulebook is known for such a provider on the first day: what the rules asked before is asked again.',
        'options',
        'rulebook',
      ),
    );
  if (derived?.status !== 'derived') return told;
  const { rulebook, questions, kept, leftOut, added, otherEditions } = derived;
  told.push(
    say(
      `The rules are those of ${rulebook.id}, in force since ${rulebook.effectiveFrom}. ${checked(rulebook)}`,
      'options',
      'rulebook',
    ),
    say(
      `What the rules ask of the team has to hold until ${asked}, when it can be renewed again.`,
      'options',
      'leadDays',
    ),
    ...(otherEditions.length === 0
      ? []
      : [
          say(
            `Before, needs were those of ${otherEditions.join(', ')}, not applied now: pass options.variants or options.rulebook if they are to be.`,
            'options',
            'rulebook',
          ),
        ]),
    ...(added.length === 0
      ? []
      : [
          say(
            `Nothing was asked before by these rules, and something is now: ${added.join(', ')}. List in options.leaveOut what is to be left out.`,
            'options',
            'leaveOut',
          ),
        ]),
    ...leftOut.map((rule) =>
      say(`What "${rule}" asks is left out, as the options say.`, 'options', 'leaveOut'),
    ),
    ...kept.map((message) => say(message, 'request', 'needs')),
    ...questions.map(({ message }) => say(message, 'request', 'staff')),
  );
  return told;
}
