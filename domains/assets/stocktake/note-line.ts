import { type Id, notFound, Refused, sql, verb } from '@opengoa/kernel';
import { attachFiles } from '@opengoa/kernel/files';
import { LineNoted, NoteLine } from './contract.ts';
import { stocktakeMoves, stocktakeOf } from './stocktake.ts';
import { findStocktake } from './stocktake-store.ts';

/** 记录实物情况: condition, a note and photos of what stands there, by the code on it; the place of the photos is the stocktake. */
export const noteLine = verb('assets.note-line', {
  title: { zh: '记录实物情况', en: 'Note the condition of a thing' },
  input: NoteLine,
  who: ['assets-clerk', 'clerk'],
  on: 'assets.stocktake',
  facts: [LineNoted],
  refusals: ['not-now'],
  object: ({ stocktake }) => stocktake,
  async load(tx, { stocktake: id, code }) {
    const stocktake = await findStocktake(tx, id);
    const line = await tx.maybe<{ id: Id }>(sql`
      select l.id from assets.stocktake_line l
       where l.stocktake_id = ${id} and (l.code = ${code}
             or l.id = (select line_id from assets.stocktake_entry e where e.stocktake_id = ${id} and e.code = ${code} and line_id is not null limit 1))
       order by l.card_id is null limit 1`);
    if (!line) throw new Refused(notFound());
    return { stocktake, line };
  },
  at: ({ stocktake }) => ({ unit: stocktake.unit }),
  decide({ stocktake, line }, { condition, note, photos }) {
    const closed = stocktakeMoves.refusal(stocktake.state, 'assets.note-line');
    if (closed) return closed;
    return [
      LineNoted.of({
        object: stocktakeOf(stocktake),
        unit: stocktake.unit,
        body: { line: line.id, condition: condition ?? null, note, photos: photos.length },
      }),
    ];
  },
  also: (tx, { stocktake }, { photos }) => attachFiles(tx, stocktakeOf(stocktake), photos),
});
