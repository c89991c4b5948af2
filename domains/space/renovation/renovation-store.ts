import { type Id, newId, saves, searchPieces, sql, type Tx } from '@opengoa/kernel';
import { attachFiles } from '@opengoa/kernel/files';
import {
  BudgetRaised,
  RenovationAccepted,
  RenovationApproved,
  RenovationBegun,
  RenovationCancelled,
  RenovationProposed,
  RenovationRefused,
  SpendingRecorded,
  SpendingStruck,
} from './contract.ts';
import type { Renovation } from './renovation.ts';

const columns = sql`
  id, unit_id as unit, building_id as building, name, kind, state, what, budget_fen as "budgetFen", source, paper, from_day as "from", to_day as "to",
  contractor, contract_fen as "contractFen", begun_on as "begunOn", accepted_on as "acceptedOn", said, asked_by as "askedBy", asked_name as "askedName",
  decided_name as "decidedName", version`;

export const findRenovation = (tx: Tx, id: Id) =>
  tx.one<Renovation>(sql`select ${columns} from space.renovation where id = ${id}`);
export const lockRenovation = (tx: Tx, id: Id) =>
  tx.one<Renovation>(sql`select ${columns} from space.renovation where id = ${id} for update`);

export interface WorksRoom {
  readonly id: Id;
  readonly unit: Id;
  readonly building: Id;
  /** 楼 and number. */
  readonly name: string;
  readonly areaM2: number;
  readonly state: string;
}
const roomColumns = sql`r.id, r.unit_id as unit, r.building_id as building, concat_ws(' ', b.name, r.number) as name, r.area_m2::float8 as "areaM2", r.state`;
const fromRooms = sql`from space.room r left join space.building b on (b.node_id, b.id) = (r.node_id, r.building_id)`;
export const roomsNamed = (tx: Tx, rooms: readonly Id[]) =>
  tx.rows<WorksRoom>(
    sql`select ${roomColumns} ${fromRooms} where r.id = any (${[...rooms]}::uuid[]) order by name, r.id`,
  );
export const roomsOfWorks = (tx: Tx, works: Id) =>
  tx.rows<WorksRoom>(sql`
    select ${roomColumns} ${fromRooms} join space.renovation_room x on (x.node_id, x.room_id) = (r.node_id, r.id)
     where x.renovation_id = ${works} order by name, r.id`);

/** What was spent on the works, struck entries left out. Fen. */
export const spentOn = async (tx: Tx, works: Id): Promise<number> =>
  (
    await tx.one<{ spent: number }>(sql`
      select coalesce(sum(amount_fen), 0)::float8 as spent from space.spending where renovation_id = ${works} and struck is null`)
  ).spent;

export const isInvoiceEntered = async (tx: Tx, works: Id, receipt: string): Promise<boolean> =>
  (
    await tx.rows(
      sql`select 1 from space.spending where renovation_id = ${works} and receipt = ${receipt} and struck is null`,
    )
  ).length > 0;

export const lockSpending = (tx: Tx, id: Id) =>
  tx.one<{ id: Id; unit: Id; works: Id; amountFen: number; day: string; struck: string | null }>(sql`
    select id, unit_id as unit, renovation_id as works, amount_fen as "amountFen", day, struck from space.spending where id = ${id} for update`);

/** Rooms are again what they were before the works; one that was given to somebody meanwhile is in use. */
const giveBack = (tx: Tx, works: Id, rooms: readonly Id[]) =>
  tx.run(sql`
    update space.room r
       set version = r.version + 1,
           state = case (select t.kind from space.tenure t where (t.node_id, t.room_id) = (r.node_id, r.id) and t.to_day is null)
                     when 'kept' then space.idle_state(r.use) when 'allotted' then 'in-use' when 'lent' then 'in-use'
                     else case x.was when 'vacant' then space.idle_state(r.use) else x.was end end
      from space.renovation_room x
     where (x.node_id, x.room_id) = (r.node_id, r.id) and x.renovation_id = ${works} and x.was is not null
       and r.id = any (${[...rooms]}::uuid[]) and r.state = 'under-repair'`);

export const renovationSaves = [
  saves(RenovationProposed, async (tx, { object, unit, body }, { actor }) => {
    await tx.run(sql`
      insert into space.renovation (id, unit_id, building_id, name, kind, state, what, budget_fen, source, paper, from_day, to_day, asked_by, asked_name, search)
      values (${object.id}, ${unit}, ${body.building}, ${body.name}, ${body.kind}, 'proposed', ${body.what}, ${body.budgetFen}, ${body.source}, ${body.paper},
              ${body.from}, ${body.to}, ${actor.person}, ${actor.name}, ${searchPieces(body.name, body.what, body.paper)})`);
    for (const room of body.rooms)
      await tx.run(
        sql`insert into space.renovation_room (id, unit_id, renovation_id, room_id) values (${newId()}, ${unit}, ${object.id}, ${room})`,
      );
  }),
  saves(RenovationApproved, (tx, { object, body }, { actor }) =>
    tx.run(sql`
      update space.renovation set state = 'approved', decided_name = ${actor.name}, said = ${body.opinion}, version = version + 1 where id = ${object.id}`),
  ),
  saves(RenovationRefused, (tx, { object, body }, { actor }) =>
    tx.run(sql`
      update space.renovation set state = 'refused', decided_name = ${actor.name}, said = ${body.opinion}, version = version + 1 where id = ${object.id}`),
  ),
  saves(BudgetRaised, (tx, { object, body }) =>
    tx.run(sql`
      update space.renovation set budget_fen = ${body.budgetFen}, paper = ${body.paper}, version = version + 1 where id = ${object.id}`),
  ),
  saves(RenovationBegun, async (tx, { object, body }) => {
    await tx.run(sql`
      update space.renovation set state = 'under-way', begun_on = ${body.on}, contractor = ${body.contractor}, contract_fen = ${body.contractFen},
             version = version + 1 where id = ${object.id}`);
    await tx.run(sql`
      update space.renovation_room x set was = r.state from space.room r
       where (r.node_id, r.id) = (x.node_id, x.room_id) and x.renovation_id = ${object.id}`);
    await tx.run(
      sql`update space.room set state = 'under-repair', version = version + 1 where id = any (${body.rooms}::uuid[])`,
    );
  }),
  saves(SpendingRecorded, async (tx, { id, object, unit, body }, { actor }) => {
    await tx.run(sql`
      insert into space.spending (id, unit_id, renovation_id, day, amount_fen, receipt, note, entered_name)
      values (${id}, ${unit}, ${object.id}, ${body.day}, ${body.amountFen}, ${body.receipt}, ${body.note}, ${actor.name})`);
    await attachFiles(tx, object, body.files);
  }),
  saves(SpendingStruck, (tx, { body }) =>
    tx.run(sql`update space.spending set struck = ${body.why} where id = ${body.spending}`),
  ),
  saves(RenovationAccepted, async (tx, { object, body }) => {
    await tx.run(sql`
      update space.renovation set state = 'accepted', accepted_on = ${body.on}, said = ${body.opinion}, version = version + 1 where id = ${object.id}`);
    await attachFiles(tx, object, body.files);
    await giveBack(tx, object.id, body.rooms);
  }),
  saves(RenovationCancelled, async (tx, { object, body }) => {
    await tx.run(
      sql`update space.renovation set state = 'cancelled', said = ${body.why}, version = version + 1 where id = ${object.id}`,
    );
    await giveBack(tx, object.id, body.rooms);
  }),
];
