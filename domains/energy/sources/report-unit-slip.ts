import type { RiskCase, RiskSource } from '@opengoa/kernel';
import { afterSubmission, comparedLines, fresh, meteredOver, reportedOver } from '../authenticity/gather-reports.ts';
import { reportsAndMetersAsKnown } from './as-known-words.ts';
import type { UnitSlipInputs } from '../risks/report-unit-slip/risk.ts';

/** Every value of a month in the period beside the unit's other months of two years, reported and read. */
export const reportUnitSlip: RiskSource = {
  kit: 'report-unit-slip',
  looksAgain: afterSubmission,
  asKnown: reportsAndMetersAsKnown,
  async gather(tx, [from, toExclusive], context, only, knownBefore) {
    const all = (await reportedOver(tx, 24, toExclusive, knownBefore)).filter(({ line }) => line in comparedLines);
    const metered = await meteredOver(tx, 24, toExclusive, context, knownBefore);
    const units = fresh(all, from, only);
    const months = all.filter(({ unit, month }) => units.has(unit) && month >= from.slice(0, 7));
    return months.map(({ unit, line, month, value, statement }): RiskCase => {
      const { measure, zh } = comparedLines[line]!;
      const of = (each: { unit: string; line: string }) => each.unit === unit && each.line === line;
      return {
        subject: { kind: 'unit', id: unit, name: `${context.organisation.unit(unit)?.name ?? ''} ${zh}` },
        unit,
        inputs: {
          line,
          measure,
          month,
          value,
          others: [
            ...all.filter((each) => of(each) && each.month !== month).map((each) => each.value),
            ...metered.filter(of).map((each) => each.value),
          ],
        } satisfies UnitSlipInputs,
        period: [from, toExclusive],
        opens: `/energy/statements/${statement}`,
      };
    });
  },
};
