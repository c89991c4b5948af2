import { createHash } from 'node:crypto';
import { type Id, isId, newId, refuse, type Sql, sql, tokenIn, type Tx, verb } from '@opengoa/kernel';
import { applyEntries, type Applied, type KeptEntry, type Line } from './apply-entries.ts';
import { type Entry, ScansReceived, SyncResult, SyncScans } from './contract.ts';
import { stocktakeMoves, stocktakeOf } from './stocktake.ts';
import { lockStocktake, type PlaceRow, placesOf } from './stocktake-store.ts';

/**
 * 上传盘点记录: what a device saw, up to five hundred entries in one act. Every entry has an id of the device's own: sent twice it is one. Nothing that
 * was seen is turned away for being odd: it becomes a difference or a conflict that somebody decides.
 */
export const syncScans = verb('assets.sync-scans', {
  title: { zh: '上传盘点记录', en: 'Send what was scanned' },
  input: SyncScans,
  who: ['assets-clerk', 'clerk'],
  on: 'assets.stocktake',
  facts: [ScansReceived],
  refusals: ['not-now', 'place-not-of-it'],
  result: SyncResult,
  object: ({ stocktake }) => stocktake,
  async load(tx, { stocktake: id, entries }, { actor, now }) {
    const stocktake = await lockStocktake(tx, id);
    const places = await placesOf(tx, id);
    const known = new Set(
      (
        await tx.rows<{ id: Id }>(sql`
          select id from assets.stocktake_entry where id = any (${entries.map(([entry]) => entry)}::uuid[])`)
      ).map((row) => row.id),
    );
    const fresh = entries.filter(([entry]) => !known.has(entry));
    const { lines, byCode, isNew } = await linesNamed(tx, stocktake, places, fresh);
    const before = await entriesOf(tx, id, [...lines.keys()], fresh);
    const touched = [...new Set(before.flatMap(({ line }) => (line !== null && !lines.has(line) ? [line] : [])))];
    if (touched.length > 0)
      for (const line of await linesWhere(tx, id, places, { lines: touched })) lines.set(line.id, line);
    const applied = applyEntries({ lines, byCode, before, known, by: actor.person, nowMs: now.getTime() }, entries);
    return { stocktake, places, applied, isNew };
  },
  at: ({ stocktake }) => ({ unit: stocktake.unit }),
  decide({ stocktake, places, applied }, { entries }) {
    const closed = stocktakeMoves.refusal(stocktake.state, 'assets.sync-scans');
    // What was sent before is there: a device that asks again is told so, whatever became of the stocktake.
    if (closed && applied.entries.length > 0) return closed;
    const own = new Set(places.map(({ id }) => id));
    if (applied.entries.some(({ place }) => !own.has(place))) return refuse('place-not-of-it', {}, { status: 409 });
    const conflicts = applied.lines.filter(({ conflict, how }) => conflict !== null && how === null).length;
    const result = { received: applied.entries.length, before: applied.before, conflicts };
    if (applied.entries.length === 0) return { facts: [], result };
    const sha256 = createHash('sha256').update(JSON.stringify(entries)).digest('hex');
    return {
      facts: [
        ScansReceived.of({
          object: stocktakeOf(stocktake),
          unit: stocktake.unit,
          body: { entries: applied.entries.length, conflicts, sha256 },
        }),
      ],
      result,
    };
  },
  async also(tx, { stocktake, applied, isNew }, _input, { now }) {
    if (applied.entries.length === 0) return;
    await writeLines(tx, stocktake, applied, isNew);
    await tx.run(sql`
      insert into assets.stocktake_entry (id, unit_id, stocktake_id, line_id, place_id, kind, code, quantity, at, by_id, received_at)
      select e.id, ${stocktake.unit}, ${stocktake.id}, e.line, e.place, e.kind, e.code, e.quantity, to_timestamp(e.at / 1000.0), e.by, ${now}
        from jsonb_to_recordset(${JSON.stringify(applied.entries)}::jsonb)
             as e (id uuid, line uuid, place uuid, kind text, code text, quantity int, at float8, by uuid)`);
    const done = [...applied.placesDone].map(([id, at]) => ({ id, at }));
    await tx.run(sql`
      update assets.stocktake_place p set done_at = coalesce(p.done_at, to_timestamp(d.at / 1000.0))
        from jsonb_to_recordset(${JSON.stringify(done)}::jsonb) as d (id uuid, at float8) where p.id = d.id`);
  },
});

interface LineInBook extends Omit<Line, 'book'> {
  readonly quantity: number;
  readonly expected: boolean;
  readonly place: Id | null;
  readonly room: Id | null;
  readonly cardState: string | null;
  readonly foreign: boolean;
}

