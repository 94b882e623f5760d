import { groupBy } from '../internal/lookup.js';
import type { Pace, Steps } from '../internal/steps.js';
import type { Facts } from './facts.js';
import { ENTRY, LOOK } from './operations.js';
import { selectsPerson } from './people.js';
import { columnsOf, type Group, placesAt, type PlacesBySlot } from './place.js';
import type { ProblemBuilder } from './problem.js';
import type { Resolved } from './resolved.js';
import { anyOverlap, stretchOf } from './slots.js';

/** At most so many of these people may be out on these slots. */
export interface Cover {
  readonly slots: ReadonlySet<number>;
  readonly among: ReadonlySet<number>;
  readonly maxAway: number;
}

/** The cover periods that can bind, as sets of open-hours slots: of periods that the same slots meet, the strictest. */
export function* coversOf(
  { request, team, slots }: Resolved,
  used: readonly number[],
  pace: Pace,
): Steps<Cover[]> {
  const open = used.filter((slot) => slots[slot]!.openHours);
  const covers: Cover[] = [];
  for (const period of request.cover ?? []) {
    const span = [stretchOf(period)];
    const counts = selectsPerson(period.among ?? {});
    covers.push({
      slots: new Set(open.filter((slot) => anyOverlap(slots[slot]!.blocks, span))),
      among: new Set([...team.keys()].filter((k) => counts(team[k]!.member, team[k]!.level))),
      maxAway: period.maxAway,
    });
    if (pace.ends(2 * ENTRY * (open.length + team.length))) yield pace.operations;
  }
  if (pace.ends(10 * ENTRY * slots.length)) yield pace.operations;
  const text = (set: ReadonlySet<number>): string => [...set].join(',');
  const alike = groupBy(covers, ({ slots: met, among }) => `${text(met)} ${text(among)}`);
  const strictest = [...alike.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, same]) => same.reduce((a, b) => (b.maxAway < a.maxAway ? b : a)));
  const within = (some: ReadonlySet<number>, all: ReadonlySet<number>): boolean =>
    some.size <= all.size && [...some].every((value) => all.has(value));
  return strictest.filter(
    (cover) =>
      cover.slots.size > 0 &&
      cover.among.size > cover.maxAway &&
      !strictest.some(
        (other) =>
          other !== cover &&
          other.maxAway <= cover.maxAway &&
          within(cover.slots, other.slots) &&
          within(cover.among, other.among),
      ),
  );
}

/** In each cover period no more different people than may be out. */
export function* addCoverRows(
  builder: ProblemBuilder,
  { covers, clashes }: Facts,
  groups: readonly Group[],
  bySlot: readonly PlacesBySlot[],
): Steps<void> {
  const { pace } = builder;
  const clashing = clashesBySlot(clashes);
  for (const { slots, among, maxAway } of covers) {
    let could = 0;
    const out: number[] = [];
    for (const [group, { people }] of groups.entries()) {
      if (!among.has(people[0]!)) continue;
      if (pace.ends(3 * LOOK * slots.size)) yield pace.operations;
      const places = placesAt(bySlot[group]!, slots);
      if (places.length > 0) could += people.length;
      const byItem = [...groupBy(places, ({ way }) => way.slot.itemNumber).values()];
      // Where nobody can be on two of them, the places themselves count people.
      const exclusive =
        byItem.length < 2 ||
        clashing
          .get(places[0]!.way.slotNumber)
          ?.some((clash) => places.every(({ way }) => clash.has(way.slotNumber))) === true;
      if (exclusive) {
        out.push(...columnsOf(places));
        continue;
      }
      const away = builder.column(0, people.length);
      for (const ofItem of byItem)
        builder.row([...columnsOf(ofItem), away], [...ofItem.map(() => 1), -1], -Infinity, 0);
      out.push(away);
    }
    if (could > maxAway) builder.row(out, 1, -Infinity, maxAway);
  }
}

/** The sets of slots that clash under each of their slots. */
function clashesBySlot(clashes: Facts['clashes']): ReadonlyMap<number, readonly ReadonlySet<number>[]> {
  const bySlot = new Map<number, ReadonlySet<number>[]>();
  for (const clash of clashes) {
    const set = new Set(clash);
    for (const slot of set) {
      const known = bySlot.get(slot);
      if (known === undefined) bySlot.set(slot, [set]);
      else known.push(set);
    }
  }
  return bySlot;
}
