import { type Id, type Refusal, refuse, saves, searchPieces, sql, type Tx } from '@opengoa/kernel';
import { attachFiles } from '@opengoa/kernel/files';
import type { CardState } from '../cards/contract.ts';
import {
  BodyEnded,
  BodyOpened,
  BoughtEntered,
  CardOffered,
  LoanReturned,
  OfferInspected,
  OfferLent,
  OfferReserved,
  OfferWithdrawn,
  ReservationEnded,
  StoreClosed,
  StoreKept,
} from './contract.ts';
import { type Offer, offerOf } from './offer.ts';

const held = (today: string) => sql`
  (select coalesce(sum(c.quantity), 0)::int from assets.claim c
    where c.offer_id = o.id and c.state = 'held' and c.kind <> 'transfer' and (c.kind <> 'reservation' or c.until_day >= ${today}::date))`;

/** Whoever speaks for a thing does it one after the other, though the row is another unit's and not theirs to lock. */
export const oneAtATime = (tx: Tx, offer: Id) =>
  tx.rows(sql`select pg_advisory_xact_lock(hashtextextended(${`assets.offer ${offer}`}, 0))`);

const columns = (today: string) => sql`
  o.id, o.unit_id as unit, o.keeper_id as keeper, o.store_id as store, o.card_id as card, o.number, o.name, o.measure, o.quantity,
  o.quantity - ${held(today)} as free, o.value_fen as "valueFen", o.condition, o.may, o.reach, o.state, o.version`;

/** An offered thing with what is still free of it on this day; whoever decides on it comes after whoever does so now. */
export async function lockOffer(tx: Tx, offer: Id, today: string): Promise<Offer> {
  await oneAtATime(tx, offer);
  return tx.one<Offer>(sql`select ${columns(today)} from assets.offer o where o.id = ${offer}`);
}

/** Pieces that plans of this unit have taken out of an offer without a match: they are held for it, and nothing stands in its way. */
export async function heldFor(tx: Tx, offer: Id, unit: Id | null): Promise<number> {
  const [held] = await tx.rows<{ pieces: number }>(sql`
    select coalesce(sum(quantity), 0)::int as pieces from assets.claim
     where offer_id = ${offer} and unit_id = ${unit} and state = 'held' and kind = 'match' and demand_id is null`);
  return held?.pieces ?? 0;
}

export interface Store {
  readonly id: Id;
  readonly unit: Id;
  readonly name: string;
  readonly kind: 'central' | 'dispersed' | 'virtual';
  readonly state: 'open' | 'closed';
  readonly version: number;
}
const storeColumns = sql`id, unit_id as unit, name, kind, state, version`;
export const findStore = (tx: Tx, id: Id) =>
  tx.one<Store>(sql`select ${storeColumns} from assets.store where id = ${id}`);
export const lockStore = (tx: Tx, id: Id) =>
  tx.one<Store>(sql`select ${storeColumns} from assets.store where id = ${id} for update`);

export interface Body {
  readonly id: Id;
  readonly unit: Id;
  readonly until: string;
  readonly state: 'open' | 'ended';
  readonly version: number;
}
export const lockBody = (tx: Tx, id: Id) =>
  tx.one<Body>(
    sql`select id, unit_id as unit, until_day::text as until, state, version from assets.body where id = ${id} for update`,
  );

/** The card as the warehouse needs it, locked. */
export interface Pooled {
  readonly id: Id;
  readonly unit: Id;
  readonly number: string;
  readonly name: string;
  readonly class: string;
  readonly model: string;
  readonly brand: string;
  readonly measure: string;
  readonly item: string;
  readonly quantity: number;
  readonly valueFen: number;
  readonly acquiredOn: string;
  readonly lifeYears: number | null;
  readonly condition: Offer['condition'];
  readonly state: CardState;
  readonly facet: string | null;
}
export const lockCard = (tx: Tx, id: Id) =>
  tx.one<Pooled>(sql`
    select id, unit_id as unit, number, name, class, model, brand, measure, item, quantity, value_fen as "valueFen", acquired_on::text as "acquiredOn",
           life_years as "lifeYears", condition, state, facet_kind as facet from assets.card where id = ${id} for update`);

/** What is offered beyond what is free. */
export const tooMany = ({ free, measure }: Pick<Offer, 'free' | 'measure'>, asked: number): Refusal | undefined =>
  asked > free ? refuse('more-than-there-are', { free: Math.max(0, free), measure }, { status: 409 }) : undefined;

