import { type Id, newId, saves, searchPieces, sql, type Sql, type Tx } from '@opengoa/kernel';
import {
  type Dimension,
  RectificationAnswered,
  RectificationRaised,
  RectificationVerified,
  RectificationWithdrawn,
  ServiceChecked,
  ServiceCheckCorrected,
  ServiceContractEnded,
  ServiceContractRefused,
  ServiceContractRegistered,
  ServiceContractSigned,
  type WeighedMark,
} from './contract.ts';
import type { Rectification, ServiceContract } from './service-contract.ts';

const columns = sql`
  id, unit_id as unit, number, state, supplier, from_day as "from", to_day as "to", annual_fee_fen as "annualFeeFen", array_to_json(dimensions) as dimensions,
  energy_targets as "energyTargets", note, asked_by as "askedBy", asked_name as "askedName", decided_name as "decidedName", said, ended_on as "endedOn",
  version`;
export const findContract = (tx: Tx, id: Id) =>
  tx.one<ServiceContract>(sql`select ${columns} from space.service_contract where id = ${id}`);
export const lockContract = (tx: Tx, id: Id) =>
  tx.one<ServiceContract>(sql`select ${columns} from space.service_contract where id = ${id} for update`);
export const contractsWhere = (tx: Tx, condition: Sql) =>
  tx.rows<ServiceContract>(
    sql`select ${columns} from space.service_contract where ${condition} order by to_day, id limit 2000`,
  );

export interface ServedBuilding {
  readonly id: Id;
  readonly unit: Id;
  readonly name: string;
}
export const buildingsNamed = (tx: Tx, buildings: readonly Id[]) =>
  tx.rows<ServedBuilding>(
    sql`select id, unit_id as unit, name from space.building where id = any (${[...buildings]}::uuid[]) and state <> 'disposed'`,
  );
/** The contract of the unit that has the number already. */
export const contractNumbered = (tx: Tx, unit: Id, number: string) =>
  tx.maybe<{ supplier: string }>(sql`
    select supplier from space.service_contract where unit_id = ${unit} and number = ${number} and state <> 'refused'`);

