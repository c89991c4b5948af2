import { factType, type Words } from '@opengoa/kernel/contract';
import { z } from 'zod';
import {
  buildingUses,
  carriers,
  changeKinds,
  dayKinds,
  doubtRules,
  doubtStates,
  type FactName,
  factWords,
  measures,
  meterKinds,
  meterUses,
  meterReads,
  qualities,
} from './words.zh.ts';

/** Names, inputs and facts of the energy room; no behaviour. */

const oneOf = <Code extends string>(words: Readonly<Record<Code, Words>>) =>
  z.enum(Object.keys(words) as [Code, ...Code[]]);
const id = z.uuid();
const version = z.int().min(1);
const day = z.iso.date();
const instant = z.iso.datetime({ offset: true });
const text = (longest: number) => z.string().trim().min(1).max(longest);
const note = text(500);
/** What a meter says: to a thousandth of its unit of measure (Wh, litres, MJ). */
const reading = z.number().min(-1_000_000_000).max(1_000_000_000);
const register = z.number().min(0).max(1_000_000_000);
const hourOfDay = z.int().min(0).max(24);
const key = text(80);

export const Carrier = oneOf(carriers);
export const BuildingUse = oneOf(buildingUses);
export const MeterKind = oneOf(meterKinds);
export const MeterUse = oneOf(meterUses);
export const MeterReads = oneOf(meterReads);
export const Measure = oneOf(measures);
export const ChangeKind = oneOf(changeKinds);
export const DoubtRule = oneOf(doubtRules);
export const DoubtState = oneOf(doubtStates);
export const Quality = oneOf(qualities);
export const KindOfDay = oneOf(dayKinds);
export type Carrier = z.infer<typeof Carrier>;
export type BuildingUse = z.infer<typeof BuildingUse>;
export type MeterKind = z.infer<typeof MeterKind>;
export type MeterUse = z.infer<typeof MeterUse>;
export type MeterReads = z.infer<typeof MeterReads>;
export type Measure = z.infer<typeof Measure>;
export type ChangeKind = z.infer<typeof ChangeKind>;
export type DoubtRule = z.infer<typeof DoubtRule>;
export type DoubtState = z.infer<typeof DoubtState>;
export type Quality = z.infer<typeof Quality>;

const fact = <Shape extends z.ZodRawShape>(name: FactName, shape: Shape) =>
  factType(`energy.${name}`, { title: factWords[`energy.${name}`], body: z.strictObject(shape) });

// ---- Buildings -------------------------------------------------------------------------------------------------------------------

const DescribedBuilding = z.strictObject({
  name: text(100),
  use: BuildingUse,
  /** Floor area by which intensity is reckoned. */
  areaM2: z.number().positive().max(10_000_000).nullable(),
  floors: z.int().min(1).max(200).nullable(),
  builtYear: z.int().min(1800).max(2100).nullable(),
  /** 用能人数 */
  people: z.int().min(1).max(1_000_000).nullable(),
  /** Weather station whose temperatures count here. */
  station: text(60),
  /** Whose holidays it keeps: `national`, or a calendar of its own (a school's, another country's). */
  calendar: text(60),
  /** Working hours of a working day, from the beginning of the first to the end of the last. */
  workFromHour: hourOfDay,
  workToHour: hourOfDay,
  /** Loads that run at night by design and are not metered apart: 机房、食堂、值班室、充电桩. */
  nightLoads: z.array(text(60)).max(20),
  note: z.string().trim().max(500),
});
export type DescribedBuilding = z.infer<typeof DescribedBuilding>;

