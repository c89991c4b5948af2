/** Figures of the places around each place. NaN is passed over; a window without a number is NaN. */

/** Mean over from … to places away, both included; negative is before. */
export function meanAround(values: Float64Array, from: number, to: number): Float64Array {
  const sums = new Float64Array(values.length + 1);
  const counts = new Float64Array(values.length + 1);
  for (let i = 0; i < values.length; i++) {
    const known = !Number.isNaN(values[i]!);
    sums[i + 1] = sums[i]! + (known ? values[i]! : 0);
    counts[i + 1] = counts[i]! + (known ? 1 : 0);
  }
  return Float64Array.from(values, (_, i) => {
    const low = Math.min(values.length, Math.max(0, i + from));
    const high = Math.max(low, Math.min(values.length, i + to + 1));
    const count = counts[high]! - counts[low]!;
    return count > 0 ? (sums[high]! - sums[low]!) / count : Number.NaN;
  });
}

/** Standard deviation over from … to places away. */
export function deviationAround(values: Float64Array, from: number, to: number): Float64Array {
  // Around one middle for all, so that squares of far numbers do not swallow small differences.
  const known = values.filter((value) => !Number.isNaN(value));
  const centre = known.reduce((sum, value) => sum + value, 0) / Math.max(1, known.length);
  const moved = values.map((value) => value - centre);
  const mean = meanAround(moved, from, to);
  const square = meanAround(
    moved.map((value) => value * value),
    from,
    to,
  );
  return square.map((value, i) => Math.sqrt(Math.max(0, value - mean[i]! ** 2)));
}

/** Greatest over from … to places away. */
export function mostAround(values: Float64Array, from: number, to: number): Float64Array {
  return Float64Array.from(values, (_, i) => {
    let most = Number.NaN;
    for (let j = Math.max(0, i + from); j <= Math.min(values.length - 1, i + to); j++)
      if (!(values[j]! <= most) && !Number.isNaN(values[j]!)) most = values[j]!;
    return most;
  });
}

export const leastAround = (values: Float64Array, from: number, to: number): Float64Array =>
  mostAround(
    values.map((value) => -value),
    from,
    to,
  ).map((value) => -value);

/** For each place how many in a row hold its value, itself included. */
export function runLengths(values: Float64Array): Float64Array {
  const lengths = new Float64Array(values.length);
  for (let from = 0; from < values.length;) {
    let to = from + 1;
    while (to < values.length && values[to] === values[from]) to += 1;
    lengths.fill(to - from, from, to);
    from = to;
  }
  return lengths;
}

/** Each place's value so many places before (negative: after), NaN beyond the ends. */
export const shifted = (values: Float64Array, places: number): Float64Array =>
  Float64Array.from(values, (_, i) => values[i - places] ?? Number.NaN);
