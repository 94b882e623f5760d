import { parseArgs } from 'node:util';

/** What the demo is asked to do. */
export interface Options {
  /** One setting; all of them without it. */
  readonly setting?: string;
  readonly budgetPence?: number;
  readonly json: boolean;
  readonly help: boolean;
}

export const USAGE = `Usage: npm run demo -- [options]

  --setting NAME   only this one of examples/data/questionnaires
  --budget POUNDS  for the setting as a whole, such as 900 or 899.50, instead of its own budget
  --json           prints the drafts, programmes and verdicts as JSON, and nothing else
                   (npm adds two lines of its own unless you say: npm run --silent demo -- --json)
  --help           prints this`;

/** Said to whoever typed the command; nothing is wrong with the program. */
export class UsageError extends Error {}

/** Up to £10 million, as much as a request takes. */
const MOST_PENCE = 1_000_000_000;

function penceOf(text: string): number {
  const [, whole, part = ''] = /^£?(\d{1,9})(?:\.(\d{1,2}))?$/.exec(text) ?? [];
  const pence = whole === undefined ? Infinity : Number(whole) * 100 + Number(part.padEnd(2, '0'));
  if (pence > MOST_PENCE)
    throw new UsageError(`--budget takes pounds up to 10000000, such as 900 or 899.50, not ${text}.`);
  return pence;
}

/** Reads the command line, given the names of the settings there are. */
export function readOptions(args: readonly string[], settings: readonly string[]): Options {
  let values;
  try {
    ({ values } = parseArgs({
      args: [...args],
      options: {
        setting: { type: 'string' },
        budget: { type: 'string' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }));
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
  const { setting, budget, json, help } = values;
  if (setting !== undefined && !settings.includes(setting))
    throw new UsageError(`There is no setting ${setting}. There are: ${settings.join(', ')}.`);
  return {
    json,
    help,
    ...(setting !== undefined && { setting }),
    ...(budget !== undefined && { budgetPence: penceOf(budget) }),
  };
}
