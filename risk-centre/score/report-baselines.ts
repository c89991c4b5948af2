/** What is commonly done to check reports: each on one year of a unit, the newest. */
import { digitChiSquare } from '../methods/reports/terminal-digits.ts';
import { pairsWithLastYear } from '../methods/reports/last-year-ratio.ts';
import type { ReportSeries } from '../methods/reports/report-series.ts';

const newest = ({ points }: ReportSeries) => points.slice(-12).map(({ value }) => value);

/** A month of the newest year that changed by more than 30 % against the same month of last year. */
function yearOnYear(series: ReportSeries): boolean {
  return pairsWithLastYear(series)
    .slice(-12)
    .some(({ value, base }) => Math.abs(value / base - 1) > 0.3);
}

/** A month three standard deviations from the mean of its year. */
function zScore(series: ReportSeries): boolean {
  const values = newest(series);
  const mean = values.reduce((sum, each) => sum + each, 0) / values.length;
  const sd = Math.sqrt(values.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (values.length - 1));
  return values.some((each) => Math.abs(each - mean) > 3 * sd);
}

/** Last digits of the newest year against equal shares, at 5 %. */
function lastDigits(series: ReportSeries): boolean {
  const values = newest(series);
  const digits = values.map((value) => Math.round(value / series.rounding) % 10);
  return (
    digitChiSquare(Array.from({ length: 10 }, (_, digit) => digits.filter((each) => each === digit).length)).p < 0.05
  );
}

const baselines = { '±30 %': yearOnYear, 'z > 3': zScore, digits: lastDigits } as const;

const share = (files: readonly ReportSeries[][], digits: number): string =>
  Object.entries(baselines)
    .map(([name, flags]) => {
      const all = files.flat();
      return `${name} ${(all.filter(flags).length / all.length).toFixed(digits)}`;
    })
    .join(', ');

export const hitsOfBaselines = (files: readonly ReportSeries[][]): string => share(files, 2);
export const falseOfBaselines = (files: readonly ReportSeries[][]): string => `${share(files, 2)} of series`;
