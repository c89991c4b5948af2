import { words } from '@opengoa/kernel/words';
import {
  ActButtons,
  type Answer,
  EmptyState,
  instant,
  number,
  Page,
  type ScreenProps,
  Section,
  Shown,
  useRead,
  useWay,
  useWords,
  withQuery,
} from '@opengoa/web-kit';
import { Select } from 'antd';
import { colourings, type Colouring } from '../words.zh.ts';
import { paintsOf } from './colouring.ts';
import { FloorDrawing } from './floor-drawing.tsx';
import { RoomSheet } from './room-sheet.tsx';

type Floor = Answer<'space.floor-plan'>;
/** 楼层平面图: the floor in its colours, its rooms beside it, and behind each room who and what is in it. */
export default function FloorPage({ params, query }: ScreenProps<'id'>) {
  const plan = query['plan'];
  const known = useRead('space.floor-plan', { id: params.id, ...(plan ? { plan } : {}) }, { keep: true });
  return (
    <Shown known={known} lines={16}>
      {(it) => <Loaded of={it} />}
    </Shown>
  );
}

function Loaded({ of: it }: { readonly of: Floor }) {
  const { w, language } = useWords();
  const way = useWay();
  const asked = way.query['by'] ?? '';
  const colouring: Colouring = asked in colourings ? (asked as Colouring) : 'use';
  const paints = paintsOf(colouring, it.rooms);
  const open = it.rooms.find(({ id }) => id === way.query['room']);
  const show = (more: Readonly<Record<string, string | undefined>>) => way.go(withQuery(way, more), { replace: true });
  const total = it.rooms.reduce((sum, { areaM2 }) => sum + areaM2, 0);
  const title = `${it.buildingName} ${it.name}`;
  return (
    <Page
      title={title}
      acts={<ActButtons may={it.may} object={it} />}
      about={
        it.plan
          ? words(
              `第 ${it.plan.number} 版平面图，${it.plan.takenName} 于 ${instant(it.plan.takenAt, 'zh')} 导入；${it.plan.shapes.length} 个轮廓，${it.rooms.length} 间房间`,
              `Plan ${it.plan.number}, taken by ${it.plan.takenName} on ${instant(it.plan.takenAt, 'en')}: ${it.plan.shapes.length} outlines, ${it.rooms.length} rooms`,
            )
          : words('还没有平面图，按房间面积示意。', 'Not drawn yet: rooms are shown by their area.')
      }
    >
      <div className="s-floor-tools">
        <label>
          {w(words('按', 'Coloured by'))}{' '}
          <Select
            aria-label={w(words('着色', 'Coloured by'))}
            value={colouring}
            onChange={(by: Colouring) => show({ by })}
            options={Object.entries(colourings).map(([value, said]) => ({ value, label: w(said) }))}
          />
        </label>
        {it.plans.length > 1 && it.plan && (
          <label>
            {w(words('图纸', 'Plan'))}{' '}
            <Select
              aria-label={w(words('图纸版次', 'Plan'))}
              value={it.plan.id}
              onChange={(plan: string) => show({ plan: plan === it.plans[0]?.id ? undefined : plan })}
              options={it.plans.map((plan) => ({
                value: plan.id,
                label: `${plan.number} · ${instant(plan.takenAt, language)}`,
              }))}
            />
          </label>
        )}
      </div>
      {it.rooms.length === 0 ? (
        <EmptyState
          title={words('本楼层还没有房间', 'No rooms on this floor')}
          todo={words('先在房间台账登记房间，再导入平面图。', 'Register the rooms, then take a plan.')}
        />
      ) : (
        <div className="s-floor">
          <FloorDrawing
            label={title}
            plan={it.plan}
            rooms={it.rooms}
            paints={paints}
            colouring={colouring}
            open={open?.id}
            onOpen={(room) => show({ room })}
          />
          <Section title={w(colourings[colouring])}>
            <ul className="s-floor-list">
              {paints.map((paint) => (
                <li key={paint.key}>
                  <p>
                    <span>
                      <span className={`s-legend-patch ${paint.look}`} />
                      {w(paint.words)}
                    </span>
                    <span className="k-faint">
                      {w(words(`${paint.rooms.length} 间`, `${paint.rooms.length} rooms`))} {number(paint.areaM2, 1)} ㎡
                    </span>
                  </p>
                  <ul>
                    {paint.rooms.map((room) => (
                      <li key={room.id}>
                        <button
                          type="button"
                          aria-pressed={room.id === open?.id}
                          onClick={() => show({ room: room.id })}
                        >
                          {room.number}
                        </button>
                      </li>
                    ))}
                  </ul>
                </li>
              ))}
            </ul>
            <p>
              {w(words(`合计 ${it.rooms.length} 间`, `${it.rooms.length} rooms in all`))} {number(total, 1)} ㎡
            </p>
            <Left of={it} />
          </Section>
        </div>
      )}
      {open && <RoomSheet room={open} floor={it} onClose={() => show({ room: undefined })} />}
    </Page>
  );
}

/** What the plan and the ledger do not have in common. */
function Left({ of: it }: { readonly of: Floor }) {
  const { w } = useWords();
  if (!it.plan) return null;
  const drawn = new Set(it.plan.shapes.map(({ room }) => room));
  const missing = it.rooms.filter(({ id }) => !drawn.has(id)).map((room) => room.number);
  const left = it.plan.shapes
    .filter(({ room }) => room === null)
    .map(({ label }) => label || w(words('（无文字）', '(no text)')));
  return (
    <>
      {missing.length > 0 && (
        <p className="k-faint">
          {w(words(`图上没有的房间：${missing.join('、')}`, `Rooms that are not drawn: ${missing.join(', ')}`))}
        </p>
      )}
      {left.length > 0 && (
        <p className="k-faint">
          {w(words(`没有对应房间的轮廓：${left.join('、')}`, `Outlines without a room: ${left.join(', ')}`))}
        </p>
      )}
    </>
  );
}
