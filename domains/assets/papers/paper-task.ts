import { type Context, type FactDraft, type Id, newId, endTasksOf, TaskRaised, type Words } from '@opengoa/kernel';
import { paperOf } from './paper.ts';

export interface PaperTask {
  readonly id: Id;
  readonly unit: Id;
  readonly title: Words;
  readonly holders: readonly Id[];
  readonly summary: string;
  readonly verbs: readonly string[];
}

/** Puts a paper on the desk of whoever has to sign it; nothing where there is nobody. */
export function raiseOnDesk({ id, unit, title, holders, summary, verbs }: PaperTask, context: Context): FactDraft[] {
  if (holders.length === 0) return [];
  const due = context.calendar.deadlineAfterWorkdays(context.now, 5).toISOString();
  return [
    TaskRaised.of({
      object: paperOf({ id }),
      unit,
      body: {
        task: { id: newId(), step: null, title, holders: [...holders], copied: [], due },
        kind: verbs[0]!,
        asker: context.actor.person,
        summary: summary.slice(0, 500),
        opens: `/assets/papers/${id}`,
        verbs: [...verbs],
      },
    }),
  ];
}

/** The task of a paper is over; nothing where none was open. */
export const endOnDesk = (
  { id, unit }: { readonly id: Id; readonly unit: Id },
  task: { readonly id: Id } | undefined,
  state: 'done' | 'withdrawn',
  context: Pick<Context, 'actor'>,
) => endTasksOf({ object: paperOf({ id }), unit }, [task], context, state);
