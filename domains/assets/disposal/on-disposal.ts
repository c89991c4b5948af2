import {
  type CaseAct,
  type CaseRow,
  type Context,
  type FactDraft,
  type Id,
  lockCase,
  moveCaseOf,
  type Refusal,
  type Tx,
} from '@opengoa/kernel';
import type { CardState } from '../cards/contract.ts';
import { movedBy } from '../papers/make-paper.ts';
import { onPaper, type PaperKnown } from '../papers/on-paper.ts';
import { type Paper, paperOf } from '../papers/paper.ts';
import { DisposalApproved, DisposalRefused, DisposalWithdrawn } from './contract.ts';
import { disposalMoves } from './disposal-moves.ts';

export interface DisposalKnown extends PaperKnown {
  readonly row: CaseRow | undefined;
}

/** What every act on a disposal has in common: the paper, its cards and its case, locked; the right is judged at its unit. */
export const onDisposal = {
  on: 'assets.paper',
  object: <Input extends { paper: Id }>({ paper }: Input) => paper,
  async load(tx: Tx, input: { readonly paper: Id }): Promise<DisposalKnown> {
    return { ...(await onPaper.load(tx, input)), row: await lockCase(tx, input.paper) };
  },
  at: ({ paper }: { readonly paper: Paper }) => ({ unit: paper.unit, object: paper.id }),
};

/** Why this verb may not touch the paper now; one that is no disposal is over. */
export const disposalRefusal = ({ kind, state }: Pick<Paper, 'kind' | 'state'>, verb: string): Refusal | undefined =>
  disposalMoves.refusal(kind === 'dispose' ? (state as 'proposed') : 'refused', verb);

/** The cards go back to where they were. */
const released = ({ paper, cards, before }: PaperKnown, keep: boolean): FactDraft[] =>
  cards.map((card) =>
    movedBy(paper, card, {
      state: (before.get(card.id) ?? 'in-stock') as CardState,
      // Whoever decides by a task sees the cards by their paper alone: it stays with them until their next one.
      ...(keep ? { handed: { to: null, unit: null, paper: paper.id } } : {}),
    }),
  );

/** Moves the case by one act; where that ends it, the disposal moves with it. */
export const moveDisposal = (known: DisposalKnown, verb: string, act: CaseAct, context: Context) =>
  moveCaseOf(disposalRefusal(known.paper, verb), known.row, act, context, (ended, opinion) => {
    const { number, unit } = known.paper;
    const about = { object: paperOf(known.paper), unit };
    switch (ended) {
      case 'approved':
        return [DisposalApproved.of({ ...about, body: { number, opinion } })];
      case 'refused':
        return [DisposalRefused.of({ ...about, body: { number, opinion } }), ...released(known, true)];
      case 'withdrawn':
        return [DisposalWithdrawn.of({ ...about, body: { number, why: opinion } }), ...released(known, false)];
      case 'returned':
        return [];
    }
  });

/** Taken back after it was approved, when there is no case to be moved any more. */
export const withdrawn = (known: DisposalKnown, why: string): FactDraft[] => [
  DisposalWithdrawn.of({
    object: paperOf(known.paper),
    unit: known.paper.unit,
    body: { number: known.paper.number, why },
  }),
  ...released(known, false),
];
