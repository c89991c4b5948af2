import { type Id, nearestHolders, type Reminder, sql } from '@opengoa/kernel';
import { addDays } from '@opengoa/kernel/calendar';

/** 库存不足: fewer are there than the least that the unit keeps; it goes when enough came. */
export const supplyReminder: Reminder = {
  name: 'supply-low',
  title: { zh: '耗材库存不足', en: 'A supply runs low' },
  verbs: ['assets.receive-supply'],
  async due(tx, { organisation, today }) {
    const rows = await tx.rows<{
      id: Id;
      unit: Id;
      name: string;
      onHand: number;
      minimum: number;
      measure: string;
    }>(sql`
      select id, unit_id as unit, name, on_hand as "onHand", minimum, measure from assets.supply
       where state = 'kept' and on_hand < minimum order by name, id limit 2000`);
    return rows.map(({ id, unit, name, onHand, minimum, measure }) => ({
      object: { kind: 'assets.supply', id },
      unit,
      dueAt: new Date(`${addDays(today, 5)}T17:00:00+08:00`),
      summary: `${name} 结存 ${onHand} ${measure}，低于最低库存 ${minimum} ${measure}`,
      holders: nearestHolders(organisation, 'assets-clerk', unit),
      others: [],
      opens: '/assets/supplies',
    }));
  },
};

/** 软件授权到期: its last day is near or over, and seats of it are in use. */
export const licenceReminder: Reminder = {
  name: 'licence-ends',
  title: { zh: '软件授权到期', en: 'A licence ends' },
  verbs: ['assets.keep-supply'],
  async due(tx, { organisation, standards, today }) {
    const days = standards.numberOn('assets.supply-notice', today, [], { item: 'licence' });
    const rows = await tx.rows<{ id: Id; unit: Id; name: string; out: number; until: string }>(sql`
      select id, unit_id as unit, name, out_count as out, valid_until::text as until from assets.supply
       where state = 'kept' and kind = 'licence' and valid_until <= ${addDays(today, days)}::date order by valid_until, id limit 2000`);
    return rows.map(({ id, unit, name, out, until }) => ({
      object: { kind: 'assets.supply', id },
      unit,
      dueAt: new Date(`${until}T23:59:59+08:00`),
      late: until < today,
      summary: `${name} 授权 ${until} 到期，正在使用 ${out} 个；续期后请更新到期日，不再使用的请停用`,
      holders: nearestHolders(organisation, 'assets-clerk', unit),
      others: [],
      opens: '/assets/supplies',
    }));
  },
};
