import { type Id, keepsNothing, saves, searchPieces, sql, type Tx } from '@opengoa/kernel';
import {
  DifferencesSettled,
  type How,
  LineNoted,
  type LineState,
  ScansReceived,
  StocktakeCancelled,
  StocktakeOpened,
  StocktakeReopened,
  StocktakeSealed,
  StocktakeSigned,
} from './contract.ts';
import type { Stocktake } from './stocktake.ts';

const columns = sql`
  id, unit_id as unit, number, title, scope, scope_words as "scopeWords", day, people, blind, sample, state, first_by as "firstBy",
  first_name as "firstName", first_at as "firstAt", second_name as "secondName", second_at as "secondAt", result, lines_sha256 as "linesSha256",
  paper_sha256 as "paperSha256", why, version`;

export const findStocktake = (tx: Tx, id: Id) =>
  tx.one<Stocktake>(sql`select ${columns} from assets.stocktake where id = ${id}`);
export const lockStocktake = (tx: Tx, id: Id) =>
  tx.one<Stocktake>(sql`select ${columns} from assets.stocktake where id = ${id} for update`);

export interface PlaceRow {
  readonly id: Id;
  readonly room: Id | null;
  readonly name: string;
  readonly floor: number | null;
  readonly doneAt: Date | null;
}

export const placesOf = (tx: Tx, stocktake: Id) =>
  tx.rows<PlaceRow>(sql`
    select id, room_id as room, name, floor, done_at as "doneAt" from assets.stocktake_place
     where stocktake_id = ${stocktake} order by floor nulls last, name, id`);

export interface LineRow {
  readonly id: Id;
  readonly card: Id | null;
  readonly code: string;
  readonly name: string;
  readonly quantity: number;
  readonly valueFen: number;
  readonly expected: boolean;
  readonly sampled: boolean;
  readonly place: Id | null;
  readonly state: LineState;
  readonly conflict: 'two-places' | 'moved-meanwhile' | 'disposed-meanwhile' | null;
  readonly seenPlace: Id | null;
  readonly seenQuantity: number;
  readonly how: How | null;
  readonly why: string;
  readonly note: string;
}

export const lineColumns = sql`
  l.id, l.card_id as card, l.code, l.name, l.quantity, l.value_fen as "valueFen", l.expected, l.sampled, l.place_id as place, l.state, l.conflict,
  l.seen_place_id as "seenPlace", l.seen_quantity as "seenQuantity", l.how, l.why, l.note`;

export const linesOf = (tx: Tx, stocktake: Id) =>
  tx.rows<LineRow>(sql`
    select ${lineColumns} from assets.stocktake_line l where l.stocktake_id = ${stocktake} order by l.code, l.id`);

/** The next number of a kind of paper in a year, taken under its row's lock. */
export async function nextNumber(tx: Tx, kind: string, year: number): Promise<number> {
  const { last } = await tx.one<{ last: number }>(sql`
    insert into assets.last_number as n (kind, year, last) values (${kind}, ${year}, 1)
    on conflict (node_id, kind, year) do update set last = n.last + 1 returning last`);
  return last;
}

const turned = (tx: Tx, id: Id, to: ReturnType<typeof sql>) =>
  tx.run(sql`update assets.stocktake set ${to}, version = version + 1 where id = ${id}`);

/** What comes of a sealed stocktake in the ledger: things that stay where they were found, and things that are lost, a paper for each. */
async function bringAbout(
  tx: Tx,
  stocktake: Id,
  unit: Id,
  paper: { readonly id: Id; readonly number: string },
  kind: 'move' | 'loss',
  said: { readonly by: Id | null; readonly name: string; readonly now: Date; readonly today: string },
): Promise<void> {
  const which = kind === 'move' ? sql`l.how = 'move-here'` : sql`l.how = 'lost'`;
  await tx.run(sql`
    insert into assets.paper (id, unit_id, number, kind, state, day, about, made_by, made_name, made_at, ended_name, ended_at, search)
    values (${paper.id}, ${unit}, ${paper.number}, ${kind === 'move' ? 'stocktake-move' : 'stocktake-loss'}, 'done', ${said.today},
            ${JSON.stringify({ stocktake })}, ${said.by}, ${said.name}, ${said.now}, ${said.name}, ${said.now}, ${searchPieces(paper.number)})`);
  await tx.run(sql`
    insert into assets.paper_line (id, unit_id, paper_id, card_id, quantity, about)
    select gen_random_uuid(), ${unit}, ${paper.id}, l.card_id, case when ${kind === 'loss'} then greatest(1, l.quantity - l.seen_quantity) else l.quantity end,
           jsonb_build_object('from', b.name, 'to', p.name, 'number', l.code, 'name', l.name, 'valueFen',
                              case when ${kind === 'loss'} and l.quantity > 1
                                   then round(l.value_fen::numeric * greatest(1, l.quantity - l.seen_quantity) / l.quantity)::bigint else l.value_fen end)
      from assets.stocktake_line l
      left join assets.stocktake_place b on (b.node_id, b.id) = (l.node_id, l.place_id)
      left join assets.stocktake_place p on (p.node_id, p.id) = (l.node_id, l.seen_place_id)
     where l.stocktake_id = ${stocktake} and l.card_id is not null and ${which}`);
  await tx.run(sql`
    update assets.paper p set cards = of.cards, value_fen = of.value_fen
      from (select count(*)::int as cards, coalesce(sum((about->>'valueFen')::bigint), 0)::bigint as value_fen
              from assets.paper_line where paper_id = ${paper.id}) of
     where p.id = ${paper.id}`);
  if (kind === 'move')
    await tx.run(sql`
      update assets.card c set room_id = p.room_id, place = p.name, version = c.version + 1
        from assets.stocktake_line l join assets.stocktake_place p on (p.node_id, p.id) = (l.node_id, l.seen_place_id)
       where l.stocktake_id = ${stocktake} and l.how = 'move-here' and (c.node_id, c.id) = (l.node_id, l.card_id) and c.unit_id = l.unit_id`);
  // Of several alike the rest is still there: that card waits for its quantity to be written off, and stays in use.
  else
    await tx.run(sql`
      update assets.card c set state = 'awaiting-disposal', version = c.version + 1
        from assets.stocktake_line l
       where l.stocktake_id = ${stocktake} and l.how = 'lost' and l.state = 'waiting' and (c.node_id, c.id) = (l.node_id, l.card_id)
         and c.state <> 'disposed'`);
}

