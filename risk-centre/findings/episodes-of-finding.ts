import { sql, type Context, type Sql, type Tx } from '@opengoa/kernel';
import { z } from 'zod';
import { findingStates, outcomes } from '../contract.ts';
import { mergeEpisodes } from '../methods/episodes.ts';

const round = z.strictObject({
  id: z.uuid(),
  number: z.string(),
  round: z.int(),
  period: z.tuple([z.string(), z.string()]),
  state: z.enum(findingStates),
  outcome: z.enum(outcomes).nullable(),
  /** What was done about it then. */
  rectified: z.string().nullable(),
  /** Days from its closing until it was opened again; null where it was not. */
  heldDays: z.int().nullable(),
});

export const EpisodesAnswer = z.strictObject({
  round: z.int(),
  /** The other rounds of this case that the asker may see, in order. */
  rounds: z.array(round),
  reopenDays: z.int(),
  /** Days that the signals speak of, those close in time as one. */
  stretches: z.array(z.tuple([z.string(), z.string()])),
});

interface Asked {
  readonly id: string;
  readonly risk: string;
  readonly round: number;
}

interface RoundRow extends Omit<z.infer<typeof round>, 'period' | 'heldDays'> {
  readonly from: string;
  readonly to: string;
  readonly days: number | null;
}

/** 历次: the rounds of a case, each closed and opened again, and the stretches of time that this one is about (RE-04). */
export async function episodesOf(
  tx: Tx,
  { id, risk, round: own }: Asked,
  periods: readonly (readonly [string, string])[],
  scope: Sql,
  { standards, today }: Context,
): Promise<z.infer<typeof EpisodesAnswer>> {
  const item = (name: string) => standards.numberOn('risk-centre.episodes', today, [], { item: name });
  const rows = await tx.rows<RoundRow>(sql`
    with recursive earlier as (
      select f.id, f.reopens from risk_centre.finding f where f.id = ${id}
      union all select f.id, f.reopens from risk_centre.finding f join earlier e on f.id = e.reopens
    ), later as (
      select f.id from risk_centre.finding f where f.id = ${id}
      union all select f.id from risk_centre.finding f join later l on f.reopens = l.id
    )
    select id, number, round, period_from as "from", period_to as "to", state, outcome, rectified,
           floor(extract(epoch from reopened_at - closed_at) / 86400)::int as days
      from risk_centre.finding where id <> ${id} and (id in (select id from earlier) or id in (select id from later)) and ${scope} order by round`);
  const stretches = mergeEpisodes(
    periods.map(([from, toExclusive], at) => ({
      id: String(at),
      riskType: risk,
      mechanism: '',
      subjects: [id],
      from,
      toExclusive,
      value: 0,
      lossFen: 0,
    })),
    (of) => item(of.startsWith('energy/') ? 'gap-energy' : 'gap'),
  );
  return {
    round: own,
    rounds: rows.map(({ from, to, days, ...each }) => ({ ...each, period: [from, to], heldDays: days })),
    reopenDays: item('reopen'),
    stretches: stretches.map(({ from, toExclusive }) => [from, toExclusive]),
  };
}
