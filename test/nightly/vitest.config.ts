import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/*
 * The long run: HiGHS on larger teams, and every guarantee and oracle with many more cases from a seed of the day.
 * SMARTPD_SEED and SMARTPD_RUNS choose others: a failure prints its seed, and the same seed is the same run.
 */
const DAY = 86_400_000;
const seed = process.env['SMARTPD_SEED'] ?? String(Math.floor(Date.now() / DAY));
const runs = process.env['SMARTPD_RUNS'] ?? '5';

export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    include: ['test/nightly/**/*.test.ts', 'test/guarantees/**/*.test.ts', 'test/oracle/**/*.test.ts'],
    setupFiles: ['test/setup.ts'],
    env: { SMARTPD_SEED: seed, SMARTPD_RUNS: runs },
    testTimeout: 7_200_000,
  },
});
