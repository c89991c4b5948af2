import { ids, onPaper } from '@opengoa/kernel/on-paper';
import { describe, expect, test } from 'vitest';
import type { Driver, Vehicle } from '../fleet/vehicle.ts';
import { aDriver, aTrip, aVehicle, morning, outcome } from '../testing/given.ts';
import { dispatchTrip } from './dispatch-trip.ts';
import type { Trip } from './trip.ts';

const context = onPaper('吴调度', morning);

interface Given {
  trip?: Trip;
  vehicle?: Vehicle;
  driver?: Driver;
  taken?: 'vehicle' | 'driver';
  duty?: string;
  away?: boolean;
}
function dispatch({ trip = aTrip(), vehicle = aVehicle(), driver = aDriver(), taken, duty, away }: Given = {}) {
  const hours = {
    trip: 'other',
    riders: [],
    startsAt: new Date('2026-03-06T02:00:00Z'),
    endsAt: new Date('2026-03-06T04:00:00Z'),
  };
  const known = {
    trip,
    vehicle,
    driver,
    shared: [],
    away: away ? [{ driver: driver.id, kind: 'leave' as const, startsAt: hours.startsAt, endsAt: hours.endsAt }] : [],
    booked: taken ? [{ thing: (taken === 'vehicle' ? vehicle : driver).id, ...hours }] : [],
    otherVehicles: [aVehicle({ plate: '青A·10002' })],
    otherDrivers: [aDriver({ name: '李师傅' }), aDriver({ name: '赵师傅', licence: 'B2' })],
    task: { id: trip.id },
  };
  const input = { trip: trip.id, vehicle: vehicle.id, driver: driver.id, ...(duty ? { duty } : {}) };
  return {
    places: dispatchTrip.at(known, input, context),
    ...outcome(dispatchTrip.decide(known, input, context)),
  };
}

describe('派车', () => {
  test('vehicle and driver are given, the dispatcher’s task is done, the driver has one', () => {
    expect(dispatch()).toMatchObject({
      facts: ['vehicles.TripDispatched', 'kernel.TaskEnded', 'kernel.TaskRaised'],
      body: { plate: '青A·10001', driverName: '孙师傅', startsAt: '2026-03-06T00:00:00Z' },
    });
  });

  test('the right is judged at the trip, the vehicle and the driver', () => {
    expect(dispatch().places).toEqual([
      { unit: ids.financeOffice },
      { unit: ids.bureauFleet },
      { unit: ids.bureauFleet },
    ]);
  });

  test('not before approval, not on the road', () => {
    expect(dispatch({ trip: aTrip({ state: 'requested' }) })).toMatchObject({ refused: 'not-now' });
    expect(dispatch({ trip: aTrip({ state: 'departed' }) })).toMatchObject({
      refused: 'not-now',
      possible: ['vehicles.return-trip'],
    });
    expect(dispatch({ trip: aTrip({ state: 'dispatched' }) })).toMatchObject({
      facts: ['vehicles.TripDispatched', 'kernel.TaskEnded', 'kernel.TaskRaised'],
    });
  });

  test('不得借用: a vehicle of a pool that does not serve the unit', () => {
    expect(dispatch({ vehicle: aVehicle({ serves: ids.county }) })).toMatchObject({
      refused: 'vehicle-serves-others',
      data: { free: ['青A·10002'] },
    });
  });

  test('a vehicle under repair or sealed', () => {
    expect(dispatch({ vehicle: aVehicle({ state: 'sealed' }) })).toMatchObject({
      refused: 'vehicle-not-in-use',
      data: { state: { zh: '封存' } },
    });
  });

  test('座位数不足不得派车: exactly as many seats as people, and one fewer', () => {
    expect(dispatch({ vehicle: aVehicle({ seats: 5 }) })).toHaveProperty('facts');
    expect(dispatch({ vehicle: aVehicle({ seats: 4 }) })).toMatchObject({
      refused: 'too-few-seats',
      data: { seats: 3, people: 4, free: ['青A·10002'] },
    });
    expect(dispatch({ vehicle: aVehicle({ seats: null }) })).toMatchObject({ refused: 'seats-not-registered' });
  });

  test('a driver who left, a licence that ends on the day before, a class that does not cover the body', () => {
    expect(dispatch({ driver: aDriver({ state: 'released' }) })).toMatchObject({ refused: 'driver-not-active' });
    expect(dispatch({ driver: aDriver({ licenceValidTo: '2026-03-05' }) })).toMatchObject({
      refused: 'licence-expired',
    });
    expect(dispatch({ driver: aDriver({ licenceValidTo: '2026-03-06' }) })).toHaveProperty('facts');
    expect(
      dispatch({ vehicle: aVehicle({ body: 'large-passenger', seats: 33 }), driver: aDriver({ licence: 'C1' }) }),
    ).toMatchObject({
      refused: 'licence-not-fitting',
      data: { licence: { zh: 'C1 小型汽车' }, body: { zh: '大型客车' } },
    });
  });

  test('taken at those hours, with when, and what is free', () => {
    expect(dispatch({ taken: 'vehicle' })).toMatchObject({
      refused: 'vehicle-already-booked',
      data: { booked: ['2026-03-06 10:00—2026-03-06 12:00'], free: ['青A·10002'] },
    });
    expect(dispatch({ taken: 'driver', vehicle: aVehicle({ body: 'medium-passenger' }) })).toMatchObject({
      refused: 'driver-already-booked',
      data: { free: ['李师傅'] },
    });
  });

  test('a driver on leave by the roster is not dispatched', () => {
    expect(dispatch({ away: true })).toMatchObject({
      refused: 'driver-away',
      data: { driver: '孙师傅', at: '2026-03-06 10:00—2026-03-06 12:00', free: ['李师傅', '赵师傅'] },
    });
  });

  test('节假日封存停驶: not on a holiday of the trip, unless the duty is said and recorded; an emergency vehicle goes', () => {
    const acrossNationalDay = aTrip({ plan: { startsAt: '2026-09-30T02:00:00Z', endsAt: '2026-10-01T04:00:00Z' } });
    expect(dispatch({ trip: acrossNationalDay })).toMatchObject({
      refused: 'sealed-on-holiday',
      data: { plate: '青A·10001', days: ['2026-10-01'] },
      possible: ['vehicles.dispatch-trip', 'vehicles.proposals'],
    });
    expect(dispatch({ trip: acrossNationalDay, duty: '国庆值班' })).toMatchObject({ body: { duty: '国庆值班' } });
    expect(dispatch({ trip: acrossNationalDay, vehicle: aVehicle({ category: 'emergency-support' }) })).toHaveProperty(
      'facts',
    );
    // Back at midnight before the holiday; an ordinary weekend; a working day of the 调休.
    for (const [startsAt, endsAt] of [
      ['2026-09-30T08:00:00Z', '2026-09-30T16:00:00Z'],
      ['2026-03-07T02:00:00Z', '2026-03-07T04:00:00Z'],
      ['2026-10-10T02:00:00Z', '2026-10-10T04:00:00Z'],
    ] as const)
      expect(dispatch({ trip: aTrip({ plan: { startsAt, endsAt } }) })).toHaveProperty('facts');
  });
});
