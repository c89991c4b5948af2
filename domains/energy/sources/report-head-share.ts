import type { RiskCase, RiskSource } from '@opengoa/kernel';
import { afterSubmission, comparedLines, fresh, reportedOver } from '../authenticity/gather-reports.ts';
import { reportsAsKnown } from './as-known-words.ts';
import type { HeadShareInputs } from '../risks/report-head-share/risk.ts';

/**
 * Each month of the period: what somebody wrote, each unit beside the others below the same one. The unit whose statement it is gets asked:
 * the one above it may have nobody to answer, and answers for none of the figures. A value that stands as the meters gave it was read, and
 * one declared as allocated or estimated is told as what it is.
 */
export const reportHeadShare: RiskSource = {
  kit: 'report-head-share',
  looksAgain: afterSubmission,
  asKnown: reportsAsKnown,
  async gather(tx, [from, toExclusive], { organisation }, only, knownBefore) {
    // What is submitted in a month is of the month before.
    const all = (await reportedOver(tx, 24, toExclusive, knownBefore)).filter((each) => each.month >= from.slice(0, 7));
    const called = only && fresh(all, from, only);
    const baseOf = (unit: string, month: string, line: string) =>
      all.find((each) => each.unit === unit && each.month === month && each.line === line)?.value ?? null;
    const written = all.filter(
      ({ line, asTaken, basis }) =>
        line in comparedLines && basis !== 'allocated' && basis !== 'estimated' && !(asTaken && basis === 'metered'),
    );
    const groups = Map.groupBy(
      written,
      ({ unit, month, line }) => `${organisation.unit(unit)?.parent ?? unit} ${month} ${line}`,
    );
    return [...groups].flatMap(([key, cells]): RiskCase[] => {
      const [, month, line] = key.split(' ') as [string, string, string];
      // One more statement may be the one that shows what all of them are made of.
      if (cells.length < 2 || (called && !cells.some(({ unit }) => called.has(unit)))) return [];
      const { measure, zh } = comparedLines[line]!;
      const units = cells.map(({ unit, value }) => ({
        id: unit,
        value,
        heads: baseOf(unit, month, 'heads'),
        areaM2: baseOf(unit, month, 'area'),
      }));
      return cells.map(({ unit, statement }) => ({
        subject: { kind: 'unit', id: unit, name: `${organisation.unit(unit)?.name ?? ''} ${zh}` },
        unit,
        inputs: { own: unit, month, line, measure, units } satisfies HeadShareInputs,
        period: [from, toExclusive],
        opens: `/energy/statements/${statement}`,
      }));
    });
  },
};
