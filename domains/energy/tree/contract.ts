import { z } from 'zod';
import { Carrier, day, id, Measure, MeterKind, MeterUse } from '../contract.ts';

/** The meter tree of a building as it stood on a day: the answer. */
export const TreeAnswer = z.strictObject({
  unit: id,
  building: id,
  name: z.string(),
  day,
  meters: z.array(
    z.strictObject({
      id,
      name: z.string(),
      carrier: Carrier,
      measure: Measure,
      kind: MeterKind,
      use: MeterUse.nullable(),
      parent: id.nullable(),
      /** The number of the instrument that stood there at the end of the day. */
      key: z.string().nullable(),
      /** Used on the day; null where nothing was read. */
      amount: z.number().nullable(),
      /** It hung there otherwise, or bore another name, than the register says now. */
      changed: z.boolean(),
    }),
  ),
});
