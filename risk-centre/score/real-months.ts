/** Monthly totals of real buildings, as honest reports would give them. */
import { shuffled } from '@opengoa/kernel/seeded';
import { packedFilesIn, rowsOf } from './read-rows.ts';

/** One building and one fuel: months `2018-01` … with their totals, and its floor area. */
export interface RealBuilding {
  readonly name: string;
  readonly indicator: string;
  readonly area: number;
  readonly months: ReadonlyMap<string, number>;
}

/** Electricity and gas of 57 university buildings, hours summed to months; months with a missing hour or a total of 0 are left out. */
export function cambridge(): RealBuilding[] {
  const folder = 'cambridge-estates-energy';
  const areas = new Map(
    (rowsOf(`${folder}/buildings.csv`) ?? []).map((row) => [
      row['building_id']!,
      Number(row['gross_internal_area_m2']),
    ]),
  );
  return packedFilesIn(`${folder}/hourly`)
    .flatMap((file) => {
      const name = file.replace('.csv.gz', '');
      const rows = rowsOf(`${folder}/hourly/${file}`)!;
      return (['electricity', 'gas'] as const).map((fuel) => {
        const sums = new Map<string, { sum: number; hours: number }>();
        for (const row of rows) {
          const text = row[`${fuel}_kwh`];
          if (!text) continue;
          const month = row['datetime']!.slice(0, 7);
          const before = sums.get(month) ?? { sum: 0, hours: 0 };
          sums.set(month, { sum: before.sum + Number(text), hours: before.hours + 1 });
        }
        const whole = [...sums].filter(([month, { sum, hours }]) => sum > 0 && hours === hoursIn(month));
        return {
          name,
          indicator: fuel,
          area: areas.get(name) ?? 1_000,
          months: new Map(whole.map(([month, { sum }]) => [month, sum])),
        };
      });
    })
    .filter(({ months }) => months.size >= 12);
}

const hoursIn = (month: string): number =>
  new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).getUTCDate() * 24;

/** The years that a building has all twelve months of. */
export const wholeYears = ({ months }: RealBuilding): string[] =>
  [...Map.groupBy(months.keys(), (month) => month.slice(0, 4))].flatMap(([year, some]) =>
    some.length === 12 ? [year] : [],
  );

export interface AnnualUse {
  readonly name: string;
  readonly indicator: string;
  readonly area: number;
  /** Totals by year. */
  readonly years: ReadonlyMap<string, number>;
}

/** Electricity (kWh) and gas (therms) that Seattle's buildings reported of 2015 and 2016, where both years have some. */
export function seattle(): AnnualUse[] {
  const years = ['2015', '2016'].map((year) => ({
    year,
    rows: new Map(
      (rowsOf(`seattle-benchmarking/benchmarking_${year}.csv.gz`) ?? []).map((row) => [row['OSEBuildingID']!, row]),
    ),
  }));
  return (['Electricity(kWh)', 'NaturalGas(therms)'] as const).flatMap((column) =>
    [...years[0]!.rows].flatMap(([id, row]): AnnualUse[] => {
      const use = years.map(({ year, rows }) => [year, Number(rows.get(id)?.[column] ?? 0)] as const);
      if (!use.every(([, value]) => value > 1_000)) return [];
      const indicator = column.startsWith('E') ? 'electricity' : 'gas';
      return [{ name: id, indicator, area: Number(row['PropertyGFATotal']) / 10.764, years: new Map(use) }];
    }),
  );
}

/** Electricity (kWh) of Toronto's public buildings in 2021. */
export const toronto = (): AnnualUse[] =>
  (rowsOf('toronto-public-buildings/properties_2021.csv.gz') ?? []).flatMap((row): AnnualUse[] => {
    const use = Number(row['Electricity Use - Grid Purchase (kWh)']);
    const area = Number(row['Property GFA - Self-Reported (m²)']);
    if (!(use > 1_000) || !(area > 0)) return [];
    return [
      { name: row['Portfolio Manager Property ID']!, indicator: 'electricity', area, years: new Map([['2021', use]]) },
    ];
  });

/**
 * Annual totals as months, by the way the use of real buildings runs through their years: each of a batch takes another building's run, and consecutive
 * years take consecutive years of it, so that no two of a batch move together.
 */
export function* inMonths(
  uses: readonly AnnualUse[],
  shapes: readonly RealBuilding[],
  batch: number,
  random: () => number,
): Generator<RealBuilding[]> {
  for (const [indicator, all] of Map.groupBy(uses, (use) => use.indicator)) {
    const span = all[0]!.years.size;
    const fitting = shapes.flatMap((shape) => {
      const years = wholeYears(shape);
      const first = years.find((year) => span === 1 || years.includes(String(Number(year) + 1)));
      return shape.indicator === indicator && first ? [{ shape, first: Number(first) }] : [];
    });
    const size = Math.min(batch, fitting.length);
    if (size === 0) continue;
    for (let at = 0; at + size <= all.length; at += size) {
      const taken = shuffled(fitting, random);
      yield all.slice(at, at + size).map(({ name, area, years }, i): RealBuilding => {
        const { shape, first } = taken[i]!;
        const months = [...years].flatMap(([year, total], nth) => {
          const run = [...shape.months].filter(([month]) => month.startsWith(String(first + nth)));
          const whole = run.reduce((sum, [, value]) => sum + value, 0);
          return run.map(([month, value]) => [`${year}-${month.slice(5)}`, (total * value) / whole] as const);
        });
        return { name, indicator, area, months: new Map(months) };
      });
    }
  }
}
