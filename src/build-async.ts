import { Building } from './building.js';
import type { AsyncBuildOptions, BuildResult } from './domain/outcome.js';
import type { RequestInput } from './domain/request.js';
import { checkAsyncOptions } from './intake/check-options.js';
import { checkInSteps, type RequestCheck } from './intake/check-request.js';
import { nextTask } from './internal/next-task.js';

/** Work done between two turns of the event loop: 1 to 5 milliseconds on the machine of the benchmarks. */
const UNITS_PER_SLICE = 1_000;

/**
 * Builds as {@link buildProgramme} does, and lets the event loop run in between: the same request gives the same result,
 * byte for byte. The request is read at once; changing it afterwards changes nothing. Two builds at a time do not
 * disturb each other.
 *
 * Aborted by `options.signal`, it resolves to what there is: the best programme so far as `bounded`, which is as legal
 * as any, or `undecided` when there is none. Where an aborted build had got is all that depends on time.
 * `options.onProgress` is told of each better programme and each tighter bound; the result is at least as good as the last
 * it is told. What it throws, or what reading the signal throws, rejects the promise; nothing else does.
 *
 * @example
 * const stop = new AbortController();
 * const result = await buildProgrammeAsync(request, {
 *   signal: stop.signal,
 *   onProgress: ({ objectives }) => report(objectives),
 * });
 * result.status; // => 'optimal'
 */
export async function buildProgrammeAsync(
  request: RequestInput,
  options?: AsyncBuildOptions,
): Promise<BuildResult> {
  const chosen = checkAsyncOptions(options);
  if (chosen.status === 'invalid') return chosen;
  const checked = await checkedInTurns(request);
  if (checked.status === 'invalid') return checked;
  const { effort, guide, signal, onProgress } = chosen;
  const aborted = (): boolean => signal?.aborted === true;
  const building = new Building(checked.request, effort, guide);
  for (;;) {
    await nextTask();
    if (aborted()) return building.soFar;
    const result = building.advance(UNITS_PER_SLICE);
    const news = building.news();
    if (news !== undefined) onProgress?.(news);
    if (result !== undefined) return result;
  }
}

/** Checks a request, of some length in several turns of the event loop. It is read in the first. */
async function checkedInTurns(request: RequestInput): Promise<RequestCheck> {
  const steps = checkInSteps(request);
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done === true) return step.value;
    await nextTask();
  }
}