export const stocktakeSaves = [
  saves(StocktakeOpened, (tx, { object, unit, body }, { actor, now }) =>
    tx.run(sql`
      insert into assets.stocktake (id, unit_id, number, title, scope, scope_id, scope_class, scope_words, day, people, blind, sample, state, opened_name,
                                    opened_at, search)
      values (${object.id}, ${unit}, ${body.number}, ${body.title}, ${body.scope}, ${body.scopeId}, ${body.scopeClass}, ${body.scopeWords}, ${body.day},
              ${[...body.people]}::uuid[], ${body.blind}, ${body.sample}, 'counting', ${actor.name}, ${now},
              ${searchPieces(body.number, body.title, body.scopeWords)})`),
  ),
  // Thousands of entries are rows of their own act (`also`); the fact says how many, and what they hash to.
  keepsNothing(ScansReceived),
  saves(LineNoted, (tx, { body }) =>
    tx.run(sql`
      update assets.stocktake_line set condition = coalesce(${body.condition}, condition), note = case when ${body.note} = '' then note else ${body.note} end,
             version = version + 1 where id = ${body.line}`),
  ),
  saves(DifferencesSettled, (tx, { body }) =>
    tx.run(sql`
      update assets.stocktake_line set how = ${body.how}, why = ${body.why}, seen_place_id = coalesce(${body.place}::uuid, seen_place_id),
             version = version + 1 where id = any (${[...body.lines]}::uuid[])`),
  ),
  saves(StocktakeSigned, (tx, { object, body }, { actor, now }) =>
    turned(
      tx,
      object.id,
      sql`state = 'signed', first_by = ${actor.person}, first_name = ${actor.name}, first_at = ${now},
          result = ${JSON.stringify(body.result)}::jsonb, lines_sha256 = ${body.linesSha256}`,
    ),
  ),
  saves(StocktakeReopened, (tx, { object, body }) =>
    turned(
      tx,
      object.id,
      sql`state = 'counting', first_by = null, first_name = null, first_at = null, result = null, lines_sha256 = null, why = ${body.why}`,
    ),
  ),
  saves(StocktakeCancelled, (tx, { object, body }) =>
    turned(tx, object.id, sql`state = 'cancelled', why = ${body.why}`),
  ),
  saves(StocktakeSealed, async (tx, { object, unit, body }, { actor, now, today }) => {
    const said = { by: actor.person, name: actor.name, now, today };
    if (body.movePaper) await bringAbout(tx, object.id, unit, body.movePaper, 'move', said);
    if (body.lossPaper) await bringAbout(tx, object.id, unit, body.lossPaper, 'loss', said);
    // A card that told no room is learnt where its thing stands.
    await tx.run(sql`
      update assets.card c set room_id = p.room_id, place = p.name, version = c.version + 1
        from assets.stocktake_line l join assets.stocktake_place p on (p.node_id, p.id) = (l.node_id, l.seen_place_id)
       where l.stocktake_id = ${object.id} and l.state = 'found' and l.place_id is null and l.how is null and (c.node_id, c.id) = (l.node_id, l.card_id)
         and c.room_id is null and c.place = ''`);
    await turned(
      tx,
      object.id,
      sql`state = 'closed', second_by = ${actor.person}, second_name = ${actor.name}, second_at = ${now}, paper_sha256 = ${body.paperSha256}`,
    );
  }),
];
