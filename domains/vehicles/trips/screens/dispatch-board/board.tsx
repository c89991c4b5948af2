import { Button } from 'antd';
import { useState } from 'react';
import {
  day as dayText,
  DayField,
  EmptyState,
  Page,
  type ScreenProps,
  shanghaiParts,
  Shown,
  useRead,
  useWay,
  useWords,
  withQuery,
} from '@opengoa/web-kit';
import { Lanes } from './lanes.tsx';
import { PlanSheet } from '../../../plan/screens/plan-sheet.tsx';
import { ProposalSheet } from './proposal-sheet.tsx';
import { Tray } from './tray.tsx';
import './board.css';

const RENEW_MS = 30_000;
const DAY_MS = 86_400_000;

/** 派车板: the day of every vehicle above, what waits below. Drag a request onto a vehicle, or choose it and take a proposal. */
export default function DispatchBoard({ query }: ScreenProps) {
  const { w, language } = useWords();
  const way = useWay();
  const [opened] = useState(() => new Date());
  const today = shanghaiParts(opened)?.day ?? '';
  // A request is in hand while it is chosen, or while it is dragged: then the board is in full view.
  const [dragged, setDragged] = useState<string>();
  const trip = dragged ?? query['trip'];
  const proposed = useRead('vehicles.proposals', { trip: trip ?? '' }, { when: trip !== undefined });
  // It brings its own day, unless the reader looks at another.
  const day = query['day'] ?? shanghaiParts(proposed.answer?.plan.startsAt ?? opened)?.day ?? today;
  const board = useRead('vehicles.board', { day }, { everyMs: RENEW_MS, keep: true });
  const go = (change: Record<string, string | undefined>) => way.go(withQuery(way, change), { replace: true });
  const planning = query['plan'] !== undefined && trip === undefined;
  const shift = (days: number) =>
    go({ day: new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10) });
  const choose = (chosen: string | undefined) => go({ trip: chosen, day: chosen === undefined ? day : undefined });
  const drag = (chosen: string | undefined) => {
    setDragged(chosen);
    if (chosen !== undefined) go({ trip: undefined, day: undefined });
  };

  return (
    <Page
      title={{ zh: '派车', en: 'Dispatch' }}
      tag={<span className="k-faint">{dayText(day, language)}</span>}
      acts={
        <div className="v-board-days">
          <Button onClick={() => shift(-1)}>{w({ zh: '前一天', en: 'Day before' })}</Button>
          <DayField
            id="board-day"
            label={w({ zh: '日期', en: 'Day' })}
            value={day}
            invalid={false}
            onChange={(chosen) => go({ day: chosen })}
          />
          <Button onClick={() => shift(1)}>{w({ zh: '后一天', en: 'Day after' })}</Button>
          <Button onClick={() => go({ day: today })} disabled={day === today}>
            {w({ zh: '今天', en: 'Today' })}
          </Button>
          <Button type="primary" onClick={() => go({ plan: '1', trip: undefined, day })}>
            {w({ zh: '全天方案', en: 'Plan the day' })}
          </Button>
        </div>
      }
    >
      <Shown known={board} lines={16}>
        {({ rows, tray }) => (
          <div
            className="v-board-page"
            data-sheet={(trip !== undefined && dragged === undefined) || planning ? '' : undefined}
          >
            {rows.length === 0 ? (
              <EmptyState
                icon="car"
                title={{ zh: '没有可派的车辆', en: 'No vehicles' }}
                todo={{ zh: '先在车辆台账登记车辆。', en: 'Register vehicles in the ledger first.' }}
              />
            ) : (
              <Lanes
                day={day}
                now={board.at}
                rows={rows}
                chosen={trip}
                proposed={trip ? proposed.answer : undefined}
                onChoose={choose}
                onDispatched={(startsAt) => go({ trip: undefined, day: shanghaiParts(startsAt)?.day })}
              />
            )}
            <Tray waiting={tray} chosen={trip} onChoose={choose} onDrag={drag} />
            {planning && <PlanSheet key={day} day={day} onClose={() => go({ plan: undefined })} />}
            {trip !== undefined && dragged === undefined && (
              <ProposalSheet key={trip} known={proposed} onClose={() => choose(undefined)} />
            )}
          </div>
        )}
      </Shown>
    </Page>
  );
}
