/** Runs a method on rows written out in a test. */
import type { AnyRow } from '@opengoa/kernel/exchange';
import type { AnalysisAnswer, AnalysisMethod, AnalysisRow, AnalysisRows } from './method.ts';

async function* rowsOf(rows: readonly AnyRow[]): AnalysisRows {
  for (const [i, values] of rows.entries()) yield { file: 'x.csv', line: i + 2, values } satisfies AnalysisRow;
}

export async function answersOn(
  method: AnalysisMethod,
  rows: readonly AnyRow[],
  files: Readonly<Record<string, readonly AnyRow[]>> = {},
  settings: Readonly<Record<string, string>> = {},
): Promise<{ readonly answers: readonly AnalysisAnswer[]; readonly passedOver: readonly number[] }> {
  const passedOver: number[] = [];
  const opened = Object.fromEntries(Object.entries(files).map(([flag, some]) => [flag, rowsOf(some)]));
  const answers = await Array.fromAsync(
    method.run(rowsOf(rows), opened, settings, { passOver: ({ line }) => void passedOver.push(line) }),
  );
  for (const { score, flag, values } of answers) {
    if (score !== null && !(score >= 0 && score <= 1)) throw new Error(`a score of ${score}`);
    if (flag === 1 && score === null) throw new Error('a flag without a score');
    for (const column of Object.keys(values))
      if (!method.output.includes(column)) throw new Error(`${column} is no column of the output`);
  }
  return { answers, passedOver };
}
