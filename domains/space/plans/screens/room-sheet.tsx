import { words } from '@opengoa/kernel/words';
import {
  type Answer,
  area,
  day,
  Go,
  number,
  Pairs,
  pathOf,
  Section,
  Sheet,
  Shown,
  useRead,
  useWords,
  yuan,
} from '@opengoa/web-kit';
import { roomStates, roomUses } from '../../ledger/words.zh.ts';
import type { PlanRoom } from './colouring.ts';

type Floor = Answer<'space.floor-plan'>;
interface RoomSheetProps {
  readonly room: PlanRoom;
  readonly floor: Floor;
  onClose(): void;
}

const named = (known: Readonly<Record<string, { zh: string; en: string }>>, code: string) =>
  known[code] ?? words(code, code);

/** Beside the plan: what a room is, who sits in it, which things and meters stand in it. */
export function RoomSheet({ room, floor, onClose }: RoomSheetProps) {
  const { w } = useWords();
  const known = useRead('space.room-on-plan', { id: room.id });
  const shape = floor.plan?.shapes.find((each) => each.room === room.id);
  return (
    <Sheet title={`${room.number} ${room.name}`} onClose={onClose}>
      <Pairs
        pairs={[
          { term: words('用途', 'Use'), value: w(named(roomUses, room.use)) },
          { term: words('状态', 'State'), value: w(named(roomStates, room.state)) },
          { term: words('使用单位', 'Used by'), value: room.unitName },
          { term: words('使用面积', 'Usable area'), value: area(room.areaM2) },
          {
            term: words('图上面积', 'Drawn area'),
            value:
              shape === undefined || shape.differenceM2 === null
                ? area(room.drawnM2)
                : `${area(shape.areaM2)}（${shape.differenceM2 > 0 ? '+' : ''}${number(shape.differenceM2, 2)}，${w(words('限差', 'tolerance'))} ±${number(shape.toleranceM2, 2)}）`,
          },
          { term: words('超面积', 'Over standard'), value: area(room.overM2) },
          {
            term: words('月均用电', 'Electricity a month'),
            value:
              room.kwhPerM2Month === null
                ? '—'
                : w(
                    words(
                      `${number(room.kwhPerM2Month, 2)} kWh/㎡（${room.monthsRead} 个月）`,
                      `${number(room.kwhPerM2Month, 2)} kWh/m² (${room.monthsRead} months)`,
                    ),
                  ),
          },
          {
            term: words('年成本', 'Cost a year'),
            value: room.costFenPerM2 === null ? '—' : `${yuan(room.costFenPerM2)} 元/㎡`,
          },
        ]}
      />
      <p>
        <Go className="k-link" to={`/space/rooms/${room.id}`}>
          {w(words('打开房间', 'Open the room'))}
        </Go>
      </p>
      <Shown known={known} lines={6}>
        {(it) => <Inside of={it} />}
      </Shown>
    </Sheet>
  );
}

function Inside({ of: it }: { readonly of: Answer<'space.room-on-plan'> }) {
  const { w, language } = useWords();
  const none = <p className="k-faint">{w(words('没有', 'None'))}</p>;
  return (
    <>
      <Section title={w(words(`人员（${it.people.length}）`, `People (${it.people.length})`))}>
        {it.people.length === 0 ? (
          none
        ) : (
          <ul>
            {it.people.map(({ person, name, since }) => (
              <li key={person}>
                {name}{' '}
                <span className="k-faint">
                  {w(words(`自 ${day(since, language)}`, `since ${day(since, language)}`))}
                </span>
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section title={w(words(`资产（${it.assets.length}）`, `Assets (${it.assets.length})`))}>
        {it.assets.length === 0 ? (
          none
        ) : (
          <ul>
            {it.assets.map(({ id, number: card, name, quantity }) => (
              <li key={id}>
                <Thing kind="assets.card" id={id}>
                  {card} {name}
                </Thing>
                {quantity > 1 && ` ×${quantity}`}
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section title={w(words(`表计（${it.meters.length}）`, `Meters (${it.meters.length})`))}>
        {it.meters.length === 0 ? (
          none
        ) : (
          <ul>
            {it.meters.map(({ meter, name, month, amount, measure }) => (
              <li key={meter}>
                <Go className="k-link" to={`/energy/meters/${meter}`}>
                  {name}
                </Go>{' '}
                {month && `${month} ${number(amount, 1)} ${measure}`}
              </li>
            ))}
          </ul>
        )}
      </Section>
    </>
  );
}

/** A link where some office has a page for it. */
function Thing({
  kind,
  id,
  children,
}: {
  readonly kind: string;
  readonly id: string;
  readonly children: React.ReactNode;
}) {
  const to = pathOf(kind, id);
  return to === undefined ? (
    <>{children}</>
  ) : (
    <Go className="k-link" to={to}>
      {children}
    </Go>
  );
}
