import { type Answer, clock, get, Go, RefusalNote, toast, useVerb, useWords } from '@opengoa/web-kit';
import { useState } from 'react';
import { categories, tripStates, vehicleStates } from '../../../words.zh.ts';
import { hoursOn, nowOn, placeOn, type Scale, scaleFor } from './day-scale.ts';

type Board = Answer<'vehicles.board'>;
type Proposed = Answer<'vehicles.proposals'>;

interface LanesProps {
  readonly day: string;
  /** When the board was read, ms since 1970. */
  readonly now: number;
  readonly rows: Board['rows'];
  /** The request in hand, and where it could go. */
  readonly chosen: string | undefined;
  readonly proposed: Proposed | undefined;
  onChoose(trip: string | undefined): void;
  /** Dropped and done: the board stays on the trip's day. */
  onDispatched(startsAt: string): void;
}

/** A lane for each vehicle, time from left to right. */
export function Lanes({ day, now, rows, chosen, proposed, onChoose, onDispatched }: LanesProps) {
  const { w } = useWords();
  const plan = proposed?.plan;
  const dispatch = useVerb('vehicles.dispatch-trip');
  const scale = scaleFor(day, [...rows.flatMap(({ bars }) => bars), ...(plan ? [plan] : [])]);
  const at = new Date(now);
  const nowLine = nowOn(scale, day, at);

  /** Where it is dropped before the proposals have come, they are waited for. */
  const drop = async (vehicle: string) => {
    if (chosen === undefined) return;
    const known = proposed ?? (await get('vehicles.proposals', { trip: chosen }));
    const found = known.proposals.find((each) => each.vehicle === vehicle);
    if (!found || !known.may?.includes('vehicles.dispatch-trip')) return;
    const outcome = await dispatch.run({ trip: known.trip, vehicle, driver: found.driver });
    if (!outcome.ok) return;
    toast(w({ zh: `已派 ${found.plate} · ${found.driverName}`, en: `Dispatched ${found.plate}, ${found.driverName}` }));
    onDispatched(known.plan.startsAt);
  };

  return (
    <section
      className="v-board"
      aria-label={w({ zh: '车辆日程', en: 'Vehicles of the day' })}
      aria-busy={dispatch.running}
    >
      <RefusalNote problem={dispatch.problem} onClose={dispatch.clear} />
      <div className="v-board-scroll" data-hours={hoursOn(scale).length}>
        <div className="v-board-hours" aria-hidden="true">
          <span />
          <div>
            {hoursOn(scale).map((hour) => (
              <span key={hour}>{String(hour).padStart(2, '0')}</span>
            ))}
          </div>
        </div>
        <ol className="v-lanes">
          {rows.map((row) => (
            <Lane
              key={row.vehicle}
              row={row}
              day={day}
              scale={scale}
              now={nowLine}
              chosen={chosen}
              plan={plan}
              open={proposed ? proposed.proposals.some(({ vehicle }) => vehicle === row.vehicle) : chosen !== undefined}
              why={proposed?.others.find(({ vehicle }) => vehicle === row.vehicle)?.why}
              onDrop={() => void drop(row.vehicle)}
              onChoose={onChoose}
            />
          ))}
        </ol>
      </div>
    </section>
  );
}

interface LaneProps {
  readonly row: Board['rows'][number];
  readonly day: string;
  readonly scale: Scale;
  readonly now: string | undefined;
  readonly chosen: string | undefined;
  readonly plan: Proposed['plan'] | undefined;
  /** The request in hand can go here; or why not. */
  readonly open: boolean;
  readonly why: { zh: string; en: string } | undefined;
  onDrop(): void;
  onChoose(trip: string | undefined): void;
}

function Lane({ row, day, scale, now, chosen, plan, open, why, onDrop, onChoose }: LaneProps) {
  const { w } = useWords();
  const [over, setOver] = useState(false);
  const quiet = row.state !== 'in-use';
  return (
    <li className="v-lane" data-open={open ? '' : undefined} data-closed={why ? '' : undefined}>
      <div className="v-lane-vehicle">
        <Go className="k-link" to={`/vehicles/fleet/${row.vehicle}`}>
          {row.plate}
        </Go>
        {row.services.length > 0 && (
          <span className="v-lane-due">
            {w({ zh: `保养到期：${row.services.join('、')}`, en: `Service due: ${row.services.join(', ')}` })}
          </span>
        )}
        <span className="k-faint">
          {quiet
            ? w(vehicleStates[row.state])
            : `${row.seats === null ? '—' : row.seats} ${w({ zh: '座', en: 'seats' })} · ${w(categories[row.category])}`}
        </span>
      </div>
      <div
        className="v-lane-day"
        data-over={over && open ? '' : undefined}
        onDragOver={(event) => {
          // Without this the browser refuses the drop: what cannot go cannot be dropped.
          if (open) event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          if (open) onDrop();
        }}
      >
        {now && <span className="v-now" style={{ left: now }} />}
        {plan && open && <span className="v-bar v-bar-ghost" style={placeOn(scale, day, plan)} />}
        {row.bars.map((bar) => (
          <BarOf
            key={`${bar.trip}${bar.startsAt}`}
            bar={bar}
            place={placeOn(scale, day, bar)}
            chosen={bar.trip !== null && bar.trip === chosen}
            onChoose={onChoose}
          />
        ))}
        {why && <span className="v-lane-why">{w(why)}</span>}
      </div>
    </li>
  );
}

interface BarProps {
  readonly bar: Board['rows'][number]['bars'][number];
  readonly place: { left: string; width: string };
  readonly chosen: boolean;
  onChoose(trip: string | undefined): void;
}

/** A trip on its vehicle. Before departure it can be taken in hand again; later it opens. A foreign one only says that the time is taken. */
function BarOf({ bar, place, chosen, onChoose }: BarProps) {
  const { w } = useWords();
  const hours = `${clock(bar.startsAt)}–${clock(bar.endsAt)}`;
  if (bar.trip === null || bar.state === null) {
    return (
      <span className="v-bar v-bar-foreign" style={place}>
        {hours} {w({ zh: '已有安排', en: 'taken' })}
      </span>
    );
  }
  const rides = bar.riderCount + 1;
  const shared = rides > 1 ? w({ zh: `拼车 ${rides} 单`, en: `shared by ${rides}` }) : '';
  const about = [hours, `${bar.people} ${w({ zh: '人', en: 'p' })}`, bar.driverName, shared]
    .filter(Boolean)
    .join(' · ');
  const name = `${[bar.number, ...bar.riders].join(' ')} ${w(tripStates[bar.state])} ${bar.to} ${about}`;
  const text = (
    <>
      <span className="v-bar-to">{bar.to}</span>
      <span>{about}</span>
    </>
  );
  return bar.state === 'dispatched' ? (
    <button
      type="button"
      className="v-bar"
      aria-pressed={chosen}
      aria-label={name}
      title={name}
      style={place}
      onClick={() => onChoose(chosen ? undefined : (bar.trip ?? undefined))}
    >
      {text}
    </button>
  ) : (
    <Go
      className={`v-bar v-bar-${bar.state}`}
      aria-label={name}
      title={name}
      style={place}
      to={`/vehicles/trips/${bar.trip}`}
    >
      {text}
    </Go>
  );
}
