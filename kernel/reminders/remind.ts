import { z } from 'zod';
import { sql } from '../database/sql.ts';
import type { Tx } from '../database/tx.ts';
import { newId, type Id } from '../id.ts';
import type { Kernel } from '../kernel.ts';
import type { Job } from '../room.ts';
import { TaskEnded, TaskRaised } from '../tasks/contract.ts';
import { saves, type Save } from '../verbs/saves.ts';
import { verb } from '../verbs/verb.ts';
import { Reminded, ReminderCleared, Thing } from './contract.ts';
import { clear, remindOf, type Standing } from './decide-reminders.ts';
import { dueTasks } from './due-tasks.ts';
import type { DueThing, Reminder } from './reminder.ts';

const AT_ONCE = 100;

const standingOf = (tx: Tx, reminder: string, objects: readonly Id[]): Promise<Standing[]> =>
  tx.rows<Standing>(sql`
    select json_build_object('kind', r.object_kind, 'id', r.object_id) as object, r.unit_id as unit, r.due_at as "dueAt", r.before_at as "beforeAt",
           r.after_at as "afterAt", t.id as task
      from kernel.reminder r left join kernel.task t on (t.node_id, t.id) = (r.node_id, r.task_id) and t.state = 'open'
     where r.reminder = ${reminder} and r.object_id = any (${objects}::uuid[]) for update of r`);

/** 提醒: of things that are due, and of things that are so no longer. */
export const remind = verb('kernel.remind', {
  title: { zh: '到期提醒', en: 'Remind of what is due' },
  input: z.strictObject({
    reminder: z.string().max(120),
    title: z.strictObject({ zh: z.string().max(60), en: z.string().max(60) }),
    verbs: z.array(z.string().max(120)).max(20),
    due: z.array(Thing).max(AT_ONCE),
    over: z.array(z.uuid()).max(AT_ONCE),
    /** Of those due, what stood when the round began to read: gone by now, a later round has cleared it. */
    stood: z.array(z.uuid()).max(AT_ONCE),
  }),
  who: ['job'],
  internal: true,
  facts: [Reminded, ReminderCleared, TaskRaised, TaskEnded],
  refusals: [],
  async load(tx, { reminder, due, over }) {
    // One round at a time says what is due: two that both found nothing said would raise two tasks, and the end of one leaves the other.
    await tx.run(sql`select pg_advisory_xact_lock(hashtextextended(${`kernel.remind ${reminder}`}, 0))`);
    return standingOf(tx, reminder, [...due.map(({ object }) => object.id), ...over]);
  },
  at: (_known, { due }, { actor }) => ({ unit: actor.unit ?? due[0]?.unit ?? '' }),
  decide(known, { due, over, stood, ...asked }) {
    const standing = new Map(known.map((each) => [each.object.id, each]));
    const cleared = new Set(stood.filter((object) => !standing.has(object)));
    return [
      ...remindOf(
        asked,
        due.filter(({ object }) => !cleared.has(object.id)),
        standing,
      ),
      ...clear(
        asked.reminder,
        known.filter(({ object }) => over.includes(object.id)),
      ),
    ];
  },
});

export const reminderSaves: readonly Save[] = [
  saves(Reminded, async (tx, { object, unit, body }, { now }) => {
    const [beforeAt, afterAt] = body.stage === 'before' ? [now, null] : [null, now];
    // What was said before is over: only the last word stands in the bell.
    await resolve(tx, object.id, body.reminder, now);
    await tx.run(sql`
      insert into kernel.reminder (id, unit_id, reminder, object_kind, object_id, due_at, before_at, after_at, task_id)
      values (${newId()}, ${unit}, ${body.reminder}, ${object.kind}, ${object.id}, ${body.due}, ${beforeAt}, ${afterAt}, ${body.task})
      on conflict (node_id, reminder, object_id) do update
        set due_at = excluded.due_at, before_at = coalesce(kernel.reminder.before_at, excluded.before_at), after_at = excluded.after_at,
            task_id = excluded.task_id`);
    for (const { person, title } of body.told)
      await tx.run(sql`
        insert into kernel.message (id, person_id, title, opens, object_id, at, kind, reminder)
        values (${newId()}, ${person}, ${JSON.stringify(title)}::jsonb, ${body.opens}, ${object.id}, ${now}, 'reminder', ${body.reminder})`);
  }),
  saves(ReminderCleared, async (tx, { object, body }, { now }) => {
    await resolve(tx, object.id, body.reminder, now);
    await tx.run(sql`delete from kernel.reminder where reminder = ${body.reminder} and object_id = ${object.id}`);
  }),
];

