import {
  ActButtons,
  caseOf,
  due,
  Go,
  Icon,
  instant,
  NameOf,
  Part,
  Section,
  Skeleton,
  StatusTag,
  Talk,
  Timeline,
  useWords,
} from '@opengoa/web-kit';
import { useRef, useState, type TouchEvent } from 'react';
import { deskWords as words } from './desk-words.ts';
import { objectOf, verbsOf, titleOf, type Task } from './task.ts';

interface CasePaneProps {
  readonly task: Task;
  readonly place: number;
  readonly of: number;
  readonly onBack: (() => void) | undefined;
  onStep(by: number): void;
  onDone(): void;
}

const SWIPE_PX = 80;

/** The open case, complete enough to decide: what, by whom, until when, what the room says of it, what has happened, and the buttons. */
export function CasePane({ task, place, of, onBack, onStep, onDone }: CasePaneProps) {
  const { w, language } = useWords();
  const [now] = useState(() => new Date());
  const touch = useRef<{ x: number; y: number }>(undefined);
  const own = caseOf(task.object_kind);
  // Alone on a phone's screen, its title is the page's.
  const Title = onBack ? 'h1' : 'h2';
  const open = task.state === 'open' && task.box === 'waiting';
  const swiped = (event: TouchEvent) => {
    const end = event.changedTouches[0];
    const start = touch.current;
    touch.current = undefined;
    if (!onBack || !start || !end) return;
    const [across, down] = [end.clientX - start.x, end.clientY - start.y];
    if (Math.abs(across) > SWIPE_PX && Math.abs(across) > 2 * Math.abs(down)) onStep(across < 0 ? 1 : -1);
  };
  return (
    <article
      className="d-case"
      onTouchStart={(event) => {
        const start = event.touches[0];
        touch.current = start && event.touches.length === 1 ? { x: start.clientX, y: start.clientY } : undefined;
      }}
      onTouchEnd={swiped}
    >
      <header className="d-case-head">
        {onBack && (
          <button type="button" className="k-icon-button d-back" aria-label={w(words.back)} onClick={onBack}>
            <Icon name="chevron" />
          </button>
        )}
        <div>
          <Title>
            {titleOf(task, language)}{' '}
            {task.overdue && <StatusTag tone="refused">{due(task.due_at, now, language)}</StatusTag>}
          </Title>
          <p className="k-faint d-case-facts">
            {task.asker_id && (
              <span>
                {w(words.asker)} <NameOf id={task.asker_id} />
              </span>
            )}
            <span>
              {w(words.unit)} <NameOf id={task.unit_id} />
            </span>
            <span>
              {w(words.raised)} {instant(task.raised_at, language)}
            </span>
            {task.due_at && !task.overdue && task.state === 'open' && (
              <span title={instant(task.due_at, language)}>
                <Icon name="clock" size={14} /> {due(task.due_at, now, language)}
              </span>
            )}
          </p>
        </div>
        <span className="d-case-place k-faint">
          {w(words.place).replace('{at}', String(place)).replace('{of}', String(of))}
        </span>
      </header>
      <div className="d-case-body" tabIndex={0} role="region" aria-label={titleOf(task, language)}>
        {task.summary && <p className="k-summary">{task.summary}</p>}
        {own ? <Part load={own} given={{ id: task.object_id }} meanwhile={<Skeleton lines={6} />} /> : null}
        <Talk kind={task.object_kind} id={task.object_id} />
        <Section title={{ zh: '经过', en: 'What happened' }}>
          <Timeline id={task.object_id} />
        </Section>
      </div>
      <footer className="d-case-foot">
        {task.opens && (
          <Go className="k-link" to={task.opens}>
            {w(words.openPage)}
          </Go>
        )}
        {open && (
          <ActButtons may={verbsOf(task)} object={objectOf(task)} keys thumb={onBack !== undefined} onDone={onDone} />
        )}
      </footer>
    </article>
  );
}
