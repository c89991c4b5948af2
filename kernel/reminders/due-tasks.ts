import { sql } from '../database/sql.ts';
import type { Id } from '../id.ts';
import type { DueThing, Reminder } from './reminder.ts';

/**
 * Every open task with a time: its holders before and after, whoever asked for it as well. Cases have limits of their own in their steps, and what another
 * reminder speaks for is left to it.
 */
export const dueTasks = (spokenFor: readonly string[]): Reminder => ({
  name: 'task',
  title: { zh: '待办', en: 'Task' },
  verbs: [],
  async due(tx, { now, today, standards }) {
    const hours = standards.numberOn('kernel.reminders', today, []);
    const rows = await tx.rows<{
      id: Id;
      unit: Id;
      dueAt: Date;
      title: { zh: string };
      summary: string;
      opens: string | null;
      asker: Id | null;
      holders: Id[];
    }>(sql`
      select t.id, t.unit_id as unit, t.due_at as "dueAt", t.title, t.summary, t.opens, t.asker_id as asker,
             array(select h.person_id from kernel.task_holder h where h.task_id = t.id and h.part = 'holder' order by 1) as holders
        from kernel.task t
       where t.state = 'open' and t.case_id is null and t.due_at <= ${new Date(now.getTime() + hours * 3_600_000)}
         and not (t.kind = any (${[...spokenFor]}::text[]))
       order by t.due_at desc limit 3000`);
    return rows.map(({ id, unit, dueAt, title, summary, opens, asker, holders }): DueThing => ({
      object: { kind: 'task', id },
      unit,
      dueAt,
      summary: `${title.zh} ${summary}`,
      holders,
      others: asker === null ? [] : [asker],
      opens,
    }));
  },
});
