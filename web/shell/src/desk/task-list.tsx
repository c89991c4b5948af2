import { ago, due, useWords } from '@opengoa/web-kit';
import { useEffect, useRef, useState } from 'react';
import { deskWords as words } from './desk-words.ts';
import { numberAndGist, titleOf, type Task } from './task.ts';

interface TaskListProps {
  readonly tasks: readonly Task[];
  readonly at: number;
  readonly overdueOnly: boolean;
  readonly total: string;
  readonly more: (() => void) | undefined;
  readonly onOverdueOnly: ((only: boolean) => void) | undefined;
  onOpen(place: number): void;
}

/** The cases one under the other; an overdue one has a thin red bar and says so in words. */
export function TaskList({ tasks, at, overdueOnly, total, more, onOverdueOnly, onOpen }: TaskListProps) {
  const { w, language } = useWords();
  const [now] = useState(() => new Date());
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    list.current?.children[at]?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  const anyOverdue = overdueOnly || tasks.some((task) => task.overdue);
  return (
    <>
      {onOverdueOnly && anyOverdue && (
        <p className="d-list-bar">
          <button
            type="button"
            className="k-chip k-chip-press"
            aria-pressed={overdueOnly}
            onClick={() => onOverdueOnly(!overdueOnly)}
          >
            {w(words.overdueOnly)}
          </button>
        </p>
      )}
      <ul ref={list}>
        {tasks.map((task, place) => (
          <li key={task.id}>
            <button
              type="button"
              className="d-task"
              aria-current={place === at}
              data-late={task.overdue ? '' : undefined}
              onClick={() => onOpen(place)}
            >
              <span className="d-task-gist">{numberAndGist(task.summary).gist || titleOf(task, language)}</span>
              <span className={task.overdue ? 'd-task-when k-late' : 'd-task-when'}>
                {task.due_at && task.state === 'open'
                  ? due(task.due_at, now, language)
                  : ago(task.raised_at, now, language)}
              </span>
              <span className="d-task-what">
                {[titleOf(task, language), numberAndGist(task.summary).number].filter(Boolean).join(' · ')}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {more && (
        <p className="d-list-bar">
          <button type="button" className="k-link" onClick={more}>
            {w(words.more)} ({total})
          </button>
        </p>
      )}
    </>
  );
}
