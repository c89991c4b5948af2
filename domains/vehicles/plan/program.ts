/** A mixed-integer program by rows, as the solver takes it. */
export interface Program {
  readonly cost: Float64Array;
  readonly upper: Float64Array;
  readonly whole: Uint8Array;
  readonly rows: readonly {
    readonly columns: readonly number[];
    readonly values: readonly number[];
    readonly from: number;
    readonly to: number;
  }[];
}
