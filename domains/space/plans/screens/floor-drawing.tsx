import { type Answer, number, useWords } from '@opengoa/web-kit';
import type { KeyboardEvent } from 'react';
import type { Outline } from '../outline.ts';
import { labelSpot } from '../outline.ts';
import type { Colouring } from '../words.zh.ts';
import { type Paint, type PlanRoom, unitOf, valueOf } from './colouring.ts';
import { plainGrid } from './plain-grid.ts';
import { letterSize, pathOf, viewOf } from './plan-path.ts';
import './floor-plan.css';

type Plan = NonNullable<Answer<'space.floor-plan'>['plan']>;

interface Drawn {
  readonly key: string;
  readonly outline: Outline;
  readonly room: PlanRoom | undefined;
  readonly label: string;
}

interface FloorDrawingProps {
  readonly label: string;
  readonly plan: Plan | null;
  readonly rooms: readonly PlanRoom[];
  readonly paints: readonly Paint[];
  readonly colouring: Colouring;
  readonly open: string | undefined;
  onOpen(room: string): void;
}

/** A floor in its colours: as it is drawn, or as a plain grid of its rooms by area. Rooms are pressed, or reached by Tab and opened by Enter. */
export function FloorDrawing({ label, plan, rooms, paints, colouring, open, onOpen }: FloorDrawingProps) {
  const { w } = useWords();
  const byId = new Map(rooms.map((room) => [room.id, room]));
  const lookOf = new Map(paints.flatMap((paint) => paint.rooms.map((room) => [room.id, paint] as const)));
  const drawn: readonly Drawn[] = plan
    ? plan.shapes.map(({ id, outline, room, label: said }) => ({
        key: id,
        outline,
        room: room === null ? undefined : byId.get(room),
        label: said,
      }))
    : plainGrid(rooms).map(({ room, outline }) => ({ key: room.id, outline, room, label: room.number }));
  // The larger ones first: a room within a room lies above it.
  return (
    <div className="s-floor-drawing">
      <svg
        viewBox={viewOf(drawn.map(({ outline }) => outline))}
        role="group"
        aria-label={label}
        preserveAspectRatio="xMidYMid meet"
      >
        {drawn.map(({ key, outline, room, label: said }) => {
          const paint = room && lookOf.get(room.id);
          const value = room ? valueOf(colouring, room) : null;
          const second = room
            ? unitOf(colouring) === ''
              ? `${number(room.areaM2, 1)} ㎡`
              : value === null
                ? '—'
                : `${number(value, 1)} ${unitOf(colouring)}`
            : '';
          const first = room?.number ?? said.slice(0, 12);
          const size = letterSize(outline, Math.max(first.length, second.length));
          const [x, y] = labelSpot(outline);
          const text = (
            <text x={x} y={-y} fontSize={size} textAnchor="middle" aria-hidden="true">
              <tspan x={x} dy={second === '' ? '0.35em' : '-0.1em'}>
                {first}
              </tspan>{' '}
              {second !== '' && (
                <tspan x={x} dy="1.15em" className="s-floor-second">
                  {second}
                </tspan>
              )}
            </text>
          );
          if (!room)
            return (
              <g key={key} className="s-unmatched">
                <path d={pathOf(outline)} fillRule="evenodd" />
                {text}
              </g>
            );
          const press = () => onOpen(room.id);
          const keys = (event: KeyboardEvent) => {
            if (event.key !== 'Enter' && event.key !== ' ') return;
            event.preventDefault();
            press();
          };
          return (
            <g
              key={key}
              role="button"
              tabIndex={0}
              className={paint?.look ?? 's-unknown'}
              aria-pressed={room.id === open}
              // What is read aloud begins with what is seen: whoever says it to their machine is understood.
              aria-label={[first, second, room.name, paint && w(paint.words)].filter(Boolean).join(' ')}
              onClick={press}
              onKeyDown={keys}
            >
              <path d={pathOf(outline)} fillRule="evenodd" />
              {text}
            </g>
          );
        })}
      </svg>
    </div>
  );
}
