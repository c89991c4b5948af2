import { jobActor, newId, type RiskSource } from '@opengoa/kernel';
import { addDays, instantAt } from '@opengoa/kernel/calendar';
import { reading } from '@opengoa/kernel/host';
import { house, type House } from '@opengoa/kernel/testing';
import * as fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import vehicles from '../domain.ts';
import { fuelOverStandard } from './gather-fills.ts';
import { refuelOverTank } from './gather-fleet.ts';
import { refuelDays } from './gather-refuel-days.ts';

let at: House;
let behind: pg.Client;
const sources: readonly RiskSource[] = [refuelOverTank, fuelOverStandard, refuelDays];
const period = ['2026-02-01', '2026-03-01'] as const;
const now = new Date('2026-05-01T08:00:00+08:00');

beforeAll(async () => {
  at = await house({ rooms: [vehicles], clock: () => now });
  behind = new pg.Client({ connectionString: at.urls.superuser });
  await behind.connect();
});
afterAll(async () => {
  await behind?.end();
  await at?.close();
});

let plates = 0;
const registered = async (): Promise<string> => {
  const { facts } = await at.as('郑科长').does('vehicles.register-vehicle', {
    unit: at.ids.bureauFleet,
    serves: at.ids.city,
    plate: `青A·${String(83_000 + plates++)}`,
    odometerKm: 20_000,
    tankLitres: 55,
    make: '红旗',
    model: 'H5',
    category: 'other',
    body: 'sedan',
    power: 'petrol',
    seats: 5,
  });
  return facts[0]!.object.id;
};

/** A fill, entered on a day of its own. */
async function filled(vehicle: string, day: string, enteredOn: string): Promise<string> {
  const id = newId();
  await behind.query(
    `insert into vehicles.fuel (node_id, id, unit_id, vehicle_id, plate, filled_at, carrier, litres, cost_fen, odometer_km, full_tank, station, card, search, recorded_at)
     select node_id, $1, unit_id, id, plate, $3, 'petrol', 40, 32000, 21000, true, '', '', '{}', $4 from vehicles.vehicle where id = $2`,
    [id, vehicle, `${day}T08:00:00+08:00`, instantAt(enteredOn, 12 * 60)],
  );
  return id;
}

/** Ids of fills that a source handed to its rule, wherever in the inputs they stand. */
async function readBy(source: RiskSource, vehicle: string, knownBefore: Date): Promise<Set<string>> {
  const job = jobActor('run-kits', [{ role: 'job', unit: at.ids.province, below: true }], at.ids.province);
  const cases = await reading(at.kernel, { actor: job, who: ['job'], room: 'vehicles' }, (tx, context) =>
    source.gather(tx, period, context, [vehicle], knownBefore),
  );
  return new Set(JSON.stringify(cases.map(({ inputs }) => inputs)).match(/[0-9a-f]{8}-[0-9a-f-]{27}/g) ?? []);
}

const lag = fc.integer({ min: 0, max: 45 });
const fillOfFebruary = fc.record({ on: fc.integer({ min: 0, max: 27 }), lag });

test('issue 5: no fill entered later than the day tested is ever read, and every one entered before is', async () => {
  expect(sources.every(({ asKnown }) => asKnown !== undefined)).toBe(true);
  await fc.assert(
    fc.asyncProperty(
      fc.array(fillOfFebruary, { minLength: 1, maxLength: 6 }),
      fc.integer({ min: -5, max: 50 }),
      async (fills, tested) => {
        const vehicle = await registered();
        const day = addDays('2026-02-10', tested);
        const knownBefore = instantAt(addDays(day, 1), 0);
        const known: string[] = [];
        for (const { on, lag: days } of fills) {
          const filledOn = addDays('2026-02-01', on);
          const enteredOn = addDays(filledOn, days);
          const id = await filled(vehicle, filledOn, enteredOn);
          if (enteredOn <= day) known.push(id);
        }
        for (const source of sources)
          expect([...(await readBy(source, vehicle, knownBefore))].toSorted()).toEqual(known.toSorted());
      },
    ),
    { numRuns: 25 },
  );
});
