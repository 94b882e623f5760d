import { runFactor } from '../../support/runs.js';

/** Time enough on a loaded machine, and more of it when more runs are asked for. */
export const patience = (seconds: number): { readonly timeout: number } => ({
  timeout: seconds * 1000 * runFactor,
});
