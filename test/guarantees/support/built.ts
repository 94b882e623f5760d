import { buildProgramme } from '../../../src/index.js';
import type { BuildOptions, BuildResult } from '../../../src/domain/outcome.js';
import type { Programme } from '../../../src/domain/programme.js';
import type { RequestInput } from '../../../src/domain/request.js';
import type { Objectives } from '../../oracle/objectives.js';

/** What a valid request can end in. */
export type Ending = Exclude<BuildResult, { status: 'invalid' }>;

/** Builds a request that the arbitraries promise to be valid. */
export function built(request: RequestInput, options?: BuildOptions): Ending {
  const result = buildProgramme(request, options);
  if (result.status === 'invalid') {
    throw new Error(`a generated request was refused: ${JSON.stringify(result.issues)}`);
  }
  return result;
}

/** The programme of a request that has one, proved best. */
export function optimal(request: RequestInput): Programme | undefined {
  const result = built(request);
  if (result.status === 'infeasible') return undefined;
  if (result.status !== 'optimal') throw new Error(`not proved: ${result.status}`);
  return result.programme;
}

/** The objectives a programme states, and the first two steps of its tie-break, read off its bookings. */
export function objectivesOf(programme: Programme): Objectives {
  const value = (name: string): number => {
    const objective = programme.objectives.find((one) => one.name === name);
    if (objective === undefined) throw new Error(`the programme states no ${name}`);
    return objective.value;
  };
  return {
    must: value('must'),
    weighted: value('weighted'),
    changes: programme.objectives.some(({ name }) => name === 'changes') ? value('changes') : 0,
    pence: value('pence'),
    'release-minutes': value('release-minutes'),
    minutes: value('minutes'),
    lateness: value('lateness'),
    places: programme.bookings.reduce((sum, booking) => sum + booking.learners.length, 0),
    bookings: programme.bookings.length,
  };
}
