import type { RiskCase, RiskSource } from '@opengoa/kernel';
import { comparedLines, newestMonth, reportedOver } from '../authenticity/gather-reports.ts';
import type { HeadShareInputs } from '../risks/report-head-share/risk.ts';

/**
 * The newest month of the period, unit by unit below each one: what somebody wrote. A value that stands as the meters gave it was read, and
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
      const [parent = '', line = ''] = key.split(' ');
      if (cells.length < 2) return [];
      const { measure, zh } = comparedLines[line]!;
      return [
        {
          subject: { kind: 'unit', id: parent, name: `${organisation.unit(parent)?.name ?? ''} ${zh}` },
          unit: parent,
          inputs: {
            month,
            measure,
            units: cells.map(({ unit, value }) => ({
              id: unit,
              name: organisation.unit(unit)?.name ?? '',
              value,
              heads: baseOf(unit, 'heads'),
              areaM2: baseOf(unit, 'area'),
            })),
          } satisfies HeadShareInputs,
          period: [from, toExclusive],
          opens: `/energy/statement-sums?unit=${parent}&from=${month}&to=${month}`,
        },
      ];
    });
  },
};
