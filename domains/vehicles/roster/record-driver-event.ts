import { refuse, verb } from '@opengoa/kernel';
import { lockDriver } from '../fleet/vehicle-store.ts';
import { driverOf } from '../fleet/vehicle.ts';
import { DriverEventRecorded, RecordDriverEvent } from './contract.ts';

/** 登记违法、事故: what happened at the wheel, from the traffic police or the insurer. A fine is a cost of the vehicle and recorded there. */
export const recordDriverEvent = verb('vehicles.record-driver-event', {
  title: { zh: '登记违法事故', en: 'Record a violation or accident' },
  input: RecordDriverEvent,
  who: ['fleet-clerk'],
  on: 'vehicles.driver',
  facts: [DriverEventRecorded],
  refusals: ['time-not-yet'],
  load: async (tx, { driver }) => ({ driver: await lockDriver(tx, driver) }),
  at: ({ driver }) => ({ unit: driver.unit }),
  decide({ driver }, input, { now }) {
    if (new Date(input.at) > now) return refuse('time-not-yet');
    return [
      DriverEventRecorded.of({
        object: driverOf(driver),
        unit: driver.unit,
        subject: driver.person,
        body: { ...input, name: driver.name },
      }),
    ];
  },
});
