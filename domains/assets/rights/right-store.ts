import { type FactDraft, type FactType, type Id, newId, saves, searchPieces, sql, type Tx } from '@opengoa/kernel';
import type { Card } from '../cards/card.ts';
import { cardsWhere, lockCards } from '../cards/card-store.ts';
import { type RightBody, RightEnded } from './contract.ts';
import { factOfRight, type LastRight, type RightsKnown } from './right.ts';
import type { RightKind } from './words.zh.ts';

/** The last entry of one right in each of these cards, locked. */
export async function lastRights(tx: Tx, kind: RightKind, cards: readonly Id[]): Promise<ReadonlyMap<Id, LastRight>> {
  const rows = await tx.rows<LastRight>(sql`
    select id, card_id as card, holder, holder_unit_id as "holderUnit", from_day::text as "from", to_day::text as "to" from assets.right_
     where card_id = any (${[...cards]}::uuid[]) and kind = ${kind} order by card_id, to_day nulls last, from_day for update`);
  // The last of each card stays.
  return new Map(rows.map((row) => [row.card, row]));
}

const known = async (tx: Tx, kind: RightKind, cards: readonly Card[]): Promise<RightsKnown> => ({
  cards,
  last: await lastRights(
    tx,
    kind,
    cards.map(({ id }) => id),
  ),
  ids: cards.map(() => newId()),
});

/** These cards with their last entries. @throws Refused `not-found` where one of them is not there for the actor */
export const rightsOf = async (tx: Tx, kind: RightKind, cards: readonly Id[]): Promise<RightsKnown> =>
  known(tx, kind, await lockCards(tx, cards));

interface Wanted {
  readonly kind: RightKind;
  readonly unit: Id;
  /** A code of GB/T 14885 or its beginning. */
  readonly class: string;
  readonly holder: string;
  readonly holderUnit: Id | null;
  readonly from: string;
}
const most = 500;

/** Cards of a unit and a class for which this entry is still to be made, at most 500, and how many there are beyond them. */
export async function rightsOfClass(tx: Tx, wanted: Wanted): Promise<RightsKnown & { readonly left: number }> {
  const { kind, unit, class: code, holder, holderUnit, from } = wanted;
  const open = sql`
    unit_id = ${unit} and class like ${`${code}%`} and state not in ('awaiting-disposal', 'disposed') and facet_kind is null
    and (handed_refused or (handed_to is null and handed_unit is null))
    and not exists (select 1 from assets.right_ r where r.card_id = card.id and r.kind = ${kind}
      and (r.to_day > ${from} or (r.to_day is null and (r.from_day >= ${from} or (r.holder = ${holder} and r.holder_unit_id is not distinct from ${holderUnit}::uuid)))))`;
  const cards = await cardsWhere(tx, sql`${open} order by id limit ${most} for update`);
  const { count } = await tx.one<{ count: number }>(sql`select count(*)::int as count from assets.card where ${open}`);
  return { ...(await known(tx, kind, cards)), left: count - cards.length };
}

export interface Right {
  readonly id: Id;
  readonly unit: Id;
  readonly card: Id;
  readonly kind: RightKind;
  readonly from: string;
  readonly to: string | null;
  readonly version: number;
}
export const lockRight = (tx: Tx, id: Id): Promise<Right> =>
  tx.one<Right>(sql`
    select id, unit_id as unit, card_id as card, kind, from_day::text as "from", to_day::text as "to", version from assets.right_ where id = ${id} for update`);

type Recorded = FactDraft<RightBody>;

/** What stood ends on the day on which the new one begins, by its paper; then the new one stands. */
async function keep(tx: Tx, kind: RightKind, facts: readonly Recorded[], { by, now }: { by: string; now: Date }) {
  const rows = facts.map(({ object, unit, body }) => ({
    ...body,
    card: object.id,
    unit,
    search: searchPieces(body.holder, body.paper, body.number, body.name),
  }));
  const told = JSON.stringify(rows);
  await tx.run(sql`
    update assets.right_ r set to_day = n."from", end_paper = n.paper, end_reason = n.reason, version = r.version + 1
      from json_to_recordset(${told}::json) as n (card uuid, "from" date, paper text, reason text)
     where r.card_id = n.card and r.kind = ${kind} and r.to_day is null`);
  await tx.run(sql`
    insert into assets.right_ (id, unit_id, card_id, kind, holder, holder_unit_id, from_day, paper, reason, made_name, made_at, search)
    select "right", unit, card, ${kind}, holder, "holderUnit", "from", paper, reason, ${by}, ${now}, search
      from json_to_recordset(${told}::json) as n ("right" uuid, unit uuid, card uuid, holder text, "holderUnit" uuid, "from" date, paper text, reason text, search text[])`);
}

const savesRight = (kind: RightKind, type: FactType<RightBody>) =>
  saves(
    type,
    (tx, fact, { actor, now }) => keep(tx, kind, [fact], { by: actor.name, now }),
    (tx, facts, { actor, now }) => keep(tx, kind, facts, { by: actor.name, now }),
  );

export const rightSaves = [
  savesRight('ownership', factOfRight.ownership),
  savesRight('allotment', factOfRight.allotment),
  savesRight('disposal', factOfRight.disposal),
  saves(RightEnded, (tx, { object, body }) =>
    tx.run(sql`
      update assets.right_ set to_day = ${body.day}, end_paper = ${body.paper}, end_reason = ${body.reason}, version = version + 1 where id = ${object.id}`),
  ),
];
