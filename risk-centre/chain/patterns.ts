import { inScope, read, sql, type Context, type Tx } from '@opengoa/kernel';
import { z } from 'zod';
import { miningStandard } from '../mining/rule-store.ts';
import { RuleLine, rulesFor } from '../mining/rule-reads.ts';
import { chainReaders } from './collect-reads.ts';
import { ofTrial } from './of-trial.ts';

/** Two kits that spoke of one unit in one month, oftener than chance would have it. */
export interface Together {
  readonly one: string;
  readonly other: string;
  /** Months of a unit in which both spoke, in which each did, and in which the kits looked at all. */
  readonly together: number;
  readonly ofOne: number;
  readonly ofOther: number;
  readonly of: number;
}

/** How many times oftener than if they had nothing to do with each other. */
export const liftOf = ({ together, ofOne, ofOther, of }: Together): number =>
  ofOne * ofOther === 0 ? 0 : (together * of) / (ofOne * ofOther);

/** Counted over twelve months back from today, under the asker's right. */
export function pairsOf(tx: Tx, context: Context): Promise<Together[]> {
  const mine = inScope(context, chainReaders);
  return tx.rows<Together>(sql`
    with spoke as (
      select distinct kit, unit_id, date_trunc('month', period_from) as month from risk_centre_read.signal_v1
       where ${mine} and ${ofTrial(context)} and at > ${context.now}::timestamptz - interval '12 months'),
    looked as (
      select distinct unit_id, date_trunc('month', period_from) as month from risk_centre.run
       where ${mine} and at > ${context.now}::timestamptz - interval '12 months'
      union select unit_id, month from spoke)
    select a.kit as one, b.kit as other, count(*)::int as together,
           (select count(*)::int from spoke where kit = a.kit) as "ofOne", (select count(*)::int from spoke where kit = b.kit) as "ofOther",
           (select count(*)::int from looked) as of
      from spoke a join spoke b on (b.unit_id, b.month) = (a.unit_id, a.month) and a.kit < b.kit
     group by a.kit, b.kit order by 3 desc, 1, 2 limit 100`);
}

/** From so many cases, and so much oftener than chance, a pair is worth a rule of its own (RE-15): standards, not opinions. */
export const patternLimits = ({ standards, today }: Pick<Context, 'standards' | 'today'>) => ({
  together: standards.numberOn('risk-centre.feedback', today, [], { item: 'together' }),
  lift: standards.numberOn('risk-centre.feedback', today, [], { item: 'lift' }),
});

export const isPattern = (pair: Together, limits: { together: number; lift: number }): boolean =>
  pair.together >= limits.together && liftOf(pair) > limits.lift;

/** 价值挖掘: which kits keep speaking of the same unit in the same month. A pair is shown; rules are drafted from verdicts and signed by people. */
export const mine = read('risk-centre.mine', {
  title: { zh: '价值挖掘', en: 'Mined' },
  query: z.strictObject({}),
  answer: z.strictObject({
    limits: z.strictObject({ together: z.number(), lift: z.number() }),
    pairs: z.array(
      z.strictObject({
        one: z.string(),
        other: z.string(),
        together: z.number(),
        ofOne: z.number(),
        ofOther: z.number(),
        of: z.number(),
        lift: z.number(),
        pattern: z.boolean(),
      }),
    ),
    /** Drafts and what became of them, for those who decide on them. */
    rules: z.array(RuleLine),
    /** Verdicts that rules may be mined from, and how many true ones are needed. */
    closed: z.strictObject({ cases: z.number(), wereTrue: z.number(), needed: z.number() }),
  }),
  who: chainReaders,
  async fetch(tx, _query, context) {
    const limits = patternLimits(context);
    const closed = await tx.one<{ cases: number; wereTrue: number }>(sql`
      select count(*)::int as cases, count(*) filter (where outcome in ('confirmed', 'partly-confirmed'))::int as "wereTrue" from risk_centre.finding
       where outcome in ('confirmed', 'partly-confirmed', 'explained', 'data-problem') and not shadow and ${inScope(context, chainReaders)}`);
    const pairs = await pairsOf(tx, context);
    return {
      limits,
      pairs: pairs.map((pair) => ({ ...pair, lift: liftOf(pair), pattern: isPattern(pair, limits) })),
      rules: await rulesFor(tx, context),
      closed: { ...closed, needed: 4 * miningStandard(context, 'support') },
    };
  },
});
