import type { CountingCondition } from './counted.js';
import type { CountingRuleId } from './counting-rules.js';
import { type Finding, no, reason, unknown, yes } from './finding.js';
import { PATHS } from './questions.js';

/** What is to be said of a question about the person for each answer to it. */
interface Said {
  readonly rule: CountingRuleId;
  readonly unknown: string;
  readonly yes: string;
  readonly no: string;
}

/** What an answer to a question about the person settles; without one, that it is to be asked. */
export function answered(
  ask: 'equivalent' | 'appropriate' | 'competent' | 'experience-based-route',
  answer: boolean | undefined,
  said: Said,
  conditions: readonly CountingCondition[] = [],
): Finding {
  const { rule } = said;
  if (answer === undefined)
    return unknown({ key: ask, ask, path: PATHS[ask], reason: reason(rule, said.unknown) });
  return answer ? yes([reason(rule, said.yes)], conditions) : no(reason(rule, said.no));
}
