import { type CaseAct, type CaseRow, type Context, type Id, lockCase, moveCaseOf, type Tx } from '@opengoa/kernel';
import { TripApproved, TripRefused, TripSentBack, TripWithdrawn } from '../contract.ts';
import { lockTrip } from './trip-store.ts';
import { taskToDispatch } from './trip-task.ts';
import { askerPlace, type Trip, tripMoves, tripOf } from './trip.ts';

/** A trip with the case that decides on it, both locked. */
export interface TripInApproval {
  readonly trip: Trip;
  readonly row: CaseRow | undefined;
}

/** What every verb of approval has in common: the trip is known from the input, and right is judged at the trip. */
export const inApproval = {
  on: 'vehicles.trip',
  object: <Input extends { trip: Id }>({ trip }: Input) => trip,
  load: async <Input extends { trip: Id }>(tx: Tx, { trip }: Input): Promise<TripInApproval> => ({
    trip: await lockTrip(tx, trip),
    row: await lockCase(tx, trip),
  }),
  at: ({ trip }: TripInApproval) => askerPlace(trip),
};

/** Moves the case by one act; where that ends it, the trip moves with it. */
export const moveCase = ({ trip, row }: TripInApproval, verb: string, act: CaseAct, context: Context) =>
  moveCaseOf(tripMoves.refusal(trip.state, verb), row, act, context, (ended, opinion) => {
    const about = { object: tripOf(trip), unit: trip.unit, body: { opinion } };
    switch (ended) {
      case 'approved':
        return [TripApproved.of(about), ...taskToDispatch(trip, context)];
      case 'refused':
        return [TripRefused.of(about)];
      case 'returned':
        return [TripSentBack.of(about)];
      case 'withdrawn':
        return [TripWithdrawn.of(about)];
    }
  });
