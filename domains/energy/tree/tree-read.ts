import { read, sql } from '@opengoa/kernel';
import { z } from 'zod';
import { findBuilding } from '../buildings/building-store.ts';
import { readers } from '../readers.ts';
import { TreeAnswer } from './contract.ts';

/** 某日的表计结构: which meters were in service in a building on a day, where each hung, which instrument stood there and what it measured that day. */
export const meterTree = read('energy.meter-tree', {
  title: { zh: '某日的表计结构', en: 'The meter tree on a day' },
  query: z.strictObject({ building: z.uuid(), day: z.iso.date() }),
  answer: TreeAnswer,
  who: readers,
  async fetch(tx, { building: id, day }) {
    const building = await findBuilding(tx, id);
    const meters = await tx.rows<z.infer<typeof TreeAnswer>['meters'][number]>(sql`
      select m.id, coalesce(p.name, m.name) as name, m.carrier, m.measure, coalesce(p.kind, m.kind) as kind,
             case when p.id is null then m.use else p.use end as use, case when p.id is null then m.parent_id else p.parent_id end as parent,
             i.key, (d.total / 1000.0)::float8 as amount,
             p.id is not null and (p.name, p.kind, p.use, p.parent_id) is distinct from (m.name, m.kind, m.use, m.parent_id) as changed
        from energy.meter m
        left join lateral (
          select q.id, q.name, q.kind, q.use, q.parent_id from energy.meter_place q
           where q.meter_id = m.id and q.from_day <= ${day}::date order by q.from_day desc, q.set_at desc, q.id desc limit 1) p on true
        left join lateral (
          select n.key from energy.instrument n
           where n.meter_id = m.id and (n.from_at is null or n.from_at < (${day}::date + 1)::timestamp at time zone 'Asia/Shanghai')
           order by n.from_at desc nulls last limit 1) i on true
        left join energy.day d on (d.node_id, d.meter_id, d.day) = (m.node_id, m.id, ${day}::date) and d.count > 0
       where m.building_id = ${id} and m.valid_from <= ${day}::date and (m.valid_to is null or m.valid_to >= ${day}::date)
       order by 2, m.id`);
    return { unit: building.unit, building: id, name: building.name, day, meters };
  },
  at: ({ unit }) => ({ unit }),
});
