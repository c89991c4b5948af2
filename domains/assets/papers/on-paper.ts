import { type Context, type Id, sql, type Tx } from '@opengoa/kernel';
import type { Card } from '../cards/card.ts';
import { cardsWhere } from '../cards/card-store.ts';
import type { Paper } from './paper.ts';
import { linesOf, lockPaper, openTaskOf } from './paper-store.ts';

/** What every act on a paper that stands needs: the paper and its cards, locked, and the task that waits for it. */
export interface PaperKnown {
  readonly paper: Paper;
  readonly cards: readonly Card[];
  /** The state each card came from. */
  readonly before: ReadonlyMap<Id, string>;
  readonly task: { readonly id: Id } | undefined;
}

export const onPaper = {
  on: 'assets.paper',
  async load(tx: Tx, { paper: id }: { readonly paper: Id }, _context?: Context): Promise<PaperKnown> {
    const paper = await lockPaper(tx, id);
    const lines = await linesOf(tx, id);
    // Those that are still there for the actor: of a paper that is over its cards may have gone on.
    const ids = lines.map(({ card }) => card);
    const cards = await cardsWhere(tx, sql`id = any (${ids}::uuid[]) order by id for update`);
    const before = new Map(lines.map((line) => [line.card, line.before]));
    return { paper, cards, before, task: await openTaskOf(tx, id) };
  },
  at: ({ paper }: { readonly paper: Paper }) => ({ unit: paper.unit }),
};
