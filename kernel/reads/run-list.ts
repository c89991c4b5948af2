import type { Actor } from '../actor.ts';
import type { ListAnswer } from '../api-shapes.ts';
import type { Context } from '../context.ts';
import { empty, sql } from '../database/sql.ts';
import { actorKey } from '../database/step-in.ts';
import type { Tx } from '../database/tx.ts';
import type { Kernel } from '../kernel.ts';
import { isRefusal, notFound, refuse, type Refusal } from '../refusal.ts';
import type { Organisation } from '../organisation/organisation.ts';
import { grantsFor, personsOf } from '../rights/rights.ts';
import { conditions, ident, searchCondition } from './list-conditions.ts';
import { askRows, askText, betweenRows, type Cursor, isWrittenThere, type Page, type PageQuery } from './list-page.ts';
import type { List } from './list.ts';
import { parseListQuery, type ListQuery } from './list-query.ts';
import { scopeOfList } from './list-scope.ts';
import { estimatedBefore, sumsOf, type Told, type Total, totalOf } from './list-total.ts';
import { mask } from './mask.ts';
import { admitReader, mayDo, reading } from './run-read.ts';
import { openCursor, sealCursor } from './sealed-cursor.ts';

type Row = Record<string, unknown>;

/** One page of a ledger, with its total, and sums over the filter when asked for. */
export async function runList(kernel: Kernel, name: string, query: Row, actor: Actor): Promise<ListAnswer | Refusal> {
  const answer = await answerList(kernel, name, query, actor, askRows);
  if (isRefusal(answer)) return answer;
  const { list, rows, context, rest } = answer;
  return { rows: rows.map((row) => shape(kernel, list, row, actor, context)), ...rest };
}

/** The same answer as JSON text; where nothing is masked for this reader, the database has written its rows. */
export async function runListText(kernel: Kernel, name: string, query: Row, actor: Actor): Promise<string | Refusal> {
  const list = kernel.lists.get(name);
  const parsed = list && parseListQuery(list, query);
  if (!list || !parsed || 'unfit' in parsed || !isWrittenThere(list, parsed, actor)) {
    const answer = await runList(kernel, name, query, actor);
    return isRefusal(answer) ? answer : JSON.stringify(answer);
  }
  const answer = await answerList(kernel, name, query, actor, askText);
  if (isRefusal(answer)) return answer;
  const { rows, lookedAt, context, rest } = answer;
  const shown = list.moves && rows !== '' ? withOffers(kernel, list, { rows, lookedAt }, actor, context) : rows;
  return `{"rows":[${shown}],${JSON.stringify(rest).slice(1)}`;
}

interface Answered<Shown> {
  readonly list: List;
  readonly context: Context;
  readonly rows: Shown;
  readonly lookedAt: readonly string[] | undefined;
  readonly rest: { readonly next?: string; readonly total: Total; readonly sums?: Readonly<Record<string, number>> };
}

async function answerList<Shown>(
  kernel: Kernel,
  name: string,
  query: Row,
  actor: Actor,
  ask: (tx: Tx, page: PageQuery) => Promise<Page<Shown>>,
): Promise<Answered<Shown> | Refusal> {
  const list = kernel.lists.get(name);
  if (!list) return notFound();
  const refused = admitReader(actor, list.who);
  if (refused) return refused;
  const parsed = parseListQuery(list, query);
  if ('unfit' in parsed) return refuse('input-not-fitting', { fields: parsed.unfit }, { status: 400 });
  const cursor = cursorOf(kernel, list, parsed, actor);
  if (isRefusal(cursor)) return cursor;
  const at = { actor, who: list.who, room: name.slice(0, name.indexOf('.')) };
  return reading(kernel, at, async (tx, context, _holds, over) => {
    const scope = scopeOfList(kernel, list, actor, context);
    const where = conditions(kernel, list, parsed, context);
    const question = boundTo(list, parsed, actor);
    const known = parsed.after === null ? estimatedBefore(question) : pagesOn;
    const search = searchCondition(list, parsed);
    const asking = ask(tx, { list, query: parsed, scope, where, search, cursor });
    if (known && !parsed.sums && !search) over();
    const { rows, count, next, lookedAt, found } = await asking;
    const counted = sql`${where}${search ? sql` and ${search}` : empty} and ${scope.whole}`;
    const summed = parsed.sums ? Object.keys(list.columns).filter((key) => list.columns[key]!.sum) : [];
    const counting = { view: ident(list.view), where: counted };
    // Whoever had all rows looked up for the page need not have them counted.
    const lookedUp: Total | undefined = found === undefined || parsed.sums ? undefined : { count: found, exact: true };
    const before = known ?? lookedUp;
    const told: Told = next
      ? before
        ? { total: before }
        : // Sums are told of what was counted to the end.
          await totalOf(tx, { ...counting, question, searched: search !== null && !parsed.sums, summed })
      : {
          total: parsed.after === null ? { count, exact: true } : pagesOn,
          ...(summed.length > 0 && parsed.after === null ? { sums: await sumsOf(tx, counting, summed) } : {}),
        };
    return {
      list,
      context,
      rows,
      lookedAt,
      rest: { ...(next ? { next: sealCursor(kernel.cursorKey, question, next) } : {}), ...told },
    };
  });
}