export const RegisterBuilding = DescribedBuilding.extend({
  unit: id,
  use: BuildingUse.default('unknown'),
  areaM2: DescribedBuilding.shape.areaM2.default(null),
  floors: DescribedBuilding.shape.floors.default(null),
  builtYear: DescribedBuilding.shape.builtYear.default(null),
  people: DescribedBuilding.shape.people.default(null),
  station: DescribedBuilding.shape.station.default('main'),
  calendar: DescribedBuilding.shape.calendar.default('national'),
  workFromHour: hourOfDay.default(8),
  workToHour: hourOfDay.default(18),
  nightLoads: DescribedBuilding.shape.nightLoads.default([]),
  note: DescribedBuilding.shape.note.default(''),
});
export const ChangeBuilding = DescribedBuilding.partial().extend({ building: id, version });
/** A change that makes another use the new normal: the baseline is refitted after it, and the kits do not ask about it. */
export const DeclareChange = z.strictObject({ building: id, day, kind: ChangeKind, what: text(200) });
/** Days that a calendar takes otherwise than the plain week. Sent again, they replace what was said of those days. */
export const KeepCalendar = z.strictObject({
  calendar: text(60),
  days: z
    .array(z.strictObject({ day, kind: KindOfDay }))
    .min(1)
    .max(2_000),
});

export const BuildingRegistered = fact('BuildingRegistered', DescribedBuilding.shape);
export const BuildingChanged = fact('BuildingChanged', DescribedBuilding.shape);
export const ChangeDeclared = fact('ChangeDeclared', {
  day,
  kind: ChangeKind,
  what: z.string(),
});
export const CalendarKept = fact('CalendarKept', {
  calendar: z.string(),
  days: z.array(z.strictObject({ day, kind: KindOfDay })),
});

/**
 * 用能单价: fen for a unit of measure, from a day on (until one, if it is known), by bill, contract or tariff. With a meter, that meter's alone.
 * A tariff that differs by the hour is brought as its mean.
 */
export const SetPrice = z.strictObject({
  building: id,
  meter: id.nullable().default(null),
  carrier: Carrier.default('electricity'),
  from: day,
  toExclusive: day.nullable().default(null),
  fenPerUnit: z.number().min(0.001).max(1_000_000),
  document: text(200),
});
export const PriceSet = fact('PriceSet', {
  meter: id.nullable(),
  carrier: Carrier,
  from: day,
  toExclusive: day.nullable(),
  fenPerUnit: z.number(),
  document: z.string(),
});

// ---- Meters ----------------------------------------------------------------------------------------------------------------------

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

// ---- Readings --------------------------------------------------------------------------------------------------------------------

export const readingsAtOnce = 10_000;

/**
 * A batch of readings, by meter id or by the number on the instrument. A value is what the meter itself said, without the
 * multiplier: use in the interval, or what the register showed. The same batch twice changes nothing.
 */
export const ReceiveReadings = z
  .strictObject({
    meters: z
      .array(
        z.strictObject({
          meter: id.optional(),
          key: key.optional(),
          /** Said again by the sender, so that a batch in kW or m³ is not taken for kWh. */
          measure: text(12).optional(),
          readings: z
            .array(z.strictObject({ at: instant, value: reading, estimated: z.boolean().optional() }))
            .min(1)
            .max(readingsAtOnce)
            .optional(),
          /** The same in short, as gateways send thousands: the front door takes a bounded number of keys in a body, and a pair has none. */
          pairs: z
            .array(z.tuple([instant, reading]))
            .min(1)
            .max(readingsAtOnce)
            .optional(),
        }),
      )
      .min(1)
      .max(1_000),
    /** Refuses the batch where an instant is kept with another value, instead of leaving it as it stands: for files that people prepare. */
    refuseDifferent: z.boolean().optional(),
  })
  .refine(({ meters }) => meters.every(({ meter, key: number }) => (meter === undefined) !== (number === undefined)), {
    path: ['meters'],
    message: 'each entry names its meter once: by id or by key',
  })
  .refine(({ meters }) => meters.every(({ readings, pairs }) => (readings === undefined) !== (pairs === undefined)), {
    path: ['meters'],
    message: 'each entry brings readings or pairs',
  })
  .refine(
    ({ meters }) =>
      meters.reduce((sum, { readings, pairs }) => sum + (readings ?? pairs ?? []).length, 0) <= readingsAtOnce,
    { path: ['meters'], message: `at most ${readingsAtOnce} readings at once` },
  );
export type ReceiveReadings = z.infer<typeof ReceiveReadings>;

