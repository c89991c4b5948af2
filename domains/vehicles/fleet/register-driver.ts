import { newId, refuse, sql, verb } from '@opengoa/kernel';
import { DriverRegistered, RegisterDriver } from '../contract.ts';
import { driversWhere } from './vehicle-store.ts';
import { driverOf } from './vehicle.ts';

/** 登记驾驶员: a person of the organisation drives for this unit; of the licence only class and last day are kept. */
export const registerDriver = verb('vehicles.register-driver', {
  title: { zh: '登记驾驶员', en: 'Register a driver' },
  input: RegisterDriver,
  who: ['fleet-clerk'],
  facts: [DriverRegistered],
  refusals: ['person-unknown', 'already-a-driver', 'licence-expired'],
  load: async (tx, { person }) => ({
    id: newId(),
    drivers: await driversWhere(tx, sql`person_id = ${person} and state = 'active'`),
  }),
  at: (_known, { unit }) => ({ unit }),
  decide({ id, drivers }, { unit, ...input }, { organisation, today }) {
    const name = organisation.personName(input.person);
    if (name === undefined) return refuse('person-unknown', {}, { status: 404 });
    if (drivers.length > 0)
      return refuse('already-a-driver', { driver: name }, { status: 409, possible: ['vehicles.change-driver'] });
    if (input.licenceValidTo < today) return refuse('licence-expired', { driver: name, validTo: input.licenceValidTo });
    return [DriverRegistered.of({ object: driverOf({ id }), unit, body: { ...input, name }, subject: input.person })];
  },
});
