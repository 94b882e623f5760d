/*
 * Sections 3 and 4 of DESIGN.md read aloud, one function for one sentence. Nothing of `src/` runs here: this is the
 * judge.
 */
export * from './page-allowed.js';
export * from './page-learning.js';
export * from './page-limits.js';
export * from './page-money.js';
export * from './page-people.js';
export * from './page-time.js';
export * from './page-words.js';
