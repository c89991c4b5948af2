/** Costs of pairs, row by row: the pair of row i and column j stands at i * columns + j. All of them finite. */
export interface Costs {
  readonly rows: number;
  readonly columns: number;
  readonly values: Float64Array;
}

export interface Assignment {
  /** For each row its column; -1 for rows that stay without one, where there are fewer columns than rows. */
  readonly columnOf: Int32Array;
  /** Sum of the costs of the pairs. */
  readonly total: number;
}

/** Room for the costs in memory that a thread can look at without a copy. */
export function costsOf(rows: number, columns: number): Costs {
  const values = new Float64Array(new SharedArrayBuffer(8 * rows * columns));
  return { rows, columns, values };
}

/**
 * The one-to-one assignment of least cost: each row (or each column, where these are fewer) is given exactly one. Shortest augmenting paths after
 * column reduction and augmenting row reduction. Cubic at worst; blocks its thread: `assign` runs it apart.
 * @throws when a cost is not finite
 * @source R. Jonker, A. Volgenant, A shortest augmenting path algorithm for dense and sparse linear assignment problems, Computing 38 (1987)
 */
export function assignAtOnce(costs: Costs): Assignment {
  const { rows, columns, values } = costs;
  if (values.length !== rows * columns) throw new Error('as many costs as pairs');
  for (let k = 0; k < values.length; k += 1) if (!Number.isFinite(values[k]!)) throw new Error('costs are finite');
  if (rows === 0 || columns === 0) return { columnOf: new Int32Array(rows).fill(-1), total: 0 };
  let columnOf: Int32Array;
  if (rows <= columns) columnOf = shortestPaths(values, rows, columns);
  else {
    const rowOf = shortestPaths(turned(costs), columns, rows);
    columnOf = new Int32Array(rows).fill(-1);
    rowOf.forEach((row, column) => (columnOf[row] = column));
  }
  let total = 0;
  columnOf.forEach((column, row) => (total += column < 0 ? 0 : values[row * columns + column]!));
  return { columnOf, total };
}

function turned({ rows, columns, values }: Costs): Float64Array {
  const other = new Float64Array(rows * columns);
  for (let i = 0; i < rows; i += 1) for (let j = 0; j < columns; j += 1) other[j * rows + i] = values[i * columns + j]!;
  return other;
}

/** Column of each row; n <= m. `price` is the dual of the columns: 0 for those nobody takes, below 0 or 0 for the others where n < m. */
function shortestPaths(c: Float64Array, n: number, m: number): Int32Array {
  const columnOf = new Int32Array(n).fill(-1);
  const rowOf = new Int32Array(m).fill(-1);
  const price = new Float64Array(m);
  let free = n === m ? reduceColumns(c, n, columnOf, rowOf, price) : Int32Array.from({ length: n }, (_, i) => i);
  for (let pass = 0; pass < 2 && free.length > 0; pass += 1) free = reduceRows(c, m, free, columnOf, rowOf, price);
  const distance = new Float64Array(m);
  const before = new Int32Array(m);
  // Columns in the order: scanned, to be scanned at the least distance, not reached yet.
  const list = new Int32Array(m);
  for (const start of free) {
    for (let j = 0, at = start * m; j < m; j += 1, at += 1) {
      distance[j] = c[at]! - price[j]!;
      before[j] = start;
      list[j] = j;
    }
    let low = 0;
    let up = 0;
    let scanned = 0;
    let least = 0;
    let end = -1;
    while (end < 0) {
      if (up === low) {
        scanned = low;
        least = distance[list[up]!]!;
        up += 1;
        for (let k = up; k < m; k += 1) {
          const j = list[k]!;
          const h = distance[j]!;
          if (h > least) continue;
          if (h < least) {
            up = low;
            least = h;
          }
          list[k] = list[up]!;
          list[up] = j;
          up += 1;
        }
        for (let k = low; k < up; k += 1)
          if (rowOf[list[k]!]! < 0) {
            end = list[k]!;
            break;
          }
        if (end >= 0) break;
      }
      const from = list[low]!;
      low += 1;
      const row = rowOf[from]!;
      const at = row * m;
      const base = c[at + from]! - price[from]! - least;
      for (let k = up; k < m; k += 1) {
        const j = list[k]!;
        const way = c[at + j]! - price[j]! - base;
        if (way >= distance[j]!) continue;
        before[j] = row;
        distance[j] = way;
        if (way > least) continue;
        if (rowOf[j]! < 0) {
          end = j;
          break;
        }
        list[k] = list[up]!;
        list[up] = j;
        up += 1;
      }
    }
    for (let k = 0; k < scanned; k += 1) price[list[k]!]! += distance[list[k]!]! - least;
    for (let row = -1; row !== start;) {
      row = before[end]!;
      rowOf[end] = row;
      const next = columnOf[row]!;
      columnOf[row] = end;
      end = next;
    }
  }
  return columnOf;
}

