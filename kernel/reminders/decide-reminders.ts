import type { FactDraft } from '../fact-type.ts';
import { newId, type Id } from '../id.ts';
import { TaskEnded, TaskRaised } from '../tasks/contract.ts';
import type { Words } from '../words.ts';
import { Reminded, ReminderCleared, type Thing } from './contract.ts';

/** What was told of a thing so far. */
export interface Standing {
  readonly object: { readonly kind: string; readonly id: Id };
  readonly unit: Id;
  readonly dueAt: Date | null;
  readonly beforeAt: Date | null;
  readonly afterAt: Date | null;
  /** Its open task, if there is one. */
  readonly task: Id | null;
}

export interface Asked {
  /** `<room>.<name>` */
  readonly reminder: string;
  readonly title: Words;
  readonly verbs: readonly string[];
}

const before = (title: Words, summary: string): Words => ({
  zh: `即将到期：${title.zh} ${summary}`.slice(0, 300),
  en: `Due soon: ${title.en} ${summary}`.slice(0, 300),
});
const after = (title: Words, summary: string): Words => ({
  zh: `已逾期：${title.zh} ${summary}`.slice(0, 300),
  en: `Overdue: ${title.en} ${summary}`.slice(0, 300),
});

/** What is to be said of things that are due: once before, to both sides, and once when the time is over. Put off, it begins anew. */
export function remindOf(asked: Asked, things: readonly Thing[], standing: ReadonlyMap<Id, Standing>): FactDraft[] {
  return things.flatMap((thing) => {
    const known = standing.get(thing.object.id);
    const { late } = thing;
    const dueAt = thing.due === null ? null : new Date(thing.due);
    const moved = known !== undefined && known.dueAt?.getTime() !== dueAt?.getTime();
    const said = late ? known?.afterAt != null && !moved : known !== undefined && !moved;
    if (said) return [];
    const raise = asked.verbs.length > 0 && (known?.task ?? null) === null && thing.holders.length > 0;
    const task = raise ? newId() : (known?.task ?? null);
    const words = late ? after(asked.title, thing.summary) : before(asked.title, thing.summary);
    // Whoever gets the task is told by it; a message beside it would be the same thing twice.
    const told = late || !raise ? [...thing.holders, ...thing.others] : [...thing.others];
    return [
      Reminded.of({
        object: thing.object,
        unit: thing.unit,
        body: {
          reminder: asked.reminder,
          stage: late ? 'after' : 'before',
          due: thing.due,
          task,
          told: [...new Set(told)].map((person) => ({ person, title: words })),
          opens: thing.opens,
        },
      }),
      ...(raise && task !== null
        ? [
            TaskRaised.of({
              object: thing.object,
              unit: thing.unit,
              body: {
                task: {
                  id: task,
                  step: null,
                  title: asked.title,
                  holders: [...thing.holders],
                  copied: [],
                  due: thing.due,
                },
                kind: asked.reminder,
                asker: null,
                summary: thing.summary,
                opens: thing.opens,
                verbs: [...asked.verbs],
              },
            }),
          ]
        : []),
    ];
  });
}

/** Things that are due no longer: the task ends, the messages go. */
export const clear = (reminder: string, over: readonly Standing[]): FactDraft[] =>
  over.flatMap(({ object, unit, task }) => [
    ...(task === null
      ? []
      : [TaskEnded.of({ object, unit, body: { id: task, state: 'done', by: null, answer: 'cleared' } })]),
    ReminderCleared.of({ object, unit, body: { reminder } }),
  ]);
