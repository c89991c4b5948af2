/**
 * EN-12 by the month: standard coal and carbon of what was used, each month with the factor that was in force in it. A year that crosses a change
 * of a factor is made of both. Factors are dated standards; none stands here.
 */
import type { Context, Id } from '@opengoa/kernel';
import type { AccountCarrier, AccountMeasure } from './contract.ts';

export interface MonthUse {
  readonly carrier: AccountCarrier;
  readonly measure: AccountMeasure;
  /** The month's first day. */
  readonly month: string;
  readonly amount: number;
}

/** A factor as it was used, with its paper. */
export interface UsedFactor {
  readonly kind: 'coal' | 'carbon';
  readonly carrier: AccountCarrier;
  readonly value: number;
  readonly unit: string;
  readonly standard: string;
  /** Since when it is in force. */
  readonly day: string;
  readonly document: string;
  /** The accounting year it is of, where it is not the month's own: nothing was published for that one. */
  readonly ofYear: number | null;
  /** It came into force after the month: nothing dated was in force then. */
  readonly later: boolean;
  /** Kilograms for one unit of measure, with the density of a fuel and the unit of the factor in it. */
  readonly kgPerUnit: number;
}

/** One factor's part of a number: `kg = amount × kgPerUnit`. */
export interface Part {
  readonly factor: UsedFactor;
  readonly amount: number;
  readonly kg: number;
}

export interface Converted {
  readonly carrier: AccountCarrier;
  readonly measure: AccountMeasure;
  readonly amount: number;
  /** 1 is burnt on the spot, 2 is bought electricity and heat; water is neither. */
  readonly scope: 1 | 2 | null;
  /** Null where a factor is missing: nothing is left out silently. Water has neither and is null. */
  readonly coalKg: number | null;
  readonly carbonKg: number | null;
  readonly parts: readonly Part[];
}

type Standards = Context['standards'];
export type StandardPlace = Parameters<Standards['valueOn']>[2];

/** Water is no energy and is left out (GB/T 2589-2020 附录B, not counted for public institutions). */
const media: Readonly<Record<Exclude<AccountCarrier, 'water'>, { readonly medium: string; readonly scope: 1 | 2 }>> = {
  electricity: { medium: 'electricity', scope: 2 },
  heat: { medium: 'heat', scope: 2 },
  gas: { medium: 'natural-gas', scope: 1 },
  gasoline: { medium: 'gasoline', scope: 1 },
  diesel: { medium: 'diesel', scope: 1 },
};

/** How many kilograms one of a factor's values stands for, by what is measured and the unit the factor is written in. */
const perMeasure: Readonly<Record<string, number>> = {
  'kWh kgce/kWh': 1,
  'm3 kgce/m3': 1,
  'GJ kgce/MJ': 1000,
  'kWh kgCO2/kWh': 1,
  'm3 kgCO2/m3': 1,
  'GJ tCO2/GJ': 1000,
  'kg kgce/kg': 1,
  'kg kgCO2/kg': 1,
};

/** How far the grid's factor is looked for on either side of its year. */
const yearsAway = 20;

/** Which factor turns a month's use into kilograms; null where none does. */
export interface Factors {
  coal(use: MonthUse): UsedFactor | null;
  carbon(use: MonthUse): UsedFactor | null;
}

