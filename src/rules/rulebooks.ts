import type { ProviderKind } from '../domain/setting.js';
import { isDate } from '../internal/calendar.js';
import { isPlainObject, snapshot, type SnapshotLimits } from '../internal/snapshot.js';
import { type Edition, EDITIONS } from './editions/editions.js';
import { RULES } from './editions/rules.js';
import { beside, inForce, steadyAround } from './in-force.js';
import type { Rulebook } from './rulebook.js';
import { type RulebookVariant, withVariants } from './variants.js';

const KINDS: readonly ProviderKind[] = ['group', 'school', 'childminder', 'out-of-school'];

const lastDay = ({ effectiveTo }: Edition, kind: ProviderKind): string | null | undefined =>
  Object.hasOwn(effectiveTo, kind) ? effectiveTo[kind] : undefined;

/** The edition in force for a kind of provider on a day; `undefined` when none is known. */
function editionOn(date: string, kind: ProviderKind): Edition | undefined {
  return EDITIONS.find((edition) => {
    const to = lastDay(edition, kind);
    return to !== undefined && edition.effectiveFrom <= date && (to === null || date <= to);
  });
}

/** Exactly the rules in force for a kind of provider on a day. */
function published(date: string, kind: ProviderKind): Rulebook | undefined {
  const edition = editionOn(date, kind);
  if (edition === undefined) return undefined;
  const rules = RULES.filter(({ providerKinds }) => providerKinds.includes(kind));
  const { from = edition.effectiveFrom, to } = steadyAround(
    date,
    { from: edition.effectiveFrom, to: lastDay(edition, kind) ?? undefined },
    rules,
  );
  const id = edition.id === kind ? kind : `${edition.id}-${kind}`;
  return {
    // rules may begin inside an edition: what differs is not called the same
    id: from === edition.effectiveFrom ? id : `${id}-from-${from}`,
    edition: edition.id,
    effectiveFrom: from,
    ...(to !== undefined && { effectiveTo: to }),
    providerKinds: [kind],
    rules: rules.filter((rule) => inForce(rule, date)),
  };
}

/** As much as a list of variants may hold; `checkVariants`, which knows no more, says what is wrong. */
const MOST: SnapshotLimits = { depth: 64, values: 1_000_000, text: 4_000, key: 256, faults: 1 };

const isListOf = (value: unknown, fits: (entry: unknown) => boolean): boolean =>
  value === undefined || (Array.isArray(value) && value.every(fits));

/** A copy of the variants, if they are written as such as far as they are read here. */
function readVariants(variants: readonly RulebookVariant[]): readonly RulebookVariant[] | undefined {
  const { value, faults } = snapshot(variants, MOST);
  const sound =
    faults.length === 0 &&
    Array.isArray(value) &&
    value.every(
      (variant) =>
        isPlainObject(variant) &&
        Array.isArray(variant['providerKinds']) &&
        isListOf(variant['removes'], (id) => typeof id === 'string') &&
        isListOf(variant['adds'], isPlainObject) &&
        (variant['changes'] === undefined || isPlainObject(variant['changes'])),
    );
  return sound ? (value as unknown as readonly RulebookVariant[]) : undefined;
}

/**
 * The rulebook for a kind of provider on a day (`YYYY-MM-DD`): exactly the rules in force on that day, whether training
 * meets them or not. `undefined` before 1 September 2014, of a date that is no day of the calendar, and when a variant
 * cannot be read (`checkVariants` says why).
 *
 * @param variants local or national differences, as data; those not in force on the day, or for other kinds of
 * provider, change nothing
 * @example
 * rulebookOn('2025-09-01', 'group')?.id; // => 'eyfs-2025-09-group'
 * rulebookOn('2025-08-31', 'group')?.edition; // => 'ebr-2025'
 * rulebookOn('2014-08-31', 'group'); // => undefined
 */
export function rulebookOn(
  date: string,
  providerKind: ProviderKind,
  variants: readonly RulebookVariant[] = [],
): Rulebook | undefined {
  if (typeof (date as unknown) !== 'string' || !isDate(date) || !KINDS.includes(providerKind))
    return undefined;
  const rulebook = published(date, providerKind);
  const read = readVariants(variants);
  if (rulebook === undefined || read === undefined) return undefined;
  return read.length === 0 ? rulebook : withVariants(rulebook, date, read);
}

/** All rulebooks of a kind of provider, one after the other without a gap. */
function rulebooksOf(kind: ProviderKind): Rulebook[] {
  const all: Rulebook[] = [];
  const first = EDITIONS.find((edition) => lastDay(edition, kind) !== undefined)?.effectiveFrom;
  for (let date = first; date !== undefined;) {
    const rulebook = published(date, kind);
    if (rulebook === undefined) break;
    all.push(rulebook);
    date = rulebook.effectiveTo === undefined ? undefined : beside(rulebook.effectiveTo, 1);
  }
  return all;
}

/** Every rulebook known: for each kind of provider one after the other, without a gap, each with the rules in force in its days. */
export const RULEBOOKS: readonly Rulebook[] = /* @__PURE__ */ (() => KINDS.flatMap(rulebooksOf))();
