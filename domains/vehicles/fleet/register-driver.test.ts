import { ids, onPaper } from '@opengoa/kernel/on-paper';
import { expect, test } from 'vitest';
import { aDriver, morning, outcome } from '../testing/given.ts';
import { registerDriver } from './register-driver.ts';

const sun = ids.persons['孙师傅'].person;
const register = (
  more: object = {},
  drivers: readonly ReturnType<typeof aDriver>[] = [],
  persons: readonly string[] = [sun],
) =>
  outcome(
    registerDriver.decide(
      { id: 'driver', drivers: [...drivers], persons },
      { unit: ids.bureauFleet, licence: 'A1', licenceValidTo: '2031-06-30', state: 'active', ...more },
      onPaper('郑科长', morning),
    ),
  );

test('登记驾驶员: a person of the organisation, once, with a licence that holds today', () => {
  expect(register()).toMatchObject({ facts: ['vehicles.DriverRegistered'], body: { name: '孙师傅' } });
  expect(register({ person: ids.city }, [], [ids.city])).toMatchObject({ refused: 'person-unknown' });
  expect(register({}, [aDriver()])).toMatchObject({
    refused: 'already-a-driver',
    possible: ['vehicles.change-driver'],
  });
  expect(register({ licenceValidTo: '2026-03-05' })).toHaveProperty('facts');
  expect(register({ licenceValidTo: '2026-03-04' })).toMatchObject({ refused: 'licence-expired' });
});

test('a name as a register has it means one person, or nobody is entered', () => {
  const named = { name: '孙师傅' };
  expect(register(named)).toMatchObject({ facts: ['vehicles.DriverRegistered'], body: { person: sun } });
  expect(register(named, [], [])).toMatchObject({ refused: 'driver-name-unknown', data: named });
  expect(register(named, [], [sun, ids.persons['周敏'].person])).toMatchObject({ refused: 'driver-name-twice' });
});

test('who has left the wheel is entered as such, whatever has become of the licence', () => {
  expect(register({ state: 'released', licenceValidTo: '2020-01-01' })).toMatchObject({
    facts: ['vehicles.DriverRegistered', 'vehicles.DriverChanged'],
  });
});
