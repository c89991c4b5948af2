import { words } from '@opengoa/kernel/words';
import { number, RefusalNote, Section, useVerb, useWords } from '@opengoa/web-kit';
import { Select } from 'antd';
import { useRef, useState } from 'react';
import type { Allocation } from './allocation-type.ts';
import './plan-floors.css';

type Room = Allocation['floors'][number]['rooms'][number];
const tones = 8;

/** Floors with their rooms, whose they are and whose they would be. A room is given to another unit by hand: chosen, dragged, or by the keyboard. */
export function PlanFloors({ of: it }: { readonly of: Allocation }) {
  const { w } = useWords();
  const [chosen, setChosen] = useState<string>();
  const [only, setOnly] = useState<'all' | 'changing'>('changing');
  const edit = useVerb('space.edit-allocation');
  const may = it.may.includes('space.edit-allocation');
  const planned = it.plan !== null;
  const unitAt = new Map(it.units.map((unit, i) => [unit.id, i]));
  const name = (unit: string | null) =>
    unit === null ? w(words('空置', 'nobody')) : (it.units[unitAt.get(unit) ?? -1]?.name ?? '…');
  const give = async (room: string, unit: string | null) => {
    await edit.run({ allocation: it.id, version: it.version, room, unit });
  };
  const room = it.floors.flatMap(({ rooms }) => rooms).find(({ id }) => id === chosen);
  const changes = (each: Room) => planned && each.plan !== each.today;
  const floors = it.floors.filter(({ rooms }) => only === 'all' || !planned || rooms.some(changes));
  return (
    <Section
      title={words('现状与方案', 'Today and the plan')}
      acts={
        planned ? (
          <Select
            aria-label={w(words('显示哪些楼层', 'Which floors'))}
            value={only}
            onChange={setOnly}
            options={[
              { value: 'changing', label: w(words('有调整的楼层', 'Floors that change')) },
              { value: 'all', label: w(words('全部楼层', 'All floors')) },
            ]}
          />
        ) : undefined
      }
    >
      {edit.problem && <RefusalNote problem={edit.problem} />}
      {may && (
        <div className="s-alloc-hand" aria-live="polite">
          {room ? (
            <>
              <b>{room.number}</b> {number(room.areaM2, 2)} ㎡ · {w(words('现', 'today'))} {name(room.today)}
              <Select
                autoFocus
                showSearch
                optionFilterProp="label"
                aria-label={w(words(`${room.number} 改给`, `Give ${room.number} to`))}
                value={room.plan ?? ''}
                disabled={room.fixed || edit.running}
                onChange={(unit: string) => void give(room.id, unit === '' ? null : unit)}
                options={[
                  { value: '', label: w(words('空置', 'nobody')) },
                  ...it.units.map((unit) => ({ value: unit.id, label: unit.name })),
                ]}
              />
              {room.fixed && <span className="k-faint">{w(words('固定用房，不能改', 'stays with its unit'))}</span>}
            </>
          ) : (
            <span className="k-faint">
              {w(
                words(
                  '点一间房，再选单位；也可以把房间拖到下方单位名上。',
                  'Choose a room and then a unit, or drag the room to a name below.',
                ),
              )}
            </span>
          )}
        </div>
      )}
      {planned && (
        <ul className="s-alloc-units" aria-label={w(words('单位', 'Units'))}>
          {it.units.map((unit, i) => (
            <li
              key={unit.id}
              data-tone={i % tones}
              data-short={unit.plan && unit.plan.shortM2 > 0 ? '' : undefined}
              onDragOver={(event) => may && event.preventDefault()}
              onDrop={(event) => {
                const id = event.dataTransfer.getData('text/plain');
                if (may && id) void give(id, unit.id);
              }}
            >
              {unit.name}{' '}
              <small>
                {number(unit.plan?.givenM2 ?? 0, 0)}/{number(unit.needM2, 0)} ㎡
              </small>
            </li>
          ))}
        </ul>
      )}
      {floors.length === 0 && <p className="k-faint">{w(words('没有要调整的房间。', 'No room changes.'))}</p>}
      {floors.map((floor) => (
        <div key={floor.id} className="s-alloc-floor">
          <h4>{floor.name}</h4>
          <Rooms
            rooms={floor.rooms}
            planned={planned}
            may={may}
            chosen={chosen}
            name={name}
            tone={(unit) => (unit === null ? undefined : (unitAt.get(unit) ?? 0) % tones)}
            onChoose={setChosen}
          />
        </div>
      ))}
    </Section>
  );
}

function Rooms({
  rooms,
  planned,
  may,
  chosen,
  name,
  tone,
  onChoose,
}: {
  readonly rooms: readonly Room[];
  readonly planned: boolean;
  readonly may: boolean;
  readonly chosen: string | undefined;
  readonly name: (unit: string | null) => string;
  readonly tone: (unit: string | null) => number | undefined;
  readonly onChoose: (room: string) => void;
}) {
  const { w } = useWords();
  const list = useRef<HTMLDivElement>(null);
  /** Arrows go from room to room; Enter opens the choice of a unit. */
  const go = (at: number, by: number) =>
    list.current
      ?.querySelectorAll<HTMLButtonElement>('button')
      [Math.min(rooms.length - 1, Math.max(0, at + by))]?.focus();
  return (
    <div className="s-alloc-rooms" ref={list}>
      {rooms.map((room, at) => {
        const unit = planned ? room.plan : room.today;
        const changes = planned && room.plan !== room.today;
        const said = changes
          ? w(words(`${name(room.today)} → ${name(room.plan)}`, `${name(room.today)} → ${name(room.plan)}`))
          : name(unit);
        return (
          <button
            key={room.id}
            type="button"
            data-tone={tone(unit)}
            data-changes={changes ? '' : undefined}
            aria-pressed={chosen === room.id}
            draggable={may && !room.fixed}
            onDragStart={(event) => event.dataTransfer.setData('text/plain', room.id)}
            onClick={() => onChoose(room.id)}
            onKeyDown={({ key }) => {
              if (key === 'ArrowRight' || key === 'ArrowDown') go(at, 1);
              if (key === 'ArrowLeft' || key === 'ArrowUp') go(at, -1);
            }}
            title={`${room.number} ${number(room.areaM2, 2)} ㎡ ${said}`}
          >
            <b>{room.number}</b>
            <small>{number(room.areaM2, 1)} ㎡</small>
            <span>{said}</span>
            {(room.fixed || room.byHand) && (
              <small className="k-faint">{room.fixed ? w(words('固定', 'fixed')) : w(words('手工', 'by hand'))}</small>
            )}
          </button>
        );
      })}
    </div>
  );
}
