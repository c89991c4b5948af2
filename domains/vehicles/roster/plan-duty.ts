import { refuse, sql, verb } from '@opengoa/kernel';
import { lockDriver } from '../fleet/vehicle-store.ts';
import { driverOf } from '../fleet/vehicle.ts';
import { localTime } from '../trips/trip.ts';
import { DutyPlanned, PlanDuty } from './contract.ts';
import { dutyKinds } from './words.zh.ts';

/** 排班: on duty, resting, on leave, in training. Whoever is away is not dispatched. */
export const planDuty = verb('vehicles.plan-duty', {
  title: { zh: '排班', en: 'Plan a duty' },
  input: PlanDuty,
  who: ['dispatcher', 'fleet-clerk'],
  on: 'vehicles.driver',
  facts: [DutyPlanned],
  refusals: ['trip-ends-before-it-begins', 'driver-is-booked', 'duty-overlaps'],
  async load(tx, { driver: id, startsAt, endsAt }) {
    const driver = await lockDriver(tx, id);
    return {
      driver,
      other: await tx.maybe<{ kind: keyof typeof dutyKinds; startsAt: Date }>(sql`
        select kind, starts_at as "startsAt" from vehicles.duty where driver_id = ${id} and starts_at < ${endsAt} and ends_at > ${startsAt} limit 1`),
      booked: await tx.maybe<{ id: string }>(sql`
        select id from vehicles.booking where thing_id = ${id} and starts_at < ${endsAt} and ends_at > ${startsAt} limit 1`),
    };
  },
  at: ({ driver }) => ({ unit: driver.unit }),
  decide({ driver, other, booked }, input) {
    const { name, unit } = driver;
    if (Date.parse(input.endsAt) <= Date.parse(input.startsAt)) return refuse('trip-ends-before-it-begins');
    if (booked && input.kind !== 'duty')
      return refuse('driver-is-booked', { driver: name }, { status: 409, possible: ['vehicles.dispatch-trip'] });
    if (other)
      return refuse(
        'duty-overlaps',
        { driver: name, at: localTime(other.startsAt), kind: dutyKinds[other.kind] },
        { status: 409, possible: ['vehicles.strike-duty'] },
      );
    return [DutyPlanned.of({ object: driverOf(driver), unit, subject: driver.person, body: { ...input, name } })];
  },
});
