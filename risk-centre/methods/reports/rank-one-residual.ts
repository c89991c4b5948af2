import { chiSquareAtMost, chiSquareQuantile } from '../gamma-distribution.ts';

export interface RankOneResidual {
  /** Spread of what is left of ln(x) once the effect of each unit and of each month is taken away. */
  readonly residualSd: number;
  readonly df: number;
  /** Under independent metering the spread lies below this with probability `alpha`. */
  readonly criticalSd: number;
  readonly p: number;
  /** Level of each unit, ln, about the mean of all. */
  readonly unitEffects: readonly number[];
}

/**
 * AU-01, class S: are several units' months one series times fixed shares? Honest meters leave a residual of at least `s0`.
 * @param values units × months, all above 0, at least 2 × 2
 * @param s0 least residual spread of independent meters: the 5th percentile of metered peers, 0.03 at least
 */
export function rankOneResidual(values: readonly (readonly number[])[], s0: number, alpha = 0.001): RankOneResidual {
  const logs = values.map((row) => row.map(Math.log));
  const months = logs[0]!.length;
  const ofUnit = logs.map((row) => sum(row) / months);
  const ofMonth = Array.from({ length: months }, (_, t) => sum(logs.map((row) => row[t]!)) / logs.length);
  const all = sum(ofUnit) / logs.length;
  const squares = sum(logs.flatMap((row, k) => row.map((x, t) => (x - ofUnit[k]! - ofMonth[t]! + all) ** 2)));
  const df = (logs.length - 1) * (months - 1);
  return {
    residualSd: Math.sqrt(squares / df),
    df,
    criticalSd: s0 * Math.sqrt(chiSquareQuantile(alpha, df) / df),
    p: chiSquareAtMost(squares / s0 ** 2, df),
    unitEffects: ofUnit.map((each) => each - all),
  };
}

const sum = (values: readonly number[]): number => values.reduce((total, each) => total + each, 0);
