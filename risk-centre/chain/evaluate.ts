import { inScope, read, sql, type Context, type Tx } from '@opengoa/kernel';
import { z } from 'zod';
import { levels, type Level } from '../contract.ts';
import type { BetaPrior } from '../methods/indicator-precision.ts';
import { betaQuantile } from '../methods/beta-distribution.ts';
import { chainReaders } from './collect-reads.ts';
import { ofTrial } from './of-trial.ts';

const hours = z.number().nullable();

/** 绩效评估: how long each step takes by kind of unit. Kinds, never persons and never a table of units. */
export const evaluate = read('risk-centre.evaluate', {
  title: { zh: '绩效评估', en: 'Evaluated' },
  query: z.strictObject({}),
  answer: z.strictObject({
    fewest: z.number(),
    kinds: z.array(
      z.strictObject({
        kind: z.string(),
        raised: z.number(),
        answered: z.number(),
        decided: z.number(),
        ended: z.number(),
        /** Median hours; null below the fewest. */
        toAnswer: hours,
        toDecide: hours,
        toEnd: hours,
      }),
    ),
  }),
  who: chainReaders,
  async fetch(tx, _query, context) {
    const fewest = context.standards.numberOn('risk-centre.feedback', context.today, [], { item: 'handled' });
    const kinds = await tx.rows<{
      kind: string;
      raised: number;
      answered: number;
      decided: number;
      ended: number;
      toAnswer: number | null;
      toDecide: number | null;
      toEnd: number | null;
    }>(sql`
      select u.kind, count(*)::int as raised, count(f.answered_at)::int as answered, count(f.decided_at)::int as decided, count(f.closed_at)::int as ended,
             percentile_cont(0.5) within group (order by extract(epoch from f.answered_at - f.raised_at) / 3600) as "toAnswer",
             percentile_cont(0.5) within group (order by extract(epoch from f.decided_at - coalesce(f.answered_at, f.raised_at)) / 3600) as "toDecide",
             percentile_cont(0.5) within group (order by extract(epoch from f.closed_at - f.raised_at) / 3600) as "toEnd"
        from risk_centre.finding f join kernel.unit u on (u.node_id, u.id) = (f.node_id, f.unit_id)
       where ${inScope(context, chainReaders, 'f.unit_id')} and not f.shadow group by u.kind order by 2 desc`);
    const told = (n: number, value: number | null) => (n >= fewest ? value : null);
    return {
      fewest,
      kinds: kinds.map((each) => ({
        ...each,
        toAnswer: told(each.answered, each.toAnswer),
        toDecide: told(each.decided, each.toDecide),
        toEnd: told(each.ended, each.toEnd),
      })),
    };
  },
});

interface Ended {
  readonly level: Level;
  readonly ended: number;
  readonly overdue: number;
}

/** How often findings of a level went over their time, from those that are over: a Beta posterior with its 90 % interval. */
export interface OverdueRate extends Ended {
  readonly rate: { readonly mean: number; readonly lower: number; readonly upper: number } | null;
}

/** @param fewest ended findings before a rate is told, a standard */
export function overdueRates(
  ended: readonly Ended[],
  fewest: number,
  prior: BetaPrior = { a: 1, b: 1 },
): OverdueRate[] {
  return levels.map((level) => {
    const of = ended.find((each) => each.level === level) ?? { level, ended: 0, overdue: 0 };
    const [a, b] = [prior.a + of.overdue, prior.b + of.ended - of.overdue];
    const rate = { mean: a / (a + b), lower: betaQuantile(0.05, a, b), upper: betaQuantile(0.95, a, b) };
    return { ...of, rate: of.ended >= fewest ? rate : null };
  });
}

export const overdueFewest = ({ standards, today }: Pick<Context, 'standards' | 'today'>): number =>
  standards.numberOn('risk-centre.feedback', today, [], { item: 'finished' });

export async function ratesNow(tx: Tx, context: Context): Promise<OverdueRate[]> {
  const ended = await tx.rows<Ended>(sql`
    select level, count(*)::int as ended, (count(*) filter (where escalations > 0))::int as overdue from risk_centre.finding
     where state in ('dismissed', 'closed') and not shadow and ${inScope(context, chainReaders)} group by level`);
  return overdueRates(ended, overdueFewest(context));
}

export const daysAhead = 14;

/** Live findings whose time runs out within the days ahead, soonest first. */
export const dueSoon = (tx: Tx, context: Context) =>
  tx.rows<{ id: string; number: string; unit: string; subject: string; state: string; level: Level; due: Date }>(sql`
    select id, number, unit_id as unit, subject_name as subject, state, level, due_at as due from risk_centre.finding
     where state not in ('dismissed', 'closed') and due_at >= ${context.now} and due_at < ${context.now}::timestamptz + make_interval(days => ${daysAhead})
       and ${ofTrial(context)} and ${inScope(context, chainReaders)} order by due_at limit 500`);

/**
 * 预测: which findings are likely to go over their time in the next days, by how often those of their level did. A base rate with its interval;
 * what happens in a month is foretold in `foretelling`.
 */
export const predict = read('risk-centre.predict', {
  title: { zh: '预测', en: 'Predicted' },
  query: z.strictObject({}),
  answer: z.strictObject({
    fewest: z.number(),
    daysAhead: z.number(),
    rates: z.array(
      z.strictObject({
        level: z.enum(levels),
        ended: z.number(),
        overdue: z.number(),
        rate: z.strictObject({ mean: z.number(), lower: z.number(), upper: z.number() }).nullable(),
      }),
    ),
    soon: z.array(
      z.strictObject({
        id: z.uuid(),
        number: z.string(),
        unit: z.uuid(),
        subject: z.string(),
        state: z.string(),
        level: z.enum(levels),
        due: z.iso.datetime(),
        probability: z.number().nullable(),
      }),
    ),
  }),
  who: chainReaders,
  async fetch(tx, _query, context) {
    const rates = await ratesNow(tx, context);
    const soon = await dueSoon(tx, context);
    return {
      fewest: overdueFewest(context),
      daysAhead,
      rates,
      soon: soon.map(({ due, ...each }) => ({
        ...each,
        due: due.toISOString(),
        probability: rates.find(({ level }) => level === each.level)?.rate?.mean ?? null,
      })),
    };
  },
});
