import { type Id, saves, searchPieces, sql, type Tx } from '@opengoa/kernel';
import {
  ShortfallSettled,
  TransferArrived,
  TransferCancelled,
  TransferDrawn,
  TransferPacked,
  TransferReceived,
  TransferSent,
  TransferSigned,
} from './contract.ts';
import type { TransferSides } from './transfer.ts';

export interface Transfer extends TransferSides {
  readonly id: Id;
  readonly number: string;
  readonly match: Id | null;
  /** Who signed for either side. */
  readonly giverBy: Id | null;
  readonly receiverBy: Id | null;
  readonly version: number;
}
export interface TransferLine {
  readonly id: Id;
  readonly card: Id;
  readonly sentCard: Id | null;
  readonly name: string;
  readonly quantity: number;
  readonly valueFen: number;
  readonly condition: 'new' | 'good' | 'worn' | 'repairable' | 'unusable';
  readonly received: number | null;
  readonly missingCard: Id | null;
}
export const lockTransfer = (tx: Tx, id: Id) =>
  tx.one<Transfer>(sql`
    select id, unit_id as unit, to_unit as to, number, match_id as match, state, giver_name as "giverName", receiver_name as "receiverName",
           giver_by as "giverBy", receiver_by as "receiverBy", version
      from assets.transfer where id = ${id} for update`);
export const linesOf = (tx: Tx, id: Id) =>
  tx.rows<TransferLine>(sql`
    select id, card_id as card, sent_card as "sentCard", name, quantity, value_fen as "valueFen", condition, received, missing_card as "missingCard"
      from assets.transfer_line where transfer_id = ${id} order by number, id`);

/** Some pieces of a batch under a card of their own; what is left stays. Value goes with the pieces, all else is alike. */
async function split(
  tx: Tx,
  { from, to, number, quantity, valueFen }: { from: Id; to: Id; number: string; quantity: number; valueFen: number },
): Promise<void> {
  await tx.run(sql`
    insert into assets.card (id, unit_id, number, name, class, model, brand, serial, measure, quantity, value_fen, value_kind, acquired_by, acquired_on,
                             booked_on, voucher, supplier, purchase_form, budget_item, funds, warranty_until, life_years, department_id, user_id, keeper_id,
                             room_id, place, state, condition, item, seen_at, note, search, handed_to, handed_unit, handed_paper)
    select ${to}, unit_id, ${number}, name, class, model, brand, '', measure, ${quantity}, ${valueFen}, value_kind, acquired_by, acquired_on, booked_on,
           voucher, supplier, purchase_form, budget_item, funds, warranty_until, life_years, department_id, null, keeper_id, room_id, place, state,
           condition, item, seen_at, note, search, handed_to, handed_unit, handed_paper
      from assets.card where id = ${from}`);
  await tx.run(sql`
    update assets.card set quantity = quantity - ${quantity}, value_fen = value_fen - ${valueFen}, version = version + 1 where id = ${from}`);
}

const step = (tx: Tx, id: Id, state: string) =>
  tx.run(sql`update assets.transfer set state = ${state}, version = version + 1 where id = ${id}`);

