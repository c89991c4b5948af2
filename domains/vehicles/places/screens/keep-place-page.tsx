import {
  Page,
  type Raw,
  type ScreenProps,
  Shown,
  useList,
  useRead,
  useWay,
  useWords,
  VerbForm,
} from '@opengoa/web-kit';
import { CityMap } from '../../positions/screens/city-map.tsx';
import { degrees } from '../../positions/screens/fence-drawing.ts';
import type { Spot } from '../../positions/screens/map-view.ts';
import { placeActs } from './place-acts.ts';
import '../../positions/screens/draw-fence-page.css';
import './keep-place-page.css';

type Values = Readonly<Record<string, unknown>>;

/** 登记地点: typed, or pressed onto the map; with a place in the address, that one is changed. */
export default function KeepPlacePage({ query }: ScreenProps) {
  const way = useWay();
  const { place, name } = query;
  const known = useList('vehicles.places', { where: name === undefined ? {} : { name: { is: name } } }, { size: 200 });
  const act = placeActs['vehicles.keep-place'];
  const back = () => way.go('/vehicles/places');
  return (
    <Page
      title={place === undefined ? { zh: '登记地点', en: 'Keep a place' } : { zh: '修改地点', en: 'Change a place' }}
      about={{
        zh: '在图上点出，或直接填写坐标（WGS-84，度）。',
        en: 'Press it onto the map, or type coordinates (WGS-84, degrees).',
      }}
    >
      <Shown known={known}>
        {({ rows }) => {
          const old = place === undefined ? undefined : rows.find(({ id }) => id === place);
          return (
            <div className="v-draw-page">
              <VerbForm
                key={old?.id ?? 'new'}
                verb="vehicles.keep-place"
                draft={false}
                fields={act?.fields ?? []}
                initial={
                  old
                    ? {
                        unit: old.unit_id,
                        name: old.name,
                        kind: old.kind,
                        latitude: old.latitude,
                        longitude: old.longitude,
                        aliases: old.aliases,
                      }
                    : { name }
                }
                input={(values) => ({
                  ...(old ? { place: old.id } : {}),
                  ...(act?.shape?.(values, {}) as Record<string, unknown>),
                })}
                submit={{ zh: '保存', en: 'Keep' }}
                beside={(values, set) => <Pressing values={values} set={set} />}
                onDone={back}
                onCancel={back}
              />
            </div>
          );
        }}
      </Shown>
    </Page>
  );
}

const numberIn = (value: unknown): number =>
  typeof value === 'string' && value.trim() !== '' ? Number(value) : Number.NaN;

function Pressing({ values, set }: { readonly values: Values; set(field: string, value: Raw): void }) {
  const { w } = useWords();
  const kept = useList('vehicles.places', { where: { state: { is: 'kept' } } }, { size: 200 });
  const where = useRead('vehicles.whereabouts', {});
  const spot: Spot = { latitude: numberIn(values['latitude']), longitude: numberIn(values['longitude']) };
  const chosen = Number.isFinite(spot.latitude) && Number.isFinite(spot.longitude);
  const others = (kept.answer?.rows ?? []).map(({ id, name, latitude, longitude }) => ({
    id,
    name,
    latitude: Number(latitude),
    longitude: Number(longitude),
  }));
  return (
    <Shown known={where}>
      {({ fences }) => (
        <div className="v-draw">
          <p className="k-help">{w({ zh: '点一下图上的位置', en: 'Press where it lies' })}</p>
          <CityMap
            label={w({ zh: '点取地点的地图', en: 'Map to press a place on' })}
            around={[
              ...others,
              ...fences.flatMap(({ shape }) => (shape.kind === 'circle' ? [shape] : [])),
              ...(chosen ? [spot] : []),
            ]}
            onPress={(pressed) => {
              set('latitude', String(degrees(pressed.latitude)));
              set('longitude', String(degrees(pressed.longitude)));
            }}
          >
            {({ at, pixel }) => (
              <>
                {others.map((other) => {
                  const [x, y] = at(other);
                  return (
                    <g key={other.id}>
                      <circle className="v-place" cx={x} cy={y} r={4 * pixel} />
                      <text className="v-place-name" x={x + 8 * pixel} y={y + 4 * pixel} fontSize={12 * pixel}>
                        {other.name}
                      </text>
                    </g>
                  );
                })}
                {chosen && <circle className="v-draw-corner" cx={at(spot)[0]} cy={at(spot)[1]} r={6 * pixel} />}
              </>
            )}
          </CityMap>
        </div>
      )}
    </Shown>
  );
}