export const warehouseSaves = [
  saves(StoreKept, (tx, { object, unit, body }) =>
    body.isNew
      ? tx.run(sql`
          insert into assets.store (id, unit_id, name, kind, place, longitude, latitude, state)
          values (${object.id}, ${unit}, ${body.name}, ${body.kind}, ${body.place}, ${body.longitude}, ${body.latitude}, 'open')`)
      : tx.run(sql`
          update assets.store set name = ${body.name}, place = ${body.place}, longitude = ${body.longitude}, latitude = ${body.latitude},
                 version = version + 1 where id = ${object.id}`),
  ),
  saves(StoreClosed, (tx, { object }) =>
    tx.run(sql`update assets.store set state = 'closed', version = version + 1 where id = ${object.id}`),
  ),
  saves(CardOffered, async (tx, { object, unit, body }, { now }) => {
    await tx.run(sql`
      insert into assets.offer (id, unit_id, keeper_id, store_id, card_id, number, name, class, model, brand, measure, quantity, value_fen, acquired_on,
                                life_years, condition, item, place, reason, may, reach, photos, note, until_day, state, offered_at, search)
      values (${object.id}, ${unit}, ${body.keeper}, ${body.store}, ${body.card}, ${body.number}, ${body.name}, ${body.class}, ${body.model}, ${body.brand},
              ${body.measure}, ${body.quantity}, ${body.valueFen}, ${body.acquiredOn}, ${body.lifeYears}, ${body.condition}, ${body.item}, ${body.place},
              ${body.reason}, ${body.may}, ${body.reach}, ${[...body.photos]}::uuid[], ${body.note}, ${body.untilDay}, 'offered', ${now},
              ${searchPieces(body.number, body.name, body.model, body.brand)})`);
    if (body.whole)
      await tx.run(sql`update assets.card set state = 'pooled', version = version + 1 where id = ${body.card}`);
    await attachFiles(tx, offerOf(object.id), body.photos);
  }),
  saves(OfferInspected, async (tx, { object, body, id }, { actor, today }) => {
    await tx.run(sql`
      insert into assets.inspection (id, unit_id, keeper_id, offer_id, day, passed, condition, refurbish_fen, said, photos, inspected_name)
      select ${id}, o.unit_id, o.keeper_id, o.id, ${today}, ${body.passed}, ${body.condition}, ${body.refurbishFen}, ${body.said},
             ${[...body.photos]}::uuid[], ${actor.name} from assets.offer o where o.id = ${object.id}`);
    await tx.run(sql`
      update assets.offer set state = ${body.passed ? 'in-store' : 'turned-away'}, condition = ${body.condition}, refurbish_fen = ${body.refurbishFen},
             photos = case when cardinality(${[...body.photos]}::uuid[]) > 0 then ${[...body.photos]}::uuid[] else photos end, version = version + 1
       where id = ${object.id}`);
    await attachFiles(tx, offerOf(object.id), body.photos);
  }),
  saves(OfferWithdrawn, async (tx, { object, body }) => {
    await tx.run(sql`update assets.offer set state = 'withdrawn', version = version + 1 where id = ${object.id}`);
    await tx.run(sql`
      update assets.claim set state = 'ended', version = version + 1 where offer_id = ${object.id} and state = 'held' and kind = 'match'`);
    if (body.whole)
      await tx.run(
        sql`update assets.card set state = 'idle', version = version + 1 where id = ${body.card} and state = 'pooled'`,
      );
  }),
  saves(OfferReserved, (tx, { object, unit, body }, { now }) =>
    tx.run(sql`
      insert into assets.claim (id, unit_id, keeper_id, offer_id, kind, quantity, until_day, state, purpose, made_at)
      values (${object.id}, ${unit}, ${body.keeper}, ${body.offer}, 'reservation', ${body.quantity}, ${body.untilDay}, 'held', ${body.purpose}, ${now})`),
  ),
  saves(ReservationEnded, (tx, { object }) =>
    tx.run(sql`update assets.claim set state = 'ended', version = version + 1 where id = ${object.id}`),
  ),
  saves(OfferLent, async (tx, { object, unit, body }, { now, today }) => {
    if (body.reservation !== null)
      await tx.run(sql`update assets.claim set state = 'ended', version = version + 1 where id = ${body.reservation}`);
    await tx.run(sql`
      insert into assets.claim (id, unit_id, keeper_id, offer_id, kind, quantity, until_day, state, purpose, made_at)
      values (${object.id}, ${body.borrower}, ${unit}, ${body.offer}, 'loan', ${body.quantity}, ${body.dueDay}, 'held', ${body.purpose}, ${now})`);
    await tx.run(sql`
      insert into assets.loan (id, unit_id, keeper_id, offer_id, body_id, number, name, measure, quantity, from_day, due_day, purpose, state, condition_out, fitted)
      values (${object.id}, ${body.borrower}, ${unit}, ${body.offer}, ${body.body}, ${body.number}, ${body.name}, ${body.measure}, ${body.quantity},
              ${today}, ${body.dueDay}, ${body.purpose}, 'out', ${body.condition}, ${body.fitted ?? ''})`);
  }),
  saves(LoanReturned, async (tx, { object, body }, { today }) => {
    await tx.run(sql`
      update assets.loan set state = 'returned', returned_day = ${today}, condition_back = ${body.condition}, said = ${body.said}, version = version + 1
       where id = ${object.id}`);
    await tx.run(sql`update assets.claim set state = 'ended', version = version + 1 where id = ${object.id}`);
    await tx.run(
      sql`update assets.offer set condition = ${body.condition}, version = version + 1 where id = ${body.offer}`,
    );
  }),
  saves(BodyOpened, (tx, { object, unit, body }) =>
    tx.run(sql`
      insert into assets.body (id, unit_id, name, kind, from_day, until_day, needs, document, state)
      values (${object.id}, ${unit}, ${body.name}, ${body.kind}, ${body.from}, ${body.until}, ${JSON.stringify(body.needs)}::jsonb, ${body.document}, 'open')`),
  ),
  saves(BoughtEntered, (tx, { object, unit, body }) =>
    tx.run(sql`
      insert into assets.body_bought (id, unit_id, body_id, card_id) values (${object.id}, ${unit}, ${body.body}, ${body.card})`),
  ),
  saves(BodyEnded, (tx, { object, body }) =>
    tx.run(
      sql`update assets.body set state = 'ended', said = ${body.said}, version = version + 1 where id = ${object.id}`,
    ),
  ),
];
