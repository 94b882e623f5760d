/*
 * The one place that touches what runs the library: without a turn of the event loop nothing else could run, and nobody
 * could abort. When the turn comes changes no answer.
 */

/** Node's, which does not wait for a clock. */
declare const setImmediate: ((run: () => void) => unknown) | undefined;
declare function setTimeout(run: () => void, milliseconds: number): unknown;

/** Lets the event loop run other tasks first: events, timers, drawing. */
export const nextTask = (): Promise<void> =>
  new Promise((resolve) => {
    if (typeof setImmediate === 'function') setImmediate(resolve);
    else setTimeout(resolve, 0);
  });
