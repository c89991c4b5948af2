import { factType } from '@opengoa/kernel/contract';
import { z } from 'zod';
import { day, id, maybe, oneOf, text, version } from '../contract.ts';
import { findingKinds, findingStates, patrolFactWords, patrolStates } from './words.zh.ts';

/** 巡检: inputs, facts and answers. */

export const PatrolState = oneOf(patrolStates);
export type PatrolState = z.infer<typeof PatrolState>;
export const DefectState = oneOf(findingStates);
export type DefectState = z.infer<typeof DefectState>;
const Kind = oneOf(findingKinds);
const photos = z.array(id).max(6).default([]);

export const PlanPatrol = z.strictObject({ building: id, day, person: id, note: maybe(300) });
export const FinishPatrol = z.strictObject({ patrol: id, version, note: maybe(300) });
export const CancelPatrol = z.strictObject({ patrol: id, version, why: text(300) });
export const ReportDefect = z.strictObject({
  patrol: id,
  room: id.nullable().default(null),
  /** Where it is, for what lies in no room. */
  place: maybe(100),
  kind: Kind,
  what: text(500),
  photos,
});
export const AssignDefect = z.strictObject({ defect: id, version, person: id, due: day });
export const RectifyDefect = z.strictObject({ defect: id, version, said: text(500), photos });
export const VerifyDefect = z.strictObject({ defect: id, version, good: z.boolean(), said: maybe(500) });

const fact = <Shape extends z.ZodRawShape>(name: keyof typeof patrolFactWords, shape: Shape) =>
  factType(name, { title: patrolFactWords[name], body: z.strictObject(shape) });
export const PatrolPlanned = fact('space.PatrolPlanned', { building: id, day, person: id, note: z.string() });
export const PatrolFinished = fact('space.PatrolFinished', { note: z.string() });
export const PatrolCancelled = fact('space.PatrolCancelled', { why: z.string() });
export const DefectFound = fact('space.DefectFound', {
  patrol: id,
  person: id,
  room: id.nullable(),
  place: z.string(),
  kind: Kind,
  what: z.string(),
  photos: z.array(id),
});
export const DefectAssigned = fact('space.DefectAssigned', { person: id, due: day });
export const DefectRectified = fact('space.DefectRectified', { said: z.string(), photos: z.array(id) });
export const DefectVerified = fact('space.DefectVerified', { good: z.boolean(), said: z.string() });

export const DefectAnswer = z.strictObject({
  id,
  unit: id,
  /** Null to whoever does not see it. */
  building: z.string().nullable(),
  room: id.nullable(),
  place: z.string(),
  kind: Kind,
  what: z.string(),
  state: DefectState,
  assigned: id.nullable(),
  due: day.nullable(),
  /** What was done, or why it went back. */
  said: z.string(),
  version: z.int(),
});
export type DefectAnswer = z.infer<typeof DefectAnswer>;
