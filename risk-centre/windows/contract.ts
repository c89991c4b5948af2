import { factType, id } from '@opengoa/kernel/contract';
import { z } from 'zod';
import { findingStates, KeptVerdict, levels, outcomes } from '../contract.ts';

export const windowStates = ['proposed', 'open', 'closed', 'ended'] as const;
export type WindowState = (typeof windowStates)[number];

/** How a window stands on a day: `ahead` is confirmed and has not begun, `over` is past its last day. */
export const windowStandings = ['proposed', 'ahead', 'open', 'over', 'closed'] as const;
export type WindowStanding = (typeof windowStandings)[number];

const said = z.string().trim().min(2).max(2_000);
const words = z.strictObject({ zh: z.string(), en: z.string() });
const instant = z.iso.datetime().nullable();
const unique = (ids: readonly string[]) => new Set(ids).size === ids.length;

export const ProposeWindow = z.strictObject({
  /** Each with all below it. May be left out where findings are named. */
  units: z.array(id).max(20).refine(unique).default([]),
  /** These findings and no others; none means all of the units. */
  findings: z.array(id).max(200).refine(unique).default([]),
  /** Persons, each by name. */
  inspectors: z.array(id).min(1).max(10).refine(unique),
  purpose: said,
  /** 文号: the paper it rests on. */
  paper: z.string().trim().min(2).max(120),
  from: z.iso.date(),
  /** The last day. */
  to: z.iso.date(),
});
export const ConfirmWindow = z.strictObject({ window: id });
export const CloseWindow = z.strictObject({ window: id, reason: said });
export const EndWindow = z.strictObject({ window: id });
/** Without a finding: the list, from behind `after` where it goes on. */
export const LookThroughWindow = z.strictObject({
  window: id,
  finding: id.optional(),
  after: id.optional(),
});

export const SeenLine = z.strictObject({
  id: z.uuid(),
  number: z.string(),
  kitTitle: words,
  unitName: z.string(),
  subject: z.string(),
  level: z.enum(levels),
  state: z.enum(findingStates),
  outcome: z.enum(outcomes).nullable(),
  raisedAt: z.iso.datetime(),
});

/** One finding as a window shows it: rule, rows, limits, what the unit answered, what became of it, and the earlier ones that the window shows. */
export const SeenFinding = z.strictObject({
  id: z.uuid(),
  number: z.string(),
  unitName: z.string(),
  kitTitle: words,
  question: words,
  remedy: words,
  article: z.string().nullable(),
  subject: z.string(),
  period: z.tuple([z.string(), z.string()]),
  state: z.enum(findingStates),
  level: z.enum(levels),
  probability: z.number(),
  verdict: KeptVerdict,
  native: z.record(z.string(), words),
  derived: z.record(z.string(), words),
  signals: z.array(z.strictObject({ kitTitle: words, at: z.iso.datetime(), explanation: words })),
  raisedAt: z.iso.datetime(),
  due: instant,
  answer: z.string().nullable(),
  answeredAt: instant,
  /** Papers beside the answer; they are not handed out here. */
  papers: z.number(),
  outcome: z.enum(outcomes).nullable(),
  outcomeReason: z.string().nullable(),
  rectified: z.string().nullable(),
  closedAt: instant,
  history: z.array(
    z.strictObject({
      id: z.uuid(),
      number: z.string(),
      kitTitle: words,
      state: z.enum(findingStates),
      outcome: z.enum(outcomes).nullable(),
      raisedAt: z.iso.datetime(),
    }),
  ),
});

export const Seen = z.strictObject({
  /** The last day of the window. */
  to: z.iso.date(),
  list: z
    .strictObject({
      rows: z.array(SeenLine),
      total: z.number(),
      /** Where the next page goes on; null at the end. */
      after: z.uuid().nullable(),
    })
    .nullable(),
  finding: SeenFinding.nullable(),
});

export const WindowProposed = factType('risk-centre.WindowProposed', {
  title: { zh: '提出只读窗口', en: 'Read-only window proposed' },
  body: ProposeWindow.extend({ units: z.array(id).min(1).max(200), inspectorNames: z.string() }),
});
export const WindowOpened = factType('risk-centre.WindowOpened', {
  title: { zh: '开启只读窗口', en: 'Read-only window opened' },
  body: z.strictObject({ from: z.iso.date(), to: z.iso.date() }),
});
export const WindowClosed = factType('risk-centre.WindowClosed', {
  title: { zh: '关闭只读窗口', en: 'Read-only window closed' },
  body: CloseWindow.omit({ window: true }),
});
export const WindowEnded = factType('risk-centre.WindowEnded', {
  title: { zh: '只读窗口到期', en: 'Read-only window over' },
  body: z.strictObject({ to: z.iso.date() }),
});
export const WindowLooked = factType('risk-centre.WindowLooked', {
  title: { zh: '通过只读窗口查看清单', en: 'List looked at through a window' },
  body: z.strictObject({ shown: z.int(), total: z.int() }),
});
/** On the finding itself: its unit and its officer read there who looked. */
export const FindingLookedAt = factType('risk-centre.FindingLookedAt', {
  title: { zh: '通过只读窗口查看', en: 'Looked at through a window' },
  body: z.strictObject({ window: id, paper: z.string(), to: z.iso.date() }),
});
