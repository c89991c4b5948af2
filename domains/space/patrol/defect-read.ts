import { read, sql } from '@opengoa/kernel';
import { z } from 'zod';
import { readers } from '../readers.ts';
import { DefectAnswer } from './contract.ts';
import { defectOffers } from './patrol.ts';

/** 巡检问题: where and what it is, until when it is put right. Whoever it is assigned to sees it without any ledger of rooms. */
export const oneDefect = read('space.defect', {
  title: { zh: '巡检问题', en: 'A defect' },
  query: z.strictObject({ id: z.uuid() }),
  answer: DefectAnswer,
  who: ['self', 'holder', ...readers],
  object: ({ id }) => id,
  fetch: (tx, { id }) =>
    tx.one<DefectAnswer>(sql`
      select f.id, f.unit_id as unit, b.name as building, f.room_id as room, f.place, f.kind, f.what, f.state, f.assigned_id as assigned,
             f.due_day::text as due, f.said, f.version
        from space.patrol_finding f
        left join space.patrol p on (p.node_id, p.id) = (f.node_id, f.patrol_id)
        left join space.building b on (b.node_id, b.id) = (p.node_id, p.building_id)
       where f.id = ${id}`),
  at: ({ id, unit, assigned }) => ({ unit, person: assigned, object: id }),
  moves: (defect) => defectOffers(defect),
});
