/** 综合能耗 and intensities of a filled-in form, with the dated factor behind every number. Water is no energy and is left out. Pure. */
import type { Context } from '@opengoa/kernel';
import type { Sheet } from './audit-statement.ts';
import type { FormLine } from './form.ts';
import type { StatementAnswer } from './contract.ts';

type Standards = Context['standards'];
type Where = Parameters<Standards['valueOn']>[2];
type Indicators = StatementAnswer['indicators'];

/** By line: the medium of the coal factor, and how many of the factor's own unit one of the line's holds. */
const media: Readonly<Record<string, { readonly medium: string; readonly times: number; readonly dense?: true }>> = {
  electricity: { medium: 'electricity', times: 1 },
  'natural-gas': { medium: 'natural-gas', times: 1 },
  heat: { medium: 'heat', times: 1_000 },
  coal: { medium: 'raw-coal', times: 1_000 },
  'gasoline-vehicle': { medium: 'gasoline', times: 1, dense: true },
  'gasoline-other': { medium: 'gasoline', times: 1, dense: true },
  'diesel-vehicle': { medium: 'diesel', times: 1, dense: true },
  'diesel-other': { medium: 'diesel', times: 1, dense: true },
  kerosene: { medium: 'kerosene', times: 1, dense: true },
};

/**
 * @param day on which the factors are looked up
 * @returns coal null where a line in use has no factor: nothing is left out silently
 */
export function indicatorsOf(
  lines: readonly FormLine[],
  sheet: Sheet,
  day: string,
  place: Where,
  standards: Standards,
): Indicators {
  const factors: Indicators['factors'] = [];
  let coalKg: number | null = null;
  let missing = false;
  const add = (kg: number) => (coalKg = (coalKg ?? 0) + kg);
  for (const { line, measure } of lines) {
    const amount = sheet.get(line)?.amount ?? null;
    if (amount === null) continue;
    if (measure === 'tce') add(amount * 1_000);
    const how = media[line];
    if (!how) continue;
    const factor = standards.valueOn('energy.coal-factor', day, place, { medium: how.medium, basis: 'calorific' });
    const density = how.dense ? standards.valueOn('energy.fuel-density', day, place, { medium: how.medium }) : null;
    if (!factor.found || (density && !density.found)) {
      missing = true;
      continue;
    }
    const kgPerLitre = density?.found ? (density.value as number) : 1;
    add(amount * how.times * kgPerLitre * (factor.value as number));
    factors.push({
      line,
      value: factor.value as number,
      unit: factor.unit,
      document: [factor.source.document, factor.source.number, factor.source.article]
        .filter((word) => word !== undefined)
        .join(' '),
    });
  }
  const coal = missing ? null : coalKg;
  const amountOf = (line: string) => sheet.get(line)?.amount ?? null;
  const costs = [...sheet.values()].flatMap(({ costFen }) => costFen ?? []);
  const per = (value: number | null, by: number | null) =>
    value === null || by === null || by === 0 ? null : value / by;
  return {
    coalKg: coal,
    coalPerHeadKg: per(coal, amountOf('heads')),
    coalPerM2Kg: per(coal, amountOf('area')),
    kwhPerHead: per(amountOf('electricity'), amountOf('heads')),
    waterPerHeadT: per(amountOf('water'), amountOf('heads')),
    costFen: costs.length === 0 ? null : costs.reduce((sum, fen) => sum + fen, 0),
    factors,
  };
}
