import { z } from 'zod';
import { factType } from '../fact-type.ts';

const id = z.uuid();
const day = z.iso.date();
const name = z.string().trim().min(1).max(200);

export const FoundUnit = z.strictObject({
  id: id.optional(),
  name,
  shortName: z.string().trim().max(60).optional(),
  code: z.string().trim().max(40).optional(),
  kind: z.enum(['region', 'institution', 'division']),
  level: z.enum(['nation', 'province', 'city', 'county', 'township']),
  regionCode: z.string().max(12).optional(),
  parent: id.nullable(),
  from: day,
});
export const MoveUnit = z.strictObject({ unit: id, parent: id, from: day, paper: z.string().max(200).optional() });
export const MergeUnits = z.strictObject({
  units: z.array(id).min(1).max(50),
  into: id,
  day,
  paper: z.string().max(200).optional(),
});
export const SplitUnit = z.strictObject({
  unit: id,
  into: z.array(id).min(2).max(50),
  day,
  paper: z.string().max(200).optional(),
});
export const RegisterPerson = z.strictObject({
  id: id.optional(),
  unit: id,
  name: z.string().trim().min(1).max(100),
  number: z.string().max(40).optional(),
  from: day,
});
export const CreatePost = z.strictObject({
  id: id.optional(),
  unit: id,
  title: z.string().trim().min(1).max(100),
  rank: z.string().max(40).optional(),
  establishment: z.int().min(0).max(10_000).optional(),
  leads: z.boolean().default(false),
  from: day,
});
export const Appoint = z.strictObject({
  person: id,
  post: id,
  kind: z.enum(['main', 'concurrent', 'secondment', 'acting']),
  from: day,
  to: day.optional(),
});
export const EndAppointment = z.strictObject({ holding: id, to: day });
export const NameStandIn = z.strictObject({
  forPerson: id,
  person: id,
  from: day,
  to: day,
  reason: z.string().trim().min(1).max(500),
});

export const EndStandIn = z.strictObject({ standIn: id });

export const UnitFounded = factType('kernel.UnitFounded', {
  title: { zh: '设立机构', en: 'Unit founded' },
  body: FoundUnit.required({ id: true }),
});
export const UnitMoved = factType('kernel.UnitMoved', {
  title: { zh: '机构隶属调整', en: 'Unit moved' },
  body: MoveUnit,
});
export const UnitsMerged = factType('kernel.UnitsMerged', {
  title: { zh: '机构合并', en: 'Units merged' },
  body: MergeUnits,
});
export const UnitSplit = factType('kernel.UnitSplit', { title: { zh: '机构分设', en: 'Unit split' }, body: SplitUnit });
export const PersonRegistered = factType('kernel.PersonRegistered', {
  title: { zh: '登记人员', en: 'Person registered' },
  body: RegisterPerson.required({ id: true }),
  personal: ['name', 'number'],
});
export const PostCreated = factType('kernel.PostCreated', {
  title: { zh: '设置岗位', en: 'Post created' },
  body: CreatePost.required({ id: true }),
});
export const Appointed = factType('kernel.Appointed', {
  title: { zh: '任职', en: 'Appointed' },
  body: Appoint.extend({ holding: id }),
});
export const AppointmentEnded = factType('kernel.AppointmentEnded', {
  title: { zh: '免职', en: 'Appointment ended' },
  body: EndAppointment,
});
export const StandInNamed = factType('kernel.StandInNamed', {
  title: { zh: '指定代理', en: 'Stand-in named' },
  body: NameStandIn.extend({ id }),
});
export const StandInEnded = factType('kernel.StandInEnded', {
  title: { zh: '结束代理', en: 'Stand-in ended' },
  body: EndStandIn.extend({ to: day }),
});
