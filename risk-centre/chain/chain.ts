import { inScope, read, sql } from '@opengoa/kernel';
import { z } from 'zod';
import { countOutcomes, kitStates, lastRuns } from '../register/kit-store.ts';
import { countsFor, fewestVerdicts } from '../register/measured-kits.ts';
import { measuredPrecision } from '../findings/weigh-signals.ts';
import { chainReaders, publishedViews, sourcesOf } from './collect-reads.ts';
import { dueSoon, ratesNow } from './evaluate.ts';
import { weekOfDesk } from '../alerts/alert-reads.ts';
import { mondayOf } from '../alerts/week.ts';
import { ofTrial } from './of-trial.ts';
import { rulesFor, standing } from '../mining/rule-reads.ts';
import { isPattern, pairsOf, patternLimits } from './patterns.ts';

const count = z.number();

/** 风控中心首页: the ten links with live counts, each the sum of what its page lists, and what the week looks like. */
export const chain = read('risk-centre.chain', {
  title: { zh: '风控链', en: 'The chain' },
  query: z.strictObject({}),
  answer: z.strictObject({
    collected: count,
    shared: count,
    /** Cases that the kits looked at in their last runs, and those with too little data. */
    looked: count,
    silent: count,
    /** Pairs of kits that speak together, and mined rules that are drafts or signed. */
    patterns: count,
    /** Kits whose precision is measured, of all. */
    measured: count,
    kits: count,
    kitsLive: count,
    kitsShadow: count,
    /** Raised in the last thirty days, from this day on. */
    identified: count,
    since: z.iso.date(),
    live: count,
    raised: count,
    explained: count,
    confirmed: count,
    rectifying: count,
    overdue: count,
    overdueRectifying: count,
    verdicts: count,
    closed: count,
    dismissed: count,
    /** Findings whose time runs out in the days ahead. */
    dueSoon: count,
    predicted: z.boolean(),
    /** Raised this week; of the alerts what went out, the most there may be and what was held back, null where the asker has no desk. */
    week: z.strictObject({
      from: z.iso.date(),
      raised: count,
      alerts: z.strictObject({ sent: count, most: count, held: count }).nullable(),
    }),
    tuned: z.array(
      z.strictObject({
        kit: z.string(),
        title: z.strictObject({ zh: z.string(), en: z.string() }),
        since: z.iso.datetime(),
      }),
    ),
  }),
  who: chainReaders,
  async fetch(tx, _query, context) {
    const mine = inScope(context, chainReaders);
    const shown = ofTrial(context);
    const ran = await lastRuns(tx, mine);
    const states = await kitStates(tx);
    const known = [...context.kits.values()].map(({ kit }) => ({ kit, state: states.get(kit.id) ?? kit.state }));
    const since = new Date(Date.parse(context.today) - 30 * 86_400_000).toISOString().slice(0, 10);
    const monday = mondayOf(context.today);
    const counts = await tx.one<Counts>(sql`
      select count(*) filter (where state = 'raised')::int as raised, count(*) filter (where state = 'explained')::int as explained,
             count(*) filter (where state = 'confirmed')::int as confirmed, count(*) filter (where state in ('assigned', 'rectified'))::int as rectifying,
             count(*) filter (where live)::int as live, count(*) filter (where overdue)::int as overdue,
             count(*) filter (where overdue and state = 'assigned')::int as "overdueRectifying",
             count(*) filter (where state = 'closed')::int as closed, count(*) filter (where state = 'dismissed')::int as dismissed,
             count(*) filter (where raised_at >= ${since}::date::timestamp at time zone 'Asia/Shanghai')::int as identified,
             count(*) filter (where raised_at >= ${monday}::date::timestamp at time zone 'Asia/Shanghai' and not shadow)::int as week
        from risk_centre_read.finding_v1 where ${mine} and ${shown}`);
    const counted = await countOutcomes(tx, sql`${mine} and ${shown}`);
    const fewest = fewestVerdicts(context);
    const limits = patternLimits(context);
    const rates = await ratesNow(tx, context);
    const tuned = await tx.rows<{ kit: string; since: Date }>(
      sql`select kit, since from risk_centre.kit_setting order by since desc limit 5`,
    );
    const { week, ...stations } = counts;
    return {
      collected: (await sourcesOf(tx, context)).reduce((sum, { today }) => sum + today, 0),
      shared: (await publishedViews(tx)).length,
      looked: ran.reduce((sum, run) => sum + run.looked, 0),
      silent: ran.reduce((sum, run) => sum + run.insufficient, 0),
      patterns:
        (await pairsOf(tx, context)).filter((pair) => isPattern(pair, limits)).length +
        (await rulesFor(tx, context)).filter(standing).length,
      measured: known.filter(({ kit }) => measuredPrecision(countsFor(kit.id, counted), fewest).status === 'ok').length,
      kits: known.length,
      kitsLive: known.filter(({ state }) => state === 'live').length,
      kitsShadow: known.filter(({ state }) => state === 'shadow').length,
      since,
      ...stations,
      verdicts: counted.reduce((sum, { n }) => sum + n, 0),
      dueSoon: (await dueSoon(tx, context)).length,
      predicted: rates.some(({ rate }) => rate !== null),
      week: {
        from: monday,
        raised: week,
        alerts: await weekOfDesk(tx, monday, context),
      },
      tuned: tuned.flatMap(({ kit, since: at }) => {
        const title = context.kits.get(kit)?.kit.title;
        return title ? [{ kit, title, since: at.toISOString() }] : [];
      }),
    };
  },
});

type Counts = Record<
  | 'raised'
  | 'explained'
  | 'confirmed'
  | 'rectifying'
  | 'live'
  | 'overdue'
  | 'overdueRectifying'
  | 'closed'
  | 'dismissed'
  | 'identified'
  | 'week',
  number
>;

/** The newest signal that the asker may see: pages that show findings ask this every second, and everything else only when it has changed. */
export const pulse = read('risk-centre.pulse', {
  title: { zh: '最新信号', en: 'The newest signal' },
  query: z.strictObject({}),
  answer: z.strictObject({ newest: z.uuid().nullable() }),
  who: chainReaders,
  async fetch(tx, _query, context) {
    const row = await tx.maybe<{ id: string }>(sql`
      select id from risk_centre.signal where ${inScope(context, chainReaders)} order by node_id desc, id desc limit 1`);
    return { newest: row?.id ?? null };
  },
});
