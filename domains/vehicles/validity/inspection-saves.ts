import { saves, sql } from '@opengoa/kernel';
import { attachFiles } from '@opengoa/kernel/files';
import { bearer } from '../papers/add-paper.ts';
import { InspectionRecorded, InspectionStruck } from './contract.ts';

export const inspectionSaves = [
  saves(InspectionRecorded, async (tx, { id, unit, body }) => {
    await tx.run(sql`
      insert into vehicles.inspection (id, unit_id, vehicle_id, plate, day, valid_to, station, note)
      values (${id}, ${unit}, ${body.vehicle}, ${body.plate}, ${body.day}, ${body.validTo}, ${body.station}, ${body.note})`);
    await attachFiles(tx, bearer('inspection', id), body.files ?? []);
  }),
  saves(InspectionStruck, (tx, { body }) =>
    tx.run(sql`update vehicles.inspection set struck = ${body.why} where id = ${body.inspection}`),
  ),
];
