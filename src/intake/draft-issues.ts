import type { Issue } from '../domain/issue.js';
import { type Path, placeOf } from '../domain/checking/wording.js';

/** Where the parts of a drafted request come from: by their positions in it. */
export interface Origins {
  readonly staff: readonly Path[];
  readonly needs: readonly Path[];
  readonly funding: readonly Path[];
}

/** The part of what was passed that a part of the drafted request comes from. */
function originOf(path: Path, origins: Origins): Path {
  const [part, position, ...rest] = path;
  if (typeof part !== 'string') return [];
  switch (part) {
    case 'catalogue':
    case 'areas':
      return ['context', ...path];
    case 'needs': {
      const origin = typeof position === 'number' ? origins.needs[position] : undefined;
      if (origin === undefined) return ['questionnaire', 'findings'];
      // of a finding, whom and by when are kept as they were given
      const kept = rest[0] === 'who' || rest[0] === 'by' || origin[0] === 'context';
      return kept ? [...origin, ...rest] : origin;
    }
    case 'staff': {
      const origin = typeof position === 'number' ? origins.staff[position] : undefined;
      return origin === undefined ? ['questionnaire', 'team'] : [...origin, ...rest];
    }
    case 'funding': {
      const origin = typeof position === 'number' ? origins.funding[position] : undefined;
      return origin === undefined ? ['questionnaire', 'otherFunding'] : [...origin, ...rest];
    }
    case 'setting':
      return ['questionnaire', 'provider'];
    default:
      return ['questionnaire', ...path];
  }
}

/** What is wrong with a drafted request, said of what it was drafted from. */
export const issuesAtOrigin = (issues: readonly Issue[], origins: Origins): Issue[] =>
  issues.map((issue) => {
    const path = originOf(issue.path, origins);
    if (issue.path.length === 0) return issue;
    return { ...issue, path, message: issue.message.replace(placeOf(issue.path), () => placeOf(path)) };
  });
