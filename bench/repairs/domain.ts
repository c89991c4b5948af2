import { bigrams, room, saves, sql } from '@opengoa/kernel';
import { RepairReported } from './contract.ts';
import { repairDesk, repairs } from './repair-list.ts';
import { repairSheet } from './repair-sheet.ts';
import { reportRepair } from './report-repair.ts';

/** An array within an array of text, as the database reads it. */
const arrayText = (texts: readonly string[]): string => `{${texts.map((each) => JSON.stringify(each)).join(',')}}`;

/** The room in which the figures are measured: one table, one verb, one ledger. The program does not find it; `bench/` adds it. */
export default room(import.meta.dirname, {
  name: 'repairs',
  title: { zh: '报修', en: 'Repairs' },
  verbs: [reportRepair],
  reads: [repairs, repairDesk],
  saves: [
    saves(
      RepairReported,
      (tx, { object, unit, body }, { now, actor }) =>
        tx.run(sql`
        insert into repairs.repair (id, unit_id, person_id, number, title, place, kind, urgency, state, reported_at, due_on, search)
        values (${object.id}, ${unit}, ${actor.person}, ${body.number}, ${body.title}, ${body.place}, ${body.kind}, ${body.urgency}, 'reported',
                ${now}, ${body.dueOn}, ${bigrams(body.number, body.title, body.place)}::text[])`),
      (tx, facts, { now, actor }) =>
        tx.run(sql`
        insert into repairs.repair (id, unit_id, person_id, number, title, place, kind, urgency, state, reported_at, due_on, search)
        select r.id, r.unit, ${actor.person}, r.number, r.title, r.place, r.kind, r.urgency, 'reported', ${now}, r.due_on, r.search::text[]
          from unnest(${facts.map(({ object }) => object.id)}::uuid[], ${facts.map(({ unit }) => unit)}::uuid[],
                      ${facts.map(({ body }) => body.number)}::text[], ${facts.map(({ body }) => body.title)}::text[],
                      ${facts.map(({ body }) => body.place)}::text[], ${facts.map(({ body }) => body.kind)}::text[],
                      ${facts.map(({ body }) => body.urgency)}::text[], ${facts.map(({ body }) => body.dueOn)}::date[],
                      ${facts.map(({ body }) => arrayText(bigrams(body.number, body.title, body.place)))}::text[])
            as r (id, unit, number, title, place, kind, urgency, due_on, search)`),
    ),
  ],
  sheets: [repairSheet],
  refusals: {
    'unit-closed': { zh: '该单位已撤销,不能报修。', en: 'The unit is closed.' },
  },
});
