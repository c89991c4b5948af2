import { type DueThing, type Follower, nearestHolders, type Reminder, sql } from '@opengoa/kernel';

interface Row {
  readonly unit: string;
  readonly name: string;
  readonly ended: string;
  readonly heirs: string;
  readonly rooms: number;
}

/** 待划转房间: after a split nobody but a person knows whose each room becomes; whoever keeps the ledger is asked until all are assigned. */
export const waitingReminder: Reminder = {
  name: 'waiting-rooms',
  title: { zh: '机构分设后房间待划转', en: 'Rooms of a split unit wait' },
  verbs: ['space.follow-succession'],
  async due(tx, { organisation, today }) {
    const rows = await tx.rows<Row>(sql`
      select w.unit_id as unit, min(u.name) as name, min(w.ended_on)::text as ended, min(w.heir_names) as heirs, count(*)::int as rooms
        from space_read.waiting_room_v1 w join kernel.unit u on (u.node_id, u.id) = (w.node_id, w.unit_id)
       where w.ended_on <= ${today}::date and w.heirs > 1 group by w.unit_id order by 3, 1 limit 1000`);
    return rows.map(({ unit, name, ended, heirs, rooms }): DueThing => ({
      object: { kind: 'unit', id: unit },
      unit,
      dueAt: null,
      summary: `${name}已于 ${ended} 分设为${heirs}，尚有 ${rooms} 间房待选择承接单位`,
      holders: nearestHolders(organisation, 'space-clerk', unit),
      others: [],
      opens: `/space/waiting-rooms?f.unit_id=${unit}`,
    }));
  },
};

/** The task comes with the split and goes with the last room: reminders are asked at once, not with their next round. */
export const followSplits: Follower = {
  name: 'space-splits',
  of: ['kernel.UnitSplit', 'space.RoomFollowed'],
  follow: async () => undefined,
  queues: () => ({ job: 'kernel.remind', asked: {} }),
};
