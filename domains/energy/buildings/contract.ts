import { z } from 'zod';
import { FactorShape } from '../accounts/contract.ts';
import { Tenures } from '../tenure/contract.ts';
import {
  BuildingUse,
  Carrier,
  ChangeKind,
  day,
  fact,
  hourOfDay,
  id,
  KindOfDay,
  Measure,
  MeterKind,
  MeterReads,
  MeterUse,
  moment,
  text,
  version,
} from '../contract.ts';

/** Buildings, their calendars and declared changes: inputs, facts and answers. */

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

/** Standard coal or carbon of a year, in kg, with what each factor made of it: every month by the one in force in it. */
const Converted = z.strictObject({
  amount: z.number(),
  perM2: z.number().nullable(),
  factors: z.array(FactorShape.extend({ amount: z.number(), kg: z.number() })),
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
  /** The mean over the year’s days up to the last that was read; null where it is not known of one of them. */
  meanAreaM2: z.number().nullable(),
  meanPeople: z.number().nullable(),
  /** What it was, from which day on. */
  sizes: z.array(z.strictObject({ from: day, areaM2: z.number().nullable(), people: z.int().nullable() })),
  /** Whose it was on which days; empty where it never moved. */
  tenures: Tenures,
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

/** `institution` is null where several could be meant. */
export const OwnInstitutionAnswer = z.strictObject({
  unit: id,
  institution: id.nullable(),
  name: z.string().nullable(),
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
