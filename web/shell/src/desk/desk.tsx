import {
  EmptyState,
  Go,
  Icon,
  number,
  Page,
  RefusedState,
  Skeleton,
  StaleNote,
  Tabs,
  useKeys,
  useList,
  usePhone,
  useRenewSession,
  useSession,
  useWay,
  useWords,
  withQuery,
  type QueryOf,
} from '@opengoa/web-kit';
import { useState } from 'react';
import { GuideCard } from '../guide/guide-card.tsx';
import { openRooms } from '../frame/open-pages.ts';
import { CasePane } from './case-pane.tsx';
import { boxWords, deskWords as words } from './desk-words.ts';
import './desk.css';
import { boxes, boxOf, nextOpen } from './task.ts';
import { TaskList } from './task-list.tsx';

const SIZE = 30;
const MORE = 60;

/** With nothing waiting, where one’s own work begins: the first page of each room. */
function Begin() {
  const { w } = useWords();
  const { may } = useSession();
  return openRooms(may).flatMap(({ room, pages }) =>
    pages.slice(0, 1).flatMap((page) =>
      page.path === '/'
        ? []
        : [
            <Go key={page.path} className="k-button" to={page.path}>
              <Icon name={room.icon ?? 'list'} size={16} /> {w(page.title)}
            </Go>,
          ],
    ),
  );
}

/** 我的待办: the list on the left, the open case on the right, decided without leaving; the next one slides in. */
export default function Desk() {
  const { w } = useWords();
  const way = useWay();
  const phone = usePhone();
  const session = useSession();
  const renew = useRenewSession();
  const box = boxOf(way.query['box']);
  const [size, setSize] = useState(SIZE);
  const [overdueOnly, setOverdueOnly] = useState(false);
  const where: QueryOf<'kernel.my-tasks'>['where'] = {
    box: { is: box },
    ...(overdueOnly ? { overdue: { is: 'true' } } : {}),
  };
  // The most pressing first: by due day where there is one.
  const known = useList('kernel.my-tasks', { where, ...(box === 'waiting' ? { sort: 'due_at' } : {}) }, { size });
  const tasks = known.answer?.rows ?? [];

  const openId = way.query['task'];
  const [place, setPlace] = useState(0);
  const at = phone && !openId ? -1 : nextOpen(tasks, openId, place);
  // Where the open case stood: when it is decided and gone, the one that moves up into its place is next.
  if (at >= 0 && at !== place) setPlace(at);
  const task = tasks[at];
  const open = (to: number) => {
    const next = tasks[Math.min(Math.max(to, 0), tasks.length - 1)];
    if (next) way.go(withQuery(way, { task: next.id }), { replace: !phone || openId !== undefined });
  };
  useKeys({ j: () => open(at + 1), k: () => open(at - 1), e: () => task?.opens && way.go(task.opens) });

  const pane = task && (
    <CasePane
      key={task.id}
      task={task}
      place={at + 1}
      of={tasks.length}
      onBack={phone ? () => way.go(withQuery(way, { task: undefined })) : undefined}
      onStep={(by) => open(at + by)}
      onDone={() => void renew()}
    />
  );
  const emptied = known.answer && tasks.length === 0;

  const tabs = (
    <Tabs
      label={w(words.title)}
      tabs={boxes.map((each) => ({
        key: each,
        title: boxWords[each].title,
        count: each === 'waiting' ? session.waiting.tasks : undefined,
      }))}
      open={box}
      onOpen={(key) => {
        setPlace(0);
        setSize(SIZE);
        way.go(key === 'waiting' ? '/' : `/?box=${key}`, { replace: true });
      }}
    />
  );
  if (phone && pane && openId) return <div className="d-phone-case">{pane}</div>;

  return (
    <Page title={words.title}>
      <GuideCard />
      <div className="d-desk">
        <section className="d-list" aria-label={w(words.list)}>
          {tabs}
          {known.problem && known.answer && <StaleNote at={known.at} onAgain={known.again} />}
          {known.problem && !known.answer && <RefusedState problem={known.problem} onAgain={known.again} />}
          {known.loading && <Skeleton lines={8} height={56} />}
          {emptied && <EmptyState icon="check" title={boxWords[box].none} todo={boxWords[box].todo} />}
          {tasks.length > 0 && (
            <TaskList
              tasks={tasks}
              at={at}
              overdueOnly={overdueOnly}
              onOverdueOnly={box === 'waiting' ? setOverdueOnly : undefined}
              onOpen={open}
              more={known.answer?.next !== undefined ? () => setSize(size + MORE) : undefined}
              total={number(known.answer?.total.count)}
            />
          )}
        </section>
        {!phone && (
          <section className="d-pane">
            {pane ??
              (known.loading ? (
                <Skeleton lines={10} />
              ) : (
                <EmptyState icon="desk" title={emptied ? words.begin : words.choose}>
                  {emptied && <Begin />}
                </EmptyState>
              ))}
          </section>
        )}
      </div>
    </Page>
  );
}
