/** Identities that hold in every annual report whatever the building: parts add up, and area times intensity is energy. */
import type { AnnualReport } from './annual-report.ts';
import { energyParts } from './annual-report.ts';

/** Logarithms of one way of saying a figure over another: 0 where both agree, null where one of them was not said. */
export interface AnnualIdentities {
  /** Sum of the parts over the total. */
  readonly partsToTotal: number | null;
  /** Intensity times area over the total. */
  readonly intensityToTotal: number | null;
  /** Intensity in normal weather over intensity as it was. */
  readonly normalToActual: number | null;
  /** Floor area of the uses over that of the building. */
  readonly usesToArea: number | null;
}

const logRatio = (one: number | null, other: number | null): number | null =>
  one !== null && other !== null && one > 0 && other > 0 ? Math.log(one / other) : null;

export function annualIdentities(report: AnnualReport): AnnualIdentities {
  const { parts, total, intensity, area, normalIntensity, uses } = report;
  const known = energyParts.flatMap((part) => parts[part] ?? []);
  const sum = known.length > 0 ? known.reduce((all, each) => all + each, 0) : null;
  return {
    partsToTotal: logRatio(sum, total),
    intensityToTotal: logRatio(intensity !== null && area !== null ? intensity * area : null, total),
    normalToActual: logRatio(normalIntensity, intensity),
    usesToArea: logRatio(uses.length > 0 ? uses.reduce((all, each) => all + each.area, 0) : null, area),
  };
}
