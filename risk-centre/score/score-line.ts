/** One figure of a score: what was measured on what, beside simple ways of asking the same, and what it should reach. */
export interface ScoreLine {
  /** Data set, and how many cases of it. */
  readonly set: string;
  /** How what was learned from is kept from what is asked; empty where nothing is learned. */
  readonly split: string;
  readonly metric: string;
  readonly ours: string;
  /** Simple ways, on the same rows; empty where they are told on another line. */
  readonly baselines: string;
  /** Figures in print, with their source. */
  readonly published: string;
  /** Empty where the line is told for itself. */
  readonly target: string;
  readonly ok: boolean;
}

/** A room of figures: `npm run score -- <name>`. */
export interface Score {
  readonly name: string;
  readonly about: string;
  /** Lines as they are measured; a set that is not there has a line of `notThere`. */
  lines(): Generator<ScoreLine> | AsyncGenerator<ScoreLine>;
  /** What the figures do not say, and what was tried where one falls short. */
  readonly remarks: readonly string[];
}

const plain = { split: '', baselines: '', published: '', target: '', ok: true } as const;

export const scoreLine = (line: Pick<ScoreLine, 'set' | 'metric' | 'ours'> & Partial<ScoreLine>): ScoreLine => ({
  ...plain,
  ...line,
});

export const notMeasured = 'not there, nothing measured';
export const notThere = (set: string): ScoreLine => scoreLine({ set, metric: '', ours: notMeasured });

const columns = ['set', 'split', 'metric', 'ours', 'baselines', 'published', 'target'] as const;
const head = {
  set: 'data set',
  split: 'split',
  metric: 'metric',
  ours: 'ours',
  baselines: 'simple baselines',
  published: 'published',
  target: 'target',
} as const;

/** The lines as a table in Markdown; `yes` and `NO` say whether a target is met. */
export function table(lines: readonly ScoreLine[]): string {
  const rows = [
    [...columns.map((column) => head[column]), 'met'],
    [...columns, 'met'].map(() => '---'),
    ...lines.map((line) => [
      ...columns.map((column) => line[column]),
      line.target === '' ? '' : line.ok ? 'yes' : 'NO',
    ]),
  ];
  const widths = rows[0]!.map((_, i) => Math.max(...rows.map((row) => row[i]!.length)));
  return rows
    .map((row) => `| ${row.map((cell, i) => cell.padEnd(widths[i]!, cell === '---' ? '-' : ' ')).join(' | ')} |\n`)
    .join('');
}
