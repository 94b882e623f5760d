import type { Issue } from '../../../src/domain/issue.js';
import type { QuestionnaireInput } from '../../../src/domain/questionnaire.js';
import type { RequestInput } from '../../../src/domain/request.js';
import { checkQuestionnaire } from '../../../src/intake/check-questionnaire.js';
import { checkRequest } from '../../../src/intake/check-request.js';

/** Uses every key of the contract at least once, and is right in every way. */
export const fullRequest = (): RequestInput => ({
  asOf: '2025-09-01',
  window: { from: '2025-09-01', to: '2026-08-31' },
  terms: [
    { id: 'autumn', from: '2025-09-01', to: '2025-12-31' },
    { id: 'spring', from: '2026-01-01', to: '2026-08-31' },
  ],
  setting: {
    id: 'acorns',
    name: 'Acorns',
    providerKind: 'group',
    entitlements: ['member'],
    sites: [{ id: 'north', name: 'North' }, { id: 'south' }],
    openingHours: [
      { weekday: 1, from: '08:00', to: '12:00' },
      { weekday: 1, from: '13:00', to: '18:00' },
    ],
  },
  staff: [
    {
      id: 'anna',
      name: 'Anna',
      roles: ['manager'],
      qualifications: [
        {
          level: 6,
          title: 'Degree',
          fullAndRelevant: true,
          status: 'qts',
          studying: false,
          startedOn: '2010-09-01',
          awardedOn: '2013-07-01',
          where: 'england',
        },
      ],
      records: [
        {
          area: 'own-area',
          depth: 1,
          completedOn: '2024-01-01',
          expiresOn: '2027-01-01',
          item: 'no-longer-offered',
        },
      ],
      entitlements: ['union'],
      startedOn: '2015-01-01',
      site: 'north',
      ageBands: ['2'],
      level2English: true,
      level2Maths: false,
      time: {
        releaseMinutes: 600,
        ownMinutes: 60,
        terms: { autumn: { releaseMinutes: 300 }, spring: { ownMinutes: 30 } },
      },
      away: [{ from: '2025-10-01', to: '2025-10-01' }],
    },
    { id: 'ben', roles: ['practitioner'] },
  ],
  needs: [
    {
      id: 'talk',
      area: 'speech-language-needs',
      depth: 2,
      who: {
        staff: ['anna'],
        roles: ['manager'],
        sites: ['north'],
        ageBands: ['2'],
        minLevel: 3,
        not: { staff: ['ben'] },
      },
      count: { atLeast: 1, spare: 1 },
      source: 'statutory',
      weight: 3,
      by: '2025-12-01',
      maxAgeMonths: 36,
      basis: { rule: 'a rule', edition: 'an edition', source: 'a source' },
    },
    { id: 'own', area: 'own-area', depth: 1, who: {}, count: 'everyone', source: 'aspiration' },
  ],
  catalogue: {
    id: 'sample',
    asOf: '2025-09-01',
    items: [
      {
        id: 'talk-course',
        title: 'Talk',
        kind: 'workshop',
        provider: 'A provider',
        url: 'https://example.org/talk',
        teaches: [
          { area: 'speech-language-needs', depth: 2, validMonths: 36 },
          { area: 'own-area', depth: 1 },
        ],
        minutes: 180,
        audience: { roles: ['manager'], providerKinds: ['group'], minLevel: 2, maxLevel: 8 },
        prerequisites: [{ anyOf: ['talk-module'] }],
        excludes: ['talk-module'],
        participation: 'whole-team',
        offers: [
          {
            id: 'standard',
            price: {
              kind: 'per-learner-tiered',
              tiers: [
                { from: 1, pence: 5000 },
                { from: 5, pence: 4000 },
              ],
            },
            from: '2025-09-01',
            to: '2026-08-31',
            listPence: 6000,
          },
          { id: 'members', requires: ['gold'], price: { kind: 'per-group', pence: 20_000, size: 10 } },
        ],
        sessions: [
          {
            id: 'october',
            blocks: [
              { starts: '2025-10-06T09:00', ends: '2025-10-06T12:00' },
              { starts: '2025-10-06T12:00', ends: '2025-10-06T15:00' },
            ],
            openHours: true,
            places: 12,
            site: 'south',
          },
        ],
        available: { from: '2025-09-01', to: '2026-08-31' },
        learners: { min: 1, max: 20, perSetting: 30 },
      },
      {
        id: 'talk-module',
        title: 'Talk, online',
        kind: 'online-module',
        teaches: [{ area: 'speech-language-needs', depth: 1 }],
        minutes: 60,
        offers: [
          { id: 'standard', price: { kind: 'per-learner', pence: 1500 } },
          { id: 'free', requires: ['member'], price: { kind: 'free' } },
        ],
      },
      {
        id: 'gold-membership',
        title: 'Gold',
        kind: 'membership',
        teaches: [],
        minutes: 0,
        grants: ['gold'],
        offers: [
          {
            id: 'standard',
            price: {
              kind: 'by-team-size',
              bands: [
                { upTo: 5, pence: 4000 },
                { upTo: 20, pence: 8000 },
              ],
            },
          },
          { id: 'upgrade', requires: ['member'], price: { kind: 'per-setting', pence: 2000 } },
        ],
      },
    ],
  },
  funding: [
    {
      id: 'main',
      pence: 100_000,
      pays: { items: ['talk-course'], kinds: ['workshop'], providers: ['A provider'], areas: ['own-area'] },
      from: '2025-09-01',
      to: '2026-08-31',
    },
    { id: 'grant', pence: 5000, pays: { sources: ['statutory'], not: { staff: ['ben'] } } },
  ],
  limits: [
    {
      id: 'few',
      measure: 'bookings',
      select: { items: ['talk-course'] },
      per: 'setting',
      atMost: 10,
      atLeast: 0,
    },
  ],
  cover: [{ starts: '2025-10-06T08:00', ends: '2025-10-06T18:00', maxAway: 2, among: { sites: ['north'] } }],
  areas: [{ id: 'own-area', title: 'Our own', group: 'ours', aliases: ['ours'] }],
  adjustments: [
    {
      kind: 'pin',
      item: 'talk-course',
      staff: ['anna'],
      session: 'october',
      by: 'the manager',
      reason: 'asked',
    },
    { kind: 'ban', item: 'talk-module' },
  ],
  baseline: [
    {
      id: 'talk-course/october/standard/main',
      item: 'talk-course',
      session: 'october',
      term: 'autumn',
      offer: 'standard',
      pot: 'main',
      learners: ['anna'],
      units: 1,
      pence: 5000,
      minutes: 180,
      startsOn: '2025-10-06',
      completeBy: '2025-10-06',
    },
  ],
  policy: { weights: { statutory: 2, aspiration: 0 }, must: ['statutory'] },
});

