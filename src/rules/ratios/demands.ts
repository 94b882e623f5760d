import type { AgeBand } from '../../domain/selector.js';
import type { ProviderKind } from '../../domain/setting.js';
import { coverRule } from './cover-rules.js';
import { type RatioRule, ratioRulesOn } from './ratio-rules.js';
import type { Ages, RotaStretch } from './stretches.js';

/** The setting's own figures: the most children of an age to one member of staff. */
export type OwnRatios = Readonly<Partial<Record<AgeBand, number | undefined>>>;

/** How many heads the children of an age ask for, and by which figure. */
export interface BandHeads {
  readonly band: AgeBand;
  readonly children: number;
  /** Children to one member of staff; `undefined` when no figure is known. */
  readonly ratio: number | undefined;
  /** `undefined` when no figure is known: then everybody. */
  readonly heads: number | undefined;
  /** The setting's own figure, where it is looser than the rule's and not used. */
  readonly ignored: number | undefined;
}

/** How many heads children of several ages together ask for. */
export interface TogetherHeads {
  readonly bands: readonly AgeBand[];
  readonly children: number;
  readonly ratio: number;
  readonly heads: number;
}

/** What those who stay with some children have to be. */
export interface Demands {
  /** How many must count; `undefined` when for some of the children no figure is known. */
  readonly heads: number | undefined;
  readonly bands: readonly BandHeads[];
  /** Where figures are for several ages together: the one that asks for the most, place by place. */
  readonly together: readonly TogetherHeads[];
  /** How many different people must count at level 6, at level 3 or above, and at level 2 or above. */
  readonly level6: number;
  readonly level3: number;
  readonly level2: number;
  /** Heads of whom no level is asked; those who do not count at level 2 may be among them. */
  readonly free: number;
  /** Whether of all the others that are there half must count at level 2. */
  readonly half: boolean;
  /** How many different people must hold a full first aid certificate; 0 where no source says so. */
  readonly firstAiders: number;
  /** The premises, where children are there, and each outing. */
  readonly places: number;
  /** The rule for three and over, where there was a choice. */
  readonly choice: RatioRule | undefined;
}

const inAll = (places: readonly Ages[], band: AgeBand): number =>
  places.reduce((sum, ages) => sum + (ages.get(band) ?? 0), 0);

/** The stricter of the rule's figure and the setting's own. */
const stricter = (rule: number | undefined, own: number | undefined): number | undefined =>
  rule === undefined || own === undefined ? (own ?? rule) : Math.min(rule, own);

/** The setting's own figure where it is looser than the rule's. */
const looser = (rule: number | undefined, own: number | undefined): number | undefined =>
  rule !== undefined && own !== undefined && own > rule ? own : undefined;

const AGES = ['under-2', '2', '3-plus', 'school-age'] as const;

/** A childminder's figures are for children of several ages together: of all of them the one that asks for most. */
function ofChildminder({ places, on }: RotaStretch, own: OwnRatios): Demands {
  const rules = ratioRulesOn(on, 'childminder');
  const figures: { bands: readonly AgeBand[]; ratio: number }[] = AGES.flatMap((band) => {
    const ratio = own[band];
    return ratio === undefined ? [] : [{ bands: [band], ratio }];
  });
  for (const { bands, children } of rules)
    if (children !== undefined) figures.push({ bands, ratio: children });
  figures.sort((a, b) => a.ratio - b.ratio);
  let heads = 0;
  const together: TogetherHeads[] = [];
  for (const ages of places) {
    const each = figures.map((figure): TogetherHeads => {
      const bands = AGES.filter((band) => figure.bands.includes(band) && (ages.get(band) ?? 0) > 0);
      const children = bands.reduce((sum, band) => sum + (ages.get(band) ?? 0), 0);
      return { ...figure, bands, children, heads: Math.ceil(children / figure.ratio) };
    });
    const most = Math.max(1, ...each.map((one) => one.heads));
    heads += most;
    // of two that ask for as many one says why
    together.push(...each.filter((one) => one.heads === most).slice(0, 1));
  }
  const bands = AGES.map((band): BandHeads => {
    const ofRules = rules.flatMap((rule) => (rule.bands.includes(band) ? (rule.children ?? []) : []));
    const ratio = ofRules.length === 0 ? undefined : Math.min(...ofRules);
    const ignored = looser(ratio, own[band]);
    return { band, children: inAll(places, band), ratio, heads: undefined, ignored };
  });
  return {
    heads: rules.length === 0 ? undefined : heads,
    bands: bands.filter(({ children }) => children > 0),
    together: rules.length === 0 ? [] : together,
    level6: 0,
    level3: 0,
    level2: 0,
    free: heads,
    half: false,
    firstAiders: places.length,
    places: places.length,
    choice: undefined,
  };
}

/** What the children ask for when those of each age are looked after by one rule. */
function byRules(
  { places }: RotaStretch,
  rules: readonly RatioRule[],
  own: OwnRatios,
  firstAid: boolean,
): Demands {
  const bands: BandHeads[] = [];
  let level6 = 0;
  let level3 = 0;
  let level2 = 0;
  let free = 0;
  for (const band of AGES) {
    const children = inAll(places, band);
    if (children === 0) continue;
    const rule = rules.find((one) => one.bands.includes(band));
    const ratio = stricter(rule?.children, own[band]);
    if (ratio === undefined) {
      bands.push({ band, children, ratio, heads: undefined, ignored: undefined });
      continue;
    }
    const rounded = places.reduce((sum, ages) => sum + Math.ceil((ages.get(band) ?? 0) / ratio), 0);
    const heads = Math.max(rounded, rule?.level3 ?? 0);
    bands.push({ band, children, ratio, heads, ignored: looser(rule?.children, own[band]) });
    level6 += rule?.level6 ?? 0;
    level3 += rule?.level3 ?? 0;
    if (rule?.half === true) level2 += rule.level3 + Math.ceil((heads - rule.level3) / 2);
    else free += heads;
  }
  const known = bands.every(({ heads }) => heads !== undefined);
  return {
    heads: known ? bands.reduce((sum, { heads = 0 }) => sum + heads, 0) : undefined,
    bands,
    together: [],
    level6,
    level3,
    level2,
    free,
    half: level2 > 0,
    firstAiders: firstAid ? places.length : 0,
    places: places.length,
    choice: undefined,
  };
}

/**
 * What the children of a stretch ask for: one entry, or one for each of the rules between which there is a choice. A
 * figure without a source is never used. With an outing the looser one is not used either, since it asks for somebody at
 * level 6 to work with all of the children.
 */
export function demandsOf(stretch: RotaStretch, kind: ProviderKind, own: OwnRatios): readonly Demands[] {
  if (kind === 'childminder') return [ofChildminder(stretch, own)];
  const rules = ratioRulesOn(stretch.on, kind).filter(
    ({ evidence, level6 }) => evidence !== 'none' && (level6 === 0 || stretch.outings === 0),
  );
  const firstAid = coverRule('first-aid', kind)?.evidence !== 'none';
  const choices = rules.filter(({ bands }) => bands.includes('3-plus'));
  if (choices.length < 2 || inAll(stretch.places, '3-plus') === 0)
    return [byRules(stretch, rules, own, firstAid)];
  const others = rules.filter((rule) => !choices.includes(rule));
  return choices.map((choice) => ({ ...byRules(stretch, [choice, ...others], own, firstAid), choice }));
}
