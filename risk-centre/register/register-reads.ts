import { inScope, read, sql, type Sql, type Tx } from '@opengoa/kernel';
import { z } from 'zod';
import { precisionOf, type OutcomeCounts } from '../methods/indicator-precision.ts';
import { countOutcomes, lastRuns } from './kit-store.ts';

const none: OutcomeCounts = {
  confirmed: 0,
  'partly-confirmed': 0,
  explained: 0,
  'data-problem': 0,
  'not-verifiable': 0,
};

const who = ['risk-officer', 'superior', 'head', 'leader'] as const;

/** Verdicts on one kit's findings, as far as the reader may see them. */
export async function countsOf(tx: Tx, kit: string, mine: Sql): Promise<OutcomeCounts> {
  const rows = (await countOutcomes(tx, mine)).filter((row) => row.kit === kit);
  return { ...none, ...Object.fromEntries(rows.map(({ outcome, n }) => [outcome, n])) };
}

/** Precision with its 90 % interval, or null where nothing was verified yet: no figure is better than an invented one. */
export function precisionShown(
  counts: OutcomeCounts,
): { reviewed: number; mean: number; lower: number; upper: number } | null {
  const found = precisionOf(counts);
  return found.status === 'ok'
    ? { reviewed: found.reviewed, mean: found.mean, lower: found.lower, upper: found.upper }
    : null;
}

const words = z.strictObject({ zh: z.string(), en: z.string() });

/** The paper a kit follows; `number` is the paper’s own. */
export const Article = z.object({
  document: z.string(),
  number: z.exactOptional(z.string()),
  article: z.exactOptional(z.string()),
});

const kitAnswer = z.strictObject({
  id: z.string(),
  title: words,
  question: words,
  version: z.string(),
  state: z.string(),
  evidenceClass: z.string(),
  subject: z.string(),
  article: Article,
  remedy: words,
  knownFalseAlarms: z.array(words),
  settings: z.record(z.string(), z.unknown()),
  outcomes: z.record(z.string(), z.number()),
  precision: z
    .strictObject({ reviewed: z.number(), mean: z.number(), lower: z.number(), upper: z.number() })
    .nullable(),
  lastRun: z
    .strictObject({
      at: z.iso.datetime(),
      period: z.tuple([z.string(), z.string()]),
      looked: z.number(),
      flagged: z.number(),
      clear: z.number(),
      insufficient: z.number(),
      notApplicable: z.number(),
    })
    .nullable(),
});

/** 规则登记册: every kit with its question, paper, settings and how well it has done so far: precision with its 90 % interval. */
export const kits = read('risk-centre.kits', {
  title: { zh: '规则登记册', en: 'Register of kits' },
  query: z.strictObject({}),
  answer: z.strictObject({ kits: z.array(kitAnswer) }),
  who,
  async fetch(tx, _query, context) {
    const mine = inScope(context, who);
    const counted = await countOutcomes(tx, mine);
    const ran = new Map((await lastRuns(tx, mine)).map((run) => [run.kit, run]));
    const states = new Map(
      (await tx.rows<{ kit: string; state: string }>(sql`select kit, state from risk_centre.kit_state`)).map(
        ({ kit, state }) => [kit, state],
      ),
    );
    return {
      kits: [...context.kits.values()].map(({ kit }) => {
        const outcomes: OutcomeCounts = {
          ...none,
          ...Object.fromEntries(counted.filter((row) => row.kit === kit.id).map(({ outcome, n }) => [outcome, n])),
        };
        const run = ran.get(kit.id);
        return {
          id: kit.id,
          title: kit.title,
          question: kit.question,
          version: kit.version,
          state: states.get(kit.id) ?? kit.state,
          evidenceClass: kit.evidenceClass,
          subject: kit.subject,
          article: kit.article,
          remedy: kit.remedy,
          knownFalseAlarms: Object.values(kit.knownFalseAlarms),
          settings: { ...kit.settings },
          outcomes: { ...outcomes },
          precision: precisionShown(outcomes),
          lastRun: run
            ? {
                at: run.at.toISOString(),
                period: [run.periodFrom, run.periodTo] as [string, string],
                looked: run.looked,
                flagged: run.flagged,
                clear: run.clear,
                insufficient: run.insufficient,
                notApplicable: run.notApplicable,
              }
            : null,
        };
      }),
    };
  },
});

/** 风控中心首页: the chain with live counts, and the findings that matter most. */
export const chain = read('risk-centre.chain', {
  title: { zh: '风控链', en: 'The chain' },
  query: z.strictObject({}),
  answer: z.strictObject({
    facts: z.number(),
    kitsLive: z.number(),
    kitsShadow: z.number(),
    looked: z.number(),
    silent: z.number(),
    raised: z.number(),
    explained: z.number(),
    confirmed: z.number(),
    rectifying: z.number(),
    overdue: z.number(),
    closed: z.number(),
    dismissed: z.number(),
  }),
  who,
  async fetch(tx, _query, context) {
    const mine = inScope(context, who);
    const ran = await lastRuns(tx, mine);
    const states = new Map(
      (await tx.rows<{ kit: string; state: string }>(sql`select kit, state from risk_centre.kit_state`)).map(
        ({ kit, state }) => [kit, state],
      ),
    );
    const stateOf = (kit: { id: string; state: string }) => states.get(kit.id) ?? kit.state;
    const all = [...context.kits.values()].map(({ kit }) => stateOf(kit));
    const officer = context.actor.grants.some(({ role }) => role === 'risk-officer');
    const counts = await tx.one<{
      raised: number;
      explained: number;
      confirmed: number;
      rectifying: number;
      overdue: number;
      closed: number;
      dismissed: number;
    }>(sql`
      select count(*) filter (where state = 'raised')::int as raised, count(*) filter (where state = 'explained')::int as explained,
             count(*) filter (where state = 'confirmed')::int as confirmed, count(*) filter (where state in ('assigned', 'rectified'))::int as rectifying,
             count(*) filter (where state not in ('dismissed', 'closed') and due_at < now())::int as overdue,
             count(*) filter (where state = 'closed')::int as closed, count(*) filter (where state = 'dismissed')::int as dismissed
        from risk_centre.finding where ${mine} and (${officer} or not shadow)`);
    const [sealed] = await tx.rows<{ n: number }>(sql`select coalesce(max(seq), 0)::float8 as n from kernel.seal`);
    return {
      facts: sealed?.n ?? 0,
      kitsLive: all.filter((state) => state === 'live').length,
      kitsShadow: all.filter((state) => state === 'shadow').length,
      looked: ran.reduce((sum, run) => sum + run.looked, 0),
      silent: ran.reduce((sum, run) => sum + run.insufficient, 0),
      ...counts,
    };
  },
});
