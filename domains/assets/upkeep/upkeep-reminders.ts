import { type Id, nearestHolders, type Reminder, sql } from '@opengoa/kernel';
import { addDays } from '@opengoa/kernel/calendar';

interface Due {
  readonly id: Id;
  readonly unit: Id;
  readonly said: string;
  readonly day: string;
}

/** 维护到期: a plan's day is near and nobody has ordered it yet. */
export const planReminder: Reminder = {
  name: 'upkeep-plan',
  title: { zh: '资产维护到期', en: 'Upkeep is due' },
  verbs: ['assets.order-upkeep'],
  async due(tx, { organisation, standards, today }) {
    const days = standards.numberOn('assets.supply-notice', today, [], { item: 'upkeep' });
    const rows = await tx.rows<Due>(sql`
      select p.id, p.unit_id as unit, p.what || '：' || c.number || ' ' || c.name as said, p.next_due::text as day
        from assets.upkeep_plan p join assets.card c on (c.node_id, c.id) = (p.node_id, p.card_id)
       where p.state = 'running' and c.state <> 'disposed' and p.next_due <= ${addDays(today, days)}::date
         and not exists (select 1 from assets.upkeep_order o where o.plan_id = p.id and o.state = 'open')
       order by p.next_due, p.id limit 2000`);
    return rows.map(({ id, unit, said, day }) => ({
      object: { kind: 'assets.upkeep-plan', id },
      unit,
      dueAt: new Date(`${day}T17:00:00+08:00`),
      late: day < today,
      summary: `${said}，计划 ${day} 维护，请开工单`,
      holders: nearestHolders(organisation, 'assets-clerk', unit),
      others: [],
      opens: '/assets/upkeep-plans',
    }));
  },
};

/** 工单到期: an order is not done on its day. */
export const orderReminder: Reminder = {
  name: 'upkeep-order',
  title: { zh: '维护工单待完成', en: 'An order of upkeep' },
  verbs: ['assets.finish-upkeep', 'assets.cancel-upkeep'],
  async due(tx, { organisation, today }) {
    const rows = await tx.rows<Due>(sql`
      select o.id, o.unit_id as unit, o.number || ' ' || o.what || '：' || c.number || ' ' || c.name as said, o.due_day::text as day
        from assets.upkeep_order o join assets.card c on (c.node_id, c.id) = (o.node_id, o.card_id)
       where o.state = 'open' and o.due_day <= ${addDays(today, 3)}::date order by o.due_day, o.id limit 2000`);
    return rows.map(({ id, unit, said, day }) => ({
      object: { kind: 'assets.upkeep-order', id },
      unit,
      dueAt: new Date(`${day}T17:00:00+08:00`),
      late: day < today,
      summary: `${said}，应于 ${day} 完成`,
      holders: nearestHolders(organisation, 'assets-clerk', unit),
      others: [],
      opens: '/assets/upkeep-orders',
    }));
  },
};
