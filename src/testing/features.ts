/** The parts of the contract that generated requests may use. Each can be switched off, to find what a failure needs. */
export interface Features {
  /** Training records: fresh, too old, expired, about to expire. */
  readonly records: boolean;
  /** Needs tested before, in and after the window. */
  readonly dates: boolean;
  /** Needs with a greatest age, and items whose teaching lapses. */
  readonly ages: boolean;
  /** Needs for at least so many, with spares. */
  readonly cohorts: boolean;
  /** Weights of needs and of the policy, and the policy's musts. */
  readonly weights: boolean;
  /** Items for some roles, levels or kinds of provider. */
  readonly audiences: boolean;
  /** Needs for some people: by id, role, level, age band, site, and all but those. */
  readonly selectors: boolean;
  /** Offers behind entitlements, held by the setting, by people, or by nobody. */
  readonly entitlements: boolean;
  /** Prices by the setting and by the group. */
  readonly sharedPrices: boolean;
  /** Several pots; otherwise at most one. */
  readonly severalPots: boolean;
  /** Limits on people's minutes. */
  readonly time: boolean;
  readonly pins: boolean;
  readonly bans: boolean;
  /** People who differ in their ids alone. */
  readonly twins: boolean;
  /** Ids that try the escaping and the order of ids. */
  readonly oddIds: boolean;
  /** One to three terms: all of the window or with gaps, touching or not. */
  readonly terms: boolean;
  /** Limits on people's minutes in a term; with terms. */
  readonly termTime: boolean;
  /** Sessions, of one block or more, inside the window, at its edges and outside. */
  readonly sessions: boolean;
  /** Places of sessions; with sessions. */
  readonly places: boolean;
  /** Opening hours, and sessions that say whether they are in them; with sessions. Without it all are in open hours. */
  readonly openHours: boolean;
  /** Cover periods; with sessions. */
  readonly cover: boolean;
  /** Days away; with sessions. */
  readonly away: boolean;
  /** Pins and bans of one session; with sessions. */
  readonly sessionAdjustments: boolean;
  /** First and last days of items. */
  readonly availability: boolean;
  /** First and last days of offers. */
  readonly datedOffers: boolean;
  /** First and last days of pots. */
  readonly datedPots: boolean;
  /** Prices in tiers. */
  readonly tiers: boolean;
  /** Prices by the size of the team, some of them for smaller teams only. */
  readonly teamSizes: boolean;
  /** Pots that pay for some things or people only. */
  readonly pays: boolean;
  /** Limits of every measure, by setting, learner, term and item: the most there may be. */
  readonly limits: boolean;
  /** Limits that ask for a least amount. */
  readonly minimums: boolean;
  /** Items that grant entitlements, bought for the setting or taught, and offers behind them. */
  readonly purchases: boolean;
  /** Items that others must come before, and records of having taken them. */
  readonly prerequisites: boolean;
  readonly excludes: boolean;
  readonly wholeTeam: boolean;
  /** The fewest and most learners of a booking, and the most of all. */
  readonly learners: boolean;
  /** An earlier programme. */
  readonly baseline: boolean;
  /** What changes nothing: addresses, titles of qualifications, names, aliases, the basis of needs. */
  readonly descriptions: boolean;
}

/** Features that requests use more often than not. */
export const USUAL_FEATURES = [
  'records',
  'dates',
  'ages',
  'cohorts',
  'weights',
  'audiences',
  'selectors',
  'entitlements',
  'sharedPrices',
  'severalPots',
  'time',
  'pins',
  'bans',
  'twins',
  'oddIds',
] as const satisfies readonly (keyof Features)[];

/** Features of which a request uses a few. */
export const OCCASIONAL_FEATURES = [
  'terms',
  'termTime',
  'sessions',
  'places',
  'openHours',
  'cover',
  'away',
  'sessionAdjustments',
  'availability',
  'datedOffers',
  'datedPots',
  'tiers',
  'teamSizes',
  'pays',
  'limits',
  'minimums',
  'purchases',
  'prerequisites',
  'excludes',
  'wholeTeam',
  'learners',
  'baseline',
  'descriptions',
] as const satisfies readonly (keyof Features)[];

/** Features that bind in each other's company: when, with what money, and which of them. */
export const THEMES = [
  ['sessions', 'places', 'openHours', 'cover', 'away', 'sessionAdjustments'],
  ['terms', 'termTime', 'availability', 'datedOffers', 'datedPots', 'prerequisites', 'baseline'],
  ['tiers', 'teamSizes', 'pays', 'datedPots', 'purchases', 'limits'],
  ['prerequisites', 'excludes', 'wholeTeam', 'learners', 'limits', 'tiers'],
] as const satisfies readonly (readonly (keyof Features)[])[];

/** What makes no sense without another feature, which it brings along. */
const NEEDED: Readonly<Partial<Record<keyof Features, keyof Features>>> = {
  termTime: 'terms',
  places: 'sessions',
  openHours: 'sessions',
  cover: 'sessions',
  away: 'sessions',
  sessionAdjustments: 'sessions',
};

/** Those of the features that are used: drawn, or needed by what was drawn. */
export function featuresUsed(features: Features, drawn: readonly (keyof Features)[]): Features {
  const wanted = new Set(drawn);
  for (const feature of drawn) {
    const needed = NEEDED[feature];
    if (needed !== undefined && features[feature]) wanted.add(needed);
  }
  const used = (feature: keyof Features): boolean => features[feature] && wanted.has(feature);
  return mapped(used);
}

const mapped = (used: (feature: keyof Features) => boolean): Features => ({
  records: used('records'),
  dates: used('dates'),
  ages: used('ages'),
  cohorts: used('cohorts'),
  weights: used('weights'),
  audiences: used('audiences'),
  selectors: used('selectors'),
  entitlements: used('entitlements'),
  sharedPrices: used('sharedPrices'),
  severalPots: used('severalPots'),
  time: used('time'),
  pins: used('pins'),
  bans: used('bans'),
  twins: used('twins'),
  oddIds: used('oddIds'),
  terms: used('terms'),
  termTime: used('termTime'),
  sessions: used('sessions'),
  places: used('places'),
  openHours: used('openHours'),
  cover: used('cover'),
  away: used('away'),
  sessionAdjustments: used('sessionAdjustments'),
  availability: used('availability'),
  datedOffers: used('datedOffers'),
  datedPots: used('datedPots'),
  tiers: used('tiers'),
  teamSizes: used('teamSizes'),
  pays: used('pays'),
  limits: used('limits'),
  minimums: used('minimums'),
  purchases: used('purchases'),
  prerequisites: used('prerequisites'),
  excludes: used('excludes'),
  wholeTeam: used('wholeTeam'),
  learners: used('learners'),
  baseline: used('baseline'),
  descriptions: used('descriptions'),
});

export const ALL_FEATURES: Features = mapped(() => true);
