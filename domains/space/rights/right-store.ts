import { type Id, saves, searchPieces, sql, type Tx } from '@opengoa/kernel';
import { DisputeOpened, DisputeSettled, RightEnded, RightRecorded } from './contract.ts';

export interface Right {
  readonly id: Id;
  readonly unit: Id;
  readonly building: Id;
  readonly from: string;
  readonly to: string | null;
  readonly version: number;
}
export interface Dispute {
  readonly id: Id;
  readonly unit: Id;
  readonly building: Id;
  readonly openedOn: string;
  readonly settledOn: string | null;
  readonly version: number;
}

export const lockRight = (tx: Tx, id: Id) =>
  tx.one<Right>(sql`
    select id, unit_id as unit, building_id as building, from_day::text as "from", to_day::text as "to", version from space.right_ where id = ${id} for update`);
export const lockDispute = (tx: Tx, id: Id) =>
  tx.one<Dispute>(sql`
    select id, unit_id as unit, building_id as building, opened_on::text as "openedOn", settled_on::text as "settledOn", version
      from space.dispute where id = ${id} for update`);

/** This holder has a right of this kind in the building that has not ended. */
export const standsAlready = async (tx: Tx, building: Id, kind: string, holder: string): Promise<boolean> =>
  (
    await tx.rows(
      sql`select 1 from space.right_ where building_id = ${building} and kind = ${kind} and holder = ${holder} and to_day is null`,
    )
  ).length > 0;

export const rightOf = ({ id }: { readonly id: Id }) => ({ kind: 'space.right', id });
export const disputeOf = ({ id }: { readonly id: Id }) => ({ kind: 'space.dispute', id });

export const rightSaves = [
  saves(RightRecorded, (tx, { object, unit, body }) =>
    tx.run(sql`
      insert into space.right_ (id, unit_id, building_id, kind, holder, holder_unit_id, certificate, from_day, paper, note, search)
      values (${object.id}, ${unit}, ${body.building}, ${body.kind}, ${body.holder}, ${body.holderUnit}, ${body.certificate}, ${body.from},
              ${body.paper}, ${body.note}, ${searchPieces(body.holder, body.certificate, body.paper)})`),
  ),
  saves(RightEnded, (tx, { object, body }) =>
    tx.run(sql`
      update space.right_ set to_day = ${body.day}, end_paper = ${body.paper}, version = version + 1 where id = ${object.id}`),
  ),
  saves(DisputeOpened, (tx, { object, unit, body }) =>
    tx.run(sql`
      insert into space.dispute (id, unit_id, building_id, opened_on, against, about)
      values (${object.id}, ${unit}, ${body.building}, ${body.day}, ${body.against}, ${body.about})`),
  ),
  saves(DisputeSettled, (tx, { object, body }) =>
    tx.run(sql`
      update space.dispute set settled_on = ${body.day}, outcome = ${body.outcome}, version = version + 1 where id = ${object.id}`),
  ),
];
