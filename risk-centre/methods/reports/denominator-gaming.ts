export interface RatioSplit {
  readonly perHeadChange: number;
  /** Δln(E/H) = ΔlnE − ΔlnH. */
  readonly logTotal: number;
  readonly logEnergy: number;
  readonly logDenominator: number;
}

/** AU-09: how much of a change of use per head comes from the use, and how much from the heads; [before, after]. */
export function splitRatio(energy: readonly [number, number], heads: readonly [number, number]): RatioSplit {
  const logEnergy = Math.log(energy[1] / energy[0]);
  const logDenominator = -Math.log(heads[1] / heads[0]);
  const logTotal = logEnergy + logDenominator;
  return { perHeadChange: Math.expm1(logTotal), logTotal, logEnergy, logDenominator };
}
