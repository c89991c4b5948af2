/** A mixed-integer program by rows, as the solver takes it: the sum of cost times value becomes as small as can be. */
export interface Program {
  readonly cost: Float64Array;
  readonly upper: Float64Array;
  /** Least value of each column; all zeros where it is not told. */
  readonly lower?: Float64Array;
  /** 1 where a column takes whole numbers only. A program without any is a linear one. */
  readonly whole: Uint8Array;
  readonly rows: readonly Row[];
}

export interface Row {
  readonly columns: readonly number[];
  readonly values: readonly number[];
  readonly from: number;
  readonly to: number;
}

/** Sum of cost times value. */
export const objectiveOf = ({ cost }: Pick<Program, 'cost'>, values: ArrayLike<number>): number =>
  cost.reduce((sum, each, i) => sum + each * values[i]!, 0);

/** How far the values break the rows and the bounds of the columns at most; 0 when they keep all. */
export function brokenBy({ lower, upper, rows }: Program, values: ArrayLike<number>): number {
  let most = 0;
  for (let i = 0; i < upper.length; i += 1)
    most = Math.max(most, values[i]! - upper[i]!, (lower?.[i] ?? 0) - values[i]!);
  for (const { columns, values: factors, from, to } of rows) {
    let sum = 0;
    for (let i = 0; i < columns.length; i += 1) sum += factors[i]! * values[columns[i]!]!;
    most = Math.max(most, sum - to, from - sum);
  }
  return most;
}

/** A program while it is written: columns and rows one after the other. */
export interface Draft {
  /** @returns the number of the new column */
  column(of: { cost?: number; lower?: number; upper?: number; whole?: boolean }): number;
  row(terms: readonly (readonly [column: number, factor: number])[], bounds: { from?: number; to?: number }): void;
  done(): Program;
}

export function draftProgram(): Draft {
  const columns: { cost: number; lower: number; upper: number; whole: boolean }[] = [];
  const rows: Row[] = [];
  return {
    column({ cost = 0, lower = 0, upper = 1, whole = true }) {
      return columns.push({ cost, lower, upper, whole }) - 1;
    },
    row(terms, { from = -Infinity, to = Infinity }) {
      rows.push({ columns: terms.map(([column]) => column), values: terms.map(([, factor]) => factor), from, to });
    },
    done: () => ({
      cost: Float64Array.from(columns, ({ cost }) => cost),
      lower: Float64Array.from(columns, ({ lower }) => lower),
      upper: Float64Array.from(columns, ({ upper }) => upper),
      whole: Uint8Array.from(columns, ({ whole }) => Number(whole)),
      rows,
    }),
  };
}
