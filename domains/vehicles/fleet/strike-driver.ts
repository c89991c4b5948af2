import { refuse, verb } from '@opengoa/kernel';
import { DriverChanged, StrikeDriver } from '../contract.ts';
import { isBookedAfter, lockDriver } from './vehicle-store.ts';
import { driverOf } from './vehicle.ts';

/** 撤销驾驶员登记: registered by mistake; the entry stays, as one no longer at the wheel. */
export const strikeDriver = verb('vehicles.strike-driver', {
  title: { zh: '撤销驾驶员登记', en: 'Strike a driver' },
  input: StrikeDriver,
  who: ['fleet-clerk'],
  on: 'vehicles.driver',
  facts: [DriverChanged],
  refusals: ['driver-is-booked'],
  async load(tx, input, { now }) {
    const driver = await lockDriver(tx, input.driver);
    return { driver, booked: await isBookedAfter(tx, driver.id, now) };
  },
  at: ({ driver }) => ({ unit: driver.unit }),
  decide({ driver, booked }, { why }) {
    const { name, unit, licence, licenceValidTo } = driver;
    if (booked)
      return refuse('driver-is-booked', { driver: name }, { status: 409, possible: ['vehicles.dispatch-trip'] });
    return [
      DriverChanged.of({ object: driverOf(driver), unit, body: { licence, licenceValidTo, state: 'released', why } }),
    ];
  },
});