export const transferSaves = [
  saves(TransferDrawn, async (tx, { object, unit, body }, { actor, today }) => {
    await tx.run(sql`
      insert into assets.transfer (id, unit_id, to_unit, number, match_id, why, document, state, day, made_name, search)
      values (${object.id}, ${unit}, ${body.to}, ${body.number}, ${body.match}, ${body.why}, ${body.document}, 'drawn', ${today}, ${actor.name},
              ${searchPieces(body.number, ...body.lines.map(({ name }) => name).slice(0, 5))})`);
    await tx.run(sql`
      insert into assets.transfer_line (id, unit_id, to_unit, transfer_id, card_id, number, name, model, measure, quantity, value_fen, accumulated_fen, condition)
      select id, ${unit}, ${body.to}, ${object.id}, card, number, name, model, measure, quantity, "valueFen", "accumulatedFen", condition
        from json_to_recordset(${JSON.stringify(body.lines)}::json) as r (
             id uuid, card uuid, number text, name text, model text, measure text, quantity int, "valueFen" bigint, "accumulatedFen" bigint, condition text)`);
    // A card that is drawn up stands for this paper; nobody hands it to somebody else meanwhile.
    await tx.run(sql`
      update assets.card set handed_paper = ${object.id}, version = version + 1 where id = any (${body.lines.map(({ card }) => card)}::uuid[])`);
    if (body.match !== null)
      await tx.run(sql`update assets.match set state = 'done', version = version + 1 where id = ${body.match}`);
  }),
  saves(TransferSigned, (tx, { object, body }, { actor, now }) =>
    body.side === 'giver'
      ? tx.run(sql`
          update assets.transfer set giver_name = ${actor.name}, giver_by = ${actor.person}, giver_at = ${now}, state = ${body.both ? 'signed' : 'drawn'}, version = version + 1
           where id = ${object.id}`)
      : tx.run(sql`
          update assets.transfer set receiver_name = ${actor.name}, receiver_by = ${actor.person}, receiver_at = ${now}, state = ${body.both ? 'signed' : 'drawn'}, version = version + 1
           where id = ${object.id}`),
  ),
  saves(TransferPacked, async (tx, { object }, { now }) => {
    await step(tx, object.id, 'packed');
    await tx.run(sql`update assets.transfer set packed_at = ${now} where id = ${object.id}`);
  }),
  saves(TransferSent, async (tx, { object, body }, { now }) => {
    await step(tx, object.id, 'on-the-way');
    await tx.run(sql`
      update assets.transfer set carrier = ${body.carrier}, transport_fen = ${body.transportFen}, sent_at = ${now} where id = ${object.id}`);
    for (const line of body.lines) {
      if (line.split) {
        await split(tx, { from: line.card, to: line.sent, ...line.split });
        await tx.run(sql`update assets.card set handed_paper = null where id = ${line.card}`);
      }
      await tx.run(
        sql`update assets.transfer_line set sent_card = ${line.sent}, fitted = ${line.fitted ?? ''} where id = ${line.line}`,
      );
      // From here on the receiver may take it into its ledger; until then it stands in the giver's.
      await tx.run(sql`
        update assets.card set handed_unit = ${body.to}, handed_paper = ${object.id}, version = version + 1 where id = ${line.sent}`);
      // What the receiver's plan had taken has left the store by this.
      if (body.match === null)
        await tx.run(sql`
          update assets.claim c set state = 'ended', version = c.version + 1 from assets.offer o
           where (o.node_id, o.id) = (c.node_id, c.offer_id) and o.card_id = ${line.card} and c.unit_id = ${body.to} and c.state = 'held'
             and c.kind = 'match' and c.demand_id is null`);
      if (line.offer !== null)
        await tx.run(sql`
          update assets.offer set quantity = quantity - ${line.quantity},
                 value_fen = case when quantity = ${line.quantity} then 0 else value_fen - round(value_fen::numeric * ${line.quantity}::int / quantity)::bigint end,
                 state = case when quantity = ${line.quantity} then 'gone' else state end, version = version + 1
           where id = ${line.offer}`);
    }
    if (body.match !== null)
      await tx.run(sql`update assets.claim set kind = 'transfer', version = version + 1 where id = ${body.match}`);
  }),
  saves(TransferArrived, async (tx, { object }, { actor, now }) => {
    await step(tx, object.id, 'arrived');
    await tx.run(
      sql`update assets.transfer set arrived_at = ${now}, arrived_name = ${actor.name} where id = ${object.id}`,
    );
  }),
  saves(TransferReceived, async (tx, { object, unit, body, id }, { actor, now, today }) => {
    await step(tx, object.id, body.differs ? 'differs' : 'received');
    await tx.run(sql`
      update assets.transfer set received_at = ${now}, received_name = ${actor.name}, said = ${body.said} where id = ${object.id}`);
    let taken = 0;
    for (const line of body.lines) {
      taken += line.received;
      if (line.missing !== null && line.received > 0)
        await split(tx, { from: line.card, to: line.missing.card, ...line.missing });
      await tx.run(sql`
        update assets.transfer_line set received = ${line.received}, received_condition = ${line.condition}, said = ${line.said},
               missing_card = ${line.missing?.card ?? null} where id = ${line.line}`);
      if (line.received === 0) continue;
      await tx.run(sql`
        insert into assets.card_ledger (id, unit_id, card_id, before_unit, after_unit, from_day, why)
        values (${line.line}, ${unit}, ${line.card}, ${body.from}, ${unit}, ${today}, 'transfer')`);
      await tx.run(sql`
        update assets.card set unit_id = ${unit}, number = ${line.number}, state = 'in-stock', condition = ${line.condition}, acquired_by = 'transfer',
               department_id = null, user_id = null, keeper_id = null, room_id = null, place = '', handed_unit = null, handed_paper = null,
               version = version + 1
         where id = ${line.card}`);
    }
    if (body.match !== null) {
      await tx.run(sql`
        update assets.demand d set given = least(d.quantity, d.given + ${taken}::int), version = d.version + 1,
               state = case when d.given + ${taken}::int >= d.quantity then 'met' else d.state end
          from assets.match m where m.id = ${body.match} and d.id = m.demand_id`);
      await tx.run(sql`update assets.claim set state = 'ended', version = version + 1 where id = ${body.match}`);
    }
    void id;
  }),
  saves(ShortfallSettled, async (tx, { object, body }) => {
    await step(tx, object.id, 'received');
    await tx.run(sql`
      update assets.transfer_line set settled = ${body.as}, said = ${body.said} where transfer_id = ${object.id} and received < quantity`);
    await tx.run(sql`
      update assets.card set handed_unit = null, handed_paper = null, version = version + 1,
             state = ${body.as === 'found' ? 'idle' : 'awaiting-disposal'} where id = any (${[...body.cards]}::uuid[])`);
  }),
  saves(TransferCancelled, async (tx, { object, body }) => {
    await step(tx, object.id, 'cancelled');
    await tx.run(sql`update assets.transfer set said = ${body.why} where id = ${object.id}`);
    await tx.run(
      sql`update assets.card set handed_paper = null, version = version + 1 where handed_paper = ${object.id}`,
    );
    if (body.match !== null)
      await tx.run(sql`update assets.match set state = 'approved', version = version + 1 where id = ${body.match}`);
  }),
];
