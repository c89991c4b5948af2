import { nearestHolders, sql, type DueThing, type Reminder } from '@opengoa/kernel';

interface Due {
  readonly id: string;
  readonly unit: string;
  readonly plate: string;
  readonly item: string;
  readonly dueDay: string | null;
  readonly kmLeft: number | null;
}

/** 保养提醒: items whose kilometres or day have come, or will within the notice of the standard. It goes when the service is recorded. */
export const serviceReminder: Reminder = {
  name: 'service',
  title: { zh: '车辆保养', en: 'Service a vehicle' },
  verbs: ['vehicles.record-service'],
  async due(tx, { organisation, standards, today, now }) {
    const notice = (item: string) => standards.numberOn('vehicles.service-notice', today, [], { item });
    const rows = await tx.rows<Due>(sql`
      select s.id, s.unit_id as unit, s.plate, s.item, s.due_day as "dueDay", s.km_left as "kmLeft" from vehicles_read.service_v1 s
       where s.km_left <= ${notice('km')} or s.due_day <= ${today}::date + ${notice('days')}::int
       order by s.id limit 3000`);
    return rows.map(({ id, unit, plate, item, dueDay, kmLeft }): DueThing => {
      const left = kmLeft === null ? '' : kmLeft < 0 ? `，已超 ${-kmLeft} km` : `，还可行驶 ${kmLeft} km`;
      const dueAt = dueDay === null ? null : new Date(`${dueDay}T17:00:00+08:00`);
      return {
        object: { kind: 'vehicles.service', id },
        unit,
        dueAt,
        late: (kmLeft !== null && kmLeft < 0) || (dueAt !== null && dueAt <= now),
        summary: `${plate} ${item}${dueDay === null ? '' : `，应于 ${dueDay} 前`}${left}`,
        holders: nearestHolders(organisation, 'fleet-clerk', unit),
        others: [],
        opens: '/vehicles/service',
      };
    });
  },
};
