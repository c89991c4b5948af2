import { type Id, type Offer, tableOfMoves } from '@opengoa/kernel';
import type { RenovationKind, RenovationState } from './contract.ts';
import { renovationStates } from './words.zh.ts';

/** 一个维修项目: works on a building, with what may be spent on them. Money in whole fen. */
export interface Renovation {
  readonly id: Id;
  readonly unit: Id;
  readonly building: Id;
  readonly name: string;
  readonly kind: RenovationKind;
  readonly state: RenovationState;
  readonly what: string;
  readonly budgetFen: number;
  readonly source: string;
  readonly paper: string;
  readonly from: string;
  readonly to: string;
  readonly contractor: string;
  readonly contractFen: number | null;
  readonly begunOn: string | null;
  readonly acceptedOn: string | null;
  readonly said: string;
  readonly askedBy: Id | null;
  readonly askedName: string;
  readonly decidedName: string | null;
  readonly version: number;
}

export const renovationMoves = tableOfMoves('space.renovation', renovationStates, 'proposed', {
  proposed: {
    'space.approve-renovation': 'approved',
    'space.refuse-renovation': 'refused',
    'space.cancel-renovation': 'cancelled',
  },
  approved: {
    'space.begin-renovation': 'under-way',
    'space.raise-budget': 'approved',
    'space.cancel-renovation': 'cancelled',
  },
  'under-way': {
    'space.record-spending': 'under-way',
    'space.accept-renovation': 'accepted',
    'space.raise-budget': 'under-way',
    'space.cancel-renovation': 'cancelled',
  },
  // What was held back as a warranty is paid afterwards.
  accepted: { 'space.record-spending': 'accepted' },
  refused: {},
  cancelled: {},
});

export const renovationOf = ({ id }: Pick<Renovation, 'id'>) => ({ kind: 'space.renovation', id });
export const renovationOffers = ({ unit, state }: Pick<Renovation, 'unit' | 'state'>): Offer => ({
  verbs: renovationMoves.from(state),
  place: { unit },
});
/** Facts of the works bear the building they are done on. */
export const placeOfWorks = ({ building }: Pick<Renovation, 'building'>) => ({
  place: { kind: 'building' as const, id: building },
});
export const yuan = (fen: number): string => (fen / 100).toFixed(2);
