import { defineConfig, mergeConfig } from 'vitest/config';
import base from '../../vitest.config.js';

// A seed nobody chose, and ten times the runs. Both are printed: SMARTPD_SEED=... repeats the night.
process.env['SMARTPD_SEED'] ??= String(Math.floor(Math.random() * 2 ** 31));
process.env['SMARTPD_RUNS'] ??= '10';
console.log(`SMARTPD_SEED=${process.env['SMARTPD_SEED']} SMARTPD_RUNS=${process.env['SMARTPD_RUNS']}`);

// merging lists adds to them, so the nightly tests are let in by replacing the list
const { exclude, ...test } = base.test ?? {};
export default mergeConfig(
  { ...base, test },
  defineConfig({
    test: {
      exclude: (exclude ?? []).filter((glob) => glob !== 'test/nightly/**'),
      testTimeout: 3_600_000,
    },
  }),
);
