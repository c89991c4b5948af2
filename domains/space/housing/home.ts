import { type Id, type Offer, tableOfMoves } from '@opengoa/kernel';
import type { HomeState } from './contract.ts';
import { homeStates } from './words.zh.ts';

/** 一套周转住房. */
export interface Home {
  readonly id: Id;
  /** Who keeps it. */
  readonly unit: Id;
  readonly name: string;
  readonly address: string;
  readonly building: Id | null;
  /** The room of the ledger that it is. */
  readonly room: Id | null;
  readonly areaM2: number;
  readonly rooms: number;
  readonly rentFen: number;
  readonly state: HomeState;
  readonly note: string;
  readonly version: number;
}

export const homeMoves = tableOfMoves('space.home', homeStates, 'vacant', {
  vacant: {
    'space.change-home': 'vacant',
    'space.set-home-state': ['under-repair', 'withdrawn'],
    'space.assign-home': 'let',
  },
  let: { 'space.change-home': 'let', 'space.free-home': 'vacant', 'space.move-out': 'vacant' },
  'under-repair': { 'space.change-home': 'under-repair', 'space.set-home-state': ['vacant', 'withdrawn'] },
  // For good: a home that is kept for staff again is registered again.
  withdrawn: {},
});

const ofHome = new Set(['space.change-home', 'space.set-home-state']);
export const homeOf = ({ id }: Pick<Home, 'id'>) => ({ kind: 'space.home', id });
/** What may be done with the home itself; who lives there is a matter of the application and the stay. */
export const homeOffers = ({ unit, state }: Pick<Home, 'unit' | 'state'>): Offer => ({
  verbs: homeMoves.from(state).filter((verb) => ofHome.has(verb)),
  place: { unit },
});
