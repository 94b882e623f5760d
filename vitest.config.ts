import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const source = (path: string): string => fileURLToPath(new URL(`./src/${path}`, import.meta.url));

export default defineConfig({
  resolve: {
    alias: [
      { find: /^smartpd$/, replacement: source('index.ts') },
      { find: /^smartpd\/(rules|verify|highs|testing)$/, replacement: source('$1/index.ts') },
    ],
  },
  test: {
    include: ['test/**/*.test.ts'],
    // Nightly tests take minutes and package tests need a build: each has a script of its own.
    exclude: ['test/nightly/**', 'test/package/built/**'],
    setupFiles: ['test/setup.ts'],
    testTimeout: 60_000,
  },
});