const lineOf = (row: LineInBook, places: readonly PlaceRow[]): Line => {
  const { quantity, expected, place, room, cardState, foreign, ...line } = row;
  const was = places.find(({ id }) => id === place)?.room ?? null;
  const moved = expected && row.card !== null && was !== null && room !== was;
  return {
    ...line,
    book: {
      expected,
      onACard: row.card !== null,
      quantity,
      place,
      movedTo: moved ? (places.find((each) => each.room !== null && each.room === room)?.id ?? 'away') : null,
      disposed: cardState === 'disposed',
      foreign,
    },
  };
};

async function linesWhere(
  tx: Tx,
  stocktake: Id,
  places: readonly PlaceRow[],
  { lines = [], cards = [], codes = [] }: { lines?: readonly Id[]; cards?: readonly Id[]; codes?: readonly string[] },
): Promise<Line[]> {
  const rows = await tx.rows<LineInBook>(sql`
    select l.id, l.card_id as card, l.code, l.name, l.value_fen as "valueFen", l.sampled, l.state, l.conflict, l.how, l.seen_place_id as "seenPlace",
           l.seen_quantity as "seenQuantity", l.quantity, l.expected, l.place_id as place, c.room_id as room, c.state as "cardState",
           c.unit_id is distinct from l.unit_id and c.id is not null as foreign
      from assets.stocktake_line l left join assets.card c on (c.node_id, c.id) = (l.node_id, l.card_id)
     where l.stocktake_id = ${stocktake}
       and (l.id = any (${[...lines]}::uuid[]) or l.card_id = any (${[...cards]}::uuid[]) or (l.card_id is null and l.code = any (${[...codes]}::text[])))`);
  return rows.map((row) => lineOf(row, places));
}

interface NamedCard {
  readonly id: Id;
  readonly number: string;
  readonly serial: string;
  readonly name: string;
  readonly quantity: number;
  readonly valueFen: number;
  readonly state: string;
  readonly unit: Id;
}

/**
 * What each code names: our label first, then the unit's own numbers and serial numbers, then those of other units in reach. One plain question for
 * each kind of code: each goes to its index, whatever is known of the tables.
 */
async function cardsNamed(tx: Tx, unit: Id, codes: readonly string[]): Promise<ReadonlyMap<string, NamedCard>> {
  const cardsWhere = (column: Sql, values: readonly string[], type: Sql) =>
    values.length === 0
      ? []
      : tx.rows<NamedCard>(sql`
          select id, number, serial, name, quantity, value_fen as "valueFen", state, unit_id as unit from assets.card
           where ${column} = any (${[...values]}::${type})`);
  const tokens = codes.flatMap((code) => tokenIn(code) ?? []);
  const labels =
    tokens.length === 0
      ? []
      : await tx.rows<{ token: string; card: Id }>(sql`
          select token, object_id as card from kernel.label where token = any (${tokens}::text[]) and kind = 'assets.card' and revoked_at is null`);
  const byLabel = await cardsWhere(
    sql`id`,
    labels.map(({ card }) => card),
    sql`uuid[]`,
  );
  const byNumber = Map.groupBy(await cardsWhere(sql`number`, codes, sql`text[]`), ({ number }) => number);
  const left = codes.filter((code) => !byNumber.get(code)?.some((card) => card.unit === unit));
  const bySerial = Map.groupBy(await cardsWhere(sql`serial`, left, sql`text[]`), ({ serial }) => serial);
  return new Map(
    codes.flatMap((code) => {
      const label = labels.find(({ token }) => token === tokenIn(code));
      const found = [...(byNumber.get(code) ?? []), ...(bySerial.get(code) ?? [])];
      const card = byLabel.find(({ id }) => id === label?.card) ?? found.find((each) => each.unit === unit) ?? found[0];
      return card ? [[code, card] as const] : [];
    }),
  );
}

