import { type Id, leaveMessages, saves, searchPieces, sql, type Tx } from '@opengoa/kernel';
import { attachFiles } from '@opengoa/kernel/files';
import type { EquipmentItem } from '../equipment/contract.ts';
import {
  DeclineFollowed,
  DeliveryAccepted,
  IdleDeclined,
  IdleTaken,
  InquiryLinked,
  PurchaseApproved,
  PurchaseAsked,
  PurchasePlanned,
  PurchaseRefused,
  PurchaseWithdrawn,
  type PurchaseAnswer,
} from './contract.ts';

export type LineRow = Omit<PurchaseAnswer['lines'][number], 'matches'>;

export const linesOf = (tx: Tx, purchase: Id): Promise<LineRow[]> =>
  tx.rows<LineRow>(sql`
    select id, name, class, equipment, mode, grade, model, measure, quantity, price_fen as "priceFen", taken, received,
           quantity - taken - received as open
      from assets.purchase_line where purchase_id = ${purchase} order by position`);

/** What was taken in the place of something new, and how far its match is. */
export const takenOf = (tx: Tx, purchase: Id) =>
  tx.rows<Omit<PurchaseAnswer['taken'][number], 'unitName'> & { unit: Id }>(sql`
    select a.card_id as card, a.card_number as number, a.card_name as name, a.card_unit as unit, a.quantity, (a.quantity * l.price_fen)::bigint as "savedFen",
           a.match_id as match, m.state, t.transfer
      from assets.match_answer a join assets.purchase_line l on (l.node_id, l.id) = (a.node_id, a.line_id)
      left join assets.match m on (m.node_id, m.id) = (a.node_id, a.match_id)
      left join lateral (
        select json_build_object('id', t.id, 'state', t.state) as transfer from assets.transfer t
         where (t.node_id, t.match_id) = (m.node_id, m.id) and t.state <> 'cancelled' order by t.id desc limit 1) t on true
     where a.purchase_id = ${purchase} and a.answer = 'taken' order by a.answered_at, a.id`);

/** Pieces of each item that are approved and still to come, or wait for approval, in these ledgers. */
export async function onOrder(tx: Tx, units: readonly Id[]): Promise<Partial<Record<EquipmentItem, number>>> {
  const rows = await tx.rows<{ item: EquipmentItem; pieces: number }>(sql`
    select l.equipment as item, sum(l.quantity - l.received)::int as pieces
      from assets.purchase_line l join assets.purchase p on (p.node_id, p.id) = (l.node_id, l.purchase_id)
     where p.unit_id = any (${[...units]}::uuid[]) and p.state in ('asked', 'approved') and l.equipment is not null group by l.equipment`);
  return Object.fromEntries(rows.map(({ item, pieces }) => [item, pieces]));
}

/** The item of the standard that a class stands for, as the ledger itself has it. */
export async function itemsOfClasses(tx: Tx, classes: readonly string[]): Promise<Map<string, EquipmentItem | null>> {
  const rows = await tx.rows<{ class: string; item: EquipmentItem | null }>(sql`
    select c as class, assets.equipment_of('', c) as item from unnest(${[...classes]}::text[]) as t (c)`);
  return new Map(rows.map((row) => [row.class, row.item]));
}

/** An answer given anew takes the place of the one that was to be looked at again; the Record keeps both. */
const anew = sql`
  on conflict (node_id, line_id, card_id) do update
     set id = excluded.id, answer = excluded.answer, reason = excluded.reason, said = excluded.said, quantity = excluded.quantity,
         value_fen = excluded.value_fen, match_id = excluded.match_id, answered_name = excluded.answered_name, answered_at = excluded.answered_at,
         search = excluded.search, followed = null, follow_words = '', followed_name = null, followed_at = null`;

const settle = (tx: Tx, id: Id, state: string, opinion: string, name: string, now: Date) =>
  tx.run(sql`
    update assets.purchase set state = ${state}, opinion = ${opinion}, decided_name = ${name}, decided_at = ${now}, version = version + 1 where id = ${id}`);

