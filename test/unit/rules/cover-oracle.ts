/*
 * Whether those who stay keep the rules, by trying every way to share them out: from the rules in words, with nothing
 * of src but types.
 */
import type { AgeBand } from '../../../src/domain/selector.js';

export interface Kept {
  readonly level: 0 | 2 | 3 | 6;
  readonly byExperience: boolean;
  readonly counts: boolean;
  readonly firstAid: boolean;
}
export interface Place {
  readonly outing: boolean;
  readonly ages: Readonly<Partial<Record<AgeBand, number>>>;
}

const BANDS = ['under-2', '2', '3-plus', 'school-age'] as const;

/** Every way to put each person into one of so many parts. */
function* sharings(people: number, parts: number): Generator<number[]> {
  const found = Array.from({ length: people }, () => 0);
  for (;;) {
    yield found;
    let place = 0;
    while (place < people && found[place] === parts - 1) found[place++] = 0;
    if (place === people) return;
    found[place] = (found[place] ?? 0) + 1;
  }
}

const some = <T>(all: Iterable<T>, test: (one: T) => boolean): boolean => {
  for (const one of all) if (test(one)) return true;
  return false;
};

/** Whether these people, at these levels, will do for an age; half is of all of them. */
function enough(levels: readonly number[], heads: number, ratio: number): boolean {
  if (levels.length < heads) return false;
  const at = (level: number): number => levels.filter((own) => own >= level).length;
  const leading = ratio === 13 ? 2 : 1;
  if (at(3) < leading || (ratio === 13 && at(6) < 1)) return false;
  const others = levels.length - leading;
  return 2 * (at(2) - leading) >= others;
}

/** @param ratios children to one member of staff, by age */
function keepsAt(
  people: readonly Kept[],
  places: readonly Place[],
  ratios: Record<AgeBand, number>,
): boolean {
  const counted = people.filter(({ counts }) => counts);
  const bands = BANDS.filter((band) => places.some(({ ages }) => (ages[band] ?? 0) > 0));
  const headsAt = ({ ages }: Place, band: AgeBand): number => Math.ceil((ages[band] ?? 0) / ratios[band]);
  const heads = (band: AgeBand): number => places.reduce((sum, place) => sum + headsAt(place, band), 0);

  // those by experience count at level 3 as far as they are no more than the others at level 3, and else at level 2
  const properly = counted.filter(({ level, byExperience }) => level >= 3 && !byExperience).length;
  let left = properly;
  const levels = counted.map(({ level, byExperience }) => (byExperience && left-- <= 0 ? 2 : level));
  const byAge = some(sharings(levels.length, bands.length), (share) =>
    bands.every((band, part) => {
      const those = levels.filter((_, person) => share[person] === part);
      // whoever is more than those of school age need is one of the staff of the younger ones, where there are any
      if (band === 'school-age')
        return bands.length === 1 ? those.length >= heads(band) : those.length === heads(band);
      return enough(those, heads(band), ratios[band]);
    }),
  );
  if (!byAge) return false;
  return some(sharings(people.length, places.length), (share) =>
    places.every((place, part) => {
      const there = people.filter((_, person) => share[person] === part);
      const need = BANDS.reduce((sum, band) => sum + headsAt(place, band), 0);
      return there.some(({ firstAid }) => firstAid) && there.filter(({ counts }) => counts).length >= need;
    }),
  );
}

/** Each set of those who count, with the others beside it: who is more than the heads need may be taken not to count. */
function* narrowed(people: readonly Kept[]): Generator<Kept[]> {
  for (let set = 0; set < 2 ** people.length; set += 1)
    yield people.map((one, index) => ({ ...one, counts: one.counts && ((set >> index) & 1) === 1 }));
}

/** The same where half of the others is half of those whom the heads need: some of the people there will do. */
export function looseKeeper(
  places: readonly Place[],
  schoolAge: number,
): (people: readonly Kept[]) => boolean {
  const keeps = keeper(places, schoolAge);
  return (people) => keeps(people) || some(narrowed(people), keeps);
}

/** Whether those who stay keep every rule of a group setting after September 2025; people who are alike are tried once. */
export function keeper(places: readonly Place[], schoolAge: number): (people: readonly Kept[]) => boolean {
  const ratios = { 'under-2': 3, '2': 5, '3-plus': 8, 'school-age': schoolAge };
  const known = new Map<string, boolean>();
  const keeps = (people: readonly Kept[]): boolean =>
    keepsAt(people, places, ratios) ||
    (!places.some(({ outing }) => outing) && keepsAt(people, places, { ...ratios, '3-plus': 13 }));
  return (people) => {
    const key = people
      .map((one) => JSON.stringify([one.level, one.byExperience, one.counts, one.firstAid]))
      .sort()
      .join();
    const answer = known.get(key) ?? keeps(people);
    known.set(key, answer);
    return answer;
  };
}