/** Square only: each column takes its cheapest row while that is free; then what a row has to spare lowers the price of its column. */
function reduceColumns(
  c: Float64Array,
  n: number,
  columnOf: Int32Array,
  rowOf: Int32Array,
  price: Float64Array,
): Int32Array {
  const takes = new Int32Array(n);
  const cheapest = new Int32Array(n);
  price.set(c.subarray(0, n));
  for (let i = 1, at = n; i < n; i += 1)
    for (let j = 0; j < n; j += 1, at += 1)
      if (c[at]! < price[j]!) {
        price[j] = c[at]!;
        cheapest[j] = i;
      }
  for (let j = n - 1; j >= 0; j -= 1) {
    const i = cheapest[j]!;
    takes[i]! += 1;
    if (takes[i] === 1) {
      columnOf[i] = j;
      rowOf[j] = i;
    }
  }
  const free: number[] = [];
  for (let i = 0; i < n; i += 1) {
    if (takes[i] === 0) free.push(i);
    else if (takes[i] === 1) {
      const own = columnOf[i]!;
      let spare = Infinity;
      for (let j = 0, at = i * n; j < n; j += 1, at += 1)
        if (j !== own && c[at]! - price[j]! < spare) spare = c[at]! - price[j]!;
      if (spare < Infinity) price[own]! -= spare;
    }
  }
  return Int32Array.from(free);
}

/** Steps of a row reduction for each row: more than costs of any use take; whoever is free after them is left to the shortest paths. */
const mostSteps = 32;

/** Each free row takes its best column and lowers that price to its second best; who was there becomes free. @returns rows that stay free */
function reduceRows(
  c: Float64Array,
  m: number,
  free: Int32Array,
  columnOf: Int32Array,
  rowOf: Int32Array,
  price: Float64Array,
): Int32Array {
  if (m < 2) return free;
  const stack = [...free].toReversed();
  const left: number[] = [];
  for (let steps = mostSteps * columnOf.length; stack.length > 0; steps -= 1) {
    if (steps === 0) return Int32Array.from([...left, ...stack]);
    const i = stack.pop()!;
    const at = i * m;
    let first = 0;
    let second = -1;
    let least = c[at]! - price[0]!;
    let next = Infinity;
    for (let j = 1; j < m; j += 1) {
      const h = c[at + j]! - price[j]!;
      if (h >= next) continue;
      if (h >= least) {
        next = h;
        second = j;
      } else {
        next = least;
        second = first;
        least = h;
        first = j;
      }
    }
    let other = rowOf[first]!;
    const lowered = price[first]! - (next - least);
    // Below what a number can tell apart nothing is lowered: comparing the prices keeps rows from pushing each other out for ever.
    const lowers = lowered < price[first]!;
    if (lowers) price[first] = lowered;
    else if (other >= 0 && second >= 0) {
      first = second;
      other = rowOf[first]!;
    }
    columnOf[i] = first;
    rowOf[first] = i;
    if (other < 0) continue;
    columnOf[other] = -1;
    if (lowers) stack.push(other);
    else left.push(other);
  }
  return Int32Array.from(left);
}