/** How each fact of purchases becomes rows. */
export const purchaseSaves = [
  saves(PurchasePlanned, async (tx, { object, unit, body }, { actor, now }) => {
    await tx.run(sql`
      insert into assets.purchase (id, unit_id, number, year, title, reason, budget_item, funds, state, notes, total_fen, planned_by, planned_name, planned_at,
                                   search)
      values (${object.id}, ${unit}, ${body.number}, ${body.year}, ${body.title}, ${body.reason}, ${body.budgetItem}, ${body.funds}, 'planned',
              ${JSON.stringify(body.notes)}::jsonb, ${body.totalFen}, ${actor.person}, ${actor.name}, ${now},
              ${searchPieces(body.number, body.title, ...body.lines.map(({ name }) => name))})`);
    for (const [position, line] of body.lines.entries())
      await tx.run(sql`
        insert into assets.purchase_line (id, unit_id, purchase_id, position, name, class, equipment, mode, grade, model, measure, quantity, price_fen)
        values (${line.id}, ${unit}, ${object.id}, ${position}, ${line.name}, ${line.class}, ${line.equipment}, ${line.mode}, ${line.grade}, ${line.model},
                ${line.measure}, ${line.quantity}, ${line.priceFen})`);
  }),
  saves(IdleTaken, async (tx, { object, unit, body }, { actor, now }) => {
    await tx.run(sql`
      insert into assets.match_answer (id, unit_id, purchase_id, line_id, card_id, card_unit, card_number, card_name, quantity, value_fen, answer,
                                       match_id, answered_name, answered_at, search)
      values (${body.answer}, ${unit}, ${object.id}, ${body.line}, ${body.card}, ${body.cardUnit}, ${body.cardNumber}, ${body.cardName}, ${body.quantity},
              ${body.valueFen}, 'taken', ${body.match}, ${actor.name}, ${now}, ${searchPieces(body.cardNumber, body.cardName)}) ${anew}`);
    if (body.match === null)
      await tx.run(sql`update assets.idle_listing set taken = taken + ${body.quantity} where card_id = ${body.card}`);
    // Held as by a match, under the id of the answer: neither reserved nor lent nor given to another meanwhile.
    if (body.pool !== null)
      await tx.run(sql`
        insert into assets.claim (id, unit_id, keeper_id, offer_id, kind, quantity, state, made_at)
        values (${body.answer}, ${unit}, ${body.pool.keeper}, ${body.pool.offer}, 'match', ${body.quantity}, 'held', ${now})`);
    await tx.run(sql`update assets.purchase_line set taken = taken + ${body.quantity} where id = ${body.line}`);
    const title = {
      zh: `购置计划选用了闲置资产 ${body.cardNumber} ${body.cardName}（${body.quantity} 件），请办理调剂。`,
      en: `A purchase plan takes the idle ${body.cardNumber} ${body.cardName} (${body.quantity}): please hand it over.`,
    };
    const told = body.told.map((person) => ({ person, title }));
    await leaveMessages(tx, told, `/assets/cards/${body.card}`, body.card, now);
    await tx.run(sql`
      update assets.purchase p set version = version + 1,
             total_fen = (select sum((l.quantity - l.taken) * l.price_fen) from assets.purchase_line l where l.purchase_id = p.id)
       where id = ${object.id}`);
  }),
  saves(IdleDeclined, async (tx, { object, unit, body }, { actor, now }) => {
    await tx.run(sql`
      insert into assets.match_answer (id, unit_id, purchase_id, line_id, card_id, card_unit, card_number, card_name, quantity, value_fen, answer, reason, said,
                                       answered_name, answered_at, search)
      values (${body.answer}, ${unit}, ${object.id}, ${body.line}, ${body.card}, ${body.cardUnit}, ${body.cardNumber}, ${body.cardName}, ${body.quantity},
              ${body.valueFen}, 'declined', ${body.reason}, ${body.said}, ${actor.name}, ${now}, ${searchPieces(body.cardNumber, body.cardName, body.said)}) ${anew}`);
    await tx.run(sql`update assets.purchase set version = version + 1 where id = ${object.id}`);
  }),
  saves(PurchaseAsked, (tx, { object }, { now }) =>
    tx.run(
      sql`update assets.purchase set state = 'asked', asked_at = ${now}, version = version + 1 where id = ${object.id}`,
    ),
  ),
  saves(PurchaseApproved, (tx, { object, body }, { actor, now }) =>
    settle(tx, object.id, 'approved', body.opinion, actor.name, now),
  ),
  saves(PurchaseRefused, (tx, { object, body }, { actor, now }) =>
    settle(tx, object.id, 'refused', body.opinion, actor.name, now),
  ),
  saves(PurchaseWithdrawn, async (tx, { object, body }, { actor, now }) => {
    await settle(tx, object.id, 'withdrawn', body.why, actor.name, now);
    // What it had put by is free for others, unless nothing else was wanted: then the plan ends because it was taken. A match goes its own way.
    const freed = await tx.rows<{ id: Id; card: Id; quantity: number }>(sql`
      delete from assets.match_answer a where a.purchase_id = ${object.id} and a.answer = 'taken' and a.match_id is null
         and exists (select from assets.purchase_line l where l.purchase_id = ${object.id} and l.quantity > l.taken + l.received)
      returning a.id, a.card_id as card, a.quantity`);
    for (const { id, card, quantity } of freed) {
      await tx.run(
        sql`update assets.claim set state = 'ended', version = version + 1 where id = ${id} and state = 'held'`,
      );
      await tx.run(
        sql`update assets.idle_listing set taken = greatest(0, taken - ${quantity}) where card_id = ${card}`,
      );
    }
  }),
  saves(InquiryLinked, (tx, { object, body }) =>
    tx.run(sql`
      update assets.purchase set inquiry_id = ${body.inquiry}, inquiry_number = ${body.number}, supplier = ${body.supplier}, agreed_fen = ${body.agreedFen},
             version = version + 1 where id = ${object.id}`),
  ),
  saves(DeclineFollowed, async (tx, { object, body }, { actor, now }) => {
    await tx.run(sql`
      update assets.match_answer set followed = ${body.followed}, follow_words = ${body.words}, followed_name = ${actor.name}, followed_at = ${now}
       where id = ${body.answer}`);
    const [plan] = await tx.rows<{ number: string; planner: Id | null }>(
      sql`select number, planned_by as planner from assets.purchase where id = ${object.id}`,
    );
    if (body.followed !== 'look-again' || !plan?.planner) return;
    const title = {
      zh: `${plan.number} 未选用的闲置资产，上级请再核对：${body.words}`.slice(0, 300),
      en: `${plan.number}: look again at an idle thing that was declined: ${body.words}`.slice(0, 300),
    };
    await leaveMessages(tx, [{ person: plan.planner, title }], `/assets/purchases/${object.id}`, object.id, now);
  }),
  saves(DeliveryAccepted, async (tx, { object, unit, body }, { actor, now }) => {
    await tx.run(sql`
      insert into assets.delivery_note (id, unit_id, purchase_id, line_id, number, day, quantity, price_fen, supplier, invoice, difference, cards, accepted_name,
                                        accepted_at)
      values (${body.note}, ${unit}, ${object.id}, ${body.line}, ${body.number}, ${body.day}, ${body.quantity}, ${body.priceFen}, ${body.supplier},
              ${body.invoice}, ${body.difference}, ${[...body.cards]}::uuid[], ${actor.name}, ${now})`);
    await tx.run(sql`update assets.purchase_line set received = received + ${body.quantity} where id = ${body.line}`);
    await tx.run(sql`
      update assets.purchase set state = ${body.last ? 'received' : 'approved'}, version = version + 1 where id = ${object.id}`);
    await attachFiles(tx, { kind: 'assets.delivery-note', id: body.note }, body.files);
  }),
];
