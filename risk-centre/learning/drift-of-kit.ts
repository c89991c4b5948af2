import { inScope, sql, type Context, type Tx } from '@opengoa/kernel';
import { addDays } from '@opengoa/kernel/calendar';
import { chainReaders } from '../chain/collect-reads.ts';
import { ofTrial } from '../chain/of-trial.ts';
import { compareCounts, compareFigures, type ComparedShares } from '../methods/compare-shares.ts';
import type { MethodResult } from '../methods/method-result.ts';

export const answerKinds = ['flagged', 'clear', 'insufficient', 'notApplicable'] as const;

/** What a kit is fed lately against the year before: how its runs answered, and the figures of what it flagged. */
export interface DriftOfKit {
  readonly since: string;
  readonly answers: MethodResult<ComparedShares>;
  readonly figures: MethodResult<ComparedShares>;
}

/**
 * Of runs over the same unit and days the newest counts, and what was looked at again because of one fact does not; a run belongs to the span in which its days end.
 */
export async function driftOfKit(tx: Tx, kit: string, context: Context): Promise<DriftOfKit> {
  const limit = (item: 'days' | 'fewest') =>
    context.standards.numberOn('risk-centre.drift-watch', context.today, [], { item });
  const [since, fewest] = [addDays(context.today, -limit('days')), limit('fewest')];
  const from = addDays(since, -365);
  const spans = await tx.rows<{ lately: boolean } & Record<(typeof answerKinds)[number], number>>(sql`
    select period_to > ${since}::date as lately, sum(flagged)::int as flagged, sum(clear)::int as clear, sum(insufficient)::int as insufficient,
           sum(not_applicable)::int as "notApplicable"
      from (select distinct on (unit_id, period_from, period_to) * from risk_centre.run
             where kit = ${kit} and not at_once and period_to > ${from}::date and ${inScope(context, chainReaders)}
             order by unit_id, period_from, period_to, at desc) newest group by 1`);
  const counts = (lately: boolean) => {
    const found = spans.find((each) => each.lately === lately);
    return answerKinds.map((kind) => found?.[kind] ?? 0);
  };
  const values = await tx.rows<{ lately: boolean; values: number[] }>(sql`
    select s.period_to > ${since}::date as lately, array_agg((s.verdict->>'value')::float8) as values
      from risk_centre.signal s join risk_centre.finding f on (f.node_id, f.id) = (s.node_id, s.finding_id)
     where s.kit = ${kit} and s.verdict->>'value' is not null and s.period_to > ${from}::date
       and ${inScope(context, chainReaders, 's.unit_id')} and ${ofTrial(context)} group by 1`);
  const figures = (lately: boolean) => values.find((each) => each.lately === lately)?.values ?? [];
  return {
    since,
    answers: compareCounts(counts(false), counts(true), fewest),
    figures: compareFigures(figures(false), figures(true), fewest),
  };
}
