import {
  type BuildResult,
  type Conflict,
  type Coverage,
  DEFAULT_MUST,
  type Issue,
  type Need,
  type Objective,
  type Programme,
  type Request,
} from 'smartpd';
import { isTaxonomyArea, RULEBOOKS, titleOf } from 'smartpd/rules';
import { allBooked } from './bookings.js';
import { gapsOf } from './gaps.js';
import { selectedBy } from './who.js';
import type { Draft, Plan } from './plan.js';
import { counted, duration, longDay, people, pounds, withFigures, wrapped } from './words.js';

/* A plan as a manager wants to read it. */

const DEPTHS = { 1: 'awareness', 2: 'practice', 3: 'expertise', 4: 'leading others' } as const;
const SOURCES = {
  statutory: 'the law',
  'welfare-notice': 'welfare notice',
  'inspection-action': 'inspection action',
  'inspection-recommendation': 'inspection recommendation',
  'self-evaluation': 'self-evaluation',
  appraisal: 'appraisal',
  'local-authority': 'local authority',
  'sector-focus': 'sector focus',
  aspiration: 'good practice or a wish',
} as const;

const paragraph = (mark: string, texts: readonly string[]): string[] =>
  texts.flatMap((text) => wrapped(mark, text));

const section = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : ['', title, ...lines];

const places = (path: readonly (string | number)[]): string => path.join('.');

const sentences = (issues: readonly Issue[]): string[] =>
  paragraph(
    '  - ',
    issues.map(({ path, message }) => `${places(path)}: ${message}`),
  );

function notUnderstood({ unmatched }: Draft): string[] {
  const asked = unmatched.map(({ phrase, nearest }) => {
    const offer = nearest.length === 0 ? '' : ` Did you mean ${nearest.join(', or ')}?`;
    return `"${phrase}" is in nothing below: the taxonomy does not know these words.${offer}`;
  });
  return section('Not understood', paragraph('  ? ', asked));
}

const takenForGranted = ({ assumptions }: Draft): string[] =>
  section(
    'Taken for granted',
    paragraph(
      '  - ',
      assumptions.map(({ message }) => message),
    ),
  );

function needSaid({ area, depth, source, by }: Need): string {
  const title = isTaxonomyArea(area) ? titleOf(area) : area;
  return `${title}, ${DEPTHS[depth]} (${SOURCES[source]}${by === undefined ? '' : `, by ${longDay(by)}`})`;
}

/** What tells a need from another that reads the same: the rule behind it, or else its id. Nothing for the others. */
function distinction(need: Need, { needs }: Request): string[] {
  if (!needs.some((other) => other.id !== need.id && needSaid(other) === needSaid(need))) return [];
  const rule = RULEBOOKS.filter(({ edition }) => edition === need.basis?.edition)
    .flatMap(({ rules }) => rules)
    .find(({ id }) => id === need.basis?.rule);
  return [rule === undefined ? need.id : `${rule.title}.`];
}

/** Of whom it is asked; nothing when that is the whole team. */
function askedOf(need: Need, request: Request): string[] {
  const selected = selectedBy(need, request).map(({ id }) => id);
  const team = request.staff.map(({ id }) => id);
  if (selected.length === team.length) return [];
  return selected.length === 0 ? ['nobody'] : [people(selected, team)];
}

const needed = ({ count }: Need, target: number): string =>
  count === 'everyone' ? `of ${target}` : `where ${target} are needed`;

function covered(need: Need, { target, alreadyMet, metBy, overdue }: Coverage, request: Request): string[] {
  const holders = alreadyMet.length + metBy.length;
  const late = overdue === true ? ', late' : '';
  return [
    ...withFigures(
      wrapped('  ', needSaid(need)),
      `${holders} ${needed(need, target)}, ${metBy.length} new${late}`,
    ),
    ...paragraph('    ', distinction(need, request)),
    ...paragraph('    of ', askedOf(need, request)),
  ];
}

function uncovered(need: Need, coverage: Coverage, request: Request, programme: Programme): string[] {
  const team = request.staff.map(({ id }) => id);
  const { target, shortBy, alreadyMet, metBy } = coverage;
  const gaps = gapsOf(need, coverage, request, programme);
  const because =
    gaps.length === 0
      ? [`only ${counted(alreadyMet.length + metBy.length, 'person is', 'people are')} asked for it`]
      : gaps.map((gap) => `${people(gap.staff, team)}: ${gap.because}`);
  return [
    ...withFigures(wrapped('  ', needSaid(need)), `short by ${shortBy} ${needed(need, target)}`),
    ...paragraph('    ', distinction(need, request)),
    ...paragraph('    ', because),
  ];
}

/** How far the programme is proved best. A value whose bound it does not reach could still be bettered. */
function proved({ status, objectives }: Programme): string[] {
  if (status === 'optimal')
    return [
      'Proved best: none meets more of what is required, or more of the rest by weight; none as good costs less, or takes less time at that cost. This much is the word of the builder.',
    ];
  const open = objectives.find(({ value, bound }) => bound !== value);
  return [
    `Not proved best within the effort allowed: ${open === undefined ? 'ties are open' : gapSaid(open)}.`,
  ];
}

function gapSaid({ name, value, bound }: Objective): string {
  const what = {
    must: 'the score of what is required',
    weighted: 'the score of everything else',
    changes: 'the number of changes',
    pence: 'the cost in pence',
    'release-minutes': 'the release minutes',
    minutes: 'the minutes',
    lateness: 'the lateness in days',
  }[name];
  if (bound === null) return `${what} is ${value}, with no bound yet`;
  const gap = ((100 * Math.abs(bound - value)) / Math.max(1, value)).toFixed(1);
  return `${what} is ${value} and cannot be better than ${bound} (a gap of ${gap} %)`;
}

