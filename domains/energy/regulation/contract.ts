import { factType, type Words } from '@opengoa/kernel/contract';
import { z } from 'zod';
import { day, hourOfDay, id, instant, moment, oneOf, text, version } from '../contract.ts';
import {
  answerOutcomes,
  entryKinds,
  lawOutcomes,
  planStates,
  reasons,
  regulationFactWords,
  ruleDays,
  ruleWhens,
  settings,
} from './words.zh.ts';

/** Names, inputs, facts and answers of automatic regulation. Temperatures in °C; a switch is 0 or 1. */

export const Setting = oneOf(settings);
export const PlanState = oneOf(planStates);
export const RuleWhen = oneOf(ruleWhens);
export const RuleDays = oneOf(ruleDays);
export const EntryKind = oneOf(entryKinds);
export const Reason = oneOf(reasons);
export const AnswerOutcome = oneOf(answerOutcomes);
export type Setting = z.infer<typeof Setting>;
export type PlanState = z.infer<typeof PlanState>;
export type EntryKind = z.infer<typeof EntryKind>;
export type Reason = z.infer<typeof Reason>;

/** To a hundredth. */
const value = z.number().min(-100).max(200).multipleOf(0.01);
/** One level of a topic: what would mean several is kept out. */
const device = z
  .string()
  .trim()
  .min(1)
  .max(80)
  .regex(/^[^/+#]*$/);

const described = {
  name: text(100),
  device,
  address: text(80),
  sets: Setting,
  least: value,
  most: value,
  /** Largest change of one command. */
  step: z.number().positive().max(50).multipleOf(0.01),
  /** What the device goes back to. */
  safe: value,
  /** Between two changes. */
  pauseMinutes: z.int().min(1).max(1_440),
  /** How long the device holds a command that is not renewed. */
  ttlMinutes: z.int().min(3).max(240),
  meter: id,
  /** How old the meter's last reading may be. */
  staleMinutes: z.int().min(5).max(1_440),
  /** By which paper the law's bound does not hold here; null where it holds. */
  exemptBy: text(200).nullable(),
  running: z.boolean(),
};
export const RegisterControlPoint = z.strictObject({
  building: id,
  ...described,
  pauseMinutes: described.pauseMinutes.default(30),
  ttlMinutes: described.ttlMinutes.default(15),
  staleMinutes: described.staleMinutes.default(60),
  exemptBy: described.exemptBy.default(null),
  running: described.running.default(true),
});
export const ChangeControlPoint = z.strictObject(described).partial().extend({ point: id, version });
export const DescribedPoint = z.strictObject(described);
export type DescribedPoint = z.infer<typeof DescribedPoint>;

/** The first rule that holds says what is wanted; where none holds, the point goes back to its safe value. */
export const Rule = z.strictObject({
  when: RuleWhen,
  days: RuleDays.default('any'),
  fromHour: hourOfDay.nullable().default(null),
  /** Not with it. */
  toHour: hourOfDay.nullable().default(null),
  /** kW in the hour that runs. */
  kw: z.number().positive().max(10_000_000).nullable().default(null),
  value,
});
export type Rule = z.infer<typeof Rule>;
const plan = {
  name: text(100),
  points: z.array(id).min(1).max(50),
  rules: z.array(Rule).min(1).max(20),
  from: day,
  to: day,
};
export const ProposeRegulation = z.strictObject(plan);
export const ChangeRegulation = z.strictObject(plan).partial().extend({ plan: id, version });
export const ApproveRegulation = z.strictObject({ plan: id, version, opinion: z.string().trim().max(500).default('') });
export const StopRegulation = z.strictObject({ plan: id, why: text(500) });
export const SwitchRegulation = z.strictObject({ unit: id, running: z.boolean(), document: text(200) });
/** When the loop's process began: nothing that was read before counts as fresh. */
export const Regulate = z.strictObject({ since: instant });
export const NoteSent = z.strictObject({ ids: z.array(id).min(1).max(1_000) });
export const AnswerCommand = z.strictObject({ command: id, device, outcome: AnswerOutcome, value: value.nullable() });

/** What a device is told. It answers under `energy/command-answers/{device}`. */
export const Command = z.strictObject({
  id,
  /** Which of the device's points, as it was registered. */
  point: z.string(),
  sets: Setting,
  kind: z.enum(['set', 'renew', 'return']),
  /** To be set; on `return` the safe value. */
  value: z.number(),
  /** What it goes back to by itself when nothing has come within `ttlSeconds`. */
  safe: z.number(),
  ttlSeconds: z.int(),
  /** A command that is read after this instant is thrown away. */
  until: moment,
});
export type Command = z.infer<typeof Command>;
export const Answered = z.strictObject({ id, outcome: AnswerOutcome, value: value.nullable().default(null) });

const fact = <Shape extends z.ZodRawShape>(name: string, shape: Shape) =>
  factType(`energy.${name}`, {
    title: (regulationFactWords as Readonly<Record<string, Words>>)[`energy.${name}`]!,
    body: z.strictObject(shape),
  });

export const Entry = z.strictObject({
  id,
  point: id,
  plan: id,
  kind: EntryKind,
  value: z.number().nullable(),
  reason: Reason,
  until: moment.nullable(),
});
export type Entry = z.infer<typeof Entry>;
const returns = z.array(Entry).max(2_000);

export const RegulationSwitched = fact('RegulationSwitched', { running: z.boolean(), document: z.string(), returns });
export const ControlPointRegistered = fact('ControlPointRegistered', { building: id, ...described });
export const ControlPointChanged = fact('ControlPointChanged', described);
const planned = { ...plan, rules: z.array(z.strictObject({ ...Rule.shape })) };
export const RegulationProposed = fact('RegulationProposed', planned);
export const RegulationChanged = fact('RegulationChanged', { ...planned, returns });
export const RegulationApproved = fact('RegulationApproved', {
  proposedBy: id,
  opinion: z.string(),
  /** What was approved, with the limits of its points as they stood. */
  ...planned,
  limits: z.array(z.strictObject({ point: id, least: z.number(), most: z.number(), safe: z.number() })),
});
export const RegulationStopped = fact('RegulationStopped', { why: z.string(), returns });
export const RegulationEnded = fact('RegulationEnded', { to: day });
/** One round of the loop for one plan. */
export const CommandsDecided = fact('CommandsDecided', { entries: z.array(Entry).min(1).max(200) });
export const CommandAnswered = fact('CommandAnswered', {
  command: id,
  point: id,
  outcome: AnswerOutcome,
  value: z.number().nullable(),
});
export const CommandsUnanswered = fact('CommandsUnanswered', { commands: z.array(id).min(1).max(200) });

const who = z.string().nullable();
export const Law = z.strictObject({
  outcome: oneOf(lawOutcomes),
  allowed: z.number(),
  document: z.string(),
  confidence: z.string(),
});
export const ControlPointAnswer = z.strictObject({
  id,
  unit: id,
  unitName: z.string(),
  building: id,
  buildingName: z.string(),
  ...described,
  version: z.int(),
  meterName: z.string(),
  /** End of the last interval that was measured and counts. */
  readAt: moment.nullable(),
  fresh: z.boolean(),
  /** What the device last said. */
  value: z.number().nullable(),
  valueAt: moment.nullable(),
  /** Held by a command until then; null while it stands at its safe value by itself. */
  heldUntil: moment.nullable(),
  plan: z.strictObject({ id, name: z.string(), state: PlanState }).nullable(),
  law: Law.nullable(),
});
export type ControlPointAnswer = z.infer<typeof ControlPointAnswer>;

export const RegulationAnswer = z.strictObject({
  id,
  unit: id,
  unitName: z.string(),
  ...planned,
  state: PlanState,
  version: z.int(),
  shadowSince: moment,
  /** From which moment it may be approved. */
  ripeAt: moment,
  proposedBy: id,
  proposedName: z.string(),
  proposedAt: moment,
  approvedName: who,
  approvedAt: moment.nullable(),
  opinion: who,
  stoppedName: who,
  stoppedAt: moment.nullable(),
  stoppedWhy: who,
  switchedOn: z.boolean(),
  of: z.array(
    z.strictObject({
      id,
      name: z.string(),
      building: z.string(),
      sets: Setting,
      least: z.number(),
      most: z.number(),
      safe: z.number(),
      value: z.number().nullable(),
      heldUntil: moment.nullable(),
    }),
  ),
});
export type RegulationAnswer = z.infer<typeof RegulationAnswer>;

/** What the plan would have done on days gone by, without sending anything. */
export const TrialAnswer = z.strictObject({
  plan: id,
  unit: id,
  from: moment,
  to: moment,
  stepMinutes: z.int(),
  points: z.array(
    z.strictObject({
      id,
      name: z.string(),
      safe: z.number(),
      /** What it would have stood at, step by step. */
      values: z.array(z.number()),
      commands: z.int(),
      returns: z.int(),
      refused: z.array(z.strictObject({ reason: Reason, times: z.int() })),
      /** The first so many. */
      changes: z.array(z.strictObject({ at: moment, kind: EntryKind, value: z.number().nullable(), reason: Reason })),
      more: z.int(),
    }),
  ),
});
export type TrialAnswer = z.infer<typeof TrialAnswer>;

export const SwitchAnswer = z.strictObject({
  unit: id,
  unitName: z.string(),
  running: z.boolean(),
  document: who,
  setBy: who,
  setAt: moment.nullable(),
  points: z.int(),
  acting: z.int(),
});
export type SwitchAnswer = z.infer<typeof SwitchAnswer>;
