import { defineConfig, mergeConfig } from 'vitest/config';
import base from '../../vitest.config.js';

// merging lists adds to them, so the nightly tests are let in by replacing the list
const { exclude = [], ...test } = base.test ?? {};

export default mergeConfig(
  { ...base, test },
  defineConfig({
    test: {
      exclude: exclude.filter((glob) => glob !== 'test/nightly/**'),
      globalSetup: ['test/config/nightly-seed.ts'],
      testTimeout: 3_600_000,
    },
  }),
);
