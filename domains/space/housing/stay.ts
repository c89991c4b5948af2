import { type Id, type Offer, type Place, tableOfMoves } from '@opengoa/kernel';
import { type Owed, owed } from '../leases/instalments.ts';
import type { StayState } from './contract.ts';
import { stayStates } from './words.zh.ts';

/** 一次入住: who lives in which home, by which term and for which rent. */
export interface Stay {
  readonly id: Id;
  /** Who keeps the home. */
  readonly unit: Id;
  readonly home: Id;
  readonly homeName: string;
  readonly application: Id;
  readonly person: Id;
  readonly personName: string;
  /** Where the person served when asking. */
  readonly personUnit: Id;
  readonly from: string;
  /** The last day of the term. */
  readonly to: string;
  /** A month's. */
  readonly rentFen: number;
  readonly paper: string;
  readonly renewedOn: string | null;
  readonly outDay: string | null;
  readonly outNote: string;
  readonly version: number;
}

export const stayStateOf = ({ outDay }: Pick<Stay, 'outDay'>): StayState => (outDay === null ? 'living' : 'moved-out');

export const stayMoves = tableOfMoves('space.stay', stayStates, 'living', {
  living: { 'space.record-home-rent': 'living', 'space.renew-stay': 'living', 'space.move-out': 'moved-out' },
  // What was owed is paid afterwards, too.
  'moved-out': { 'space.record-home-rent': 'moved-out' },
});

export const stayOf = ({ id }: Pick<Stay, 'id'>) => ({ kind: 'space.stay', id });
export const stayPlace = ({ unit, person }: Pick<Stay, 'unit' | 'person'>): Place => ({ unit, person });
export const stayOffers = (it: Pick<Stay, 'unit' | 'person' | 'rentFen'> & { readonly state: StayState }): Offer => ({
  verbs: stayMoves.from(it.state).filter((verb) => it.rentFen > 0 || verb !== 'space.record-home-rent'),
  place: stayPlace(it),
});

const never = '9999-12-31';

/**
 * What is owed for a stay, month by month and in advance. While somebody lives there beyond the term, months go on.
 * @param paidFen all that was paid, whenever
 * @param graceDays of the standard `space.housing`
 */
export const owedForStay = (
  { from, to, outDay, rentFen }: Pick<Stay, 'from' | 'to' | 'outDay' | 'rentFen'>,
  paidFen: number,
  today: string,
  graceDays: number,
): Owed =>
  owed(
    { from, to: outDay === null && today <= to ? to : never, endedOn: outDay, every: 'month', rentFen },
    paidFen,
    today,
    graceDays,
  );
