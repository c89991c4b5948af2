import type { Language, Row } from '@opengoa/web-kit';

export type Task = Row<'kernel.my-tasks'>;

export const boxes = ['waiting', 'done', 'started', 'copied'] as const;
export type Box = (typeof boxes)[number];

export const boxOf = (text: string | undefined): Box => boxes.find((box) => box === text) ?? 'waiting';

export const titleOf = (task: Task, language: Language): string =>
  language === 'en' ? task.title_en || task.title : task.title;

/** Verbs that may answer it. */
export const verbsOf = ({ verbs }: Task): readonly string[] => (Array.isArray(verbs) ? verbs.map(String) : []);

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
