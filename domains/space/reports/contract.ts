import { factType } from '@opengoa/kernel/contract';
import { z } from 'zod';
import { day, id, maybe, oneOf, text, version } from '../contract.ts';
import { reportFactWords, reportFields, reportStates } from './words.zh.ts';

/** 办公用房统计报告: inputs, facts and answers. Areas in m², usable unless said gross. */

export const ReportState = oneOf(reportStates);
export type ReportState = z.infer<typeof ReportState>;
const year = z.int().min(2000).max(2200);
const m2 = z.number();

export const OpenReport = z.strictObject({
  unit: id,
  year,
  /** Left out: the last day of the year. */
  asOf: day.nullable().default(null),
});
export const RedrawReport = z.strictObject({ report: id, version });
export const SubmitReport = z.strictObject({ report: id, version, head: text(60), statistician: text(60) });
export const AcceptReport = z.strictObject({ report: id, opinion: maybe(500) });
export const ReturnReport = z.strictObject({ report: id, opinion: text(500) });

const groups = { officeM2: m2, serviceM2: m2, equipmentM2: m2, basicM2: m2, ancillaryM2: m2, technicalM2: m2 };
export const UnitLine = z.strictObject({
  unit: id,
  name: z.string(),
  approvedPeople: z.int(),
  actualPeople: z.int(),
  rooms: z.int(),
  ...groups,
  borrowedM2: m2,
  quotaM2: m2.nullable(),
  overM2: m2.nullable(),
  /** Offices whose area is beyond what their people may have. */
  overRooms: z.int(),
});
export type UnitLine = z.infer<typeof UnitLine>;
export const BuildingLine = z.strictObject({
  building: id,
  name: z.string(),
  keeperName: z.string(),
  address: z.string(),
  form: z.string(),
  builtYear: z.int().nullable(),
  grossM2: m2.nullable(),
  rooms: z.int(),
  usableM2: m2,
  ...groups,
  vacantRooms: z.int(),
  vacantM2: m2,
  rentedOutM2: m2,
  lentM2: m2,
  repairM2: m2,
});
export type BuildingLine = z.infer<typeof BuildingLine>;
/** A room that changed hands in the year. */
export const ChangeLine = z.strictObject({
  room: id,
  day,
  building: z.string(),
  number: z.string(),
  areaM2: m2,
  fromName: z.string().nullable(),
  toName: z.string(),
  kind: z.string(),
  paper: z.string(),
});
export const ReportTotal = z.strictObject({
  units: z.int(),
  buildings: z.int(),
  approvedPeople: z.int(),
  actualPeople: z.int(),
  rooms: z.int(),
  grossM2: m2,
  usableM2: m2,
  ...groups,
  borrowedM2: m2,
  quotaM2: m2,
  overM2: m2,
  overRooms: z.int(),
  vacantRooms: z.int(),
  vacantM2: m2,
  rentedOutM2: m2,
  lentM2: m2,
  repairM2: m2,
});
export type ReportTotal = z.infer<typeof ReportTotal>;
export const Forms = z.strictObject({
  units: z.array(UnitLine),
  buildings: z.array(BuildingLine),
  changes: z.array(ChangeLine),
  total: ReportTotal,
});
export type Forms = z.infer<typeof Forms>;

const fact = <Shape extends z.ZodRawShape>(name: keyof typeof reportFactWords, shape: Shape) =>
  factType(name, { title: reportFactWords[name], body: z.strictObject(shape) });
export const ReportOpened = fact('space.ReportOpened', { year, asOf: day, dueDay: day, forms: Forms });
export const ReportRedrawn = fact('space.ReportRedrawn', { year, forms: Forms });
export const ReportSubmitted = fact('space.ReportSubmitted', {
  year,
  head: z.string(),
  statistician: z.string(),
  sha256: z.string(),
  total: ReportTotal,
});
export const ReportAccepted = fact('space.ReportAccepted', { year, opinion: z.string(), sha256: z.string() });
export const ReportReturned = fact('space.ReportReturned', { year, opinion: z.string() });

/** A figure that the ledger says otherwise today; `line` is empty where it is of the whole. */
export const Difference = z.strictObject({
  form: z.enum(['total', 'units', 'buildings']),
  line: z.string(),
  field: oneOf(reportFields),
  was: z.number().nullable(),
  is: z.number().nullable(),
});
export type Difference = z.infer<typeof Difference>;

export const ReportAnswer = z.strictObject({
  id,
  unit: id,
  unitName: z.string(),
  year,
  asOf: day,
  dueDay: day,
  late: z.boolean(),
  state: ReportState,
  own: z.boolean(),
  version,
  drawnAt: z.string(),
  head: z.string().nullable(),
  statistician: z.string().nullable(),
  /** Who would sign it today: whoever heads the unit, and whoever looks. */
  signers: z.strictObject({ head: z.string(), statistician: z.string() }),
  submittedName: z.string().nullable(),
  submittedAt: z.string().nullable(),
  sha256: z.string().nullable(),
  decidedName: z.string().nullable(),
  decidedAt: z.string().nullable(),
  opinion: z.string().nullable(),
  forms: Forms,
  /** Where the ledger, asked for the same day again, says something else today. */
  differences: z.array(Difference),
});
export type ReportAnswer = z.infer<typeof ReportAnswer>;
