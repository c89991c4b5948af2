/**
 * RE-02, stated probabilities corrected by what became of cases: `logit p' = a + b · logit p` (Platt 1999), fitted to closed cases and the random sample.
 *
 * Which cases were looked into may depend on the probability stated and on nothing else; then nothing has to be weighted. Few cases move little: the fit is held to
 * a = 0, b = 1 as if `weightOfStated` cases had come out as stated.
 */
import { fromLogit } from '../evidence-to-probability.ts';
import { type MethodResult, insufficient, ok } from '../method-result.ts';

export interface LookedInto {
  /** Log odds as stated before anybody looked. */
  readonly logOdds: number;
  /** 1 true, 0 not, ½ partly (RE-08). */
  readonly came: number;
}

export interface Calibration {
  readonly a: number;
  readonly b: number;
  readonly cases: number;
}

/** Fewest of either kind, true and not. */
export const fewestOfEach = 10;

/** @returns `insufficient_data` below ten true and ten not: what was stated stands uncorrected */
export function calibrate(cases: readonly LookedInto[], weightOfStated = 10): MethodResult<Calibration> {
  const wereTrue = cases.reduce((sum, { came }) => sum + came, 0);
  const found = Math.min(wereTrue, cases.length - wereTrue);
  if (found < fewestOfEach)
    return insufficient({
      zh: `属实与不属实各至少${fewestOfEach}件，现较少的一类为${found}件`,
      en: `ten cases of either outcome are needed; the rarer has ${found}`,
      needed: fewestOfEach,
      found,
    });
  // The weight of what was stated is spread over the cases themselves: each counts a little as if it had come out as stated.
  const share = weightOfStated / cases.length;
  let [a, b] = [0, 1];
  for (let step = 0; step < 100; step++) {
    let [ga, gb, haa, hab, hbb] = [0, 0, 1e-9, 0, 1e-9];
    for (const { logOdds, came } of cases) {
      const p = fromLogit(a + b * logOdds);
      const toward = (came + share * fromLogit(logOdds)) / (1 + share);
      const curve = Math.max(p * (1 - p), 1e-9);
      ga += toward - p;
      gb += (toward - p) * logOdds;
      haa += curve;
      hab += curve * logOdds;
      hbb += curve * logOdds * logOdds;
    }
    const below = haa * hbb - hab * hab;
    if (!(below > 0)) break;
    const [da, db] = [(hbb * ga - hab * gb) / below, (haa * gb - hab * ga) / below];
    const longest = Math.max(Math.abs(da), Math.abs(db));
    const shortened = longest > 1 ? 1 / longest : 1;
    a += shortened * da;
    b += shortened * db;
    if (longest < 1e-10) break;
  }
  // More evidence never makes a case less likely.
  return ok({ a, b: Math.max(0, b), cases: cases.length });
}

export const calibrated = ({ a, b }: Pick<Calibration, 'a' | 'b'>, logOdds: number): number =>
  fromLogit(a + b * logOdds);
