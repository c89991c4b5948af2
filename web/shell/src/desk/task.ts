import type { Language } from '@opengoa/web-kit';

/** A row of `kernel.my-tasks`. */
export interface Task {
  readonly id: string;
  readonly box: string;
  readonly title: string;
  readonly title_en: string | null;
  readonly summary: string;
  readonly kind: string;
  readonly unit_id: string;
  readonly object_kind: string;
  readonly object_id: string;
  readonly asker_id: string | null;
  readonly raised_at: string;
  readonly due_at: string | null;
  readonly overdue: boolean;
  readonly state: string;
  readonly answer: string | null;
  /** Verbs that may answer it. */
  readonly verbs: readonly string[] | null;
  readonly opens: string | null;
  readonly [column: string]: unknown;
}

export const boxes = ['waiting', 'done', 'started', 'copied'] as const;
export type Box = (typeof boxes)[number];

export const boxOf = (text: string | undefined): Box => boxes.find((box) => box === text) ?? 'waiting';

export const titleOf = (task: Task, language: Language): string =>
  language === 'en' ? task.title_en || task.title : task.title;

/** What an act on the desk stands on: the task's object, with the task beside it. */
export const objectOf = (task: Task): Readonly<Record<string, unknown>> & { readonly id: string } => ({
  ...task,
  id: task.object_id,
  taskId: task.id,
});

/** Which task is open after a list has changed: the same one, else the one that took its place, else the last. */
export function nextOpen(
  tasks: readonly { readonly id: string }[],
  openId: string | undefined,
  lastPlace: number,
): number {
  if (tasks.length === 0) return -1;
  const same = tasks.findIndex((task) => task.id === openId);
  return same >= 0 ? same : Math.min(Math.max(lastPlace, 0), tasks.length - 1);
}