/** Is there an expense of these days, paid to the company for a building of the contract? */
export const isFeeRecorded = async (
  tx: Tx,
  { id, supplier }: Pick<ServiceContract, 'id' | 'supplier'>,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<boolean> =>
  (
    await tx.rows(sql`
      select 1 from space.expense e join space.service_contract_building x on (x.node_id, x.building_id) = (e.node_id, e.building_id)
       where x.contract_id = ${id} and e.kind = 'property' and e.struck is null and e.payee = ${supplier} and e.from_day <= ${to} and e.to_day >= ${from} limit 1`)
  ).length > 0;

export interface KeptCheck {
  readonly id: Id;
  readonly unit: Id;
  readonly contract: Id;
  /** `YYYY-MM` */
  readonly month: string;
  readonly edition: number;
  readonly current: boolean;
  readonly marks: WeighedMark[];
  readonly unmarked: Dimension[];
  readonly result: number | null;
  readonly below: boolean;
}
const checkColumns = sql`
  id, unit_id as unit, contract_id as contract, to_char(month, 'YYYY-MM') as month, edition, current, marks, array_to_json(unmarked) as unmarked,
  result::float8 as result, below`;
export const lockCheck = (tx: Tx, id: Id) =>
  tx.one<KeptCheck>(sql`select ${checkColumns} from space.service_check where id = ${id} for update`);
export const checkOfMonth = (tx: Tx, contract: Id, month: string) =>
  tx.maybe<{ id: Id }>(
    sql`select id from space.service_check where contract_id = ${contract} and month = ${`${month}-01`} and current`,
  );
/** The last edition of each month, the oldest month first; the last ten years. */
export const checksOf = async (tx: Tx, contract: Id): Promise<KeptCheck[]> =>
  (
    await tx.rows<KeptCheck>(
      sql`select ${checkColumns} from space.service_check where contract_id = ${contract} and current order by month desc limit 120`,
    )
  ).toReversed();

const rectificationColumns = sql`id, unit_id as unit, contract_id as contract, due_day as due, state, version`;
export const lockRectification = (tx: Tx, id: Id) =>
  tx.one<Rectification>(
    sql`select ${rectificationColumns} from space.service_rectification where id = ${id} for update`,
  );
export const rectificationOfMonth = (tx: Tx, contract: Id, month: string) =>
  tx.maybe<Rectification>(sql`
    select ${rectificationColumns} from space.service_rectification
     where contract_id = ${contract} and month = ${`${month}-01`} and state <> 'withdrawn' for update`);

interface CheckBody {
  readonly check: Id;
  readonly month: string;
  readonly edition: number;
  readonly marks: readonly WeighedMark[];
  readonly unmarked: readonly Dimension[];
  readonly result: number | null;
  readonly below: boolean;
}
const keepCheck = (
  tx: Tx,
  { contract, unit, why }: { contract: Id; unit: Id | null; why: string },
  body: CheckBody,
  { actor, now }: { readonly actor: { readonly name: string }; readonly now: Date },
) =>
  tx.run(sql`
    insert into space.service_check (id, unit_id, contract_id, month, edition, current, why, marks, unmarked, result, below, checked_name, checked_at)
    values (${body.check}, ${unit}, ${contract}, ${`${body.month}-01`}, ${body.edition}, true, ${why}, ${JSON.stringify(body.marks)}::jsonb,
            ${[...body.unmarked]}::text[], ${body.result}, ${body.below}, ${actor.name}, ${now})`);

export const propertySaves = [
  saves(ServiceContractRegistered, async (tx, { object, unit, body }, { actor }) => {
    await tx.run(sql`
      insert into space.service_contract (id, unit_id, number, state, supplier, from_day, to_day, annual_fee_fen, dimensions, energy_targets, note, asked_by,
                                          asked_name, search)
      values (${object.id}, ${unit}, ${body.number}, 'draft', ${body.supplier}, ${body.from}, ${body.to}, ${body.annualFeeFen},
              ${[...body.dimensions]}::text[], ${body.energyTargets}, ${body.note}, ${actor.person}, ${actor.name},
              ${searchPieces(body.number, body.supplier, body.note)})`);
    for (const building of body.buildings)
      await tx.run(
        sql`insert into space.service_contract_building (id, unit_id, contract_id, building_id) values (${newId()}, ${unit}, ${object.id}, ${building})`,
      );
  }),
  saves(ServiceContractSigned, (tx, { object, body }, { actor }) =>
    tx.run(sql`
      update space.service_contract set state = 'in-force', decided_name = ${actor.name}, said = ${body.opinion}, version = version + 1 where id = ${object.id}`),
  ),
  saves(ServiceContractRefused, (tx, { object, body }, { actor }) =>
    tx.run(sql`
      update space.service_contract set state = 'refused', decided_name = ${actor.name}, said = ${body.opinion}, version = version + 1 where id = ${object.id}`),
  ),
  saves(ServiceContractEnded, async (tx, { object, body }) => {
    await tx.run(sql`
      update space.service_contract set state = 'ended', ended_on = ${body.on}, said = ${body.why}, version = version + 1 where id = ${object.id}`);
    await tx.run(
      sql`update space.service_contract_amendment set state = 'withdrawn' where contract_id = ${object.id} and state = 'proposed'`,
    );
  }),
  saves(ServiceChecked, (tx, { object, unit, body }, context) =>
    keepCheck(tx, { contract: object.id, unit, why: '' }, body, context),
  ),
  saves(ServiceCheckCorrected, async (tx, { object, unit, body }, context) => {
    await tx.run(sql`update space.service_check set current = false where id = ${body.corrects}`);
    await keepCheck(tx, { contract: object.id, unit, why: body.why }, body, context);
  }),
  saves(RectificationRaised, (tx, { object, unit, body }) =>
    tx.run(sql`
      insert into space.service_rectification (id, unit_id, contract_id, month, what, due_day, state)
      values (${object.id}, ${unit}, ${body.contract}, ${`${body.month}-01`}, ${body.what}, ${body.due}, 'open')`),
  ),
  saves(RectificationWithdrawn, (tx, { object, body }) =>
    tx.run(
      sql`update space.service_rectification set state = 'withdrawn', said = ${body.why}, version = version + 1 where id = ${object.id}`,
    ),
  ),
  saves(RectificationAnswered, (tx, { object, body }, { today }) =>
    tx.run(sql`
      update space.service_rectification set state = 'answered', answer = ${body.answer}, answered_on = ${today}, version = version + 1 where id = ${object.id}`),
  ),
  saves(RectificationVerified, (tx, { object, body }) =>
    tx.run(sql`
      update space.service_rectification
         set state = ${body.good ? 'closed' : 'open'}, said = ${body.said}, due_day = ${body.due}, sent_back = sent_back + ${body.good ? 0 : 1},
             version = version + 1
       where id = ${object.id}`),
  ),
];
