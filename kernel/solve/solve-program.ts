import highsLoader from 'highs';
import type { Program } from './program.ts';

export interface Solved {
  /** Value of each column; the start when nothing else was found. */
  readonly values: readonly number[];
  /** Relative gap between what was found and the best there could be; null when the time ended before any bound was known. */
  readonly gap: number | null;
  /** No answer can cost less than this; null when the time ended before any bound was known. */
  readonly bound: number | null;
  /** The search ended before its proof: by its time, or since it was cancelled. */
  readonly cutShort: boolean;
  /** No values keep all rows. Told only where the search began without a start. */
  readonly infeasible: boolean;
  /** Of a linear program that was solved: what the cost would rise by with each row’s bound, row by row. */
  readonly prices?: readonly number[];
}

/** How far a search has come. */
export interface SearchStep {
  readonly seconds: number;
  /** Cost of the best answer until now; null while there is none. */
  readonly cost: number | null;
  readonly bound: number | null;
  readonly gap: number | null;
}

export interface SearchOptions {
  /** Stops where the answer is proved to be so near to the best. */
  readonly enoughGap?: number;
  /** Ends the search; the answer is then the best until there. */
  readonly signal?: AbortSignal;
  progress?(step: SearchStep): void;
}

/** The search over one program, from a first answer, within so many seconds. */
export type Solving = (
  program: Program,
  start: Float64Array | null,
  seconds: number,
  options?: SearchOptions,
) => Promise<Solved>;

/** What the thread lets be seen of itself while it searches, and where it asks whether to go on. */
export interface Watch {
  readonly enoughGap?: number | undefined;
  stopped(): boolean;
  step(step: SearchStep): void;
  found(values: Float64Array): void;
}

// The package tells its types as those of a CommonJS module; what is loaded is an ES module, whose default is the loader.
const loadHighs = highsLoader as unknown as (typeof highsLoader)['default'];

const known = (value: number | bigint | undefined): number | null =>
  value !== undefined && Number.isFinite(Number(value)) ? Number(value) : null;

const defaultGap = 0.0001;

/** HiGHS over one program. Blocks its thread until it is done or out of time: it is called in a thread of its own. */
export const solveProgram: Solving = (program, start, seconds, { enoughGap, signal, progress } = {}) =>
  solveWatched(program, start, seconds, {
    enoughGap,
    stopped: () => signal?.aborted ?? false,
    step: (step) => progress?.(step),
    found: () => {},
  });

export async function solveWatched(
  program: Program,
  start: Float64Array | null,
  seconds: number,
  watch: Watch,
): Promise<Solved> {
  const highs = await loadHighs();
  const { cost, upper, lower, whole, rows } = program;
  if (cost.length === 0) return { values: [], gap: 0, bound: 0, cutShort: false, infeasible: false };
  const starts = [0];
  for (const { columns } of rows) starts.push(starts.at(-1)! + columns.length);
  const linear = whole.every((each) => each === 0);
  const ask = (event: { interrupt(): void }): undefined => {
    if (watch.stopped()) event.interrupt();
  };
  return highs.withModel(
    {
      numCols: cost.length,
      numRows: rows.length,
      colCost: cost,
      colLower: lower ?? new Float64Array(cost.length),
      colUpper: upper,
      rowLower: Float64Array.from(rows, ({ from }) => from),
      rowUpper: Float64Array.from(rows, ({ to }) => to),
      integrality: Int32Array.from(whole),
      matrix: {
        format: 'csr',
        numRows: rows.length,
        numCols: cost.length,
        starts: Int32Array.from(starts),
        indices: Int32Array.from(rows.flatMap(({ columns }) => columns)),
        values: Float64Array.from(rows.flatMap(({ values }) => values)),
      },
    },
    (model) => {
      model.options.set({ output_flag: false, time_limit: seconds, mip_rel_gap: watch.enoughGap ?? defaultGap });
      if (start && !linear) model.setSolution({ colValue: start });
      const { callbackType, modelStatus } = highs.constants;
      model.run({
        [callbackType.simplexInterrupt]: ask,
        [callbackType.mipInterrupt]: (event): undefined => {
          ask(event);
          const { running_time, mip_primal_bound, mip_dual_bound, mip_gap } = event.data;
          watch.step({
            seconds: running_time ?? 0,
            cost: known(mip_primal_bound),
            bound: known(mip_dual_bound),
            gap: known(mip_gap),
          });
        },
        [callbackType.mipImprovingSolution]: ({ data }): undefined => {
          if (data.mip_solution) watch.found(data.mip_solution);
          return undefined;
        },
      });
      const status = model.getModelStatus();
      const found = Number(model.info.get('primal_solution_status')) === 2;
      const proved = status === modelStatus.optimal;
      const gap = linear ? (proved ? 0 : null) : known(model.info.get('mip_gap'));
      const bound = linear ? (proved ? model.getObjectiveValue() : null) : known(model.info.get('mip_dual_bound'));
      return {
        values: found ? [...model.getSolution().colValue] : [...(start ?? [])],
        gap: found && gap !== null ? Math.max(0, gap) : null,
        bound,
        cutShort: !proved,
        ...(linear && proved ? { prices: [...model.getSolution().rowDual] } : {}),
        infeasible: !found && (status === modelStatus.infeasible || status === modelStatus.unboundedOrInfeasible),
      };
    },
  );
}
