import {
  empty,
  type FactDraft,
  type Id,
  newId,
  notFound,
  Refused,
  saves,
  searchPieces,
  sql,
  type Sql,
  type Tx,
} from '@opengoa/kernel';
import type { z } from 'zod';
import type { Card } from './card.ts';
import { CardChanged, CardMoved, CardRegistered, CardStruck } from './contract.ts';

const columns = sql`
  id, unit_id as unit, number, name, class, model, brand, serial, measure, quantity, value_fen as "valueFen", value_kind as "valueKind",
  acquired_by as "acquiredBy", acquired_on as "acquiredOn", booked_on as "bookedOn", voucher, supplier, purchase_form as "purchaseForm",
  budget_item as "budgetItem", funds, warranty_until as "warrantyUntil", life_years as "lifeYears", department_id as department, user_id as "user",
  keeper_id as keeper, room_id as room, place, state, condition, item, note, facet_kind as "facetKind", facet_id as "facetId",
  disposed_on as "disposedOn", seen_at as "seenAt", case when not handed_refused then handed_to end as "handedTo",
  case when not handed_refused then handed_unit end as "handedUnit", handed_paper as "handedPaper", version`;

export const cardsWhere = (tx: Tx, where: Sql): Promise<Card[]> =>
  tx.rows<Card>(sql`select ${columns} from assets.card where ${where}`);
export const findCard = (tx: Tx, id: Id): Promise<Card> =>
  tx.one<Card>(sql`select ${columns} from assets.card where id = ${id}`);
export const lockCard = (tx: Tx, id: Id): Promise<Card> =>
  tx.one<Card>(sql`select ${columns} from assets.card where id = ${id} for update`);

/**
 * Cards locked in the order of their ids, so that two acts over the same cards wait for each other.
 * @throws Refused `not-found` where one of them is not there for the actor
 */
export async function lockCards(tx: Tx, ids: readonly Id[]): Promise<Card[]> {
  const wanted = [...new Set(ids)];
  const found = await cardsWhere(tx, sql`id = any (${wanted}::uuid[]) order by id for update`);
  if (found.length < wanted.length) throw new Refused(notFound());
  return found;
}

/**
 * Those of the pairs that a card bears already, as `unit number`. Asked by number alone, which an index answers below the walls: a join over both reads
 * the whole ledger of the unit once for each portion of a file.
 */
export async function numbersTaken(
  tx: Tx,
  pairs: readonly { readonly unit: Id; readonly number: string }[],
): Promise<ReadonlySet<string>> {
  if (pairs.length === 0) return new Set();
  const rows = await tx.rows<{ unit: Id; number: string }>(sql`
    select unit_id as unit, number from assets.card where number = any (${pairs.map(({ number }) => number)}::text[])`);
  const wanted = new Set(pairs.map(({ unit, number }) => `${unit} ${number}`));
  return new Set(rows.map(({ unit, number }) => `${unit} ${number}`).filter((pair) => wanted.has(pair)));
}

/** Fewer signs are a word, as “无” where there is no plate: the rule of double cards reads them so too. */
export const signsOfSerial = 4;

/**
 * The numbers of cards of these units that bear one of the serial numbers already, by `unit SERIAL`; large and small letters are one. What is disposed of
 * does not count.
 */
export async function serialsBorne(
  tx: Tx,
  pairs: readonly { readonly unit: Id; readonly serial: string }[],
): Promise<Map<string, string>> {
  if (pairs.length === 0) return new Map();
  const rows = await tx.rows<{ unit: Id; serial: string; number: string }>(sql`
    select unit_id as unit, upper(serial) as serial, number from assets.card
     where serial <> '' and upper(serial) = any (${pairs.map(({ serial }) => serial.toUpperCase())}::text[]) and state <> 'disposed'
     order by number`);
  return new Map(rows.map(({ unit, serial, number }) => [`${unit} ${serial}`, number]));
}

/** What a card is found by. */
export const piecesOf = (
  card: Pick<Card, 'number' | 'name' | 'class' | 'model' | 'brand' | 'serial' | 'place' | 'item'>,
  holder: string | undefined,
): string[] =>
  searchPieces(card.name, card.number, card.serial, card.model, card.brand, card.class, card.place, card.item, holder);

type Named = { readonly organisation: { personName(person: Id): string | undefined } };
const nameOf = ({ organisation }: Named, person: Id | null) =>
  person === null ? undefined : organisation.personName(person);