/** One reading as a small device sends it. */
export const OneReading = z.strictObject({
  key,
  measure: text(12).optional(),
  at: instant,
  value: reading,
  estimated: z.boolean().optional(),
});

export const ReadMeter = z.strictObject({
  meter: id,
  value: register,
  at: instant.optional(),
  /** Files brought to `energy.meter-photo` just before. */
  photos: z.array(id).max(3).default([]),
});
export const CorrectReading = z.strictObject({ meter: id, at: instant, value: reading, why: note });
export const DecideDoubt = z.strictObject({ doubt: id, outcome: z.enum(['counted', 'left-out']), why: note });
/** Looks a stretch of readings over for what contradicts itself. */
export const QuestionReadings = z.strictObject({ meter: id, from: day, toExclusive: day });

export const ReadingsReceived = fact('ReadingsReceived', {
  meters: z.int(),
  readings: z.int(),
  from: z.string(),
  to: z.string(),
  /** Kept apart from totals until decided. */
  doubtful: z.int(),
  /** Of what was received, so that the batch can be held against its sender's copy. */
  sha256: z.string(),
});
export const MeterRead = fact('MeterRead', {
  value: z.number(),
  at: z.string(),
  measure: Measure,
  photos: z.array(id).optional(),
});
export const ReadingCorrected = fact('ReadingCorrected', {
  at: z.string(),
  was: z.number(),
  is: z.number(),
});
const Stretch = z.strictObject({
  doubt: id,
  rule: DoubtRule,
  from: z.string(),
  toExclusive: z.string(),
  count: z.int(),
  value: z.number(),
});
export type Stretch = z.infer<typeof Stretch>;
export const ReadingsQuestioned = fact('ReadingsQuestioned', {
  from: day,
  toExclusive: day,
  stretches: z.array(Stretch),
});
export const DoubtDecided = fact('DoubtDecided', {
  doubt: id,
  rule: DoubtRule,
  outcome: z.enum(['counted', 'left-out']),
});

// ---- Weather and baselines -------------------------------------------------------------------------------------------------------

export const ReceiveWeather = z.strictObject({
  station: text(60),
  /** Air temperature in °C of the hour that begins at `at`. */
  readings: z
    .array(z.strictObject({ at: instant, temperatureC: z.number().min(-90).max(60) }))
    .min(1)
    .max(readingsAtOnce),
});
export const FitBaseline = z.strictObject({ meter: id, from: day, toExclusive: day });

export const WeatherReceived = fact('WeatherReceived', {
  station: z.string(),
  readings: z.int(),
  from: z.string(),
  to: z.string(),
});
export const BaselineFitted = fact('BaselineFitted', {
  baseline: id,
  method: z.string(),
  version: z.string(),
  from: day,
  toExclusive: day,
  hours: z.int(),
  missingHours: z.int(),
  trainedDays: z.int(),
  /** Its error over the training hours, in percent. */
  cvRmsePercent: z.number(),
  nmbePercent: z.number(),
  r2: z.number().nullable(),
});

// ---- What screens read -----------------------------------------------------------------------------------------------------------

const moment = z.iso.datetime();

/** Standard coal or carbon of a year, with the factor that made it. */
const Converted = z.strictObject({
  amount: z.number(),
  perM2: z.number().nullable(),
  factors: z.array(
    z.strictObject({
      carrier: Carrier,
      value: z.number(),
      unit: z.string(),
      standard: z.string(),
      day: z.string(),
      document: z.string(),
      /** The accounting year whose factor was used, where it is not the year asked. */
      ofYear: z.int().nullable(),
    }),
  ),
});
const CarrierYear = z.strictObject({
  carrier: Carrier,
  measure: Measure,
  amount: z.number(),
  /** Null without readings in the same months of the year before. */
  lastYear: z.number().nullable(),
  /** Days of the year with readings, of those expected. */
  daysRead: z.int(),
});
const MeterBrief = z.strictObject({
  id,
  name: z.string(),
  carrier: Carrier,
  measure: Measure,
  kind: MeterKind,
  use: MeterUse.nullable(),
  parent: id.nullable(),
  reads: MeterReads,
  amount: z.number(),
  lastAt: moment.nullable(),
  stale: z.boolean(),
});

