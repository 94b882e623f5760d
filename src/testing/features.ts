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
}

export const ALL_FEATURES: Features = {
  records: true,
  dates: true,
  ages: true,
  cohorts: true,
  weights: true,
  audiences: true,
  selectors: true,
  entitlements: true,
  sharedPrices: true,
  severalPots: true,
  time: true,
  pins: true,
  bans: true,
  twins: true,
  oddIds: true,
};
