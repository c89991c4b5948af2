import { type Context, notFound, refuse, type Refusal, verb } from '@opengoa/kernel';
import { ReturnTrip, TripReturned } from '../contract.ts';
import { odometerRefusal } from '../fleet/odometer.ts';
import { hiddenByExchange, lockVehicleOf, odometerAround } from '../fleet/vehicle-store.ts';
import { lockRiders, lockTrip } from './trip-store.ts';
import { endTask, findOpenTask } from './trip-task.ts';
import { driverPlace, localTime, type Trip, tripMoves, tripOf } from './trip.ts';

/** 返回: the odometer once more. It never falls, cannot rise faster than a vehicle drives, and far from the plan it needs a reason. */
export const returnTrip = verb('vehicles.return-trip', {
  title: { zh: '返回', en: 'Return' },
  input: ReturnTrip,
  who: ['self', 'dispatcher'],
  on: 'vehicles.trip',
  facts: [TripReturned],
  refusals: [
    'not-now',
    'time-not-yet',
    'returned-before-departure',
    'odometer-goes-back',
    'odometer-beyond-next',
    'farther-than-possible',
    'far-from-plan',
  ],
  async load(tx, input, { now }) {
    const trip = await lockTrip(tx, input.trip);
    const vehicle = await lockVehicleOf(tx, trip);
    const at = input.at === undefined ? now : new Date(input.at);
    return {
      trip,
      vehicle,
      at,
      around: vehicle ? await odometerAround(tx, vehicle.id, at) : { before: null, after: null },
      hiddenKm: vehicle && trip.departedAt ? await hiddenByExchange(tx, vehicle.id, trip.departedAt, at) : 0,
      task: await findOpenTask(tx, trip.id),
      riders: await Promise.all(
        (await lockRiders(tx, trip.id)).map(async (rider) => ({ rider, task: await findOpenTask(tx, rider.id) })),
      ),
    };
  },
  at: ({ trip, riders }) => [trip, ...riders.map(({ rider }) => rider)].map(driverPlace),
  decide({ trip, vehicle, at, around, hiddenKm, task, riders }, { odometerKm, why, files }, context) {
    const closed = tripMoves.refusal(trip.state, 'vehicles.return-trip');
    if (closed) return closed;
    const { departedAt, odometerOutKm } = trip;
    if (!vehicle || departedAt === null || odometerOutKm === null) return notFound();
    if (at > context.now) return refuse('time-not-yet');
    if (at < departedAt)
      return refuse('returned-before-departure', { at: localTime(at), departedAt: localTime(departedAt) });
    const drivenKm = odometerKm - odometerOutKm + hiddenKm;
    const wrong =
      odometerRefusal(around, odometerKm) ??
      implausible(trip, drivenKm, (at.getTime() - departedAt.getTime()) / 3_600_000, why, context);
    if (wrong) return wrong;
    return [
      TripReturned.of({
        object: tripOf(trip),
        unit: trip.unit,
        body: {
          vehicle: vehicle.id,
          odometerKm,
          drivenKm,
          plannedKm: trip.plan.distanceKm,
          files,
          ...(why === undefined ? {} : { why }),
        },
        happenedAt: at,
      }),
      ...endTask(trip, task, 'done', context),
      // The kilometres of a shared ride are counted once.
      ...riders.flatMap(({ rider, task: driving }) => [
        TripReturned.of({
          object: tripOf(rider),
          unit: rider.unit,
          body: {
            vehicle: vehicle.id,
            odometerKm,
            drivenKm: 0,
            plannedKm: rider.plan.distanceKm,
            ridesWith: trip.id,
          },
          happenedAt: at,
        }),
        ...endTask(rider, driving, 'done', context),
      ]),
    ];
  },
});

function implausible(
  { unit, plan }: Trip,
  drivenKm: number,
  hours: number,
  why: string | undefined,
  { standards, organisation, today }: Context,
): Refusal | undefined {
  const value = (item: string) =>
    standards.numberOn('vehicles.driven-distance', today, organisation.place(unit), { item });
  const possibleKm = Math.ceil(hours * value('highest-average'));
  if (drivenKm > possibleKm)
    return refuse('farther-than-possible', { drivenKm, possibleKm, hours: Math.round(hours * 10) / 10 });
  const plannedKm = plan.distanceKm;
  const far = drivenKm > plannedKm * value('over-plan') && drivenKm - plannedKm > value('extra-km');
  return far && why === undefined ? refuse('far-from-plan', { drivenKm, plannedKm }) : undefined;
}
