import { readOptions, UsageError, USAGE } from './options.js';
import { type Plan, plan } from './plan.js';
import { report } from './report.js';
import { readCatalogue, readQuestionnaire, settingNames } from './settings.js';

/** What the demo uses of the world around it. */
export interface World {
  readonly print: (text: string) => void;
  readonly complain: (text: string) => void;
  /** Milliseconds from some fixed moment. */
  readonly now: () => number;
}

const isSound = ({ result, verdict }: Plan): boolean => result !== undefined && verdict?.ok !== false;

function run(args: readonly string[], { print, now }: World): boolean {
  const names = settingNames();
  const options = readOptions(args, names);
  if (options.help) {
    print(USAGE);
    return true;
  }
  const catalogue = readCatalogue();
  const plans: Plan[] = [];
  if (!options.json) print('Settings, people, courses and prices are fictional.\n');
  for (const name of options.setting === undefined ? names : [options.setting]) {
    const questionnaire = readQuestionnaire(name, options.budgetPence);
    const made = plan(name, questionnaire, catalogue, now);
    plans.push(made);
    if (!options.json) print(`${report(made)}\n`);
  }
  if (options.json) print(JSON.stringify(plans, null, 2));
  return plans.every(isSound);
}

/** Runs the demo; 0 when every setting got a programme that holds, 1 when not, 2 when it was asked the wrong way. */
export function demo(args: readonly string[], world: World): 0 | 1 | 2 {
  try {
    return run(args, world) ? 0 : 1;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    world.complain(`${error.message}\n\n${USAGE}`);
    return 2;
  }
}
