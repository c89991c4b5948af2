/**
 * How well the methods of the risk centre find what is there, on real data:
 *
 *   npm run score [-- <name…>] [-- --json]
 *
 * Data are read from the folder that OPENGOA_SCORE_DATA names (`../shared/data` beside the project when left out) and are no part of the project. Splits
 * and seeds are in the code. Exits 1 when a target is missed, 2 when data are not there.
 */
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { annualOutlierScore } from './annual-outliers.ts';
import { bidScore } from './bids.ts';
import { ledgerScore } from './ledger.ts';
import { dataFolder } from './read-rows.ts';
import { reportScore } from './reports.ts';
import { notMeasured, type Score, type ScoreLine, table } from './score-line.ts';
import { energyBaselineScore } from './energy-baseline.ts';
import { energyForecastScore } from './energy-forecast.ts';
import { anomalyScore } from './energy-anomalies.ts';
import { vehicleScore } from './vehicle-use.ts';
import { evidenceScore } from './evidence.ts';
import { nextMonthScore } from './next-month.ts';
import { projectScore } from './duplicate-projects.ts';
import { workedExampleScore } from './worked-examples/worked-examples.ts';

const scores: readonly Score[] = [
  reportScore,
  bidScore,
  annualOutlierScore,
  ledgerScore,
  energyBaselineScore,
  energyForecastScore,
  anomalyScore,
  vehicleScore,
  evidenceScore,
  nextMonthScore,
  projectScore,
  workedExampleScore,
];

const { values: asked, positionals: names } = parseArgs({
  options: { json: { type: 'boolean' } },
  allowPositionals: true,
});
const say = (text: string): void => void process.stdout.write(`${text}\n`);
const warn = (text: string): void => void process.stderr.write(`${text}\n`);
const unknown = names.filter((name) => !scores.some((score) => score.name === name));
if (unknown.length > 0) {
  warn(
    `No score of ${unknown.join(', ')}. There are:\n${scores.map(({ name, about }) => `  ${name}  ${about}`).join('\n')}`,
  );
  process.exit(2);
}
if (!existsSync(dataFolder()))
  warn(`没有评测数据 ${dataFolder()}(OPENGOA_SCORE_DATA)。The evaluation data are not there (OPENGOA_SCORE_DATA).`);

const all: (ScoreLine & { readonly score: string })[] = [];
for (const { name, about, lines, remarks } of scores.filter(
  (each) => names.length === 0 || names.includes(each.name),
)) {
  const own = await Array.fromAsync(lines());
  all.push(...own.map((line) => ({ score: name, ...line })));
  if (asked.json) continue;
  say(`## ${name}: ${about}\n\n${table(own)}`);
  if (remarks.length > 0) say(`${remarks.join('\n')}\n`);
}
if (asked.json) say(JSON.stringify(all));
const missed = all.filter(({ target, ok }) => target !== '' && !ok);
const absent = all.filter(({ ours }) => ours === notMeasured);
warn(
  `${all.length} lines, ${all.filter(({ target }) => target !== '').length} with a target, ${missed.length} missed, ${absent.length} sets not there`,
);
process.exitCode = missed.length > 0 ? 1 : absent.length > 0 ? 2 : 0;
