/**
 * Piecewise-linear pieces of outdoor temperature (EN-02). Endpoints B₁ < … < B_N cut the scale into N + 1 pieces:
 * F₁ = min(T, B₁); Fₙ = clip(T − Bₙ₋₁, 0, Bₙ − Bₙ₋₁); F_N+1 = max(T − B_N, 0). They always add up to T.
 * Source: CalTRACK Methods 2.0, §3.8; the reference knots are those of LBNL's time-of-week-and-temperature code.
 */

/** 40, 55, 65, 80 and 90 °F. */
export const referenceKnotsC: readonly number[] = [40, 55, 65, 80, 90].map((f) => ((f - 32) * 5) / 9);

export function temperaturePieces(temperature: number, knots: readonly number[]): number[] {
  if (knots.length === 0) return [temperature];
  // Asked for every hour of every fit: no callback for each piece.
  const pieces = [Math.min(temperature, knots[0]!)];
  for (let n = 1; n <= knots.length; n++) {
    const lower = knots[n - 1]!;
    const upper = knots[n] ?? Number.POSITIVE_INFINITY;
    pieces.push(Math.min(Math.max(temperature - lower, 0), upper - lower));
  }
  return pieces;
}

/**
 * Drops the outer knots with fewer than `fewestBeyond` hours beyond them: a slope fitted to a handful of hours is noise,
 * and it is the slope that a hot or cold spell next year would be extrapolated along.
 */
export function keepSupportedKnots(
  knots: readonly number[],
  temperatures: readonly number[],
  fewestBeyond = 20,
): number[] {
  const kept = [...knots];
  while (kept.length > 0 && temperatures.filter((t) => t < kept[0]!).length < fewestBeyond) kept.shift();
  while (kept.length > 0 && temperatures.filter((t) => t > kept.at(-1)!).length < fewestBeyond) kept.pop();
  return kept;
}
