/** Columns of the matrix, compressed. */
export interface Columns {
  readonly start: Int32Array;
  readonly row: Int32Array;
  readonly value: Float64Array;
}

const PIVOT_TOLERANCE = 1e-9;

/** In which order the columns of a basis pivot: what is on singletons costs no elimination. */
export interface PivotOrder {
  /** By place in the order: the column, and the row that it pivots on, -1 where elimination has to choose it. */
  readonly column: Int32Array;
  readonly row: Int32Array;
  /** How many of them have a row. */
  readonly peeled: number;
  /** By row: in how many of the columns left to elimination it stands. */
  readonly rowCount: Int32Array;
}

/**
 * Peels a basis: unit vectors first, then by turns columns that have one entry in the rows not yet taken, and rows that
 * stand in one column not yet taken. What is left to elimination is ordered by number of entries.
 */
export function peel(basis: Int32Array, { start, row, value }: Columns): PivotOrder {
  const m = basis.length;
  const n = start.length - 1;
  const column = new Int32Array(m);
  const pivotRow = new Int32Array(m).fill(-1);
  const rowTaken = new Uint8Array(m);
  let peeled = 0;
  const take = (j: number, i: number): void => {
    column[peeled] = j;
    pivotRow[peeled++] = i;
    rowTaken[i] = 1;
  };
  for (const j of basis) if (j >= n) take(j, j - n);

  const structural = basis.filter((j) => j < n);
  const taken = new Uint8Array(structural.length);
  const columnCount = new Int32Array(structural.length);
  const rowCount = new Int32Array(m);
  structural.forEach((j, k) => {
    for (let p = start[j]!; p < start[j + 1]!; p += 1) {
      if (rowTaken[row[p]!] === 1) continue;
      columnCount[k]! += 1;
      rowCount[row[p]!]! += 1;
    }
  });
  // By row not yet taken: the columns it stands in.
  const usersStart = new Int32Array(m + 1);
  for (let i = 0; i < m; i += 1) usersStart[i + 1] = usersStart[i]! + rowCount[i]!;
  const users = new Int32Array(usersStart[m]!);
  const cursor = usersStart.slice(0, m);
  structural.forEach((j, k) => {
    for (let p = start[j]!; p < start[j + 1]!; p += 1) {
      const i = row[p]!;
      if (rowTaken[i] === 1) continue;
      users[cursor[i]!] = k;
      cursor[i]! += 1;
    }
  });

  // Singletons found: columns as they are, rows as -1 - row.
  const queue: number[] = [];
  columnCount.forEach((count, k) => {
    if (count === 1) queue.push(k);
  });
  rowCount.forEach((count, i) => {
    if (count === 1) queue.push(-1 - i);
  });
  const pivot = (k: number, i: number): void => {
    taken[k] = 1;
    const j = structural[k]!;
    take(j, i);
    for (let p = start[j]!; p < start[j + 1]!; p += 1) {
      const other = row[p]!;
      rowCount[other]! -= 1;
      if (rowTaken[other] === 0 && rowCount[other] === 1) queue.push(-1 - other);
    }
    for (let p = usersStart[i]!; p < usersStart[i + 1]!; p += 1) {
      const other = users[p]!;
      if (taken[other] === 1) continue;
      columnCount[other]! -= 1;
      if (columnCount[other] === 1) queue.push(other);
    }
  };
  for (let head = 0; head < queue.length; head += 1) {
    const single = queue[head]!;
    if (single >= 0) {
      if (taken[single] === 1 || columnCount[single] !== 1) continue;
      const j = structural[single]!;
      let p = start[j]!;
      while (rowTaken[row[p]!] === 1) p += 1;
      if (Math.abs(value[p]!) >= PIVOT_TOLERANCE) pivot(single, row[p]!);
    } else {
      const i = -1 - single;
      if (rowTaken[i] === 1 || rowCount[i] !== 1) continue;
      let q = usersStart[i]!;
      while (taken[users[q]!] === 1) q += 1;
      const j = structural[users[q]!]!;
      let p = start[j]!;
      while (row[p] !== i) p += 1;
      if (Math.abs(value[p]!) >= PIVOT_TOLERANCE) pivot(users[q]!, i);
    }
  }

  const rest: number[] = [];
  for (let k = 0; k < structural.length; k += 1) if (taken[k] === 0) rest.push(k);
  rest.sort((a, b) => columnCount[a]! - columnCount[b]! || a - b);
  rest.forEach((k, place) => {
    column[peeled + place] = structural[k]!;
  });
  return { column, row: pivotRow, peeled, rowCount };
}
