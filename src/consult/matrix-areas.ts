import type { AreaId, Depth } from '../domain/units.js';
import { groupBy } from '../internal/lookup.js';
import { compareIds } from '../internal/order.js';
import { isTaxonomyArea, titleOf } from '../rules/taxonomy.js';
import { type Standing, standingOn } from './held-until.js';
import { datesOf, stateByRecords } from './matrix-cell.js';
import type { Column, MatrixFacts } from './matrix-columns.js';
import { countsOf, type MatrixArea, type MatrixAreaCell, type MatrixState } from './matrix.js';

/** From the most urgent. */
const URGENCY: readonly MatrixState[] = ['expired', 'needed', 'unknown', 'expiring', 'planned', 'held'];
const DEPTHS: readonly Depth[] = [4, 3, 2, 1];

/** An area's column and its cells, by the order of the people. */
export interface AreaColumn {
  readonly area: MatrixArea;
  readonly cells: readonly MatrixAreaCell[];
}

/** The areas that needs and records speak of, in the order of their ids. */
export function areaColumns(facts: MatrixFacts, columns: readonly Column[]): AreaColumn[] {
  const ofArea = groupBy(columns, ({ requirement }) => requirement.area);
  const recorded = facts.staff.flatMap(({ records = [] }) => records.map(({ area }) => area));
  const ids = [...new Set<AreaId>([...ofArea.keys(), ...recorded])].sort(compareIds);
  const own = new Map(facts.request.areas?.map(({ id, title }) => [id, title]));
  return ids.map((id) => {
    const asking = ofArea.get(id) ?? [];
    const cells = facts.staff.map((_, k) => areaCell(id, k, asking, facts));
    return {
      area: {
        area: id,
        title: own.get(id) ?? (isTaxonomyArea(id) ? titleOf(id) : id),
        needs: asking.map(({ requirement }) => requirement.need),
        counts: countsOf(asking.flatMap((column) => column.cells.map(({ state }) => state))),
        people: countsOf(cells.map(({ state }) => state)),
      },
      cells,
    };
  });
}

/** The cell of the person at a position. */
function areaCell(
  area: AreaId,
  k: number,
  asking: readonly Column[],
  { staff, days, learning }: MatrixFacts,
): MatrixAreaCell {
  const person = staff[k];
  if (person === undefined) return { area, state: 'not-applicable', depth: 0 };
  const { records, places } = learning(person.id, area);
  const standings = DEPTHS.map((depth) => ({ depth, ...standingOn(records, { area, depth }, days.asOf) }));
  const held = standings.find(({ state }) => state === 'held');
  const rest: Standing = held ?? standings.at(-1) ?? { state: 'never' };
  const [first] = places;
  const asked = asking.flatMap(({ cells }) => cells[k]?.state ?? []);
  const byRecords = stateByRecords(rest, days, days.asOf);
  const free = first !== undefined && byRecords !== 'held' ? 'planned' : byRecords;
  return {
    area,
    state: URGENCY.find((state) => asked.includes(state)) ?? (free === 'needed' ? 'not-applicable' : free),
    depth: held?.depth ?? 0,
    ...datesOf(rest),
    ...(first !== undefined && { booking: first.booking.id, completeBy: first.booking.completeBy }),
  };
}
