/** 定额对照 (GB/T 40498-2021): a year of use, divided by area or people, against the values in force. Pure; every limit is a dated standard. */
import type { Context } from '@opengoa/kernel';
import { check } from '@opengoa/kernel/standards';
import { converted, type Factors, type MonthUse, type StandardPlace, totalKg } from '../accounts/convert.ts';
import type { QuotaAnswer, QuotaIndicator, QuotaMissing } from './contract.ts';

export interface YearUse {
  /** Main meters of the buildings together, by the month. */
  readonly uses: readonly MonthUse[];
  /** Of the days of the year, the share on which each carrier was read, in the building that was read least; a carrier that nobody meters is left out. */
  readonly readShare: ReadonlyMap<string, number>;
  readonly areaM2: number | null;
  readonly people: number | null;
}

interface Chosen {
  readonly climate: string | undefined;
  readonly zone: string;
  readonly ventilated: string;
}

/** Less than this share of the days is no year. */
const leastRead = 0.9;

const units: Readonly<Record<QuotaIndicator, string>> = {
  electricity: 'kWh/m²',
  'non-heating': 'kgce/m²',
  'per-capita': 'kgce/人',
  water: 'm³/人',
};

interface Figure {
  readonly amount: number | null;
  readonly by: 'areaM2' | 'people';
  readonly carriers: readonly string[];
}

function figureOf(indicator: QuotaIndicator, uses: readonly MonthUse[], factors: Factors): Figure {
  const carriers = (but: readonly string[]) =>
    [...new Set(uses.map(({ carrier }) => carrier as string))].filter((each) => !but.includes(each));
  const sum = (carrier: string) => {
    const own = uses.filter((use) => use.carrier === carrier);
    return own.length === 0 ? null : own.reduce((all, { amount }) => all + amount, 0);
  };
  const coal = (but: readonly string[]) =>
    totalKg(
      converted(
        uses.filter(({ carrier }) => !but.includes(carrier)),
        factors,
      ),
      'coalKg',
    );
  if (indicator === 'electricity') return { amount: sum('electricity'), by: 'areaM2', carriers: ['electricity'] };
  if (indicator === 'water') return { amount: sum('water'), by: 'people', carriers: ['water'] };
  const but = indicator === 'non-heating' ? ['water', 'heat'] : ['water'];
  return { amount: coal(but), by: indicator === 'non-heating' ? 'areaM2' : 'people', carriers: carriers(but) };
}

function missingOf({ amount, by, carriers }: Figure, year: YearUse): QuotaMissing | null {
  const shares = carriers.map((carrier) => year.readShare.get(carrier) ?? 0);
  // Of no carrier nothing was read either.
  if (shares.every((share) => share === 0)) return 'not-read';
  if (shares.some((share) => share < leastRead)) return 'few-days';
  if (amount === null) return 'no-factor';
  if (year[by] === null) return by === 'areaM2' ? 'no-area' : 'no-people';
  return null;
}

export function againstQuota(
  year: YearUse,
  chosen: Chosen,
  place: StandardPlace,
  factors: Factors,
  { standards, today }: Pick<Context, 'standards' | 'today'>,
): QuotaAnswer['indicators'] {
  return (['electricity', 'non-heating', 'per-capita', 'water'] as const).map((indicator) => {
    const figure = figureOf(indicator, year.uses, factors);
    const missing = missingOf(figure, year);
    const value = missing === null ? figure.amount! / year[figure.by]! : null;
    const levels = (
      indicator === 'water' ? (['general', 'advanced'] as const) : (['constraint', 'base', 'guide'] as const)
    )
      .map((level) => ({ level, found: valueFor(indicator, level, chosen, place, { standards, today }) }))
      .flatMap(({ level, found }) =>
        found === null
          ? []
          : [
              {
                level,
                allowed: found.value as number,
                outcome: value === null ? null : check(found, value).outcome,
                standard: found.id,
                document: [found.source.document, found.source.number, found.source.article].filter(Boolean).join(' '),
                since: found.day,
                confidence: found.confidence,
              },
            ],
      );
    return { indicator, unit: units[indicator], amount: figure.amount, value, missing, levels };
  });
}

/** The place's own quota where it has one; of electricity the national values of office buildings where a climate was chosen. */
function valueFor(
  indicator: QuotaIndicator,
  level: string,
  { climate, zone, ventilated }: Chosen,
  place: StandardPlace,
  { standards, today }: Pick<Context, 'standards' | 'today'>,
) {
  if (indicator === 'water') {
    const water = standards.valueOn('energy.quota-shandong-water', today, place, { 'value-level': level });
    return water.found ? water : null;
  }
  const local = standards.valueOn('energy.quota-shandong-organ', today, place, {
    indicator,
    zone,
    'value-level': level,
  });
  if (local.found) return local;
  if (indicator !== 'electricity' || climate === undefined) return null;
  const national = standards.valueOn('energy.office-building-use', today, place, {
    'building-class': ventilated,
    use: 'organ',
    climate,
    'value-level': level,
  });
  return national.found ? national : null;
}
