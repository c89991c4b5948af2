import { saves, sql, type Context, type Id, type Tx } from '@opengoa/kernel';
import type { Words } from '@opengoa/kernel/contract';
import type { z } from 'zod';
import type { Outcome } from '../contract.ts';
import type { MethodResult } from '../methods/method-result.ts';
import type { Condition } from '../methods/patterns/condition.ts';
import { shadowRun, type ShadowRun } from '../methods/patterns/shadow-run.ts';
import {
  FindingsMarked,
  MiningAsked,
  RuleDrafted,
  RuleRefused,
  RuleSigned,
  RuleWithdrawn,
  type RuleEvidence,
  type RuleState,
} from './contract.ts';

export interface MinedRule {
  readonly id: Id;
  /** The desk. */
  readonly unit: Id;
  readonly way: 'verdicts' | 'together';
  readonly key: string;
  readonly conditions: readonly Condition[];
  readonly told: Words;
  readonly evidence: z.infer<typeof RuleEvidence>;
  readonly foundUntil: string;
  readonly state: RuleState;
  readonly askedBy: Id | null;
  readonly draftedAt: Date;
  readonly signedAt: Date | null;
  readonly decidedAt: Date | null;
  readonly reason: string | null;
}

export const ruleOf = ({ id }: Pick<MinedRule, 'id'>) => ({ kind: 'risk-centre.mined-rule', id });

const columns = sql`id, unit_id as unit, way, key, conditions, told, evidence, found_until::text as "foundUntil", state, asked_by as "askedBy",
  drafted_at as "draftedAt", signed_at as "signedAt", decided_at as "decidedAt", reason`;

/** The rule, locked: whoever decides second finds it decided. */
export const lockRule = (tx: Tx, id: Id): Promise<MinedRule> =>
  tx.one<MinedRule>(sql`select ${columns} from risk_centre.mined_rule where id = ${id} for update`);
export const findRule = (tx: Tx, id: Id): Promise<MinedRule> =>
  tx.one<MinedRule>(sql`select ${columns} from risk_centre.mined_rule where id = ${id}`);
/** Rules where the asker may see them, drafts first. */
export const rulesWhere = (tx: Tx, where: ReturnType<typeof sql>): Promise<MinedRule[]> =>
  tx.rows<MinedRule>(sql`
    select ${columns} from risk_centre.mined_rule where ${where}
     order by array_position(array['draft', 'live', 'withdrawn', 'refused'], state), drafted_at desc, id limit 500`);

/** What a rule has spoken of, by kind. */
export const marksOf = async (tx: Tx, rules: readonly Id[]): Promise<ReadonlySet<string>> =>
  new Set(
    (
      await tx.rows<{ rule: Id; finding: Id }>(
        sql`select rule_id as rule, finding_id as finding from risk_centre.rule_mark where rule_id = any (${rules}::uuid[])`,
      )
    ).map(({ rule, finding }) => `${rule} ${finding}`),
  );

export const miningStandard = ({ standards, today }: Pick<Context, 'standards' | 'today'>, item: string): number =>
  standards.numberOn('risk-centre.pattern-mining', today, [], { item });

export interface RuleShadow {
  /** New findings that met it. */
  readonly flagged: number;
  readonly run: MethodResult<ShadowRun>;
}

/** 试运行: what people found of the new findings that met the rule since it was drafted. Its marks met the conditions already. */
export async function shadowOf(
  tx: Tx,
  { id, foundUntil }: Pick<MinedRule, 'id' | 'foundUntil'>,
  context: Pick<Context, 'standards' | 'today'>,
): Promise<RuleShadow> {
  const rows = await tx.rows<{ day: string; outcome: Outcome | null }>(sql`
    select (f.raised_at at time zone 'Asia/Shanghai')::date::text as day, f.outcome
      from risk_centre.rule_mark m join risk_centre.finding f on (f.node_id, f.id) = (m.node_id, m.finding_id)
     where m.rule_id = ${id} and m.kind <> 'source' order by f.raised_at, f.id`);
  const cases = rows.map(({ day, outcome }) => ({
    day,
    features: {},
    came: ({ confirmed: 1, 'partly-confirmed': 1, explained: 0, 'data-problem': 0, 'not-verifiable': null } as const)[
      outcome ?? 'not-verifiable'
    ],
    // Every finding was raised by a kit.
    known: true,
  }));
  const run = shadowRun([], cases, foundUntil, {
    reviewed: miningStandard(context, 'reviewed'),
    floor: miningStandard(context, 'floor'),
  });
  return { flagged: rows.length, run };
}

/** Each row stands at the finding's own unit and says what the rule said. */
const mark = (tx: Tx, rule: Id, rows: readonly Id[], kind: 'source' | 'shadow' | 'live', now: Date): Promise<unknown> =>
  tx.run(sql`
    insert into risk_centre.rule_mark (id, unit_id, rule_id, finding_id, kind, told, at)
    select gen_random_uuid(), f.unit_id, r.id, f.id, ${kind}, r.told, ${now}
      from risk_centre.finding f join risk_centre.mined_rule r on r.node_id = f.node_id and r.id = ${rule}
     where f.id = any (${rows}::uuid[]) on conflict (node_id, rule_id, finding_id) do nothing`);

const decided = (tx: Tx, id: Id, state: RuleState, reason: string, now: Date, more: ReturnType<typeof sql>) =>
  tx.run(
    sql`update risk_centre.mined_rule set state = ${state}, reason = ${reason}, decided_at = ${now}${more} where id = ${id}`,
  );

export const ruleSaves = [
  saves(MiningAsked, async () => undefined),
  saves(RuleDrafted, async (tx, { object, unit, body }, { now }) => {
    await tx.run(sql`
      insert into risk_centre.mined_rule (id, unit_id, way, key, conditions, told, evidence, found_until, state, asked_by, drafted_at)
      values (${object.id}, ${unit}, ${body.way}, ${body.key}, ${JSON.stringify(body.conditions)}::jsonb, ${JSON.stringify(body.told)}::jsonb,
        ${JSON.stringify(body.evidence)}::jsonb, ${body.foundUntil}, 'draft', ${body.askedBy}, ${now})`);
    await mark(tx, object.id, body.rows, 'source', now);
  }),
  saves(FindingsMarked, (tx, { object, body }, { now }) =>
    mark(tx, object.id, body.rows, body.as, now).then(() => undefined),
  ),
  saves(RuleSigned, async (tx, { object, body }, { now, actor }) => {
    await decided(tx, object.id, 'live', body.reason, now, sql`, signed_by = ${actor.person}, signed_at = ${now}`);
    // What it met while it was tried and nobody has decided yet is told of it from now on.
    await tx.run(sql`
      update risk_centre.rule_mark m set kind = 'live' from risk_centre.finding f
       where m.rule_id = ${object.id} and m.kind = 'shadow' and (f.node_id, f.id) = (m.node_id, m.finding_id) and f.outcome is null`);
  }),
  saves(RuleRefused, (tx, { object, body }, { now }) =>
    decided(tx, object.id, 'refused', body.reason, now, sql``).then(() => undefined),
  ),
  saves(RuleWithdrawn, async (tx, { object, body }, { now }) => {
    await decided(tx, object.id, 'withdrawn', body.reason, now, sql``);
    await tx.run(
      sql`update risk_centre.rule_mark set kind = 'withdrawn' where rule_id = ${object.id} and kind = 'live'`,
    );
  }),
];
