import { defineConfig } from 'vitest/config';

// What the packed tarball promises; it needs `npm run build` first, and no alias: the package is used by its name.
export default defineConfig({
  test: {
    include: ['test/package/built/**/*.test.ts'],
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