const resolve = (tx: Tx, object: Id, reminder: string, now: Date) =>
  tx.run(sql`
    update kernel.message set resolved_at = ${now}
     where object_id = ${object} and kind = 'reminder' and reminder = ${reminder} and resolved_at is null`);

const thingOf = ({ dueAt, late, holders, others, summary, ...thing }: DueThing, now: Date): z.infer<typeof Thing> => ({
  ...thing,
  due: dueAt?.toISOString() ?? null,
  late: late ?? (dueAt !== null && dueAt <= now),
  summary: summary.slice(0, 500),
  holders: [...new Set(holders)].slice(0, 100),
  others: [...new Set(others)].slice(0, 100),
});

const pieces = <Each>(all: readonly Each[]): Each[][] =>
  Array.from({ length: Math.ceil(all.length / AT_ONCE) }, (_none, at) => all.slice(at * AT_ONCE, (at + 1) * AT_ONCE));

/** As the room declares it; what it does needs every room's reminders. */
export const remindJob: Job = {
  name: 'remind',
  title: { zh: '到期提醒', en: 'Remind of what is due' },
  everyMinutes: 5,
  run: async () => undefined,
};

/**
 * Asks every room what is due, says what is new, and clears what is over. One room's fault does not silence the others; of two rounds at
 * once the older view does not win.
 */
export function remindIn(kernel: Kernel): Job {
  const all: readonly (readonly [name: string, reminder: Reminder])[] = kernel.rooms.flatMap((room) =>
    (room.reminders ?? []).map((reminder) => [`${room.name}.${reminder.name}`, reminder] as const),
  );
  const spokenFor = all.flatMap(([name, { insteadOf = [] }]) => [name, ...insteadOf]);
  const reminders = [...all, ['kernel.task', dueTasks(spokenFor)] as const];
  return {
    ...remindJob,
    async run({ reading, verb: run, signal }) {
      const faults: unknown[] = [];
      for (const [name, { title, verbs, due }] of reminders) {
        if (signal.aborted) return;
        try {
          // What stands is read before what is due: rounds overlap, and what another one raises meanwhile is not this one's to clear.
          const known = await reading((tx) =>
            tx.rows<{ object: Id }>(sql`select object_id as object from kernel.reminder where reminder = ${name}`),
          );
          const things = (await reading((tx, context) => due(tx, context))).filter(({ holders }) => holders.length > 0);
          const stood = new Set(known.map(({ object }) => object));
          const now = new Set(things.map(({ object }) => object.id));
          const over = [...stood].filter((object) => !now.has(object));
          const asked = { reminder: name, title, verbs: [...verbs] };
          for (const piece of pieces(things))
            await run('kernel.remind', {
              ...asked,
              due: piece.map((thing) => thingOf(thing, kernel.clock())),
              over: [],
              stood: piece.map(({ object }) => object.id).filter((object) => stood.has(object)),
            });
          for (const piece of pieces(over)) await run('kernel.remind', { ...asked, due: [], over: piece, stood: [] });
        } catch (fault) {
          faults.push(fault);
        }
      }
      if (faults.length > 0) throw new AggregateError(faults, 'reminders');
    },
  };
}
