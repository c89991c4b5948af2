import { type Id, notFound, refuse, sql, verb } from '@opengoa/kernel';
import { DifferencesSettled, SettleDifference } from './contract.ts';
import { stocktakeMoves, stocktakeOf, waysOf } from './stocktake.ts';
import { lineColumns, type LineRow, lockStocktake, placesOf } from './stocktake-store.ts';
import { lineStates } from './words.zh.ts';

/** 说明盘点差异: how a difference or a conflict is to be understood; several alike at once. What follows from it happens when the stocktake is sealed. */
export const settleDifference = verb('assets.settle-difference', {
  title: { zh: '说明差异', en: 'Explain a difference' },
  input: SettleDifference,
  who: ['assets-clerk', 'clerk'],
  on: 'assets.stocktake',
  facts: [DifferencesSettled],
  refusals: ['not-now', 'same-line-twice', 'not-found', 'place-not-of-it', 'way-not-open'],
  object: ({ stocktake }) => stocktake,
  async load(tx, { stocktake: id, lines: asked }) {
    const stocktake = await lockStocktake(tx, id);
    const lines = await tx.rows<LineRow & { readonly foreign: boolean }>(sql`
      select ${lineColumns}, coalesce(c.unit_id <> l.unit_id, false) as foreign
        from assets.stocktake_line l left join assets.card c on (c.node_id, c.id) = (l.node_id, l.card_id)
       where l.stocktake_id = ${id} and l.id = any (${[...asked]}::uuid[]) order by l.id for update of l`);
    const places: ReadonlySet<Id> = new Set((await placesOf(tx, id)).map((place) => place.id));
    return { stocktake, lines, places };
  },
  at: ({ stocktake }) => ({ unit: stocktake.unit }),
  decide({ stocktake, lines, places }, { lines: asked, how, place, why }) {
    const closed = stocktakeMoves.refusal(stocktake.state, 'assets.settle-difference');
    if (closed) return closed;
    if (new Set(asked).size < asked.length) return refuse('same-line-twice');
    if (lines.length < asked.length) return notFound();
    if (place !== undefined && !places.has(place)) return refuse('place-not-of-it', {}, { status: 409 });
    const odd = lines.find((line) => !waysOf(line).includes(how));
    if (odd) return refuse('way-not-open', { code: odd.code, state: lineStates[odd.state] }, { status: 409 });
    return [
      DifferencesSettled.of({
        object: stocktakeOf(stocktake),
        unit: stocktake.unit,
        body: { lines: asked, how, place: how === 'move-here' ? (place ?? null) : null, why },
      }),
    ];
  },
});
