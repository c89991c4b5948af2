/** Seattle's annual benchmarking reports in two dialects, with the City's own mark of outliers. */
import type { AnnualReport } from '../methods/reports/annual/annual-report.ts';
import { type Row, rowsOf } from './read-rows.ts';

export interface MarkedReport {
  readonly report: AnnualReport;
  readonly label: 0 | 1;
}

/** Marks, compliance and comments of the City are no part of a report. @returns null where the file is not there */
export function seattleReports(year: 2015 | 2016): MarkedReport[] | null {
  const rows = rowsOf(`seattle-benchmarking/benchmarking_${year}.csv.gz`);
  return rows?.map((row) => ({ report: reportOf(row), label: row['Outlier'] ? 1 : 0 })) ?? null;
}

function reportOf(row: Row): AnnualReport {
  const number = (column: string): number | null => (row[column] ? Number(row[column]) : null);
  const uses = ['Largest', 'SecondLargest', 'ThirdLargest'].flatMap((which) => {
    const [use, area] = [row[`${which}PropertyUseType`], number(`${which}PropertyUseTypeGFA`)];
    return use && area ? [{ use: use.trim(), area }] : [];
  });
  return {
    id: row['OSEBuildingID']!,
    kind: row['PrimaryPropertyType']!.trim(),
    area: number('PropertyGFABuilding(s)'),
    uses,
    intensity: number('SiteEUI(kBtu/sf)'),
    primaryIntensity: number('SourceEUI(kBtu/sf)'),
    normalIntensity: number('SiteEUIWN(kBtu/sf)'),
    total: number('SiteEnergyUse(kBtu)'),
    parts: {
      electricity: number('Electricity(kBtu)'),
      gas: number('NaturalGas(kBtu)'),
      steam: number('SteamUse(kBtu)'),
      other: number('OtherFuelUse(kBtu)'),
    },
    standing: number('ENERGYSTARScore'),
  };
}
