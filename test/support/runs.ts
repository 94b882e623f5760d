/** A whole number from the environment, or the default when it is not set. Anything else stops the run. */
const wholeNumber = (name: string, byDefault: number): number => {
  const text = process.env[name];
  if (text === undefined || text === '') return byDefault;
  if (!/^-?\d{1,10}$/.test(text)) throw new Error(`${name} must be a whole number, not "${text}"`);
  return Number(text);
};

/** The seed of every property test: fixed, so that a failure in CI is the same failure on a desk. */
export const seed = wholeNumber('SMARTPD_SEED', 20_250_901);

/** How many times as long as usual the property tests run: 1, unless SMARTPD_RUNS says more. */
export const runFactor = Math.max(1, wholeNumber('SMARTPD_RUNS', 1));

/** The number of runs of a property that asks for its own: `fc.assert(property, { numRuns: runs(2_000) })`. */
export const runs = (usual: number): number => usual * runFactor;
