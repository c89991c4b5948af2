import { sql } from '../database/sql.ts';
import type { Tx } from '../database/tx.ts';
import { leaveMessages } from '../messages/leave-messages.ts';
import { notFound, Refused, stale } from '../refusal.ts';
import { saves } from '../verbs/saves.ts';
import { CaseMoved, CaseOpened, TaskEnded, TaskRaised, type EndedTask, type RaisedTask } from './contract.ts';

interface Around {
  readonly unit: string;
  readonly object: { readonly kind: string; readonly id: string };
  readonly caseId: string | null;
  readonly kind: string;
  readonly asker: string | null;
  readonly summary: string;
  readonly opens: string | null;
  readonly verbs: readonly string[];
  readonly at: Date;
}

async function raise(tx: Tx, task: RaisedTask, around: Around): Promise<void> {
  await tx.run(sql`
    insert into kernel.task (id, unit_id, case_id, step, kind, title, summary, object_kind, object_id, verbs, opens, state, asker_id, raised_at, due_at)
    values (${task.id}, ${around.unit}, ${around.caseId}, ${task.step}, ${around.kind}, ${JSON.stringify(task.title)}::jsonb, ${around.summary},
            ${around.object.kind}, ${around.object.id}, ${[...around.verbs]}::text[], ${around.opens}, 'open', ${around.asker}, ${around.at}, ${task.due})`);
  await hold(tx, task);
}

const hold = (tx: Tx, task: RaisedTask) =>
  tx.run(sql`
    insert into kernel.task_holder (task_id, person_id, part)
    select ${task.id}::uuid, person, 'holder' from unnest(${task.holders}::uuid[]) person
    union all
    select ${task.id}::uuid, person, 'copied' from unnest(${task.copied}::uuid[]) person
    on conflict do nothing`);

async function end(tx: Tx, { id, state, by, answer }: EndedTask, at: Date): Promise<void> {
  const touched = await tx.run(sql`
    update kernel.task set state = ${state}, ended_at = ${at}, ended_by = ${by}, answer = ${answer} where id = ${id} and state = 'open'`);
  if (touched === 0) throw new Refused(notFound());
}

/** How cases and tasks become rows. A step is decided once: the case's version must be the one that was read (SEC-BI-04). */
export const taskSaves = [
  saves(CaseOpened, async (tx, { unit, object, body }, { now }) => {
    await tx.run(sql`
      insert into kernel.steps_case (id, unit_id, definition, definition_version, object_kind, object_id, asker_id, attributes, state, status, opened_at, ended_at)
      values (${body.case}, ${unit}, ${body.definition}, ${body.definitionVersion}, ${object.kind}, ${object.id}, ${body.asker},
              ${JSON.stringify(body.attributes)}::jsonb, ${JSON.stringify({ ...(body.state as object), around: { title: body.title, summary: body.summary, opens: body.opens, verbs: body.verbs } })}::jsonb,
              ${body.status}, ${now}, ${body.status === 'open' ? null : now})`);
    const around = {
      unit,
      object,
      caseId: body.case,
      kind: body.definition,
      asker: body.asker,
      summary: body.summary,
      opens: body.opens,
      verbs: body.verbs,
      at: now,
    };
    for (const task of body.raised) await raise(tx, task, around);
    await leaveMessages(tx, body.told, body.opens, object.id, now);
  }),
  saves(CaseMoved, async (tx, { unit, object, body }, { now }) => {
    const touched = await tx.run(sql`
      update kernel.steps_case
         set state = state || ${JSON.stringify({ ...(body.state as object), around: { title: body.title, summary: body.summary, opens: body.opens, verbs: body.verbs } })}::jsonb,
             status = ${body.status}, ended_at = ${body.status === 'open' ? null : now}, version = version + 1
       where id = ${body.case} and version = ${body.version}`);
    if (touched === 0) throw new Refused(stale({ version: body.version + 1 }));
    for (const task of body.ended) await end(tx, task, now);
    for (const task of body.changed) {
      await tx.run(sql`delete from kernel.task_holder where task_id = ${task.id}`);
      await tx.run(sql`update kernel.task set due_at = ${task.due} where id = ${task.id}`);
      await hold(tx, task);
    }
    await leaveMessages(tx, body.told, body.opens, object.id, now);
    const around = {
      unit,
      object,
      caseId: body.case,
      kind: body.definition,
      asker: body.asker,
      summary: body.summary,
      opens: body.opens,
      verbs: body.verbs,
      at: now,
    };
    for (const task of body.raised) await raise(tx, task, around);
  }),
  saves(TaskRaised, (tx, { unit, object, body }, { now }) =>
    raise(tx, body.task, {
      unit,
      object,
      caseId: null,
      kind: body.kind,
      asker: body.asker,
      summary: body.summary,
      opens: body.opens,
      verbs: body.verbs,
      at: now,
    }),
  ),
  saves(TaskEnded, (tx, { body }, { now }) => end(tx, body, now)),
];
