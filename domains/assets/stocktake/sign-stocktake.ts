import { createHash } from 'node:crypto';
import { type Id, newId, refuse, sql, stale, verb } from '@opengoa/kernel';
import { SignStocktake, StocktakeSealed, StocktakeSigned } from './contract.ts';
import { resultOf } from './result.ts';
import { isOpen, signers, stocktakeMoves, stocktakeOf } from './stocktake.ts';
import { linesOf, type LineRow, lockStocktake, nextNumber, placesOf } from './stocktake-store.ts';
import { stocktakePaper } from './stocktake-paper.ts';

/**
 * 盘点签字: two people sign. The first freezes what was seen; the second seals it: the paper with both names is written, its hash goes on the Record,
 * and what was decided of each difference takes effect in the ledger.
 */
export const signStocktake = verb('assets.sign-stocktake', {
  title: { zh: '签字', en: 'Sign the stocktake' },
  input: SignStocktake,
  who: signers,
  on: 'assets.stocktake',
  facts: [StocktakeSigned, StocktakeSealed],
  refusals: ['not-now', 'stale-version', 'places-open', 'differences-open', 'signed-before'],
  object: ({ stocktake }) => stocktake,
  async load(tx, { stocktake: id }, { actor, now, organisation, today }) {
    const stocktake = await lockStocktake(tx, id);
    const [lines, places] = [await linesOf(tx, id), await placesOf(tx, id)];
    const result = resultOf(lines, stocktake.blind);
    const linesSha256 = hashOf(lines);
    const known = { stocktake, lines, places, result, linesSha256 };
    const seals = stocktake.state === 'signed' && actor.person !== stocktake.firstBy;
    if (!seals) return { ...known, sealed: null };
    const year = Number(today.slice(0, 4));
    const paperOf = async (needed: boolean) =>
      needed
        ? {
            id: newId(),
            number: `PDD-${year}-${String(await nextNumber(tx, 'stocktake-paper', year)).padStart(4, '0')}`,
          }
        : null;
    const movePaper = await paperOf(lines.some(({ how, card }) => how === 'move-here' && card !== null));
    const lossPaper = await paperOf(lines.some(({ how }) => how === 'lost'));
    const content = stocktakePaper({
      stocktake,
      unitName: organisation.unit(stocktake.unit)?.name ?? '',
      lines,
      places,
      result,
      linesSha256,
      second: { name: actor.name, at: now },
      papers: [movePaper, lossPaper].flatMap((paper) => paper?.number ?? []),
    });
    const sha256 = createHash('sha256').update(content).digest('hex');
    return { ...known, sealed: { content, sha256, movePaper, lossPaper } };
  },
  at: ({ stocktake }) => ({ unit: stocktake.unit }),
  decide({ stocktake, lines, places, result, linesSha256, sealed }, { version }, { actor }) {
    const closed = stocktakeMoves.refusal(stocktake.state, 'assets.sign-stocktake');
    if (closed) return closed;
    if (stocktake.state === 'signed' && (actor.person === null || actor.person === stocktake.firstBy))
      return refuse('signed-before', {}, { status: 409 });
    if (version !== stocktake.version) return stale({ version: stocktake.version });
    const about = { object: stocktakeOf(stocktake), unit: stocktake.unit };
    if (sealed) {
      const { sha256, movePaper, lossPaper } = sealed;
      return [
        StocktakeSealed.of({ ...about, body: { result, linesSha256, paperSha256: sha256, movePaper, lossPaper } }),
      ];
    }
    // A place where the book has nothing is walked only if somebody wants to.
    const expecting = new Set<Id | null>(lines.flatMap(({ expected, place }) => (expected ? [place] : [])));
    const open = places.filter(({ id, doneAt }) => doneAt === null && expecting.has(id));
    if (open.length > 0)
      return refuse(
        'places-open',
        {
          count: open.length,
          names: open
            .slice(0, 5)
            .map(({ name }) => name)
            .join('、'),
        },
        { status: 409 },
      );
    const differences = lines.filter(isOpen).length;
    if (differences > 0) return refuse('differences-open', { count: differences }, { status: 409 });
    return [StocktakeSigned.of({ ...about, body: { result, linesSha256 } })];
  },
  async also(tx, { stocktake, sealed }) {
    if (!sealed) return;
    await tx.run(sql`
      insert into assets.stocktake_paper (id, unit_id, content, sha256)
      values (${stocktake.id}, ${stocktake.unit}, decode(${sealed.content.toString('hex')}, 'hex'), ${sealed.sha256})`);
  },
});

/** Of every line as it was signed: whoever has the lines can reckon it again. */
const hashOf = (lines: readonly LineRow[]): string => {
  const hash = createHash('sha256');
  for (const line of lines)
    hash.update(
      `${JSON.stringify([line.id, line.card, line.code, line.expected, line.quantity, line.place, line.state, line.conflict, line.seenPlace, line.seenQuantity, line.how, line.why])}\n`,
    );
  return hash.digest('hex');
};