/** The dated standards as they are in force at a place. `today` says which edition of the grid's yearly factors is known. */
export function factorsAt(standards: Standards, place: StandardPlace, today: string): Factors {
  const inForce = (id: string, month: string, selector: Readonly<Record<string, string>>) => {
    const own = standards.valueOn(id, month, place, selector);
    if (own.found) return { found: own, later: false };
    const after = standards.valueOn(id, today, place, selector);
    return after.found ? { found: after, later: true } : null;
  };
  const made = (
    kind: 'coal' | 'carbon',
    { carrier, measure, month }: MonthUse,
    known: ReturnType<typeof inForce>,
    ofYear: number | null,
  ): UsedFactor | null => {
    if (!known) return null;
    const { found, later } = known;
    const density = measure === 'L' ? inForce('energy.fuel-density', month, { medium: carrier })?.found.value : 1;
    const times = perMeasure[`${measure === 'L' ? 'kg' : measure} ${found.unit}`];
    if (times === undefined || density === undefined) return null;
    const value = found.value as number;
    return {
      kind,
      carrier,
      value,
      unit: found.unit,
      standard: found.id,
      day: found.day,
      document: [found.source.document, found.source.number, found.source.article]
        .filter((word) => word !== undefined)
        .join(' '),
      ofYear,
      later,
      kgPerUnit: value * times * (density as number),
    };
  };
  return {
    coal(use) {
      if (use.carrier === 'water') return null;
      const { medium } = media[use.carrier];
      return made('coal', use, inForce('energy.coal-factor', use.month, { medium, basis: 'calorific' }), null);
    },
    carbon(use) {
      if (use.carrier === 'water') return null;
      if (use.carrier !== 'electricity')
        return made(
          'carbon',
          use,
          inForce('energy.fuel-co2-factor', use.month, { medium: media[use.carrier].medium }),
          null,
        );
      const year = Number(use.month.slice(0, 4));
      for (let away = 0; away <= yearsAway; away++) {
        for (const of of away === 0 ? [year] : [year - away, year + away]) {
          const found = standards.valueOn('energy.grid-co2-factor', today, place, {
            basis: 'national-average',
            year: of,
          });
          if (found.found) return made('carbon', use, { found, later: false }, of === year ? null : of);
        }
      }
      return null;
    },
  };
}

const sameFactor = (a: UsedFactor, b: UsedFactor): boolean =>
  a.kind === b.kind &&
  a.standard === b.standard &&
  a.kgPerUnit === b.kgPerUnit &&
  a.day === b.day &&
  a.ofYear === b.ofYear;

/** Months added up by carrier and measure, each number with the parts it is made of. */
export function converted(uses: readonly MonthUse[], factors: Factors): Converted[] {
  return [...Map.groupBy(uses, ({ carrier, measure }) => `${carrier} ${measure}`).values()].map((own): Converted => {
    const { carrier, measure } = own[0]!;
    const parts: { factor: UsedFactor; amount: number; kg: number }[] = [];
    const missing = { coal: false, carbon: false };
    for (const use of own) {
      for (const kind of ['coal', 'carbon'] as const) {
        const factor = factors[kind](use);
        if (!factor) {
          missing[kind] = true;
          continue;
        }
        const known = parts.find((part) => sameFactor(part.factor, factor));
        const kg = use.amount * factor.kgPerUnit;
        if (known) {
          known.amount += use.amount;
          known.kg += kg;
        } else parts.push({ factor, amount: use.amount, kg });
      }
    }
    const sum = (kind: 'coal' | 'carbon'): number | null =>
      missing[kind] ? null : parts.filter(({ factor }) => factor.kind === kind).reduce((all, { kg }) => all + kg, 0);
    return {
      carrier,
      measure,
      amount: own.reduce((all, { amount }) => all + amount, 0),
      scope: carrier === 'water' ? null : media[carrier].scope,
      coalKg: carrier === 'water' ? null : sum('coal'),
      carbonKg: carrier === 'water' ? null : sum('carbon'),
      parts,
    };
  });
}

/** @returns null where one of the carriers that count has no factor, or none counts */
export function totalKg(of: readonly Converted[], kind: 'coalKg' | 'carbonKg', scope?: 1 | 2): number | null {
  const counted = of.filter((each) => each.scope !== null && (scope === undefined || each.scope === scope));
  if (counted.length === 0) return scope === undefined ? null : 0;
  return counted.reduce<number | null>((sum, each) => {
    const kg = each[kind];
    return sum === null || kg === null ? null : sum + kg;
  }, 0);
}

/** Where a building's factors are looked up. */
export const placeFactors = (
  unit: Id,
  { standards, organisation, today }: Pick<Context, 'standards' | 'organisation' | 'today'>,
): Factors => factorsAt(standards, organisation.place(unit), today);
