import { sql, verb } from '@opengoa/kernel';
import { driverOf } from '../fleet/vehicle.ts';
import { DutyStruck, StrikeDuty } from './contract.ts';

/** 撤销排班. */
export const strikeDuty = verb('vehicles.strike-duty', {
  title: { zh: '撤销排班', en: 'Strike the duty' },
  input: StrikeDuty,
  who: ['dispatcher', 'fleet-clerk'],
  facts: [DutyStruck],
  refusals: [],
  load: (tx, { duty }) =>
    tx.one<{ unit: string; driver: string }>(
      sql`select unit_id as unit, driver_id as driver from vehicles.duty where id = ${duty} for update`,
    ),
  at: ({ unit }) => ({ unit }),
  decide: ({ unit, driver }, { duty }) => [DutyStruck.of({ object: driverOf({ id: driver }), unit, body: { duty } })],
});
