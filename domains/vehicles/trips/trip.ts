import { type Id, type Offer, type Place, tableOfMoves } from '@opengoa/kernel';
import type { TripPlan, TripState } from '../contract.ts';
import { tripStates } from '../words.zh.ts';

/** One use of a vehicle by a unit, from asking to rating (用车时间、事由、地点、里程、油耗、费用). */
export interface Trip {
  readonly id: Id;
  readonly unit: Id;
  /** Null where an old register has only a name. */
  readonly asker: Id | null;
  readonly askerName: string;
  readonly number: string;
  readonly state: TripState;
  readonly plan: TripPlan;
  readonly requestedAt: Date;
  readonly vehicle: Id | null;
  readonly plate: string | null;
  readonly driver: Id | null;
  readonly driverPerson: Id | null;
  readonly driverName: string | null;
  /** The trip whose ride it shares. */
  readonly ridesWith: Id | null;
  readonly departedAt: Date | null;
  readonly odometerOutKm: number | null;
  readonly returnedAt: Date | null;
  readonly stars: number | null;
  /** Brought in from an old register; it did not go its way here. */
  readonly booked: boolean;
  readonly version: number;
}

export const tripMoves = tableOfMoves('vehicles.trip', tripStates, 'requested', {
  requested: {
    'vehicles.approve-trip': ['requested', 'approved'],
    'vehicles.refuse-trip': 'refused',
    'vehicles.send-trip-back': ['requested', 'sent-back'],
    'vehicles.add-trip-signer': 'requested',
    'vehicles.hand-trip-over': 'requested',
    'vehicles.urge-trip': 'requested',
    'vehicles.withdraw-trip': 'withdrawn',
  },
  'sent-back': { 'vehicles.revise-trip': 'requested', 'vehicles.withdraw-trip': 'withdrawn' },
  refused: {},
  withdrawn: {},
  approved: { 'vehicles.dispatch-trip': 'dispatched', 'vehicles.cancel-trip': 'cancelled' },
  dispatched: {
    'vehicles.depart-trip': 'departed',
    'vehicles.dispatch-trip': 'dispatched',
    'vehicles.cancel-trip': 'cancelled',
  },
  departed: { 'vehicles.return-trip': 'returned' },
  returned: { 'vehicles.settle-trip': 'settled', 'vehicles.rate-trip': 'returned' },
  settled: { 'vehicles.rate-trip': 'settled' },
  cancelled: {},
});

export const tripOf = (trip: Pick<Trip, 'id'>) => ({ kind: 'vehicles.trip', id: trip.id });

/** Where rights on a trip are judged: at its own unit; it is the asker's own; a task may open it. */
export const askerPlace = ({ unit, asker, id }: Trip): Place => ({ unit, person: asker, object: id });
/** The same, for what the driver does. */
export const driverPlace = ({ unit, driverPerson, id }: Trip): Place => ({ unit, person: driverPerson, object: id });

const drivers = new Set(['vehicles.depart-trip', 'vehicles.return-trip']);

/** The act of the case behind each verb of approval. */
const actBehind: Readonly<Record<string, string>> = {
  'vehicles.approve-trip': 'approve',
  'vehicles.refuse-trip': 'refuse',
  'vehicles.send-trip-back': 'return',
  'vehicles.add-trip-signer': 'add-signer',
  'vehicles.hand-trip-over': 'hand-over',
  'vehicles.urge-trip': 'urge',
  'vehicles.withdraw-trip': 'withdraw',
  'vehicles.revise-trip': 'resubmit',
};

/**
 * What may be done with a trip now, and by whom: the driver's acts are judged at the driver, all others at the asker.
 * @param acts what the case leaves open to the reader; a list that has not read the case offers no act of approval
 */
export function offersFor(
  {
    id,
    unit,
    state,
    asker,
    driverPerson,
    stars,
    booked,
  }: Pick<Trip, 'id' | 'unit' | 'state' | 'asker' | 'driverPerson' | 'stars' | 'booked'>,
  acts: readonly string[] = [],
): Offer[] {
  const open = tripMoves.from(state).filter((verb) => {
    const act = actBehind[verb];
    return act === undefined ? verb !== 'vehicles.rate-trip' || stars === null : acts.includes(act);
  });
  return [
    {
      verbs: [
        ...open.filter((verb) => !drivers.has(verb)),
        ...(booked && state === 'settled' ? ['vehicles.strike-trip'] : []),
      ],
      place: { unit, person: asker, object: id },
    },
    { verbs: open.filter((verb) => drivers.has(verb)), place: { unit, person: driverPerson, object: id } },
  ];
}

/** 4 人 2026-03-06 08:00 去石桥县,往返 126 km */
export const summaryOf = ({ people, startsAt, to, distanceKm, purpose }: TripPlan): string =>
  `${people} 人 ${localTime(new Date(startsAt))} 去${to}，往返 ${distanceKm} km：${purpose}`;

/** What the approval steps may ask of a trip. */
export const attributesOf = ({ people, distanceKm, crossCity, use }: TripPlan) => ({
  people,
  distanceKm,
  crossCity,
  use,
});

export const hoursOf = ({ startsAt, endsAt }: Pick<TripPlan, 'startsAt' | 'endsAt'>): number =>
  (Date.parse(endsAt) - Date.parse(startsAt)) / 3_600_000;

/** TR-2026-00418; BL (补录) for one of an old register. */
export const tripNumber = (year: number, count: number, series: 'TR' | 'BL' = 'TR'): string =>
  `${series}-${year}-${String(count).padStart(5, '0')}`;

/** '2026-03-06 08:00', Asia/Shanghai: how an instant stands in a sentence. */
export const localTime = (at: Date): string =>
  new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
