import { refuse, stale, verb } from '@opengoa/kernel';
import { ChangeDriver, DriverChanged } from '../contract.ts';
import { isBookedAfter, lockDriver } from './vehicle-store.ts';
import { driverOf } from './vehicle.ts';

/** 变更驾驶员: a renewed licence, or the driver leaves the wheel. */
export const changeDriver = verb('vehicles.change-driver', {
  title: { zh: '变更驾驶员', en: 'Change a driver' },
  input: ChangeDriver,
  who: ['fleet-clerk'],
  on: 'vehicles.driver',
  facts: [DriverChanged],
  refusals: ['stale-version', 'driver-is-booked'],
  async load(tx, input, { now }) {
    const driver = await lockDriver(tx, input.driver);
    return { driver, booked: await isBookedAfter(tx, driver.id, now) };
  },
  at: ({ driver }) => ({ unit: driver.unit }),
  decide({ driver, booked }, { version, licence, licenceValidTo, state }) {
    if (driver.version !== version) return stale({ version: driver.version });
    if (state === 'released' && booked)
      return refuse('driver-is-booked', { driver: driver.name }, { status: 409, possible: ['vehicles.dispatch-trip'] });
    const body = {
      licence: licence ?? driver.licence,
      licenceValidTo: licenceValidTo ?? driver.licenceValidTo,
      state: state ?? driver.state,
    };
    return [DriverChanged.of({ object: driverOf(driver), unit: driver.unit, body })];
  },
});
