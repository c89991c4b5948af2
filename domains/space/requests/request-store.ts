import { type FactDraft, type Id, saves, searchPieces, sql, type Sql, type Tx } from '@opengoa/kernel';
import {
  RequestApproved,
  RequestAsked,
  RequestRefused,
  RequestRevised,
  RequestSentBack,
  RequestWithdrawn,
  type Way,
  WayChosen,
  WayRuledOut,
} from './contract.ts';
import type { RoomRequest } from './request.ts';

const columns = sql`
  id, unit_id as unit, asker_id as asker, asker_name as "askerName", number, state, purpose, people, need_m2::float8 as "needM2", use_group as "group", zone,
  wanted_by::text as "wantedBy", building_id as building, note, basis, way, said, requested_at as "requestedAt", version`;

export const findRequest = (tx: Tx, id: Id) =>
  tx.one<RoomRequest>(sql`select ${columns} from space.request where id = ${id}`);
export const lockRequest = (tx: Tx, id: Id) =>
  tx.one<RoomRequest>(sql`select ${columns} from space.request where id = ${id} for update`);

export interface RuledOut {
  readonly way: Way;
  readonly reason: string;
  readonly lot: string;
  readonly unfit: string;
  readonly saidName: string;
  readonly saidAt: Date;
}
export const ruledOutOf = (tx: Tx, request: Id) =>
  tx.rows<RuledOut>(sql`
    select way, reason, lot, unfit, said_name as "saidName", said_at as "saidAt" from space.request_way where request_id = ${request} order by said_at`);

/** The task of whoever looks for rooms; tasks of approval belong to the case. */
export const findOpenTask = (tx: Tx, request: Id) =>
  tx.maybe<{ id: Id }>(
    sql`select id from kernel.task where object_id = ${request} and case_id is null and state = 'open' limit 1`,
  );

/** The next number of a year, under its row's lock; a refused act gives it back. */
export async function nextNumber(tx: Tx, series: 'SR' | 'SL', year: number): Promise<number> {
  const { last } = await tx.one<{ last: number }>(sql`
    insert into space.paper_number as n (series, year, last) values (${series}, ${year}, 1)
    on conflict (node_id, series, year) do update set last = n.last + 1 returning last`);
  return last;
}

const move = (tx: Tx, { object }: Pick<FactDraft, 'object'>, more: Sql) =>
  tx.run(sql`update space.request set ${more}, version = version + 1 where id = ${object.id}`);

export const requestSaves = [
  saves(RequestAsked, (tx, { object, unit, body }, { now }) =>
    tx.run(sql`
      insert into space.request (id, unit_id, asker_id, asker_name, number, state, purpose, people, need_m2, use_group, zone, wanted_by, building_id, note,
                                 basis, requested_at, search)
      values (${object.id}, ${unit}, ${body.asker}, ${body.askerName}, ${body.number}, 'requested', ${body.purpose}, ${body.people}, ${body.needM2},
              ${body.group}, ${body.zone}, ${body.wantedBy}, ${body.building}, ${body.note}, ${JSON.stringify(body.basis)}::jsonb, ${now},
              ${searchPieces(body.number, body.purpose, body.askerName)})`),
  ),
  saves(RequestRevised, (tx, fact) => {
    const { purpose, people, needM2, group, zone, wantedBy, building, note, basis } = fact.body;
    return move(
      tx,
      fact,
      sql`state = 'requested', purpose = ${purpose}, people = ${people}, need_m2 = ${needM2}, use_group = ${group}, zone = ${zone},
          wanted_by = ${wantedBy}, building_id = ${building}, note = ${note}, basis = ${JSON.stringify(basis)}::jsonb`,
    );
  }),
  saves(RequestApproved, (tx, fact) => move(tx, fact, sql`state = 'deciding'`)),
  saves(RequestRefused, (tx, fact, { now }) =>
    move(tx, fact, sql`state = 'refused', said = ${fact.body.opinion}, decided_at = ${now}`),
  ),
  saves(RequestSentBack, (tx, fact) => move(tx, fact, sql`state = 'sent-back', said = ${fact.body.opinion}`)),
  saves(RequestWithdrawn, (tx, fact, { now }) =>
    move(tx, fact, sql`state = 'withdrawn', said = ${fact.body.opinion}, decided_at = ${now}`),
  ),
  saves(WayRuledOut, async (tx, fact, { actor, now }) => {
    await tx.run(sql`
      insert into space.request_way (request_id, unit_id, asker_id, way, reason, lot, unfit, said_name, said_at)
      values (${fact.object.id}, ${fact.unit}, ${fact.body.asker}, ${fact.body.way}, ${fact.body.reason},
              ${fact.body.lot}, ${fact.body.unfit}, ${actor.name}, ${now})`);
    await move(tx, fact, sql`state = state`);
  }),
  saves(WayChosen, (tx, fact, { now }) =>
    move(
      tx,
      fact,
      sql`state = 'handed-on', way = ${fact.body.way}, said = ${`${fact.body.paper} ${fact.body.said}`.trim()}, decided_at = ${now}`,
    ),
  ),
];
