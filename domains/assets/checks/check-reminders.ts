import { type Id, nearestHolders, type Reminder, sql } from '@opengoa/kernel';
import { addDays } from '@opengoa/kernel/calendar';

/** 自查待确认: whoever has not said yet what is theirs, until they did. */
export const selfCheckReminder: Reminder = {
  name: 'self-check',
  title: { zh: '确认名下资产', en: 'Confirm what is in your name' },
  verbs: [],
  async due(tx, { standards, today }) {
    const days = standards.numberOn('assets.supply-notice', today, [], { item: 'self-check' });
    const rows = await tx.rows<{ id: Id; unit: Id; title: string; dueDay: string; persons: Id[]; lines: number }>(sql`
      select c.id, c.unit_id as unit, c.title, c.due_day::text as "dueDay", array_agg(distinct l.person_id) as persons, count(*)::int as lines
        from assets.self_check c join assets.self_check_line l on (l.node_id, l.check_id) = (c.node_id, c.id)
       where c.state = 'open' and l.state = 'waiting' and c.due_day <= ${addDays(today, days)}::date group by c.node_id, c.id limit 1000`);
    return rows.map(({ id, unit, title, dueDay, persons, lines }) => ({
      object: { kind: 'assets.self-check', id },
      unit,
      dueAt: new Date(`${dueDay}T17:00:00+08:00`),
      summary: `${title}：还有 ${lines} 件资产待使用人确认，请在“我的资产自查”中确认或提出异议`,
      holders: persons.slice(0, 200),
      others: [],
      opens: '/assets/my-holdings',
    }));
  },
};

/** 离岗未交接: somebody left and things are still in that name. */
export const clearanceReminder: Reminder = {
  name: 'clearance',
  title: { zh: '离岗资产交接', en: 'Things of somebody who left' },
  verbs: ['assets.clear-post'],
  async due(tx, { standards, organisation, today }) {
    const days = standards.numberOn('assets.supply-notice', today, [], { item: 'clearance' });
    const rows = await tx.rows<{ id: Id; unit: Id; name: string; leftOn: string; held: number }>(sql`
      select id, unit_id as unit, person_name as name, left_on::text as "leftOn", held from assets_read.clearance_v1
       where state = 'open' order by left_on limit 2000`);
    return rows.map(({ id, unit, name, leftOn, held }) => ({
      object: { kind: 'assets.clearance', id },
      unit,
      dueAt: new Date(`${addDays(leftOn, days)}T17:00:00+08:00`),
      summary: `${name} ${leftOn} 离岗，名下还有 ${held} 件资产，请办理移交`,
      holders: nearestHolders(organisation, 'assets-clerk', unit),
      others: [],
      opens: `/assets/clearances/${id}`,
    }));
  },
};
