import { useState } from 'react';
import {
  ago,
  type Answer,
  distance,
  EmptyState,
  Go,
  Page,
  Shown,
  StatusTag,
  useRead,
  useWords,
} from '@opengoa/web-kit';
import { unseen } from '../words.zh.ts';
import { CityMap, FenceShape } from './city-map.tsx';

type Whereabouts = Answer<'vehicles.whereabouts'>;
type Vehicle = Whereabouts['vehicles'][number];

const renewMs = 15_000;

/** 车辆位置: where the vehicles are, for whoever dispatches them; outside duty a vehicle is in the list and not on the map. */
export default function WherePage() {
  const where = useRead('vehicles.whereabouts', {}, { everyMs: renewMs });
  return (
    <Page
      title={{ zh: '车辆位置', en: 'Where the vehicles are' }}
      about={{
        zh: '非工作时间且未出车的车辆不显示位置；逐点轨迹须从用车单调阅并留痕。',
        en: 'Off duty a vehicle’s place is not shown; a track is opened from its trip, and that is logged.',
      }}
    >
      <Shown known={where}>
        {(it) =>
          it.vehicles.length === 0 ? (
            <EmptyState
              icon="car"
              title={{ zh: '还没有装定位终端的车辆', en: 'No vehicle has a terminal' }}
              todo={{ zh: '在车辆页面登记定位终端。', en: 'Register one on a vehicle’s page.' }}
            />
          ) : (
            <Where it={it} />
          )
        }
      </Shown>
    </Page>
  );
}

function Where({ it }: { readonly it: Whereabouts }) {
  const { w } = useWords();
  const [chosen, setChosen] = useState<string>();
  const shown = it.vehicles.flatMap((vehicle) => (vehicle.place ? [{ ...vehicle, place: vehicle.place }] : []));
  // Where the vehicles are kept is always in view: one knows then where one looks.
  const yards = it.fences.flatMap(({ use, shape }) => (use === 'custody' && shape.kind === 'circle' ? [shape] : []));
  return (
    <div className="v-where">
      <CityMap
        label={w({ zh: '车辆位置图', en: 'Map of vehicles' })}
        around={[...yards, ...shown.map(({ place }) => place)]}
      >
        {(drawing) => {
          const across = shown.map(({ place }) => drawing.at(place)[0]);
          const middle = (Math.min(...across) + Math.max(...across)) / 2;
          return (
            <>
              {it.fences.map(({ id, shape, use }) => (
                <FenceShape key={id} shape={shape} use={use} drawing={drawing} />
              ))}
              {shown.map(({ id, plate, place }) => {
                const [x, y] = drawing.at(place);
                // A name stands towards the middle, where the map does not end.
                const left = across.length > 1 ? x > middle : yards.length > 0 && x > drawing.at(yards[0]!)[0];
                return (
                  <g key={id} onClick={() => setChosen(id)}>
                    <circle
                      className="v-where-car"
                      data-stale={place.stale ? '' : undefined}
                      data-chosen={chosen === id ? '' : undefined}
                      cx={x}
                      cy={y}
                      r={8 * drawing.pixel}
                    />
                    <text
                      className="v-where-plate"
                      x={x + (left ? -12 : 12) * drawing.pixel}
                      textAnchor={left ? 'end' : 'start'}
                      y={y + 4 * drawing.pixel}
                      fontSize={12 * drawing.pixel}
                      strokeWidth={3 * drawing.pixel}
                    >
                      {plate}
                    </text>
                  </g>
                );
              })}
            </>
          );
        }}
      </CityMap>
      <div className="v-where-side">
        <ul className="v-where-list">
          {it.vehicles.map((vehicle) => (
            <li key={vehicle.id}>
              <button
                type="button"
                aria-pressed={chosen === vehicle.id}
                disabled={!vehicle.place}
                onClick={() => setChosen(chosen === vehicle.id ? undefined : vehicle.id)}
              >
                <span className="v-where-line">
                  <strong>{vehicle.plate}</strong>
                  <Standing vehicle={vehicle} />
                </span>
                <small>
                  {vehicle.unitName} · {w({ zh: '今日', en: 'today' })}{' '}
                  {distance(Math.round(vehicle.todayKm * 10) / 10)}
                </small>
                {vehicle.place && <small>{ago(vehicle.place.at, new Date(it.at))}</small>}
              </button>
              {vehicle.trip && (
                <small className="v-where-trip">
                  <Go to={`/vehicles/trips/${vehicle.trip.id}`}>
                    {vehicle.trip.number} → {vehicle.trip.to}
                  </Go>
                </small>
              )}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

function Standing({ vehicle: { place, unseen: why, trip } }: { readonly vehicle: Vehicle }) {
  const { w } = useWords();
  if (!place) return <StatusTag tone="plain">{w(unseen[why ?? 'silent'])}</StatusTag>;
  if (place.stale) return <StatusTag tone="check">{w({ zh: '位置陈旧', en: 'Stale' })}</StatusTag>;
  if (trip) return <StatusTag tone="busy">{w({ zh: '出车中', en: 'On a trip' })}</StatusTag>;
  return <StatusTag tone="done">{w({ zh: '在位', en: 'Standing by' })}</StatusTag>;
}
