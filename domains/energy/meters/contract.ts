import { z } from 'zod';
import {
  Carrier,
  day,
  fact,
  id,
  instant,
  key,
  Measure,
  MeterKind,
  MeterReads,
  MeterUse,
  moment,
  note,
  register,
  text,
  version,
} from '../contract.ts';

/** Meters and the instruments that stand at them: inputs, facts and answers. */

export const RegisterMeter = z.strictObject({
  /** By its id, or by its name in a unit, as sheets write it. */
  building: z.union([id, z.strictObject({ unit: id, name: text(100) })]),
  name: text(100),
  carrier: Carrier,
  /** Left out: kWh, m³, m³ and GJ by carrier. A meter that reports kW is not read here: power is not energy. */
  measure: Measure.optional(),
  kind: MeterKind.default('main'),
  use: MeterUse.nullable().default(null),
  parent: id.nullable().default(null),
  /** The number on the instrument, or the address under which a gateway sends. */
  key: key.nullable().default(null),
  reads: MeterReads.default('interval'),
  intervalMinutes: z
    .union([z.literal(5), z.literal(10), z.literal(15), z.literal(30), z.literal(60), z.literal(1440)])
    .nullable()
    .default(null),
  /** Whether a value's time is the beginning or the end of its interval. */
  stamped: z.enum(['begins', 'ends']).default('begins'),
  /** Ratio of the current transformer. */
  multiplier: z.int().min(1).max(100_000).default(1),
  /** Digits before the point, after which the register begins again. */
  digits: z.int().min(3).max(9).nullable().default(null),
  /** What the register shows when it goes into service. */
  firstRegister: register.nullable().default(null),
  validFrom: day,
});
export const ChangeMeter = z.strictObject({
  meter: id,
  version,
  name: text(100).optional(),
  kind: MeterKind.optional(),
  use: MeterUse.nullable().optional(),
  parent: id.nullable().optional(),
  validTo: day.nullable().optional(),
});
export const ReplaceMeter = z.strictObject({
  meter: id,
  at: instant,
  key: key.nullable().default(null),
  multiplier: z.int().min(1).max(100_000).default(1),
  /** Registers only: the old one's last number and the new one's first, so that both stretches count. */
  lastRegister: register.nullable().default(null),
  firstRegister: register.nullable().default(null),
  why: note,
});

export const MeterRegistered = fact('MeterRegistered', {
  building: id,
  name: z.string(),
  carrier: Carrier,
  measure: Measure,
  kind: MeterKind,
  use: MeterUse.nullable().optional(),
  parent: id.nullable(),
  key: z.string().nullable(),
  reads: MeterReads,
  intervalMinutes: z.int().nullable(),
  stamped: z.enum(['begins', 'ends']),
  multiplier: z.int(),
  digits: z.int().nullable(),
  firstRegister: z.number().nullable(),
  validFrom: day,
});
export const MeterChanged = fact('MeterChanged', {
  name: z.string(),
  kind: MeterKind,
  use: MeterUse.nullable().optional(),
  parent: id.nullable(),
  validTo: day.nullable(),
});
export const MeterReplaced = fact('MeterReplaced', {
  at: instant,
  key: z.string().nullable(),
  multiplier: z.int(),
  lastRegister: z.number().nullable(),
  firstRegister: z.number().nullable(),
  why: note,
});

export const MeterAnswer = z.strictObject({
  id,
  unit: id,
  unitName: z.string(),
  building: id,
  buildingName: z.string(),
  name: z.string(),
  carrier: Carrier,
  measure: Measure,
  kind: MeterKind,
  use: MeterUse.nullable(),
  parent: id.nullable(),
  parentName: z.string().nullable(),
  reads: MeterReads,
  intervalMinutes: z.int().nullable(),
  stamped: z.enum(['begins', 'ends']),
  digits: z.int().nullable(),
  validFrom: day,
  validTo: day.nullable(),
  lastAt: moment.nullable(),
  stale: z.boolean(),
  lastRegister: z.strictObject({ at: moment, value: z.number(), photos: z.array(id) }).nullable(),
  version,
  instruments: z.array(
    z.strictObject({ key: z.string().nullable(), multiplier: z.int(), from: moment.nullable(), to: moment.nullable() }),
  ),
  baseline: z
    .strictObject({
      id,
      from: day,
      toExclusive: day,
      trainedDays: z.int(),
      cvRmsePercent: z.number(),
      nmbePercent: z.number(),
      fittedAt: moment,
    })
    .nullable(),
  openDoubts: z.int(),
});
