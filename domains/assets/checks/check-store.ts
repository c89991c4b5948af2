import { type Id, saves, sql, type Tx } from '@opengoa/kernel';
import {
  ClearanceOpened,
  DifferenceEnded,
  DisputeSettled,
  HoldingDisputed,
  HoldingsConfirmed,
  LedgerSumEntered,
  PostCleared,
  Reconciled,
  SelfCheckClosed,
  SelfCheckOpened,
} from './contract.ts';

export interface SelfCheck {
  readonly id: Id;
  readonly unit: Id;
  readonly number: string;
  readonly state: 'open' | 'closed';
}

export interface Line {
  readonly id: Id;
  readonly unit: Id;
  readonly check: Id;
  readonly person: Id;
  readonly state: 'waiting' | 'confirmed' | 'disputed' | 'settled';
  readonly checkState: 'open' | 'closed';
}

export interface Clearance {
  readonly id: Id;
  readonly unit: Id;
  readonly person: Id;
  readonly personName: string;
  readonly leftOn: string;
  readonly state: 'open' | 'cleared';
}

export const lockSelfCheck = (tx: Tx, id: Id) =>
  tx.one<SelfCheck>(sql`select id, unit_id as unit, number, state from assets.self_check where id = ${id} for update`);
/** The holder sees the line by being its person; whether the check is open is told by the line’s own state and that of the check where it is seen. */
export const lockLine = (tx: Tx, id: Id) =>
  tx.one<Line>(sql`
    select l.id, l.unit_id as unit, l.check_id as check, l.person_id as person, l.state, coalesce(c.state, 'open') as "checkState"
      from assets.self_check_line l left join assets.self_check c on (c.node_id, c.id) = (l.node_id, l.check_id)
     where l.id = ${id} for update of l`);
export const lockClearance = (tx: Tx, id: Id) =>
  tx.one<Clearance>(sql`
    select id, unit_id as unit, person_id as person, person_name as "personName", left_on::text as "leftOn", state
      from assets.clearance where id = ${id} for update`);
export const heldBy = async (tx: Tx, person: Id): Promise<number> =>
  (
    await tx.one<{ held: number }>(
      sql`select count(*)::int as held from assets.card where user_id = ${person} and state <> 'disposed'`,
    )
  ).held;

export const selfCheckOf = (id: Id) => ({ kind: 'assets.self-check', id });
export const clearanceOf = (id: Id) => ({ kind: 'assets.clearance', id });

/** How each fact of checks becomes rows. A self-check of many cards is one fact. */
export const checkSaves = [
  saves(SelfCheckOpened, async (tx, { object, unit, body }, { actor, now, organisation }) => {
    await tx.run(sql`
      insert into assets.self_check (id, unit_id, number, title, due_day, opened_name, opened_at)
      values (${object.id}, ${unit}, ${body.number}, ${body.title}, ${body.dueDay}, ${actor.name}, ${now})`);
    const cards = await tx.rows<{ id: Id; unit: Id; number: string; name: string; place: string; person: Id }>(sql`
      select id, unit_id as unit, number, name, place, user_id as person from assets.card
       where unit_id = any (${[...body.units]}::uuid[]) and user_id is not null and state = 'in-use' order by id`);
    await tx.run(sql`
      insert into assets.self_check_line (id, unit_id, check_id, check_number, due_day, card_id, card_number, card_name, place, person_id, person_name)
      select gen_random_uuid(), t.unit, ${object.id}, ${body.number}, ${body.dueDay}, t.card, t.number, t.name, t.place, t.person, t.person_name
        from unnest(${cards.map((card) => card.unit)}::uuid[], ${cards.map((card) => card.id)}::uuid[], ${cards.map(({ number }) => number)}::text[],
                    ${cards.map(({ name }) => name)}::text[], ${cards.map(({ place }) => place)}::text[], ${cards.map(({ person }) => person)}::uuid[],
                    ${cards.map(({ person }) => organisation.personName(person) ?? '')}::text[])
          as t (unit, card, number, name, place, person, person_name)`);
  }),
  saves(HoldingsConfirmed, (tx, { body }, { now }) =>
    tx.run(sql`
      update assets.self_check_line set state = 'confirmed', answered_at = ${now} where id = any (${[...body.lines]}::uuid[]) and state = 'waiting'`),
  ),
  saves(HoldingDisputed, (tx, { body }, { now }) =>
    tx.run(sql`
      update assets.self_check_line set state = 'disputed', reason = ${body.reason}, said = ${body.said}, answered_at = ${now} where id = ${body.line}`),
  ),
  saves(DisputeSettled, (tx, { body }, { actor, now }) =>
    tx.run(sql`
      update assets.self_check_line set state = 'settled', how = ${body.how}, settled_words = ${body.words}, settled_name = ${actor.name}, settled_at = ${now}
       where id = ${body.line}`),
  ),
  saves(SelfCheckClosed, (tx, { object }, { actor, now }) =>
    tx.run(sql`
      update assets.self_check set state = 'closed', closed_name = ${actor.name}, closed_at = ${now}, version = version + 1 where id = ${object.id}`),
  ),
  saves(ClearanceOpened, (tx, { object, unit, body }, { now, organisation }) =>
    tx.run(sql`
      insert into assets.clearance (id, unit_id, person_id, person_name, left_on, opened_at)
      values (${object.id}, ${unit}, ${body.person}, ${organisation.personName(body.person) ?? ''}, ${body.leftOn}, ${now})`),
  ),
  saves(PostCleared, (tx, { object, body }, { actor, now }) =>
    tx.run(sql`
      update assets.clearance set state = 'cleared', number = ${body.number}, remaining = ${body.remaining}, words = ${body.words},
             cleared_name = ${actor.name}, cleared_at = ${now}, version = version + 1 where id = ${object.id}`),
  ),
  saves(LedgerSumEntered, (tx, { object, unit, body }, { actor, now }) =>
    tx.run(sql`
      insert into assets.ledger_sum (id, unit_id, month_end, class, account, amount_fen, entered_name, entered_at)
      values (${object.id}, ${unit}, ${body.monthEnd}, ${body.class}, ${body.account}, ${body.amountFen}, ${actor.name}, ${now})
      on conflict (node_id, unit_id, month_end, class) do update
         set account = excluded.account, amount_fen = excluded.amount_fen, entered_name = excluded.entered_name, entered_at = excluded.entered_at`),
  ),
  saves(Reconciled, async (tx, { unit, body }) => {
    // What was found before and not ended yet is found anew; what was explained or settled stays.
    await tx.run(
      sql`delete from assets.difference where unit_id = ${unit} and month_end = ${body.monthEnd} and state = 'open'`,
    );
    for (const found of body.found)
      await tx.run(sql`
        insert into assets.difference (id, unit_id, month_end, side, what, class, card_id, cards_fen, other_fen)
        values (${found.id}, ${unit}, ${body.monthEnd}, ${found.side}, ${found.what}, ${found.class}, ${found.card}, ${found.cardsFen}, ${found.otherFen})`);
  }),
  saves(DifferenceEnded, (tx, { object, body }, { actor, now }) =>
    tx.run(sql`
      update assets.difference set state = ${body.state}, words = ${body.words}, ended_name = ${actor.name}, ended_at = ${now}, version = version + 1
       where id = ${object.id}`),
  ),
];