/** A later page says nothing of the total: the first one did. */
const pagesOn: Total = { count: -1, exact: false };

/** Every row of a ledger under its filter, in batches, for exports: the same conditions, rights and masks as the page. */
export async function* allRows(
  kernel: Kernel,
  list: List,
  query: ListQuery,
  actor: Actor,
  limit: number,
): AsyncGenerator<Row[]> {
  let at: Cursor = null;
  for (let given = 0; given < limit;) {
    const size = Math.min(5_000, limit - given);
    const from: Cursor = at;
    const page: Page<readonly Row[]> = await reading(
      kernel,
      { actor, who: list.who, room: list.name.slice(0, list.name.indexOf('.')) },
      async (tx, context, _holds, over) => {
        const scope = scopeOfList(kernel, list, actor, context);
        const where = conditions(kernel, list, query, context);
        const search = searchCondition(list, query);
        const found = await askRows(tx, { list, query: { ...query, size }, scope, where, search, cursor: from });
        over();
        const unmoved = { ...list, moves: undefined } as unknown as List;
        return { ...found, rows: found.rows.map((row) => shape(kernel, unmoved, row, actor, context)) };
      },
    );
    if (page.count > 0) yield [...page.rows];
    given += page.count;
    if (!page.next) return;
    at = page.next;
  }
}

const boundTo = (list: List, query: ListQuery, actor: Actor) =>
  JSON.stringify([list.name, actorKey(actor), query.q, query.filters, query.sort]);

function cursorOf(kernel: Kernel, list: List, query: ListQuery, actor: Actor): Cursor | Refusal {
  if (query.after === null) return null;
  const opened = openCursor(kernel.cursorKey, boundTo(list, query, actor), query.after);
  return Array.isArray(opened) && opened.length === 2
    ? (opened as unknown as Cursor)
    : refuse('cursor-not-fitting', {}, { status: 400 });
}

function shape(
  kernel: Kernel,
  list: List,
  row: Row,
  actor: Actor,
  context: Context,
): Row & { may?: readonly string[] } {
  const shown: Row = { id: row['id'], unit_id: row['unit_id'] };
  for (const key of Object.keys(list.columns)) {
    const column = list.columns[key]!;
    const value = row[key];
    shown[key] =
      column.personal && !grantsFor(actor, column.personal.seenBy).length ? mask(column.personal.mask, value) : value;
  }
  if (!list.moves) return shown;
  return { ...shown, may: mayDo(kernel, actor, list.moves(row), context) };
}

/** Offers told so far, by list and rights. An organisation does not change; another one takes its place, and what was judged in it goes with it. */
const judged = new WeakMap<Organisation, Map<string, Map<string, string>>>();
const rightsKept = 200;
/** Of each; an offer is some hundred characters. */
const offersKept = 2_000;

function offersOf({ organisation }: Context, rights: string): Map<string, string> {
  const all = judged.get(organisation) ?? new Map<string, Map<string, string>>();
  judged.set(organisation, all);
  let offers = all.get(rights);
  if (!offers) {
    if (all.size >= rightsKept) all.clear();
    all.set(rights, (offers = new Map()));
  }
  if (offers.size >= offersKept) offers.clear();
  return offers;
}

/**
 * Each row of the text with what may be done with it. Its moves are told what they would be told of a row that was fetched. Where a list names what they
 * look at, rows that are alike in it are judged once for whoever has the same rights.
 */
function withOffers(
  kernel: Kernel,
  list: List,
  { rows, lookedAt }: { readonly rows: string; readonly lookedAt: readonly string[] | undefined },
  actor: Actor,
  context: Context,
): string {
  const instants = Object.keys(list.columns).filter((name) => list.columns[name]!.kind === 'instant');
  const offers = lookedAt
    ? offersOf(context, JSON.stringify([list.name, actor.kind, personsOf(actor), actor.grants]))
    : new Map<string, string>();
  const told = rows.split(betweenRows).map((line, at) => {
    const seen = lookedAt?.[at] ?? line;
    let may = offers.get(seen);
    if (may === undefined) {
      const row = JSON.parse(seen) as Row;
      for (const name of instants) if (row[name]) row[name] = new Date(row[name] as string);
      may = JSON.stringify(mayDo(kernel, actor, list.moves!(row), context));
      offers.set(seen, may);
    }
    return `${line.slice(0, -1)},"may":${may}}`;
  });
  return told.join(betweenRows);
}
