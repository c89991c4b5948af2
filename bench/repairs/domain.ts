import { bigrams, room, saves, sql } from '@opengoa/kernel';
import { RepairReported } from './contract.ts';
import { repairDesk, repairs } from './repair-list.ts';
import { reportRepair } from './report-repair.ts';

/** The room in which the figures are measured: one table, one verb, one ledger. The program does not find it; `bench/` adds it. */
export default room(import.meta.dirname, {
  name: 'repairs',
  title: { zh: '报修', en: 'Repairs' },
  verbs: [reportRepair],
  reads: [repairs, repairDesk],
  saves: [
    saves(RepairReported, (tx, { object, unit, body }, { now, actor }) =>
      tx.run(sql`
        insert into repairs.repair (id, unit_id, person_id, number, title, place, kind, urgency, state, reported_at, due_on, search)
        values (${object.id}, ${unit}, ${actor.person}, ${body.number}, ${body.title}, ${body.place}, ${body.kind}, ${body.urgency}, 'reported',
                ${now}, ${body.dueOn}, ${bigrams(body.number, body.title, body.place)}::text[])`),
    ),
  ],
  refusals: {
    'unit-closed': { zh: '该单位已撤销,不能报修。', en: 'The unit is closed.' },
  },
});