export const BuildingAnswer = z.strictObject({
  ...DescribedBuilding.shape,
  id,
  unit: id,
  unitName: z.string(),
  version,
  year: z.int(),
  /** Years with readings, newest first. */
  years: z.array(z.int()),
  /** Until which day the year is compared with the year before. */
  comparedTo: day,
  carriers: z.array(CarrierYear),
  coal: Converted.nullable(),
  carbon: Converted.nullable(),
  kwhPerPerson: z.number().nullable(),
  meters: z.array(MeterBrief),
  /** What a meter measured beyond those below it, over the days on which all of them were read. */
  remainders: z.array(
    z.strictObject({
      meter: id,
      days: z.int(),
      amount: z.number(),
      /** Of what the meter itself measured on those days; null where that was nothing. */
      share: z.number().nullable(),
      /** Those below measured more than it did, by more than the standard's tolerance. */
      over: z.boolean(),
    }),
  ),
  changes: z.array(z.strictObject({ day, kind: ChangeKind, what: z.string() })),
  /** As they were set, the newest first. */
  prices: z.array(
    z.strictObject({
      meter: z.string().nullable(),
      carrier: Carrier,
      from: day,
      toExclusive: day.nullable(),
      fenPerUnit: z.number(),
      document: z.string(),
    }),
  ),
  openDoubts: z.int(),
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

export const ProfileAnswer = z.strictObject({
  unit: id,
  name: z.string(),
  measure: Measure,
  from: day,
  toExclusive: day,
  days: z.array(z.strictObject({ day, kind: KindOfDay })),
  /** One row a day, 24 places; null where nothing was read. */
  hours: z.array(z.array(z.number().nullable())),
  highest: z.number(),
  /** The mean day of each kind that occurs. */
  meanDays: z.array(z.strictObject({ kind: KindOfDay, days: z.int(), mean: z.array(z.number().nullable()) })),
});

export const LoadAnswer = z.strictObject({
  unit: id,
  name: z.string(),
  measure: Measure,
  by: z.enum(['hour', 'day']),
  from: day,
  toExclusive: day,
  /** Beginning of each place: an hour as `2019-01-01T07:00`, a day as `2019-01-01`. */
  places: z.array(z.string()),
  read: z.array(z.number().nullable()),
  expected: z.array(z.number().nullable()),
  low: z.array(z.number().nullable()),
  high: z.array(z.number().nullable()),
  /** Stretches outside working hours (by hour) or days not worked (by day): first place and the place after the last. */
  offHours: z.array(z.tuple([z.int(), z.int()])),
  /** The baseline that expected; null where none was fitted before the period. */
  baseline: z
    .strictObject({ from: day, toExclusive: day, cvRmsePercent: z.number(), nmbePercent: z.number() })
    .nullable(),
  changes: z.array(z.strictObject({ day, what: z.string() })),
});

export const BuildingMonthsAnswer = z.strictObject({
  unit: id,
  year: z.int(),
  carrier: Carrier,
  buildings: z.array(
    z.strictObject({
      id,
      name: z.string(),
      measure: Measure,
      months: z.array(
        z.strictObject({
          month: z.int().min(1).max(12),
          amount: z.number(),
          /** Readings that count, those of them that are estimates, and those kept apart. */
          count: z.int(),
          estimated: z.int(),
          suspect: z.int(),
        }),
      ),
    }),
  ),
});
export type BuildingMonthsAnswer = z.infer<typeof BuildingMonthsAnswer>;

export const CompletenessAnswer = z.strictObject({
  unit: id,
  year: z.int(),
  meters: z.array(
    z.strictObject({
      id,
      name: z.string(),
      building: id,
      buildingName: z.string(),
      months: z.array(
        z.strictObject({
          month: z.string(),
          expected: z.int(),
          received: z.int(),
          estimated: z.int(),
          suspect: z.int(),
          /** Null where nothing was expected. */
          share: z.number().nullable(),
        }),
      ),
    }),
  ),
});
