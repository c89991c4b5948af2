import type { Actor } from '../actor.ts';
import { empty, join, raw, sql, type Sql } from '../database/sql.ts';
import { type Answer, send, sendPlain, type Statement, together } from '../database/send.ts';
import type { Tx } from '../database/tx.ts';
import { grantsFor } from '../rights/rights.ts';
import { ident } from './list-conditions.ts';
import { type Rarity, rarityOf } from './list-rarity.ts';
import type { List } from './list.ts';
import type { ListQuery } from './list-query.ts';
import type { ListScope } from './list-scope.ts';

type Row = Record<string, unknown>;

/** Where a page begins: behind this value of the sort column and this id. */
export type Cursor = readonly [value: unknown, id: string] | null;

export interface PageQuery {
  readonly list: List;
  readonly query: ListQuery;
  readonly scope: ListScope;
  readonly where: Sql;
  /** What was searched for; null where nothing was. */
  readonly search: Sql | null;
  readonly cursor: Cursor;
}

/** Rows as they were found, or as the text they are answered with. */
export interface Page<Shown> {
  readonly rows: Shown;
  readonly count: number;
  /** What the list's moves look at, for each row, where rows are text and the list names it. */
  readonly lookedAt?: readonly string[];
  /** The last row that was looked at, where there are more behind it: there the next page begins. */
  readonly next: Cursor;
  /** How many rows hold what was searched for from the cursor on, where all of them were looked up. */
  readonly found?: number | undefined;
}

/** The name under which a page carries the sort column to the last digit: numbers and instants of the program have fewer than the database's. */
const exactly = 'sorted exactly by';
/** The name under which each row carries how many were found. */
const inAll = 'found in all';

/** One row more than the page holds tells whether there is another. What rights do not cover is left out, should the database ever show it. */
export async function askRows(tx: Tx, page: PageQuery): Promise<Page<readonly Row[]>> {
  const { query, scope } = page;
  const found = await ask(tx, page, {
    written: (rows) => rows,
    count: (rows) => rows.length,
    found: ([first]) => (first?.[inAll] as number | undefined) ?? null,
  });
  const more = found.length > query.size;
  const looked = more ? found.slice(0, query.size) : found;
  const rows = looked.filter((row) => scope.covers(row));
  const last = looked.at(-1);
  const next: Cursor = more && last ? [last[exactly], last['id'] as string] : null;
  return { rows, count: rows.length, next, found: last?.[inAll] as number | undefined };
}

/**
 * Whether the database itself may write the rows of the answer: no value is masked for this reader, and what the list's moves look at is shown.
 */
export const isWrittenThere = (list: List, query: ListQuery, actor: Actor): boolean =>
  query.sort.column in list.columns &&
  (list.moves === undefined || !list.who.includes('self') || 'person_id' in list.columns) &&
  Object.values(list.columns).every(({ personal }) => !personal || grantsFor(actor, personal.seenBy).length > 0);

/** Stands between the rows of a text and in none of them: a line break inside a value is written as two characters in JSON. */
export const betweenRows = ',\n';

/**
 * The same page as JSON text without its brackets, each row in the form `askRows` and `JSON.stringify` would give. It costs the program a third
 * of what rows cost.
 */
export async function askText(tx: Tx, page: PageQuery): Promise<Page<string>> {
  const { list, query, scope } = page;
  const persons = scope.byPerson ? sql`, string_agg(coalesce(p.person_id::text, '-'), ' ') as persons` : empty;
  const nth = raw(String(query.size));
  const { movesBy } = list;
  const told = movesBy ? sql`, string_agg(row_to_json(m)::text, E'\\n') as told` : empty;
  const besides = movesBy
    ? sql` cross join lateral (select ${join(
        movesBy.map((name) => sql`p.${ident(name)}`),
        ', ',
      )}) m`
    : empty;
  const written = (rows: Sql, lookedUp: boolean) => sql`
    select string_agg(row_to_json(s)::text, E',\\n') as rows, string_agg(coalesce(p.unit_id::text, '-'), ' ') as units${persons}${told},
           (array_agg(p.${ident(exactly)}))[${nth}] as at, (array_agg(p.id))[${nth}] as id, count(*)::int as count${lookedUp ? sql`, max(p.${ident(inAll)}) as found` : empty}
      from (${rows}) p cross join lateral (select ${shownOf(list)}) s${besides}`;
  const [answer] = await ask(tx, page, {
    written,
    count: ([only]) => only!['count'] as number,
    found: ([only]) => only!['found'] as number | null,
  });
  const found = (answer?.['rows'] as string | null) ?? '';
  const units = (answer?.['units'] as string | null)?.split(' ') ?? [];
  const people = (answer?.['persons'] as string | null | undefined)?.split(' ') ?? [];
  const more = units.length > query.size;
  if (more) units.length = query.size;
  const looked = more ? found.slice(0, found.lastIndexOf(betweenRows)) : found;
  const next: Cursor = more ? [answer!['at'], answer!['id'] as string] : null;
  const lookedAt = (answer?.['told'] as string | null | undefined)?.split('\n').slice(0, units.length);
  const all = (answer?.['found'] as number | null | undefined) ?? undefined;
  const covered = units.map((unit, at) => scope.covers({ unit_id: unit, person_id: people[at] }));
  if (covered.every(Boolean))
    return { rows: looked, count: units.length, next, found: all, ...(lookedAt ? { lookedAt } : {}) };
  const rows = looked.split(betweenRows).filter((_, at) => covered[at]);
  const of = lookedAt?.filter((_, at) => covered[at]);
  return { rows: rows.join(betweenRows), count: rows.length, next, found: all, ...(of ? { lookedAt: of } : {}) };
}

