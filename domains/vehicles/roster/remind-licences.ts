import { addDays } from '@opengoa/kernel/calendar';
import { nearestHolders, sql, type DueThing, type Reminder } from '@opengoa/kernel';

interface Licence {
  readonly id: string;
  readonly unit: string;
  readonly person: string;
  readonly name: string;
  readonly to: string;
}

/** 驾驶证到期: the driver and the fleet clerk; it goes when the new date is entered. */
export const licenceReminder: Reminder = {
  name: 'licence',
  title: { zh: '驾驶证到期', en: 'Driving licence' },
  verbs: ['vehicles.change-driver'],
  async due(tx, { organisation, standards, today }) {
    const days = standards.numberOn('vehicles.reminder-notice', today, [], { item: 'licence' });
    const rows = await tx.rows<Licence>(sql`
      select id, unit_id as unit, person_id as person, name, licence_valid_to::text as to from vehicles_read.driver_v1
       where state = 'active' and licence_valid_to <= ${addDays(today, days)} order by licence_valid_to limit 3000`);
    return rows.map(({ id, unit, person, name, to }): DueThing => ({
      object: { kind: 'vehicles.driver', id },
      unit,
      dueAt: new Date(`${to}T17:00:00+08:00`),
      summary: `${name} 驾驶证有效至 ${to}`,
      holders: nearestHolders(organisation, 'fleet-clerk', unit),
      others: [person],
      opens: '/vehicles/drivers',
    }));
  },
};
