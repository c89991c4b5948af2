import type { RiskCase, RiskSource } from '@opengoa/kernel';
import {
  afterSubmission,
  comparedLines,
  fresh,
  meteredOver,
  reportedOver,
  undeclared,
} from '../authenticity/gather-reports.ts';
import type { OutsideItsMetersInputs } from '../risks/unit-outside-its-meters/risk.ts';

/** A year of a unit's line beside its meters, for every unit that submitted in the period; only lines it has meters for. */
export const unitOutsideItsMeters: RiskSource = {
  kit: 'unit-outside-its-meters',
  looksAgain: afterSubmission,
  async gather(tx, [from, toExclusive], context, only) {
    const all = await reportedOver(tx, 12, toExclusive);
    const units = fresh(all, from, only);
    const metered = new Map(
      (await meteredOver(tx, 12, toExclusive, context)).map((each) => [
        `${each.unit} ${each.month} ${each.line}`,
        each,
      ]),
    );
    const groups = Map.groupBy(
      all.filter(({ unit, line }) => units.has(unit) && line in comparedLines),
      ({ unit, line }) => `${unit} ${line}`,
    );
    return [...groups.values()].flatMap((own): RiskCase[] => {
      const months = undeclared(own);
      const { unit, line, statement, basis } = months.at(-1)!;
      const compared = months.flatMap(({ month, value }) => {
        const meter = metered.get(`${unit} ${month} ${line}`);
        return meter ? [{ month, reported: value, metered: meter.value, share: meter.share }] : [];
      });
      if (compared.length === 0) return [];
      const { measure, zh } = comparedLines[line]!;
      return [
        {
          subject: { kind: 'unit', id: unit, name: `${context.organisation.unit(unit)?.name ?? ''} ${zh}` },
          unit,
          inputs: { line, measure, basis: basis ?? 'metered', months: compared } satisfies OutsideItsMetersInputs,
          period: [from, toExclusive],
          opens: `/energy/statements/${statement}`,
        },
      ];
    });
  },
};
