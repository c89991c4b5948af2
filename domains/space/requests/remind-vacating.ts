import { type DueThing, nearestHolders, type Reminder, sql } from '@opengoa/kernel';
import { addDays } from '@opengoa/kernel/calendar';
import { licenceOf } from './licence.ts';

interface DueRow {
  readonly id: string;
  readonly unit: string;
  readonly number: string;
  readonly by: string;
  readonly rooms: number;
}

/** 腾退提醒: rooms that are to be handed back by a day, told to the unit's head before it and to the keeper. */
export const vacatingReminder: Reminder = {
  name: 'vacating',
  title: { zh: '限期腾退', en: 'Rooms to be vacated' },
  verbs: ['space.take-rooms-back'],
  async due(tx, { today, standards, organisation }) {
    const notice = standards.numberOn('space.vacating', today, [], { item: 'notice' });
    const rows = await tx.rows<DueRow>(sql`
      select l.id, l.unit_id as unit, l.number, min(r.vacate_by)::text as by, count(*)::int as rooms
        from space.licence l join space.licence_room r on (r.node_id, r.licence_id) = (l.node_id, l.id)
       where r.back_day is null and r.vacate_by <= ${addDays(today, notice)}::date
       group by l.id, l.unit_id, l.number order by 4, 1 limit 2000`);
    return rows.map(({ id, unit, number, by, rooms }): DueThing => ({
      object: licenceOf({ id }),
      unit,
      dueAt: new Date(`${by}T17:00:00+08:00`),
      summary: `${organisation.unit(unit)?.name ?? ''} ${number}：${rooms} 间房须在 ${by} 前腾退`,
      holders: nearestHolders(organisation, 'space-clerk', unit),
      others: nearestHolders(organisation, 'head', unit),
      opens: `/space/licences/${id}`,
    }));
  },
};
