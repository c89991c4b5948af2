import { saves, searchPieces, sql } from '@opengoa/kernel';
import { attachFiles } from '@opengoa/kernel/files';
import { FuelRecorded, FuelStruck } from '../contract.ts';
import { bearer } from '../papers/add-paper.ts';
import { dropReading, takeReading } from '../fleet/vehicle-store.ts';

export const fuelSaves = [
  saves(FuelRecorded, async (tx, { id, unit, body }, { now }) => {
    const at = new Date(body.filledAt);
    const { plate } = await tx.one<{ plate: string }>(
      sql`select plate from vehicles.vehicle where id = ${body.vehicle}`,
    );
    await tx.run(sql`
      insert into vehicles.fuel (id, unit_id, vehicle_id, plate, filled_at, carrier, litres, electricity_kwh, cost_fen, odometer_km, full_tank, station, card, recorded_at, search)
      values (${id}, ${unit}, ${body.vehicle}, ${plate}, ${at}, ${body.carrier}, ${body.litres}, ${body.electricityKwh}, ${body.costFen}, ${body.odometerKm},
              ${body.full}, ${body.station}, ${body.card}, ${now}, ${searchPieces(plate, body.station, body.card)})`);
    await takeReading(tx, { id }, body.vehicle, { at, km: body.odometerKm, source: 'fuel' });
    await attachFiles(tx, bearer('fuel', id), body.files ?? []);
  }),
  saves(FuelStruck, async (tx, { object, body }) => {
    await tx.run(sql`delete from vehicles.fuel where id = ${body.filling}`);
    await dropReading(tx, body.filling, object.id);
  }),
];
