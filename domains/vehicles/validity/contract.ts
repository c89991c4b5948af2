import { day, factType, id, maybe } from '@opengoa/kernel/contract';
import { z } from 'zod';
import { papers, papersTold } from '../papers/contract.ts';
import { validityFacts } from './words.zh.ts';

/** 年检: inputs and facts. What an insurance covers stands with its cost. */

const Inspected = { day, validTo: day, station: maybe(100), note: maybe(300) };
/** Of a vehicle, or of a plate as registers name it; `corrects`: the inspection whose place this one takes. */
export const RecordInspection = z
  .strictObject({
    vehicle: id.optional(),
    plate: z.string().trim().min(1).max(20).optional(),
    ...Inspected,
    files: papers,
    corrects: id.optional(),
  })
  .refine(({ vehicle, plate }) => (vehicle === undefined) !== (plate === undefined), {
    path: ['vehicle'],
    message: 'vehicle or plate',
  });
export const InspectionRecorded = factType('vehicles.InspectionRecorded', {
  title: validityFacts['vehicles.InspectionRecorded'],
  body: z.strictObject({ vehicle: id, ...Inspected, plate: z.string(), files: papersTold }),
});
export const StrikeInspection = z.strictObject({ inspection: id, why: z.string().trim().min(1).max(300) });
export const InspectionStruck = factType('vehicles.InspectionStruck', {
  title: validityFacts['vehicles.InspectionStruck'],
  body: StrikeInspection,
});
