/* smartpd/highs: lets HiGHS propose solutions while a programme is built. */
export { highsGuide, type HighsGuideOptions } from './highs-guide.js';
export type { HighsInstance } from './highs-instance.js';
