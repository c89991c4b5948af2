import { newId, saves, sql, type Id, type Tx } from '@opengoa/kernel';
import type { Settings } from '@opengoa/kernel/risk-kit';
import type { z } from 'zod';
import { KitTried, TrialCancelled, TrialEnded, TrialPartDone, type TrialAlarm } from './contract.ts';

export type TrialState = 'waiting' | 'running' | 'done' | 'cancelled' | 'too-much';

export interface Trial {
  readonly id: Id;
  readonly unit: Id;
  readonly person: Id | null;
  readonly kit: string;
  readonly period: readonly [string, string];
  readonly settings: Settings;
  readonly present: Settings;
  readonly standards: Readonly<Record<string, number>>;
  /** Each month is read as it was known at its end. */
  readonly asKnown: boolean;
  readonly state: TrialState;
  readonly done: number;
  readonly of: number;
}

export const trialOf = ({ id }: Pick<Trial, 'id'>) => ({ kind: 'risk-centre.trial', id });

const columns = sql`id, unit_id as unit, person_id as person, kit, array[period_from::text, period_to::text] as period, settings, present, standards, as_known as "asKnown", state, done, "of"`;

export const lockTrial = (tx: Tx, id: Id): Promise<Trial> =>
  tx.one<Trial>(sql`select ${columns} from risk_centre.trial where id = ${id} for update`);
export const findTrial = (tx: Tx, id: Id): Promise<Trial | undefined> =>
  tx.maybe<Trial>(sql`select ${columns} from risk_centre.trial where id = ${id}`);

/** Trials nobody has begun: the oldest first. */
export const waitingTrials = (tx: Tx): Promise<{ id: Id }[]> =>
  tx.rows(sql`select id from risk_centre.trial where state = 'waiting' order by asked_at limit 20`);

/** Trials of this person that are not over: one at a time each. */
export const ownOpenTrials = async (tx: Tx, person: Id | null): Promise<number> =>
  (
    await tx.one<{ n: number }>(
      sql`select count(*)::int as n from risk_centre.trial where person_id = ${person} and state in ('waiting', 'running')`,
    )
  ).n;

/** Keeps the alarms of one part, each beside the real finding of this kit that speaks of the same subject and days, if there is one. */
export async function keepAlarms(
  tx: Tx,
  { id, kit }: Pick<Trial, 'id' | 'kit'>,
  alarms: readonly z.infer<typeof TrialAlarm>[],
): Promise<void> {
  for (let from = 0; from < alarms.length; from += 500) {
    const part = alarms.slice(from, from + 500).map((each) => ({ id: newId(), ...each }));
    await tx.run(sql`
      insert into risk_centre.trial_alarm (id, unit_id, trial_id, subject_kind, subject_id, subject_name, period_from, period_to, rule, value, threshold, measure,
        explanation, asked, present, tested_on, finding_id)
      select a.id, a.unit, ${id}, a.subject->>'kind', a.subject->>'id', a.subject->>'name', (a.period->>0)::date, (a.period->>1)::date, a.rule, a.value, a.threshold,
             a.measure, a.explanation, a.asked, a.present, a."testedOn",
             (select s.finding_id from risk_centre.signal s join risk_centre.finding f on (f.node_id, f.id) = (s.node_id, s.finding_id)
               where s.kit = ${kit} and (f.subject_kind, f.subject_id) = (a.subject->>'kind', a.subject->>'id')
                 and s.period_from < (a.period->>1)::date and s.period_to > (a.period->>0)::date order by s.at desc limit 1)
        from json_to_recordset(${JSON.stringify(part)}::json) as a (id uuid, unit uuid, subject jsonb, period jsonb, rule text, value float8, threshold float8,
             measure text, explanation jsonb, asked boolean, present boolean, "testedOn" date)`);
  }
}

/** Real findings of the period that the tried settings would not have raised, as rows of their own. */
export async function keepMissed(tx: Tx, { id, kit, period }: Pick<Trial, 'id' | 'kit' | 'period'>): Promise<void> {
  await tx.run(sql`
    insert into risk_centre.trial_alarm (id, unit_id, trial_id, subject_kind, subject_id, subject_name, period_from, period_to, rule, value, threshold, measure,
      explanation, asked, present, tested_on, finding_id)
    select distinct on (f.id) gen_random_uuid(), f.unit_id, ${id}::uuid, f.subject_kind, f.subject_id, f.subject_name, s.period_from, s.period_to, s.rule,
           (s.verdict->>'value')::float8, (s.verdict->>'threshold')::float8, coalesce(s.verdict->>'unit', ''), s.verdict->'explanation', false, false,
           least((date_trunc('month', s.period_from) + interval '1 month')::date, ${period[1]}::date) - 1, f.id
      from risk_centre.signal s join risk_centre.finding f on (f.node_id, f.id) = (s.node_id, s.finding_id)
      join risk_centre.trial t on t.node_id = f.node_id and t.id = ${id}
     where s.kit = ${kit} and s.period_from >= ${period[0]}::date and s.period_from < ${period[1]}::date
       and exists (select from kernel.unit_below b where b.node_id = f.node_id and b.root_id = t.unit_id and b.unit_id = f.unit_id)
       and not exists (select from risk_centre.trial_alarm a where a.trial_id = ${id} and a.finding_id = f.id)
     order by f.id, s.period_from`);
}

const added = (column: 'asked_counts' | 'present_counts', counts: Readonly<Record<string, number | undefined>>) => {
  const [own, more] = [column === 'asked_counts' ? sql`asked_counts` : sql`present_counts`, JSON.stringify(counts)];
  return sql`${own} = (select coalesce(jsonb_object_agg(key, n), '{}') from (
    select key, sum(value::int) as n from (select * from jsonb_each_text(${own}) union all select * from jsonb_each_text(${more}::jsonb)) both_ group by key) summed)`;
};

export const trialSaves = [
  saves(KitTried, (tx, { object, unit, body }, { now, actor }) =>
    tx.run(sql`
      insert into risk_centre.trial (id, unit_id, person_id, kit, kit_version, period_from, period_to, settings, present, standards, as_known, state, asked_at)
      values (${object.id}, ${unit}, ${actor.person}, ${body.kit}, ${body.version}, ${body.period[0]}, ${body.period[1]}, ${JSON.stringify(body.settings)}::jsonb,
        ${JSON.stringify(body.present)}::jsonb, ${JSON.stringify(body.standards)}::jsonb, ${body.asKnown}, 'waiting', ${now})`),
  ),
  saves(TrialPartDone, (tx, { object, body }) =>
    tx.run(sql`
      update risk_centre.trial set state = 'running', done = ${body.done}, "of" = ${body.of}, ${added('asked_counts', body.asked)}, ${added('present_counts', body.present)}
       where id = ${object.id}`),
  ),
  saves(TrialCancelled, (tx, { object }, { now }) =>
    tx.run(sql`update risk_centre.trial set state = 'cancelled', ended_at = ${now} where id = ${object.id}`),
  ),
  saves(TrialEnded, (tx, { object, body }, { now }) =>
    tx.run(sql`update risk_centre.trial set state = ${body.state}, ended_at = ${now} where id = ${object.id}`),
  ),
];
