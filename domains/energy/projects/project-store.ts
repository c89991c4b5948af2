import { type Id, saves, sql, type Tx } from '@opengoa/kernel';
import {
  ProjectAccepted,
  ProjectChanged,
  ProjectEnded,
  ProjectPlanned,
  ProjectSettled,
  ProjectStarted,
  type SettlementInputs,
  type Terms,
} from './contract.ts';
import type { Project } from './project.ts';

const columns = sql`
  id, unit_id as unit, name, kind, measures, contractor, investment_fen as "investmentFen", contract_from as "contractFrom", contract_to as "contractTo",
  share_percents::float8[] as "sharePercents", guaranteed, yearly_fee_fen as "yearlyFeeFen", baseline_from as "baselineFrom",
  baseline_to as "baselineToExclusive", document, carrier, measure, meters, reporting_from as "reportingFrom", state, said, version`;

export const findProject = (tx: Tx, id: Id) =>
  tx.one<Project>(sql`select ${columns} from energy.project where id = ${id}`);
export const lockProject = (tx: Tx, id: Id) =>
  tx.one<Project>(sql`select ${columns} from energy.project where id = ${id} for update`);
export const isProjectNameTaken = async (tx: Tx, unit: Id, name: string, other: Id | null = null): Promise<boolean> =>
  (
    await tx.rows(sql`
      select 1 from energy.project where unit_id = ${unit} and name = ${name} and (${other}::uuid is null or id <> ${other}::uuid)`)
  ).length > 0;

export interface Settlement {
  readonly id: Id;
  readonly from: string;
  readonly toExclusive: string;
  readonly inputs: SettlementInputs;
  readonly payableFen: number;
  readonly document: string;
  readonly settledName: string;
  readonly settledAt: Date;
}

export const settlementsOf = (tx: Tx, project: Id) =>
  tx.rows<Settlement>(sql`
    select id, from_day as "from", to_day as "toExclusive", inputs, payable_fen as "payableFen", document, settled_name as "settledName",
           settled_at as "settledAt"
      from energy.settlement where project_id = ${project} order by from_day, id`);

const terms = (body: Terms) => sql`
  name = ${body.name}, kind = ${body.kind}, measures = ${body.measures}, contractor = ${body.contractor}, investment_fen = ${body.investmentFen},
  contract_from = ${body.contractFrom}, contract_to = ${body.contractTo}, share_percents = ${[...body.sharePercents]}::numeric[],
  guaranteed = ${body.guaranteed}, yearly_fee_fen = ${body.yearlyFeeFen}, baseline_from = ${body.baselineFrom},
  baseline_to = ${body.baselineToExclusive}, document = ${body.document}`;

export const projectSaves = [
  saves(ProjectPlanned, (tx, { object, unit, body }) =>
    tx.run(sql`
      insert into energy.project (id, unit_id, name, kind, measures, contractor, investment_fen, contract_from, contract_to, share_percents, guaranteed,
                                  yearly_fee_fen, carrier, measure, meters, baseline_from, baseline_to, document, state)
      values (${object.id}, ${unit}, ${body.name}, ${body.kind}, ${body.measures}, ${body.contractor}, ${body.investmentFen}, ${body.contractFrom},
              ${body.contractTo}, ${[...body.sharePercents]}::numeric[], ${body.guaranteed}, ${body.yearlyFeeFen}, ${body.carrier}, ${body.measure},
              ${[...body.meters]}::uuid[], ${body.baselineFrom}, ${body.baselineToExclusive}, ${body.document}, 'planned')`),
  ),
  saves(ProjectChanged, (tx, { object, body }) =>
    tx.run(sql`update energy.project set ${terms(body)}, version = version + 1 where id = ${object.id}`),
  ),
  saves(ProjectStarted, (tx, { object, body }) =>
    tx.run(sql`
      update energy.project set state = 'running', reporting_from = ${body.from}, version = version + 1 where id = ${object.id}`),
  ),
  saves(ProjectAccepted, (tx, { object, body }) =>
    tx.run(
      sql`update energy.project set state = 'accepted', said = ${body.opinion}, version = version + 1 where id = ${object.id}`,
    ),
  ),
  saves(ProjectEnded, (tx, { object, body }) =>
    tx.run(
      sql`update energy.project set state = 'ended', said = ${body.why}, version = version + 1 where id = ${object.id}`,
    ),
  ),
  saves(ProjectSettled, (tx, { object, unit, body }, { actor, now }) =>
    tx.run(sql`
      insert into energy.settlement (id, unit_id, project_id, from_day, to_day, inputs, saved_fen, payable_fen, document, settled_name, settled_at)
      values (${body.settlement}, ${unit}, ${object.id}, ${body.from}, ${body.toExclusive}, ${JSON.stringify(body.inputs)}::jsonb,
              ${body.inputs.savedFen}, ${body.payableFen}, ${body.document}, ${actor.name}, ${now})`),
  ),
];
