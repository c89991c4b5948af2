import { factType } from '@opengoa/kernel/contract';
import { z } from 'zod';
import { day, id, text } from '../contract.ts';
import { sizeFactWords } from './words.zh.ts';

/** Floor area and people of a building from a day on: input and fact. */

const areaM2 = z.number().positive().max(10_000_000);
const people = z.int().min(1).max(1_000_000);

/** What is left out stays as it was on that day. */
export const RecordSize = z
  .strictObject({
    building: id,
    day,
    areaM2: areaM2.optional(),
    people: people.optional(),
    document: text(200),
  })
  .refine(({ areaM2: area, people: heads }) => area !== undefined || heads !== undefined, {
    path: ['areaM2'],
    message: 'areaM2 or people',
  });
export const SizeRecorded = factType('energy.SizeRecorded', {
  title: sizeFactWords['energy.SizeRecorded'],
  body: z.strictObject({ day, areaM2: areaM2.nullable(), people: people.nullable(), document: z.string() }),
});