const shownBy = new WeakMap<List['columns'], Sql>();

/** What a row shows, from the page `p`: in the order and in the forms of JSON.stringify. */
function shownOf({ columns }: List): Sql {
  const known = shownBy.get(columns);
  if (known) return known;
  const shown = [...new Set(['id', 'unit_id', ...Object.keys(columns)])].map((name) => {
    const value = sql`p.${ident(name)}`;
    const kind = columns[name]?.kind;
    // Only so is it free of line breaks.
    if (kind === 'json') return sql`to_jsonb(${value}) as ${ident(name)}`;
    if (kind !== 'instant') return value;
    return sql`to_char(${value} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as ${ident(name)}`;
  });
  const all = join(shown, ', ');
  shownBy.set(columns, all);
  return all;
}

interface Asking {
  /** The statement around the one that finds the rows. */
  readonly written: (rows: Sql, lookedUp: boolean) => Sql;
  /** How many rows the answer holds. */
  readonly count: (answer: readonly Row[]) => number;
  /** How many were looked up; null where none was. */
  readonly found: (answer: readonly Row[]) => number | null;
}

/**
 * So many rows are looked at in the order of the page before what is searched for is looked up. A word that fills no page of these is in one row of a
 * hundred at most, and fetching all that hold it costs about as much as looking through these did.
 */
const lookedThrough = 5_000;
/** Of one unit, whose rows an index finds by unit and piece: looking up is cheap there, and a word in a twentieth of its rows still fills the page. */
const lookedThroughOfUnit = 1_000;
/** Larger pages (exports) are not looked for among a few. */
const largestPage = 200;

/**
 * Asks for a page, prepared. What is searched for is looked for twice at most: a frequent word fills the page from the first rows in its order,
 * where looking it up would bring a tenth of the table; a rare one is looked up, and there are few rows to sort. Which it is, `rarityOf` says
 * beforehand; what it was wrong about is given up soon and looked for.
 */
async function ask(tx: Tx, page: PageQuery, { written, count, found }: Asking): Promise<readonly Row[]> {
  const { search, query, list, scope } = page;
  if (!search) {
    const statement = written(pageSql(page), false);
    return (await (readInOrder(page) ? sendUnderOnePlan(tx, statement) : send(tx.client, statement))).rows;
  }
  const units = list.searchByUnit ? scope.units : null;
  const lookedUp = async (rarity?: Rarity) => {
    const { text, values } = written(pageSql({ ...page, rarity }), true);
    return (await send(tx.client, { text, values, fresh: true })).rows;
  };
  if (query.size <= largestPage && units === null) {
    const rarity = await rarityOf(tx, { list, words: query.q!, page: query.size + 1, through: lookedThrough });
    const rows = rarity && (await lookedUp(rarity));
    if (rows && (found(rows) ?? 0) <= rarity.most) return rows;
  }
  // No index gives the rows of several units in the order of the page: all of them would be sorted.
  if (query.size <= largestPage && (units === null || units.length === 1)) {
    const among = units ? lookedThroughOfUnit : lookedThrough;
    const { rows } = await send(tx.client, written(pageSql({ ...page, among }), false));
    if (count(rows) > query.size) return rows;
  }
  return lookedUp();
}

