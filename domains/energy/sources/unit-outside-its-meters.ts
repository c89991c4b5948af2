import type { RiskCase, RiskSource } from '@opengoa/kernel';
import {
  afterSubmission,
  comparedLines,
  fresh,
  meteredOver,
  reportedOver,
  undeclared,
} from '../authenticity/gather-reports.ts';
import type { Reported } from '../authenticity/reported.ts';
import { reportsAndMetersAsKnown } from './as-known-words.ts';
import type { OutsideItsMetersInputs } from '../risks/unit-outside-its-meters/risk.ts';

/** A year of a unit's line beside its meters, for every unit that submitted in the period; only lines it has meters for. */
export const unitOutsideItsMeters: RiskSource = {
  kit: 'unit-outside-its-meters',
  looksAgain: afterSubmission,
  asKnown: reportsAndMetersAsKnown,
  async gather(tx, [from, toExclusive], context, only, knownBefore) {
    const all = await reportedOver(tx, 12, toExclusive, knownBefore);
    const units = fresh(all, from, only);
    const metered = new Map(
      (await meteredOver(tx, 12, toExclusive, context, knownBefore)).map((each) => [
        `${each.unit} ${each.month} ${each.line}`,
        each,
      ]),
    );
    const groups = Map.groupBy(
      all.filter(({ unit, line }) => units.has(unit) && line in comparedLines),
      ({ unit, line }) => `${unit} ${line}`,
    );
    return [...groups.values()].flatMap((own): RiskCase[] => {
      const meterOf = ({ unit, month, line }: Reported) => metered.get(`${unit} ${month} ${line}`);
      const months = undeclared(own.filter((each) => meterOf(each) !== undefined));
      const newest = months.at(-1);
      if (!newest) return [];
      const { unit, line, statement, basis } = newest;
      const compared = months.map((each) => {
        const { value, share } = meterOf(each)!;
        const asTaken = each.asTaken && each.basis === 'metered';
        return { month: each.month, reported: each.value, metered: value, share, asTaken };
      });
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
