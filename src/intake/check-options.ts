import type { AsyncBuildOptions, BuildOptions, Guide } from '../domain/outcome.js';
import type { Issue } from '../domain/issue.js';
import { IssueList } from '../domain/checking/issue-list.js';
import { readSnapshot } from '../domain/checking/snapshot-issues.js';

interface Invalid {
  readonly status: 'invalid';
  readonly issues: readonly Issue[];
}

/** What a check of the options says: what was asked for, or all that is wrong with what was passed. */
export type OptionsCheck = (Required<BuildOptions> & { readonly status: 'valid' }) | Invalid;

/** The same of the options of a build that does not block: with what it listens to and what listens to it. */
export type AsyncOptionsCheck = (Required<AsyncBuildOptions> & { readonly status: 'valid' }) | Invalid;

const AT = 'options';
/** Options that are no data and so cannot be copied. */
const LIVE: ReadonlySet<string> = new Set(['guide']);
const LIVE_ASYNC: ReadonlySet<string> = new Set(['guide', 'signal', 'onProgress']);

/** Checks the options of a build, whatever was passed. Paths begin with `options`. */
export function checkOptions(value: BuildOptions | undefined): OptionsCheck {
  const issues = new IssueList();
  const [data, live] = parted(value, LIVE);
  const effort = effortOf(data, issues);
  const guide = guideOf(live, issues);
  return issues.empty ? { status: 'valid', effort, guide } : { status: 'invalid', issues: issues.sorted() };
}

/** The same for a build that does not block. Each option is read once, but for whether the signal is aborted. */
export function checkAsyncOptions(value: AsyncBuildOptions | undefined): AsyncOptionsCheck {
  const issues = new IssueList();
  const [data, live] = parted(value, LIVE_ASYNC);
  const effort = effortOf(data, issues);
  const guide = guideOf(live, issues);
  const signal = live.get('signal');
  const onProgress = live.get('onProgress');
  if (!isSignal(signal))
    issues.add([AT, 'signal'], 'wrong-type', (place) => `Give ${place} as an AbortSignal, or leave it out.`);
  if (!isListener(onProgress))
    issues.add([AT, 'onProgress'], 'wrong-type', (place) => `Give ${place} as a function, or leave it out.`);
  return issues.empty && isSignal(signal) && isListener(onProgress)
    ? { status: 'valid', effort, guide, signal, onProgress }
    : { status: 'invalid', issues: issues.sorted() };
}

function guideOf(live: ReadonlyMap<string, unknown>, issues: IssueList): Guide | undefined {
  const guide = live.get('guide');
  if (isGuide(guide)) return guide;
  issues.add(
    [AT, 'guide'],
    'wrong-type',
    (place) => `Give ${place} as an object with a function propose, or leave it out.`,
  );
  return undefined;
}

/** The effort that the options ask for; whatever else they hold is wrong. */
function effortOf(value: unknown, issues: IssueList): number | undefined {
  if (value === undefined) return undefined;
  const read = readSnapshot({ [AT]: value }, issues);
  if (!issues.empty) return undefined;
  const options = Object.values(read ?? {})[0];
  let effort: number | undefined;
  if (typeof options !== 'object' || options === null || Array.isArray(options)) {
    issues.add([AT], 'wrong-type', (place) => `Pass ${place} as an object, or leave it out.`);
    return undefined;
  }
  for (const [key, given] of Object.entries(options)) {
    if (key !== 'effort') {
      issues.add([AT, key], 'unknown-key', (place) => `Remove ${place}: there is no such option.`);
    } else if (typeof given !== 'number' || !Number.isSafeInteger(given)) {
      issues.add([AT, key], 'wrong-type', (place) => `Give ${place} as a whole number of work units.`);
    } else if (given < 1) {
      issues.add([AT, key], 'too-small', (place) => `Give ${place} as 1 or more work units.`);
    } else effort = given;
  }
  return effort;
}

/** The options that are data, as an object of the same kind, and the others; all are data where they cannot be read. */
function parted(
  value: unknown,
  names: ReadonlySet<string>,
): [data: unknown, live: ReadonlyMap<string, unknown>] {
  const live = new Map<string, unknown>();
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [value, live];
  try {
    if (!Object.keys(value).some((key) => names.has(key))) return [value, live];
    const data: object = Object.create(Object.getPrototypeOf(value) as object | null) as object;
    for (const [key, given] of Object.entries(value)) {
      if (names.has(key)) live.set(key, given);
      else Object.defineProperty(data, key, { value: given, enumerable: true });
    }
    return [data, live];
  } catch {
    return [value, new Map()];
  }
}

function isSignal(value: unknown): value is AsyncBuildOptions['signal'] {
  if (value === undefined) return true;
  try {
    return (
      typeof value === 'object' && value !== null && 'aborted' in value && typeof value.aborted === 'boolean'
    );
  } catch {
    return false;
  }
}

function isGuide(value: unknown): value is Guide | undefined {
  if (value === undefined) return true;
  try {
    return (
      typeof value === 'object' && value !== null && 'propose' in value && typeof value.propose === 'function'
    );
  } catch {
    return false;
  }
}

const isListener = (value: unknown): value is AsyncBuildOptions['onProgress'] =>
  value === undefined || typeof value === 'function';