/** Whether an index holds what is asked for in the order of the page, whatever its value is. Rows of a few units are found by their own indexes. */
const readInOrder = ({ list: { ordered, order }, query, scope }: PageQuery): boolean =>
  ordered !== undefined &&
  scope.units === null &&
  !scope.byPerson &&
  query.sort.column === order.replace(/^-/, '') &&
  query.filters.length <= 1 &&
  query.filters.every(({ column, any }) => ordered.includes(column) && any?.length === 1);

/** Planning for each value costs such a page more than running it, and the plan is the same each time (docs/figures.md). */
async function sendUnderOnePlan({ client }: Tx, { text, values }: Statement): Promise<Answer> {
  const [, answer] = await together<[unknown, Answer, unknown]>([
    sendPlain(client, 'set local plan_cache_mode = force_generic_plan'),
    send(client, { text, values }),
    sendPlain(client, 'set local plan_cache_mode = auto'),
  ]);
  return answer;
}

interface Looking {
  readonly among?: number;
  readonly rarity?: Rarity | undefined;
}

/**
 * The rows of a page. What is searched for is looked up, where it is rare no further than shows that it is not, or looked for among so many rows in the
 * order of the page.
 */
function pageSql({ list, query, scope, where, search, cursor, among, rarity }: PageQuery & Looking): Sql {
  const { column, down } = query.sort;
  const by = ident(column);
  const way = raw(down ? 'desc' : 'asc');
  const nullable = list.columns[column]?.sort === 'nullable';
  const nulls = nullable ? raw(' nulls last') : empty;
  const wanted = ['id', 'unit_id', ...(scope.byPerson ? ['person_id'] : []), ...Object.keys(list.columns), column];
  const columns = join([...[...new Set(wanted)].map(ident), sql`${by}::text as ${ident(exactly)}`], ', ');
  // Limits stand in the text: as parameters the planner would not know that few rows are wanted.
  const limit = (rows: number) => raw(`limit ${rows}`);
  const order = sql`order by ${by} ${way}${nulls}, id ${way}`;
  const after = cursor ? beyond(by, down, nullable, cursor) : empty;
  const view = sql`${ident(list.view)} where ${where} and ${scope.narrow}${after}`;
  const most = limit(query.size + 1);
  if (!search) return sql`select ${columns} from ${view} ${order} ${most}`;
  // First which rows, then what they show: columns that a view reckons are reckoned for the page alone.
  const looked = sql`id, ${by}`;
  if (among !== undefined) {
    const first = sql`select id from (select ${looked}, ${ident(list.search!)} from ${view} ${order} ${limit(among)}) first where ${search} ${order} ${most}`;
    return sql`select ${columns} from ${view} and id = any (array(${first})) ${order} ${most}`;
  }
  const [such, ofThese] = rarity ? [rarelyHeld(list, rarity), limit(rarity.most + 1)] : [search, empty];
  const held = (within: Sql) =>
    sql`select ${looked} from ${ident(list.view)} where ${where} and ${within}${after} and ${such} ${ofThese}`;
  // Unit by unit: of several at once the planner would look up the pieces in the whole tree, since it expects next to none.
  const found =
    list.searchByUnit && scope.units && scope.units.length > 1
      ? sql`select f.* from unnest(${[...scope.units]}::uuid[]) own (unit) cross join lateral (${held(sql`unit_id = own.unit`)} offset 0) f`
      : held(scope.whole);
  return sql`with found as materialized (${found})
    select ${columns}, (select count(*)::int from found) as ${ident(inAll)} from ${view} and id = any (array(select id from found ${order} ${most})) ${order} ${most}`;
}

/** As an expression of the column, pieces are compared in the rows and not looked up. */
function rarelyHeld({ search }: List, { byIndex, byRow }: Rarity): Sql {
  const held = sql`${ident(search!)} @> ${[...byIndex]}::text[]`;
  return byRow.length === 0 ? held : sql`${held} and (${ident(search!)} || '{}'::text[]) @> ${[...byRow]}::text[]`;
}

function beyond(by: Sql, down: boolean, nullable: boolean, [value, id]: readonly [unknown, string]): Sql {
  const past = raw(down ? '<' : '>');
  if (!nullable) return sql` and (${by}, id) ${past} (${value}, ${id}::uuid)`;
  if (value === null) return sql` and ${by} is null and id ${past} ${id}::uuid`;
  return sql` and ((${by}, id) ${past} (${value}, ${id}::uuid) or ${by} is null)`;
}
