/** Standard coal and carbon of a year's use, with the dated factor behind every number. */
import type { Context } from '@opengoa/kernel';
import type { Carrier, Measure } from '../contract.ts';

export interface Used {
  readonly carrier: Carrier;
  readonly measure: Measure;
  readonly amount: number;
}

export interface UsedFactor {
  readonly carrier: Carrier;
  readonly value: number;
  readonly unit: string;
  readonly standard: string;
  readonly day: string;
  readonly document: string;
  readonly ofYear: number | null;
}

export interface Converted {
  readonly amount: number;
  readonly perM2: number | null;
  readonly factors: readonly UsedFactor[];
}

type Standards = Context['standards'];
type Place = Parameters<Standards['valueOn']>[2];

/** Water is no energy and is left out (GB/T 2589-2020 附录B, not counted for public institutions). */
const media: Readonly<Partial<Record<Carrier, string>>> = {
  electricity: 'electricity',
  gas: 'natural-gas',
  heat: 'heat',
};

/** How many of a factor's own unit one unit of measure holds, by the unit the factor is written in. */
const perMeasure: Readonly<Record<string, number>> = {
  'kWh kgce/kWh': 1,
  'm3 kgce/m3': 1,
  'GJ kgce/MJ': 1000,
  'kWh kgCO2/kWh': 1,
  'm3 kgCO2/m3': 1,
  'GJ tCO2/GJ': 1000,
};

/**
 * Kilograms of standard coal, by calorific value (当量值).
 * @returns null when a carrier in use has no factor in its unit: nothing is left out silently
 */
export const coalOf = (used: readonly Used[], areaM2: number | null, day: string, place: Place, standards: Standards) =>
  converted(used, areaM2, ({ carrier }, medium) => {
    const found = standards.valueOn('energy.coal-factor', day, place, { medium, basis: 'calorific' });
    return found.found ? factor(carrier, found, null) : null;
  });

/** Kilograms of CO₂. The grid's factor is that of the accounting year, or of the nearest year that is published, which is then said. */
export const carbonOf = (
  used: readonly Used[],
  areaM2: number | null,
  year: number,
  day: string,
  place: Place,
  standards: Standards,
) =>
  converted(used, areaM2, ({ carrier }, medium) => {
    if (carrier !== 'electricity') {
      const found = standards.valueOn('energy.fuel-co2-factor', day, place, { medium });
      return found.found ? factor(carrier, found, null) : null;
    }
    for (let away = 0; away <= 20; away++) {
      for (const of of away === 0 ? [year] : [year - away, year + away]) {
        const found = standards.valueOn('energy.grid-co2-factor', day, place, { basis: 'national-average', year: of });
        if (found.found) return factor(carrier, found, of === year ? null : of);
      }
    }
    return null;
  });

type Found = Extract<ReturnType<Standards['valueOn']>, { found: true }>;

const factor = (carrier: Carrier, { id, value, unit, day, source }: Found, ofYear: number | null): UsedFactor => ({
  carrier,
  value: value as number,
  unit,
  standard: id,
  day,
  document: [source.document, source.number, source.article].filter((word) => word !== undefined).join(' '),
  ofYear,
});

function converted(
  used: readonly Used[],
  areaM2: number | null,
  factorFor: (used: Used, medium: string) => UsedFactor | null,
): Converted | null {
  const factors: UsedFactor[] = [];
  let amount = 0;
  for (const each of used) {
    const medium = media[each.carrier];
    if (medium === undefined) continue;
    const found = factorFor(each, medium);
    const times = found && perMeasure[`${each.measure} ${found.unit}`];
    if (!found || times === undefined || times === null) return null;
    factors.push(found);
    amount += each.amount * times * found.value;
  }
  if (factors.length === 0) return null;
  return { amount, perM2: areaM2 === null ? null : amount / areaM2, factors };
}
