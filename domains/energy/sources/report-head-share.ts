import type { RiskCase, RiskSource } from '@opengoa/kernel';
import { comparedLines, newestMonth, reportedOver } from '../authenticity/gather-reports.ts';
import type { HeadShareInputs } from '../risks/report-head-share/risk.ts';

/**
 * The newest month of the period: what somebody wrote, each unit beside the others below the same one. The unit whose statement it is gets asked:
 * the one above it may have nobody to answer, and answers for none of the figures. A value that stands as the meters gave it was read, and
 * one declared as allocated or estimated is told as what it is.
 */
export const reportHeadShare: RiskSource = {
  kit: 'report-head-share',
  async gather(tx, [from, toExclusive], { organisation }) {
    const month = newestMonth(toExclusive);
    const all = (await reportedOver(tx, 1, toExclusive)).filter((each) => each.month === month);
    const baseOf = (unit: string, line: string) =>
      all.find((each) => each.unit === unit && each.line === line)?.value ?? null;
    const written = all.filter(
      ({ line, asTaken, basis }) =>
        line in comparedLines && basis !== 'allocated' && basis !== 'estimated' && !(asTaken && basis === 'metered'),
    );
    const groups = Map.groupBy(written, ({ unit, line }) => `${organisation.unit(unit)?.parent ?? unit} ${line}`);
    return [...groups].flatMap(([key, cells]): RiskCase[] => {
      const line = key.split(' ')[1]!;
      if (cells.length < 2) return [];
      const { measure, zh } = comparedLines[line]!;
      const units = cells.map(({ unit, value }) => ({
        id: unit,
        value,
        heads: baseOf(unit, 'heads'),
        areaM2: baseOf(unit, 'area'),
      }));
      return cells.map(({ unit, statement }) => ({
        subject: { kind: 'unit', id: unit, name: `${organisation.unit(unit)?.name ?? ''} ${zh}` },
        unit,
        inputs: { own: unit, month, measure, units } satisfies HeadShareInputs,
        period: [from, toExclusive],
        opens: `/energy/statements/${statement}`,
      }));
    });
  },
};
