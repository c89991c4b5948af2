import { factType } from '@opengoa/kernel/contract';
import { z } from 'zod';
import { day, id, note, text, version } from '../contract.ts';
import { tenureFactWords } from './words.zh.ts';

/** Whose a building was on which days: input, fact and how it is told. */

export const MoveBuilding = z.strictObject({
  building: id,
  version,
  /** The unit that has it from that day on. */
  to: id,
  from: day,
  document: text(200),
  why: note,
});
export const BuildingMoved = factType('energy.BuildingMoved', {
  title: tenureFactWords['energy.BuildingMoved'],
  body: z.strictObject({ was: id, to: id, from: day, document: z.string(), why: z.string() }),
});

/** Empty where it never moved. */
export const Tenures = z.array(
  z.strictObject({
    unit: id,
    unitName: z.string(),
    from: day,
    toExclusive: day.nullable(),
    document: z.string(),
    why: z.string(),
  }),
);
