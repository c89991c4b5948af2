import { words } from '@opengoa/kernel/words';
import {
  type Answer,
  area,
  day,
  DayField,
  Figure,
  Go,
  number,
  Pairs,
  type ScreenProps,
  Section,
  Shown,
  ThingPage,
  useRead,
  useWay,
  useWords,
  withQuery,
} from '@opengoa/web-kit';
import { RoomPeople } from '../../seating/screens/room-people.tsx';
import { roomStates, roomUses, tenureKinds, zones } from '../words.zh.ts';

type Room = Answer<'space.room'>;

/** 房间, as of a day: whose it was then, who sat in it, what stands in it. */
export default function RoomPage({ params, query }: ScreenProps<'id'>) {
  const known = useRead(
    'space.room',
    { id: params.id, ...(query['day'] ? { day: query['day'] } : {}) },
    { keep: true },
  );
  return (
    <Shown known={known} lines={16}>
      {(it) => <Loaded of={it} />}
    </Shown>
  );
}

function Loaded({ of: it }: { readonly of: Room }) {
  const { w } = useWords();
  return (
    <ThingPage
      talk="space.room"
      id={it.id}
      title={`${it.buildingName} ${it.number}${it.name ? ` ${it.name}` : ''}`}
      status={{
        tone:
          it.state === 'in-use' ? 'done' : it.state === 'vacant' ? 'check' : it.state === 'disposed' ? 'plain' : 'busy',
        words: roomStates[it.state],
      }}
      summary={[it.unitName, w(roomUses[it.use]), area(it.areaM2)].filter(Boolean).join(' · ')}
      may={it.may}
      object={it}
      figures={[
        {
          title: words('使用面积', 'Usable area'),
          value: (
            <Figure
              source={{
                value: it.areaM2,
                unit: '㎡',
                period: it.number,
                formula: words('台账登记', 'as declared'),
                rows: null,
              }}
            >
              {area(it.areaM2)}
            </Figure>
          ),
          ...(it.drawnAreaM2 === null
            ? {}
            : { note: w(words(`图上 ${number(it.drawnAreaM2, 2)} ㎡`, `${number(it.drawnAreaM2, 2)} m² drawn`)) }),
        },
      ]}
      tabs={[
        {
          key: 'people',
          title: words('人员', 'People'),
          content: <RoomPeople room={it.id} day={it.day} today={it.day === it.today} />,
        },
        {
          key: 'tenure',
          title: words('使用沿革', 'Whose it was'),
          count: it.tenures.length,
          content: <Tenures of={it} />,
        },
        {
          key: 'things',
          title: words('资产与表计', 'Assets and meters'),
          count: it.assets.length,
          content: <Things of={it} />,
        },
        { key: 'about', title: words('档案', 'About'), content: <About of={it} /> },
      ]}
    />
  );
}

/** The day before: a period is told by the last day that belongs to it. */
const lastDay = (toExclusive: string): string =>
  new Date(Date.parse(`${toExclusive}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);

function Tenures({ of: it }: { readonly of: Room }) {
  const { w, language } = useWords();
  const way = useWay();
  return (
    <Section
      title={words('使用沿革', 'Whose it was')}
      acts={
        <span style={{ display: 'flex', gap: 8, alignItems: 'center', whiteSpace: 'nowrap' }}>
          <label htmlFor="room-day">{w(words('看哪一天', 'As of'))}</label>
          <DayField
            id="room-day"
            value={it.day}
            onChange={(to) => way.go(withQuery(way, { day: to ?? '' }), { replace: true })}
          />
        </span>
      }
    >
      <p>
        {w(
          words(
            `${day(it.day, language)}：由 ${it.heldBy.unitName} 使用或留存`,
            `${day(it.day, language)}: ${it.heldBy.unitName}`,
          ),
        )}
      </p>
      <ol>
        {it.tenures.toReversed().map((tenure) => (
          <li key={tenure.from}>
            {day(tenure.from, language)} –{' '}
            {tenure.toExclusive === null ? w(words('至今', 'today')) : day(lastDay(tenure.toExclusive), language)}{' '}
            {tenure.unitName} · {w(tenureKinds[tenure.kind])}
            {tenure.paper && ` · ${tenure.paper}`}
          </li>
        ))}
      </ol>
      {it.tenures.length === 0 && (
        <p className="k-faint">
          {w(
            words(
              '还没有分配记录，由房屋管理单位留存。点“登记分配”登记。',
              'Not allotted yet: it is kept by whoever keeps the building.',
            ),
          )}
        </p>
      )}
    </Section>
  );
}

function Things({ of: it }: { readonly of: Room }) {
  const { w } = useWords();
  return (
    <>
      <Section title={words('资产', 'Assets')}>
        {it.assets.length === 0 ? (
          <p className="k-faint">{w(words('没有登记存放在这里的资产。', 'No asset is kept here.'))}</p>
        ) : (
          <ul>
            {it.assets.map((asset) => (
              <li key={asset.id}>
                {asset.number} {asset.name} × {number(asset.quantity)}
              </li>
            ))}
          </ul>
        )}
      </Section>
      {it.meters.length > 0 && (
        <Section title={words('所在房屋的表计', 'Meters of its building')}>
          <ul>
            {it.meters.map((meter) => (
              <li key={meter.id}>
                <Go className="k-link" to={`/energy/meters/${meter.id}`}>
                  {meter.name}
                </Go>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

function About({ of: it }: { readonly of: Room }) {
  const { w } = useWords();
  return (
    <Section>
      <Pairs
        pairs={[
          {
            term: words('房屋', 'Building'),
            value: (
              <Go className="k-link" to={`/space/buildings/${it.building}`}>
                {it.buildingName}
              </Go>
            ),
          },
          { term: words('楼层', 'Floor'), value: String(it.floorNumber) },
          { term: words('用途', 'Use'), value: w(roomUses[it.use]) },
          { term: words('使用面积', 'Usable area'), value: area(it.areaM2) },
          { term: words('图上面积', 'Drawn area'), value: it.drawnAreaM2 === null ? '—' : area(it.drawnAreaM2) },
          { term: words('套内卫生间', 'Toilet inside'), value: it.toiletM2 === 0 ? '—' : area(it.toiletM2) },
          { term: words('套内休息室', 'Rest room inside'), value: it.restM2 === 0 ? '—' : area(it.restM2) },
          { term: words('结构受限', 'Bound'), value: w(it.bound ? words('是', 'Yes') : words('否', 'No')) },
          { term: words('安全区', 'Zone'), value: w(zones[it.zone]) },
          ...(it.note === '' ? [] : [{ term: words('备注', 'Note'), value: it.note, wide: true }]),
        ]}
      />
    </Section>
  );
}
