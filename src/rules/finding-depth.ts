import type { Depth } from '../domain/units.js';
import type { Rulebook } from './rulebook.js';

/** Practice. */
const UNLESS_LAW_SAYS: Depth = 2;

/** The depth that a finding asks of an area unless it says so: what the law asks of it, or else practice (2). */
export const findingDepth = (area: string, rulebook: Rulebook | undefined): Depth =>
  (rulebook?.rules ?? [])
    .flatMap(({ training, strength }) => (strength === 'must' && training?.area === area ? training : []))
    .reduce<Depth | undefined>(
      (deepest, { depth }) => (deepest === undefined || depth > deepest ? depth : deepest),
      undefined,
    ) ?? UNLESS_LAW_SAYS;
