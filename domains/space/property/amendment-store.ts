import { type Id, newId, saves, sql, type Tx } from '@opengoa/kernel';
import { addDays } from '@opengoa/kernel/calendar';
import {
  ContractAmendmentProposed,
  ContractAmendmentRefused,
  type Dimension,
  ServiceContractAmended,
} from './contract.ts';
import type { SignedAmendment } from './editions.ts';
import type { ServiceContract } from './service-contract.ts';

/** 补充协议 of a contract. */
export interface Amendment extends SignedAmendment {
  readonly id: Id;
  readonly paper: string;
  readonly why: string;
  readonly to: string;
  readonly annualFeeFen: number;
  readonly dimensions: Dimension[];
  readonly buildings: Id[];
  readonly energyTargets: string;
  readonly askedBy: Id | null;
  readonly askedName: string;
  readonly decidedName: string | null;
  readonly decidedOn: string | null;
  readonly said: string;
}
const columns = sql`
  id, paper, why, from_day::text as "from", to_day::text as "to", annual_fee_fen::float8 as "annualFeeFen", array_to_json(dimensions) as dimensions,
  array_to_json(buildings) as buildings, energy_targets as "energyTargets", asked_by as "askedBy", asked_name as "askedName", decided_name as "decidedName",
  decided_on::text as "decidedOn", said,
  json_build_object('to', was_to_day, 'annualFeeFen', was_annual_fee_fen, 'dimensions', was_dimensions, 'energyTargets', was_energy_targets) as was`;

/** Signed, by their first day. */
export const signedAmendments = (tx: Tx, contract: Id) =>
  tx.rows<Amendment>(sql`
    select ${columns} from space.service_contract_amendment where contract_id = ${contract} and state = 'signed' order by from_day`);
export const proposedAmendment = (tx: Tx, contract: Id) =>
  tx.maybe<Amendment>(sql`
    select ${columns} from space.service_contract_amendment where contract_id = ${contract} and state = 'proposed'`);

export interface ServedStretch {
  readonly id: Id;
  readonly unit: Id;
  readonly name: string;
  /** Null: from the contract's first day. */
  readonly from: string | null;
  /** Null: until its last day. */
  readonly to: string | null;
}
/** The buildings with the days they are served. */
export const servedStretches = (tx: Tx, contract: Id) =>
  tx.rows<ServedStretch>(sql`
    select b.id, b.unit_id as unit, b.name, x.from_day::text as "from", x.to_day::text as "to"
      from space.building b join space.service_contract_building x on (x.node_id, x.building_id) = (b.node_id, b.id)
     where x.contract_id = ${contract} order by b.name, b.id`);
/** What is served between two days. */
export const servedBetween = (stretches: readonly ServedStretch[], first: string, last: string) => [
  ...new Map(
    stretches
      .filter(({ from, to }) => (from ?? '') <= last && (to ?? '9999-12-31') >= first)
      .map(({ id, name }) => [id, { id, name }]),
  ).values(),
];

/** The last day of which fee or service is settled: of the last month checked, or of what was paid to the company up to today. */
export const settledUntil = async (
  tx: Tx,
  { id, supplier, from }: Pick<ServiceContract, 'id' | 'supplier' | 'from'>,
  today: string,
): Promise<string | null> =>
  (
    await tx.one<{ day: string | null }>(sql`
      select greatest(
        (select (max(s.month) + interval '1 month' - interval '1 day')::date from space.service_check s where s.contract_id = ${id} and s.current),
        (select max(least(e.to_day, ${today}::date)) from space.expense e
           join space.service_contract_building x on (x.node_id, x.building_id) = (e.node_id, e.building_id)
          where x.contract_id = ${id} and e.kind = 'property' and e.struck is null and e.payee = ${supplier}
            and e.from_day <= ${today}::date and e.to_day >= ${from}::date))::text as day`)
  ).day;

export const amendmentSaves = [
  saves(ContractAmendmentProposed, async (tx, { object, unit, body }, { actor }) => {
    await tx.run(sql`
      insert into space.service_contract_amendment
             (id, unit_id, contract_id, state, paper, why, from_day, to_day, annual_fee_fen, dimensions, buildings, energy_targets, asked_by, asked_name)
      values (${body.amendment}, ${unit}, ${object.id}, 'proposed', ${body.paper}, ${body.why}, ${body.from}, ${body.to}, ${body.annualFeeFen},
              ${[...body.dimensions]}::text[], ${[...body.buildings]}::uuid[], ${body.energyTargets}, ${actor.person}, ${actor.name})`);
    await tx.run(sql`update space.service_contract set version = version + 1 where id = ${object.id}`);
  }),
  saves(ServiceContractAmended, async (tx, { object, unit, body }, { actor, today }) => {
    const { was } = body;
    await tx.run(sql`
      update space.service_contract_amendment
         set state = 'signed', decided_name = ${actor.name}, decided_on = ${today}, said = ${body.opinion}, was_to_day = ${was.to},
             was_annual_fee_fen = ${was.annualFeeFen}, was_dimensions = ${[...was.dimensions]}::text[], was_energy_targets = ${was.energyTargets}
       where id = ${body.amendment}`);
    await tx.run(sql`
      update space.service_contract
         set to_day = ${body.to}, annual_fee_fen = ${body.annualFeeFen}, dimensions = ${[...body.dimensions]}::text[], energy_targets = ${body.energyTargets},
             version = version + 1
       where id = ${object.id}`);
    await tx.run(sql`
      update space.service_contract_building set to_day = ${addDays(body.from, -1)}
       where contract_id = ${object.id} and to_day is null and building_id <> all (${[...body.buildings]}::uuid[])`);
    for (const building of body.buildings.filter((each) => !was.buildings.includes(each)))
      await tx.run(sql`
        insert into space.service_contract_building (id, unit_id, contract_id, building_id, from_day)
        values (${newId()}, ${unit}, ${object.id}, ${building}, ${body.from})`);
  }),
  saves(ContractAmendmentRefused, async (tx, { object, body }, { actor, today }) => {
    await tx.run(sql`
      update space.service_contract_amendment
         set state = 'refused', decided_name = ${actor.name}, decided_on = ${today}, said = ${body.opinion} where id = ${body.amendment}`);
    await tx.run(sql`update space.service_contract set version = version + 1 where id = ${object.id}`);
  }),
];