/** Uses little of the contract, and gives some of the rest as empty. */
export const plainRequest = (): RequestInput => {
  const request = fullRequest();
  delete request.cover;
  delete request.baseline;
  const [anna, ben] = request.staff;
  const [, module] = request.catalogue.items;
  if (anna?.time === undefined || ben === undefined || module === undefined)
    throw new Error('the sample has changed');
  return {
    ...request,
    terms: [],
    limits: [],
    staff: [{ ...anna, time: { releaseMinutes: 600, ownMinutes: 60 } }, ben],
    catalogue: {
      ...request.catalogue,
      items: [{ ...module, sessions: [], prerequisites: [], available: {} }],
    },
    funding: [{ id: 'main', pence: 100_000 }],
    adjustments: [{ kind: 'pin', item: 'talk-module', staff: ['ben'], by: 'the manager', reason: 'asked' }],
  };
};

/** Uses every key of the questionnaire. */
export const fullQuestionnaire = (): QuestionnaireInput => ({
  asOf: '2025-09-01',
  window: { from: '2025-09-01', to: '2026-08-31' },
  terms: [{ id: 'autumn', from: '2025-09-01', to: '2025-12-31' }],
  provider: { kind: 'group', name: 'Acorns', memberships: ['member'] },
  team: [
    { level: 3, count: 5, roles: ['practitioner'], status: 'eyts' },
    {
      id: 'anna',
      roles: ['manager'],
      records: [
        { area: 'speech-language-needs', depth: 1, completedOn: '2024-01-01', expiresOn: '2026-01-01' },
      ],
      time: { terms: { autumn: { ownMinutes: 30 } } },
      away: [{ from: '2025-10-01', to: '2025-10-02' }],
    },
  ],
  findings: [
    {
      about: 'speech-language-needs',
      source: 'inspection-action',
      who: { staff: ['anna'], not: { roles: ['administrator'] } },
      depth: 2,
      importance: 'high',
      by: '2026-01-01',
    },
  ],
  budget: { pence: 120_000, per: 'setting' },
  otherFunding: [
    { id: 'grant', pence: 5000, pays: { areas: ['speech-language-needs'] }, from: '2025-09-01' },
  ],
  time: { releaseMinutes: 600, ownMinutes: 60 },
});

export type Path = readonly (string | number)[];

/** Takes the place away. */
export const GONE = Symbol('gone');

/** A copy of the value with other things at the paths; lists grow by what is put just behind their end. */
export function put(value: unknown, ...changes: readonly (readonly [path: Path, value: unknown])[]): unknown {
  const copy: unknown = structuredClone(value);
  for (const [path, changed] of changes) {
    const last = path.at(-1);
    if (last === undefined) throw new Error('a change needs a path');
    let place = copy as Record<string | number, unknown>;
    for (const key of path.slice(0, -1)) place = place[key] as Record<string | number, unknown>;
    if (changed === GONE) delete place[last];
    else place[last] = changed;
  }
  return copy;
}

const issuesOf = (
  check: ReturnType<typeof checkRequest> | ReturnType<typeof checkQuestionnaire>,
): readonly Issue[] => (check.status === 'invalid' ? check.issues : []);

/** What is wrong with the full request once it is changed. */
export const wrongIn = (...changes: Parameters<typeof put>[1][]): readonly Issue[] =>
  issuesOf(checkRequest(put(fullRequest(), ...changes)));

/** What is wrong with the full questionnaire once it is changed, where there is one more area, `own-area`. */
export const wrongInQuestionnaire = (...changes: Parameters<typeof put>[1][]): readonly Issue[] =>
  issuesOf(checkQuestionnaire(put(fullQuestionnaire(), ...changes), new Set(['own-area'])));