function sums({ totals }: Programme, request: Request): string[] {
  const pots = request.funding.map(({ id, pence }) => ({ id, pence, spent: totals.byPot[id] ?? 0 }));
  const there = pots.reduce((sum, { pence }) => sum + pence, 0);
  const fullest = request.staff
    .map(({ id, time }) => ({
      id,
      spent: totals.byLearner[id]?.minutes ?? 0,
      given: (time?.releaseMinutes ?? Infinity) + (time?.ownMinutes ?? Infinity),
    }))
    .sort((a, b) => b.spent / b.given - a.spent / a.given || b.spent - a.spent)[0];
  const saving =
    totals.savedPence <= 0
      ? ''
      : `; ${pounds(totals.listPence)} at list prices, so ${pounds(totals.savedPence)} saved`;
  const byPot = pots.map(({ id, pence, spent }) => `${id} ${pounds(spent)} of ${pounds(pence)}`);
  const byTerm = (request.terms ?? []).map(({ id }) => {
    const { pence, minutes } = totals.byTerm[id] ?? { pence: 0, minutes: 0 };
    return `${id} ${minutes + pence === 0 ? 'nothing' : `${duration(minutes)}, ${pounds(pence)}`}`;
  });
  const released =
    totals.releaseMinutes === 0 ? '' : `, ${duration(totals.releaseMinutes)} of it in opening hours`;
  const most =
    fullest === undefined || request.staff.length < 2
      ? ''
      : `; most for ${fullest.id}, ${duration(fullest.spent)}${Number.isFinite(fullest.given) ? ` of ${duration(fullest.given)}` : ''}`;
  const given =
    request.staff.length === 1 && fullest !== undefined && Number.isFinite(fullest.given)
      ? ` of ${duration(fullest.given)}`
      : '';
  return [
    ...wrapped(
      '  Money   ',
      `${pounds(totals.pence)} of ${pounds(there)}, ${pounds(there - totals.pence)} left${saving}`,
    ),
    ...(pots.length > 1 ? paragraph('          ', byPot) : []),
    ...wrapped('  Time    ', `${duration(totals.minutes)}${given}${released}${most}`),
    ...paragraph('          ', byTerm),
  ];
}

const mustsFirst = ({ needs, policy }: Request): Need[] => {
  const must = policy?.must ?? DEFAULT_MUST;
  const isMust = ({ source }: Need): boolean => must.includes(source);
  return [...needs.filter(isMust), ...needs.filter((need) => !isMust(need))];
};

function programmeSaid(programme: Programme, request: Request): string[] {
  const pairs = mustsFirst(request).flatMap((need) => {
    const coverage = programme.coverage.find((one) => one.need === need.id);
    return coverage === undefined ? [] : [{ need, coverage }];
  });
  const met = pairs.filter(({ coverage }) => coverage.shortBy === 0);
  const short = pairs.filter(({ coverage }) => coverage.shortBy > 0);
  const bookings = allBooked(programme, request);
  return [
    ...section('To book', bookings.length > 0 ? bookings : ['  Nothing.']),
    ...section(
      'What is covered',
      met.flatMap(({ need, coverage }) => covered(need, coverage, request)),
    ),
    ...section(
      'What is left uncovered, and what stands in the way',
      short.flatMap(({ need, coverage }) => uncovered(need, coverage, request, programme)),
    ),
    ...section('In all', sums(programme, request)),
  ];
}

const cannotHold = ({ members }: Conflict): string =>
  members.length === 1 ? `This ${members[0]?.kind ?? 'demand'} cannot hold` : 'These cannot hold together';

function ending(result: BuildResult, request: Request): string[] {
  switch (result.status) {
    case 'optimal':
    case 'bounded':
      return programmeSaid(result.programme, request);
    case 'infeasible':
      return section(
        cannotHold(result.conflict),
        sentences(result.conflict.members.map((member) => ({ ...member, code: 'not-allowed' }))),
      );
    case 'undecided':
      return section('No programme was found within the effort allowed.', []);
    case 'invalid':
      return section('The request cannot be read', sentences(result.issues));
  }
}

/** Everything a manager wants to know of one setting. */
export function report({ setting, questionnaire, draft, result, verdict, milliseconds }: Plan): string {
  const { provider, window } = questionnaire;
  const title = `${setting}: ${provider.name ?? 'no name given'}`;
  const head = [
    title,
    '='.repeat(title.length),
    `${draft.status === 'drafted' ? `${counted(draft.request.staff.length, 'person', 'people')}, ${counted(draft.request.needs.length, 'need')}, ` : ''}${longDay(window.from)} to ${longDay(window.to)}`,
  ];
  if (draft.status === 'invalid')
    return [...head, ...section('The questionnaire cannot be read', sentences(draft.issues))].join('\n');
  const { length } = draft.assumptions;
  if (length > 0)
    head.push(
      `${counted(length, 'thing is', 'things are')} taken for granted: listed at the end, to be put right`,
    );
  const lines = [...head, ...notUnderstood(draft)];
  if (result !== undefined) lines.push(...ending(result, draft.request));
  if (result?.status === 'optimal' || result?.status === 'bounded')
    lines.push(...paragraph('  Proof   ', proved(result.programme)));
  if (verdict !== undefined)
    lines.push(
      ...paragraph('  Check   ', [
        verdict.ok
          ? 'Verified from the request alone: every booking, price, minute, total and line of coverage holds.'
          : `REFUSED: ${verdict.refusals.map(({ path, message }) => `${places(path)}: ${message}`).join(' ')}`,
      ]),
    );
  lines.push(`  Took    ${(milliseconds / 1000).toFixed(2)} s`, ...takenForGranted(draft));
  return lines.join('\n');
}
