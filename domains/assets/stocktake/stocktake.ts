import { type Id, type Offer, tableOfMoves } from '@opengoa/kernel';
import type { Conflict, How, LineState, Result, Scope, StocktakeState } from './contract.ts';
import { stocktakeStates } from './words.zh.ts';

/** 盘点: a walk through places with the book of one unit in hand. */
export interface Stocktake {
  readonly id: Id;
  readonly unit: Id;
  readonly number: string;
  readonly title: string;
  readonly scope: Scope;
  readonly scopeWords: string;
  readonly day: string;
  readonly people: readonly Id[];
  readonly blind: boolean;
  readonly sample: number;
  readonly state: StocktakeState;
  readonly firstBy: Id | null;
  readonly firstName: string | null;
  readonly firstAt: Date | null;
  readonly secondName: string | null;
  readonly secondAt: Date | null;
  readonly result: Result | null;
  readonly linesSha256: string | null;
  readonly paperSha256: string | null;
  readonly why: string;
  readonly version: number;
}

export const stocktakeMoves = tableOfMoves('assets.stocktake', stocktakeStates, 'counting', {
  counting: {
    'assets.sync-scans': 'counting',
    'assets.note-line': 'counting',
    'assets.settle-difference': 'counting',
    'assets.sign-stocktake': 'signed',
    'assets.cancel-stocktake': 'cancelled',
  },
  signed: { 'assets.sign-stocktake': 'closed', 'assets.reopen-stocktake': 'counting' },
  closed: {},
  cancelled: {},
});

const signs = 'assets.sign-stocktake';

/** Who signs what was counted: those who count, and whoever answers for the unit. The second is never the first. */
export const signers = ['assets-clerk', 'clerk', 'head', 'leader'] as const;

/** `PD-2026-0001` */
export const stocktakeNumber = (year: number, count: number): string => `PD-${year}-${String(count).padStart(4, '0')}`;
export const stocktakeOf = ({ id }: Pick<Stocktake, 'id'>) => ({ kind: 'assets.stocktake', id });
/** The second signature is offered where it is known that the reader did not give the first. */
export const offersFor = ({
  unit,
  state,
  signedFirst = true,
}: Pick<Stocktake, 'unit' | 'state'> & { readonly signedFirst?: boolean }): Offer => ({
  verbs: stocktakeMoves.from(state).filter((verb) => !(state === 'signed' && signedFirst && verb === signs)),
  place: { unit },
});

/** Whether a line is a difference that somebody must still explain. */
export const isOpen = (line: {
  readonly state: LineState;
  readonly conflict: Conflict | null;
  readonly how: How | null;
}) => (line.state !== 'found' || line.conflict !== null) && (line.how === null || line.how === 'search-again');

export interface Difference {
  readonly state: LineState;
  readonly conflict: Conflict | null;
  /** Its card is another unit's. */
  readonly foreign?: boolean;
}

/** How a difference may be explained; none where there is nothing to explain. A conflict is decided first. */
export function waysOf({ state, conflict, foreign = false }: Difference): readonly How[] {
  if (conflict === 'disposed-meanwhile') return ['report-present', 'search-again'];
  const placed: readonly How[] = foreign ? ['stays', 'search-again'] : ['move-here', 'stays', 'search-again'];
  if (conflict !== null) return placed;
  switch (state) {
    case 'waiting':
    case 'short':
      return ['search-again', 'lost', 'present'];
    case 'elsewhere':
    case 'unexpected':
      return placed;
    case 'surplus':
      return ['book-it', 'not-ours'];
    case 'found':
      return [];
  }
}
