import { nearestHolders, sql, type DueThing, type Reminder } from '@opengoa/kernel';

interface Out {
  readonly id: string;
  readonly unit: string;
  readonly number: string;
  readonly plate: string | null;
  readonly to: string;
  readonly endsAt: Date;
  readonly asker: string;
  readonly driver: string | null;
}

/** 未按时返回: a vehicle that is out longer than planned. Its driver is told before and after, its asker and the dispatcher too; it goes with the return. */
export const returnReminder: Reminder = {
  name: 'return',
  title: { zh: '车辆返回', en: 'Return of a vehicle' },
  verbs: [],
  // The drive is on the driver's desk until the return, and its time is the departure.
  insteadOf: ['vehicles.drive'],
  async due(tx, { organisation, standards, today, now }) {
    const minutes = standards.numberOn('vehicles.reminder-notice', today, [], { item: 'return' });
    const rows = await tx.rows<Out>(sql`
      select id, unit_id as unit, number, plate, to_place as to, ends_at as "endsAt", person_id as asker, driver_person_id as driver
        from vehicles_read.trip_v1
       where state = 'departed' and ends_at <= ${new Date(now.getTime() + minutes * 60_000)} order by ends_at limit 3000`);
    return rows.map(({ id, unit, number, plate, to, endsAt, asker, driver }): DueThing => {
      const dispatchers = nearestHolders(organisation, 'dispatcher', unit);
      return {
        object: { kind: 'vehicles.trip', id },
        unit,
        dueAt: endsAt,
        summary: `${number} ${plate ?? ''} 去${to}`,
        holders: driver === null ? dispatchers : [driver],
        others: [asker, ...dispatchers],
        opens: `/vehicles/trips/${id}`,
      };
    });
  },
};
