import { newId, sql, verb } from '@opengoa/kernel';
import { KeepFrame } from './contract.ts';

/**
 * 留存不能解析的报文: bytes of a terminal that had shown its code, with why they are no message, for whoever mends the device. Of each terminal
 * the newest are kept, as many as the standard says; a stranger’s bytes are kept nowhere. The terminal is
 * locked meanwhile, so that the count holds for frames that come at once.
 */
export const keepFrame = verb('vehicles.keep-frame', {
  title: { zh: '留存不能解析的报文', en: 'Keep a frame that cannot be read' },
  input: KeepFrame,
  who: ['job'],
  internal: true,
  facts: [],
  refusals: [],
  load: (tx, { number }) =>
    tx.one<{ vehicle: string; unit: string; plate: string }>(sql`
      select t.vehicle_id as vehicle, t.unit_id as unit, v.plate from vehicles.terminal t join vehicles.vehicle v on v.id = t.vehicle_id
       where t.number = ${number} and t.state <> 'withdrawn' for update of t`),
  at: ({ unit }) => ({ unit }),
  decide: () => [],
  async also(tx, { vehicle, unit, plate }, { number, why, bytes }, { now, today, standards }) {
    const most = standards.numberOn('vehicles.unread-frames', today, [], { item: 'each-terminal' });
    await tx.run(sql`
      insert into vehicles.unread_frame (id, unit_id, vehicle_id, plate, number, why, bytes, at)
      values (${newId()}, ${unit}, ${vehicle}, ${plate}, ${number}, ${why}, ${bytes}, ${now})`);
    await tx.run(sql`
      delete from vehicles.unread_frame where number = ${number} and id in (
        select id from vehicles.unread_frame where number = ${number} order by at desc, id desc offset ${most})`);
  },
});
