import { z } from 'zod';
import { factType } from '../fact-type.ts';

const id = z.uuid();
const words = z.strictObject({ zh: z.string().max(300), en: z.string().max(300) });

/** A task as it is raised: who holds it, who is told, until when. */
export const RaisedTask = z.strictObject({
  id,
  step: z.string().max(100).nullable(),
  title: words,
  holders: z.array(id).min(1).max(200),
  copied: z.array(id).max(200),
  due: z.iso.datetime().nullable(),
});
export type RaisedTask = z.infer<typeof RaisedTask>;

/** What happened to an open task: done by somebody with an answer, or withdrawn because the case went another way. */
export const EndedTask = z.strictObject({
  id,
  state: z.enum(['done', 'withdrawn']),
  by: id.nullable(),
  answer: z.string().max(40).nullable(),
});
export type EndedTask = z.infer<typeof EndedTask>;

const caseStatus = z.enum(['open', 'approved', 'refused', 'withdrawn']);
export type CaseStatus = z.infer<typeof caseStatus>;

/** What the bell tells somebody: a reminder, or how their request ended. */
export const Told = z.strictObject({ person: id, title: words });

export const CaseOpened = factType('kernel.CaseOpened', {
  title: { zh: '提交审批', en: 'Case opened' },
  body: z.strictObject({
    case: id,
    definition: z.string().max(120),
    definitionVersion: z.string().max(80),
    asker: id,
    title: words,
    summary: z.string().max(500),
    opens: z.string().max(300).nullable(),
    verbs: z.array(z.string().max(120)).max(20),
    attributes: z.record(z.string(), z.unknown()),
    state: z.unknown(),
    status: caseStatus,
    raised: z.array(RaisedTask).max(200),
    told: z.array(Told).max(200),
  }),
});

export const CaseMoved = factType('kernel.CaseMoved', {
  title: { zh: '审批流转', en: 'Case moved' },
  body: z.strictObject({
    case: id,
    definition: z.string().max(120),
    act: z.string().max(40),
    by: id.nullable(),
    opinion: z.string().max(1_000),
    version: z.int(),
    state: z.unknown(),
    status: caseStatus,
    title: words,
    summary: z.string().max(500),
    opens: z.string().max(300).nullable(),
    verbs: z.array(z.string().max(120)).max(20),
    asker: id,
    raised: z.array(RaisedTask).max(200),
    ended: z.array(EndedTask).max(200),
    /** Tasks whose holders changed without the step being done: hand-over, urge, reminders. */
    changed: z.array(RaisedTask).max(200),
    told: z.array(Told).max(200),
  }),
});

/** One office asks another for something; the answer comes back as a fact. */
export const TaskRaised = factType('kernel.TaskRaised', {
  title: { zh: '交办', en: 'Task raised' },
  body: z.strictObject({
    task: RaisedTask,
    kind: z.string().max(60),
    asker: id.nullable(),
    summary: z.string().max(500),
    opens: z.string().max(300).nullable(),
    verbs: z.array(z.string().max(120)).max(20),
  }),
});

export const TaskEnded = factType('kernel.TaskEnded', { title: { zh: '办结', en: 'Task ended' }, body: EndedTask });