/** Lines that the codes name; what the stocktake has no line for gets one, with a new id. */
async function linesNamed(
  tx: Tx,
  { id, unit }: { readonly id: Id; readonly unit: Id },
  places: readonly PlaceRow[],
  entries: readonly Entry[],
) {
  const codes = [
    ...new Set(entries.flatMap(([, kind, , code]) => (kind === 'done' || kind === 'strike' ? [] : [code]))),
  ];
  const cards = await cardsNamed(tx, unit, codes);
  const there = await linesWhere(tx, id, places, {
    cards: [...cards.values()].map((card) => card.id),
    codes,
  });
  const byCard = new Map(there.map((line) => [line.card, line]));
  const bySurplus = new Map(there.flatMap((line) => (line.card === null ? [[line.code, line] as const] : [])));
  const lines = new Map(there.map((line) => [line.id, line]));
  const byCode = new Map<string, Id>();
  const isNew = new Set<Id>();
  for (const code of codes) {
    const card = cards.get(code);
    let line = card ? byCard.get(card.id) : bySurplus.get(code);
    if (!line) {
      line = {
        id: newId(),
        card: card?.id ?? null,
        code: card?.number ?? code,
        name: card?.name ?? '',
        valueFen: card?.valueFen ?? 0,
        sampled: false,
        state: 'waiting',
        conflict: null,
        how: null,
        seenPlace: null,
        seenQuantity: 0,
        book: {
          expected: false,
          onACard: card !== undefined,
          quantity: card?.quantity ?? 1,
          place: null,
          movedTo: null,
          disposed: card?.state === 'disposed',
          foreign: card !== undefined && card.unit !== unit,
        },
      };
      isNew.add(line.id);
      lines.set(line.id, line);
      if (card) byCard.set(card.id, line);
      else bySurplus.set(code, line);
    }
    byCode.set(code, line.id);
  }
  return { lines, byCode, isNew };
}

/** Sights of these lines, and of those that a strike takes back; whatever was struck before is left out. */
async function entriesOf(
  tx: Tx,
  stocktake: Id,
  lines: readonly Id[],
  fresh: readonly Entry[],
): Promise<readonly KeptEntry[]> {
  const strikes = fresh.flatMap(([, kind, , code]) => (kind === 'strike' && isId(code) ? [code] : []));
  const touched =
    strikes.length === 0
      ? []
      : await tx.rows<{ line: Id }>(sql`
          select line_id as line from assets.stocktake_entry where id = any (${strikes}::uuid[]) and line_id is not null`);
  const struck = new Set(
    (
      await tx.rows<{ code: string }>(
        sql`select code from assets.stocktake_entry where stocktake_id = ${stocktake} and kind = 'strike'`,
      )
    ).map(({ code }) => code),
  );
  const entries = await tx.rows<KeptEntry>(sql`
    select id, line_id as line, kind, code, place_id as place, quantity, by_id as by, (extract(epoch from at) * 1000)::float8 as at
      from assets.stocktake_entry
     where stocktake_id = ${stocktake} and kind not in ('done', 'strike')
       and line_id = any (${[...lines, ...touched.map(({ line }) => line)]}::uuid[])
     order by at, id`);
  return entries.filter(({ id }) => !struck.has(id));
}

async function writeLines(
  tx: Tx,
  { id, unit }: { readonly id: Id; readonly unit: Id },
  { lines }: Applied,
  isNew: ReadonlySet<Id>,
): Promise<void> {
  const rows = lines.map(({ book, ...line }) => ({ ...line, quantity: book.quantity, fresh: isNew.has(line.id) }));
  const shape = sql`
    jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as l (id uuid, card uuid, code text, name text, quantity int, "valueFen" bigint, state text, conflict text, "seenPlace" uuid, "seenQuantity" int,
            at float8, how text, fresh boolean)`;
  await tx.run(sql`
    insert into assets.stocktake_line (id, unit_id, stocktake_id, card_id, code, name, quantity, value_fen, expected, state, conflict, seen_place_id,
                                       seen_quantity, seen_at, how)
    select l.id, ${unit}, ${id}, l.card, l.code, l.name, l.quantity, l."valueFen", false, l.state, l.conflict, l."seenPlace", l."seenQuantity",
           to_timestamp(l.at / 1000.0), l.how
      from ${shape} where l.fresh`);
  await tx.run(sql`
    update assets.stocktake_line t set state = l.state, conflict = l.conflict, seen_place_id = l."seenPlace", seen_quantity = l."seenQuantity",
           seen_at = to_timestamp(l.at / 1000.0), how = l.how, version = t.version + 1
      from ${shape} where not l.fresh and t.id = l.id`);
  await tx.run(sql`
    update assets.card c set seen_at = greatest(c.seen_at, to_timestamp(l.at / 1000.0))
      from ${shape} where l.card is not null and l.at is not null and c.id = l.card and l.state <> 'waiting'`);
  // What nobody expected and whose only sight was a mistake is no difference.
  const gone = lines.filter(({ book, state }) => !book.expected && state === 'waiting').map((line) => line.id);
  if (gone.length > 0) await tx.run(sql`delete from assets.stocktake_line where id = any (${gone}::uuid[])`);
}
