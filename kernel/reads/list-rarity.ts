import { send, together } from '../database/send.ts';
import { empty, sql } from '../database/sql.ts';
import type { Tx } from '../database/tx.ts';
import { soughtByRun } from './bigrams.ts';
import { ident } from './list-conditions.ts';
import type { List } from './list.ts';

/** How words that are rare are looked up at once. */
export interface Rarity {
  /** Pieces that narrow: the index is asked for them. */
  readonly byIndex: readonly string[];
  /** Pieces that very many rows hold: in the index each is a list nearly as long as the table, in a row that was fetched anyway it costs next to nothing. */
  readonly byRow: readonly string[];
  /** Whatever is in more rows is not rare, whatever the statistics said. */
  readonly most: number;
}

/** A piece in more than this share of the rows narrows too little for its list to be read. */
const often = 1 / 5;
/** Of longer words the first pieces tell enough: each costs the planning of a statement. */
const askedMost = 12;
/** Statistics move slowly, and a wrong estimate costs time and nothing else. */
const believedMs = 600_000;
const keptMost = 4_000;

const estimates = new Map<string, { readonly rows: number; readonly at: number }>();

/**
 * Whether the words are probably in so few rows that a page of them is sooner found by looking all of them up than by looking through rows in its order: because
 * among the first `through` there would not be a page of them, or because more rows would be looked through than half of those that are looked up. A row that is
 * looked up costs half, since it comes in the order of the table and its pieces are not compared.
 *
 * The planner's statistics of the pieces say so. It takes them for independent, and so expects next to nothing of any word of three characters. Here the
 * rarest piece speaks for all; only the digits of a number are taken for independent.
 * @param page rows that fill a page
 * @returns undefined where they are not rare, or the ledger is no longer than what would be looked through
 */
export async function rarityOf(
  tx: Tx,
  { list, words, page, through }: { list: List; words: string; page: number; through: number },
): Promise<Rarity | undefined> {
  const [all = 0] = await estimated(tx, list, [null]);
  if (all <= through) return undefined;
  const few = Math.max((page / through) * all, Math.sqrt(2 * page * all));
  const runs = soughtByRun(words);
  const pieces = runs.flat();
  const asked = pieces.slice(0, askedMost);
  const rows = await estimated(tx, list, asked);
  const shares = new Map(asked.map((piece, at) => [piece, Math.min(1, rows[at]! / all)]));
  const shareOf = (piece: string) => shares.get(piece) ?? 1;
  const found = (of: readonly string[]) =>
    all *
    Math.min(
      1,
      ...runs.map((run) =>
        shareOfRun(
          run.filter((piece) => of.includes(piece)),
          shareOf,
        ),
      ),
    );
  if (found(pieces) > few) return undefined;
  const most = Math.ceil(few * 1.25);
  const narrow = pieces.filter((piece) => !shares.has(piece) || shareOf(piece) <= often);
  if (narrow.length === 0 || found(narrow) > few) return { byIndex: pieces, byRow: [], most };
  return { byIndex: narrow, byRow: pieces.filter((piece) => !narrow.includes(piece)), most };
}

const shareOfRun = (run: readonly string[], shareOf: (piece: string) => number): number =>
  run.some((piece) => /\p{N}/u.test(piece))
    ? run.reduce((share, piece) => share * shareOf(piece), 1)
    : Math.min(1, ...run.map(shareOf));

/** The planner's estimates of rows that hold each piece; of null, of all rows. */
async function estimated(tx: Tx, list: List, pieces: readonly (string | null)[]): Promise<readonly number[]> {
  return together(
    pieces.map(async (piece) => {
      const key = JSON.stringify([list.view, list.search, piece]);
      const known = estimates.get(key);
      if (known && performance.now() - known.at < believedMs) return known.rows;
      const such = piece === null ? empty : sql` where ${ident(list.search!)} @> ${[piece]}::text[]`;
      const { rows } = await send(tx.client, sql`explain (format json) select 1 from ${ident(list.view)}${such}`);
      const [{ Plan }] = rows[0]!['QUERY PLAN'] as [{ Plan: { 'Plan Rows': number } }];
      if (estimates.size >= keptMost) estimates.clear();
      estimates.set(key, { rows: Plan['Plan Rows'], at: performance.now() });
      return Plan['Plan Rows'];
    }),
  );
}
