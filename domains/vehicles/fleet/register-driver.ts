import { type Id, newId, refuse, sql, type Tx, verb } from '@opengoa/kernel';
import { DriverChanged, DriverRegistered, RegisterDriver } from '../contract.ts';
import { driversWhere } from './vehicle-store.ts';
import { driverOf } from './vehicle.ts';

/** 登记驾驶员: a person of the organisation drives for this unit; of the licence only class and last day are kept. */
export const registerDriver = verb('vehicles.register-driver', {
  title: { zh: '登记驾驶员', en: 'Register a driver' },
  input: RegisterDriver,
  who: ['fleet-clerk'],
  facts: [DriverRegistered, DriverChanged],
  refusals: ['person-unknown', 'driver-name-unknown', 'driver-name-twice', 'already-a-driver', 'licence-expired'],
  async load(tx, { unit, person, name }, { today }) {
    const persons = name === undefined ? [person!] : await calledSo(tx, name, unit, today);
    return {
      id: newId(),
      persons,
      drivers: await driversWhere(tx, sql`person_id = any (${persons}::uuid[]) and state = 'active'`),
    };
  },
  at: (_known, { unit }) => ({ unit }),
  decide({ id, persons, drivers }, { unit, name: called, state, licence, licenceValidTo }, { organisation, today }) {
    if (called !== undefined && persons.length !== 1)
      return refuse(persons.length === 0 ? 'driver-name-unknown' : 'driver-name-twice', { name: called });
    const person = persons[0]!;
    const name = organisation.personName(person);
    if (name === undefined) return refuse('person-unknown', {}, { status: 404 });
    if (drivers.length > 0)
      return refuse('already-a-driver', { driver: name }, { status: 409, possible: ['vehicles.change-driver'] });
    // Whoever has left the wheel is entered for the register's sake: the licence may have run out since.
    if (state === 'active' && licenceValidTo < today)
      return refuse('licence-expired', { driver: name, validTo: licenceValidTo });
    const object = driverOf({ id });
    return [
      DriverRegistered.of({ object, unit, body: { person, name, licence, licenceValidTo }, subject: person }),
      ...(state === 'active' ? [] : [DriverChanged.of({ object, unit, body: { licence, licenceValidTo, state } })]),
    ];
  },
});

/** Who of that name holds a post today in the unit; where nobody does, in the units that the asking right covers. */
async function calledSo(tx: Tx, name: string, unit: Id, today: string): Promise<readonly Id[]> {
  const rows = await tx.rows<{ person: Id; there: boolean }>(sql`
    select p.id as person, bool_or(o.unit_id = ${unit}) as there
      from kernel.person p join kernel.holding h on (h.node_id, h.person_id) = (p.node_id, p.id) join kernel.post o on (o.node_id, o.id) = (h.node_id, h.post_id)
     where p.name = ${name} and h.valid_from <= ${today} and (h.valid_to is null or h.valid_to > ${today}) and o.unit_id in (select kernel.scope_units())
     group by 1`);
  const there = rows.filter((row) => row.there);
  return (there.length > 0 ? there : rows).map(({ person }) => person);
}
