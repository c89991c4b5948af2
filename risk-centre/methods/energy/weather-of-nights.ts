/**
 * Nights of a meter with the weather taken out. What a degree of heating or cooling adds is learned from one week to the next, night against the same night a
 * week before, so that a jump of the level, which is one difference among hundreds, does not teach it (Huber weights).
 */
import { hoursOfDay } from '@opengoa/energy/hour-series';
import { medianOf } from './middle.ts';
import { addRow, normalEquations, solveRidge } from './normal-equations.ts';

const heatingBelowC = 15;
const coolingAboveC = 18;
const week = 7;
const leastDifferences = 28;
const huber = 1.5;

/**
 * @param nights one a day, NaN where unknown @param outdoorC hours of the same days, null where unknown
 * @returns nights as they would have been at their own mean weather; as they were where too little is known. None falls below a tenth of itself
 */
export function nightsWithoutWeather(nights: Float64Array, outdoorC: readonly (number | null)[]): Float64Array {
  const degrees = Array.from(nights, (_, day) => degreesOf(outdoorC, day));
  const rows: [number, number, number][] = [];
  for (let day = week; day < nights.length; day++) {
    const [now, before] = [degrees[day], degrees[day - week]];
    const step = nights[day]! - nights[day - week]!;
    if (now && before && !Number.isNaN(step)) rows.push([now[0] - before[0], now[1] - before[1], step]);
  }
  if (rows.length < leastDifferences) return nights;
  let slopes = [0, 0];
  for (let round = 0; round < 5; round++) {
    const sizes = rows.map(([heat, cool, step]) => Math.abs(step - slopes[0]! * heat - slopes[1]! * cool));
    const spread = 1.4826 * medianOf(sizes) + 1e-9;
    const equations = normalEquations(2);
    rows.forEach(([heat, cool, step], i) =>
      addRow(equations, [heat, cool], step, Math.min(1, (huber * spread) / Math.max(sizes[i]!, 1e-12))),
    );
    slopes = Array.from(solveRidge(equations, [1, 1]), (slope) => Math.max(0, slope));
  }
  const known = degrees.filter((each) => each !== null);
  const mean = [0, 1].map((k) => known.reduce((sum, each) => sum + each[k]!, 0) / known.length);
  return nights.map((night, day) => {
    const own = degrees[day];
    if (!own) return Number.NaN;
    return Math.max(0.1 * night, night - slopes[0]! * (own[0] - mean[0]!) - slopes[1]! * (own[1] - mean[1]!));
  });
}

/** Degrees of heating and cooling by the mean of the 24 hours up to five in the morning; null below three of them. */
function degreesOf(outdoorC: readonly (number | null)[], day: number): readonly [number, number] | null {
  const end = day * hoursOfDay + 5;
  const hours = outdoorC.slice(Math.max(0, end - hoursOfDay), end).filter((value) => value !== null);
  if (hours.length < 3) return null;
  const mean = hours.reduce((sum, value) => sum + value, 0) / hours.length;
  return [Math.max(heatingBelowC - mean, 0), Math.max(mean - coolingAboveC, 0)];
}
