import type { RiskCase, RiskSource } from '@opengoa/kernel';
import { afterSubmission, comparedLines, fresh, reportedOver, undeclared } from '../authenticity/gather-reports.ts';
import { reportsAsKnown } from './as-known-words.ts';
import type { ScaledInputs } from '../risks/report-scaled/risk.ts';
import { yearBefore } from '../statistics/statement.ts';

/** A year of a unit's line beside the year before, for every unit that submitted in the period. */
export const reportScaled: RiskSource = {
  kit: 'report-scaled',
  looksAgain: afterSubmission,
  asKnown: reportsAsKnown,
  async gather(tx, [from, toExclusive], { organisation }, only, knownBefore) {
    const all = (await reportedOver(tx, 24, toExclusive, knownBefore)).filter(({ line }) => line in comparedLines);
    const units = fresh(all, from, only);
    const valueOf = new Map(all.map(({ unit, month, line, value }) => [`${unit} ${month} ${line}`, value]));
    const newest = all.reduce((last, { month }) => (month > last ? month : last), '');
    const year = all.filter(({ unit, month }) => units.has(unit) && month > yearBefore(newest));
    return [...Map.groupBy(year, ({ unit, line }) => `${unit} ${line}`).values()].map((own): RiskCase => {
      const months = undeclared(own);
      const { unit, line, statement, basis } = months.at(-1)!;
      const { measure, zh } = comparedLines[line]!;
      return {
        subject: { kind: 'unit', id: unit, name: `${organisation.unit(unit)?.name ?? ''} ${zh}` },
        unit,
        inputs: {
          line,
          measure,
          basis: basis ?? 'metered',
          months: months.map(({ month, value }) => ({
            month,
            value,
            lastYear: valueOf.get(`${unit} ${yearBefore(month)} ${line}`) ?? null,
          })),
        } satisfies ScaledInputs,
        period: [from, toExclusive],
        opens: `/energy/statements/${statement}`,
      };
    });
  },
};
