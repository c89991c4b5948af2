import type { Language, Row } from '@opengoa/web-kit';

export type Task = Row<'kernel.my-tasks'>;

export const boxes = ['waiting', 'done', 'started', 'copied'] as const;
export type Box = (typeof boxes)[number];

export const boxOf = (text: string | undefined): Box => boxes.find((box) => box === text) ?? 'waiting';

export const titleOf = (task: Task, language: Language): string =>
  language === 'en' ? task.title_en || task.title : task.title;

/** Verbs that may answer it. */
export const verbsOf = ({ verbs }: Task): readonly string[] => (Array.isArray(verbs) ? verbs.map(String) : []);

/** `TR-2026-00047 2 人 …`: the number is for looking up, what follows for deciding. */
export function numberAndGist(summary: string): { readonly number: string; readonly gist: string } {
  const found = /^([A-Z]+-\d{4}-\d+)\s+(.+)$/s.exec(summary);
  return found ? { number: found[1] ?? '', gist: found[2] ?? '' } : { number: '', gist: summary };
}

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
