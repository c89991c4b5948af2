import { ids, onPaper } from '@opengoa/kernel/on-paper';
import { expect, test } from 'vitest';
import { aDriver, morning, outcome } from '../testing/given.ts';
import { registerDriver } from './register-driver.ts';

const register = (more: object = {}, drivers = [] as ReturnType<typeof aDriver>[]) =>
  outcome(
    registerDriver.decide(
      { id: 'driver', drivers },
      {
        unit: ids.bureauFleet,
        person: ids.persons['孙师傅'].person,
        licence: 'A1',
        licenceValidTo: '2031-06-30',
        ...more,
      },
      onPaper('郑科长', morning),
    ),
  );

test('登记驾驶员: a person of the organisation, once, with a licence that holds today', () => {
  expect(register()).toMatchObject({ facts: ['vehicles.DriverRegistered'], body: { name: '孙师傅' } });
  expect(register({ person: ids.city })).toMatchObject({ refused: 'person-unknown' });
  expect(register({}, [aDriver()])).toMatchObject({
    refused: 'already-a-driver',
    possible: ['vehicles.change-driver'],
  });
  expect(register({ licenceValidTo: '2026-03-05' })).toHaveProperty('facts');
  expect(register({ licenceValidTo: '2026-03-04' })).toMatchObject({ refused: 'licence-expired' });
});