function insertCards(tx: Tx, facts: readonly FactDraft<z.infer<typeof CardRegistered.body>>[], context: Named) {
  const rows = facts.map(({ object, unit, body }) => ({
    ...body,
    id: object.id,
    unit,
    search: piecesOf(body, nameOf(context, body.user)),
  }));
  return tx.run(sql`
    insert into assets.card (id, unit_id, number, name, class, model, brand, serial, measure, quantity, value_fen, value_kind, acquired_by, acquired_on,
                             booked_on, voucher, supplier, purchase_form, budget_item, funds, warranty_until, life_years, department_id, user_id,
                             keeper_id, room_id, place, state, condition, item, note, search)
    select id, unit, number, name, class, model, brand, serial, measure, quantity, "valueFen", "valueKind", "acquiredBy", "acquiredOn",
           "bookedOn", voucher, supplier, "purchaseForm", "budgetItem", funds, "warrantyUntil", "lifeYears", department, "user",
           keeper, room, place, state, condition, item, note, search
      from json_to_recordset(${JSON.stringify(rows)}::json) as r (
           id uuid, unit uuid, number text, name text, class text, model text, brand text, serial text, measure text, quantity int, "valueFen" bigint,
           "valueKind" text, "acquiredBy" text, "acquiredOn" date, "bookedOn" date, voucher text, supplier text, "purchaseForm" text, "budgetItem" text,
           funds text, "warrantyUntil" date, "lifeYears" int, department uuid, "user" uuid, keeper uuid, room uuid, place text, state text,
           condition text, item text, note text, search text[])`);
}

/** A card with a change laid over it; what is left out stays. */
const laidOver = <Body extends object>(card: Card, change: Body): Card => ({
  ...card,
  ...(Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as Partial<Card>),
});

export const cardSaves = [
  saves(
    CardRegistered,
    (tx, fact, context) => insertCards(tx, [fact], context),
    (tx, facts, context) => insertCards(tx, facts, context),
  ),
  saves(CardChanged, async (tx, { object, body }, context) => {
    const it = laidOver(await findCard(tx, object.id), body);
    await tx.run(sql`
      update assets.card set number = ${it.number}, name = ${it.name}, class = ${it.class}, model = ${it.model}, brand = ${it.brand},
             serial = ${it.serial}, measure = ${it.measure}, quantity = ${it.quantity}, value_fen = ${it.valueFen}, value_kind = ${it.valueKind},
             acquired_by = ${it.acquiredBy}, acquired_on = ${it.acquiredOn}, booked_on = ${it.bookedOn}, voucher = ${it.voucher},
             supplier = ${it.supplier}, purchase_form = ${it.purchaseForm}, budget_item = ${it.budgetItem}, funds = ${it.funds},
             warranty_until = ${it.warrantyUntil}, life_years = ${it.lifeYears}, keeper_id = ${it.keeper}, place = ${it.place},
             state = ${it.state}, condition = ${it.condition}, item = ${it.item}, note = ${it.note},
             search = ${piecesOf(it, nameOf(context, it.user))}, version = version + 1
       where id = ${object.id}`);
  }),
  saves(CardStruck, (tx, { object }) => tx.run(sql`delete from assets.card where id = ${object.id}`)),
  saves(CardMoved, async (tx, { object, body }, context) => {
    const { paper: _paper, kind: _kind, handed, unit, ...change } = body;
    const before = await findCard(tx, object.id);
    const it = laidOver(before, change);
    await tx.run(sql`
      update assets.card set unit_id = ${unit ?? before.unit}, department_id = ${it.department}, user_id = ${it.user}, keeper_id = ${it.keeper},
             room_id = ${it.room}, place = ${it.place}, state = ${it.state}, condition = ${it.condition}, disposed_on = ${it.disposedOn},
             ${handed === undefined ? empty : offered(handed)} search = ${piecesOf(it, nameOf(context, it.user))}, version = version + 1
       where id = ${object.id}`);
    if (unit !== undefined && unit !== before.unit)
      await tx.run(sql`
        insert into assets.card_ledger (id, unit_id, card_id, before_unit, after_unit, from_day, why)
        values (${newId()}, ${unit}, ${object.id}, ${before.unit}, ${unit}, ${context.today}, 'transfer')`);
  }),
];

/** To whom a card is offered now. */
const offered = (handed: z.infer<typeof CardMoved.body>['handed']) => sql`
  handed_to = ${handed?.to ?? null}, handed_unit = ${handed?.unit ?? null}, handed_paper = ${handed?.paper ?? null},
  handed_refused = ${handed?.refused ?? false},`;
