import highsLoader from 'highs';
import type { Program } from './program.ts';

export interface Solved {
  /** Value of each column. */
  readonly values: readonly number[];
  /** Relative gap between what was found and the best there could be; null when the time ended before any bound was known. */
  readonly gap: number | null;
  readonly cutShort: boolean;
}

// The package tells its types as those of a CommonJS module; what is loaded is an ES module, whose default is the loader.
const loadHighs = highsLoader as unknown as (typeof highsLoader)['default'];

/** The search over one program, from a first answer, within so many seconds. */
export type Solving = (program: Program, start: Float64Array, seconds: number) => Promise<Solved>;

/** HiGHS over one program. Blocks its thread until it is done or out of time: it is called in a thread of its own. */
export const solveProgram: Solving = async (program, start, seconds) => {
  const highs = await loadHighs();
  const { cost, upper, whole, rows } = program;
  if (cost.length === 0) return { values: [], gap: 0, cutShort: false };
  const starts = [0];
  for (const { columns } of rows) starts.push(starts.at(-1)! + columns.length);
  return highs.withModel(
    {
      numCols: cost.length,
      numRows: rows.length,
      colCost: cost,
      colLower: new Float64Array(cost.length),
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
      model.options.set({ output_flag: false, time_limit: seconds, mip_rel_gap: 0.0001 });
      model.setSolution({ colValue: start });
      model.run();
      const status = model.getModelStatus();
      const { modelStatus } = highs.constants;
      const found = Number(model.info.get('primal_solution_status')) === 2;
      const gap = Number(model.info.get('mip_gap'));
      return {
        values: found ? [...model.getSolution().colValue] : [...start],
        gap: found && Number.isFinite(gap) ? Math.max(0, gap) : null,
        cutShort: status !== modelStatus.optimal,
      };
    },
  );
};
