import { type Answer, Page, type Raw, Shown, useRead, useWay, useWords, VerbForm } from '@opengoa/web-kit';
import { useState } from 'react';
import { metresBetween, type Spot } from './map-view.ts';
import { CityMap, FenceShape } from './city-map.tsx';
import { degrees, fromGeoJson, lineOf, spotsIn } from './fence-drawing.ts';
import { positionActs } from './position-acts.ts';
import './draw-fence-page.css';

type Fences = Answer<'vehicles.whereabouts'>['fences'];
type Values = Readonly<Record<string, unknown>>;
type SetField = (field: string, value: Raw) => void;

/** 划定围栏: pressed onto the map, typed as coordinates, or read from GeoJSON; all three are the same fields. */
export default function DrawFencePage() {
  const way = useWay();
  const where = useRead('vehicles.whereabouts', {});
  const act = positionActs['vehicles.draw-fence'];
  return (
    <Page
      title={{ zh: '划定围栏', en: 'Draw a fence' }}
      about={{
        zh: '在图上点出，或直接填写坐标（WGS-84），或从 GeoJSON 导入。',
        en: 'Press it onto the map, type coordinates (WGS-84), or read GeoJSON.',
      }}
    >
      <Shown known={where}>
        {({ fences }) => (
          <div className="v-draw-page">
            <VerbForm
              verb="vehicles.draw-fence"
              fields={act?.fields ?? []}
              input={(values) => act?.shape?.(values, {})}
              submit={{ zh: '划定', en: 'Draw' }}
              beside={(values, set) => <Drawing values={values} set={set} fences={fences} />}
              onDone={() => way.go('/vehicles/fences')}
              onCancel={() => way.go('/vehicles/fences')}
            />
          </div>
        )}
      </Shown>
    </Page>
  );
}

const numberIn = (value: unknown): number =>
  typeof value === 'string' && value.trim() !== '' ? Number(value) : Number.NaN;

function centreIn(values: Values): Spot | null {
  const [latitude, longitude] = [numberIn(values['latitude']), numberIn(values['longitude'])];
  return Number.isFinite(latitude) && Number.isFinite(longitude) ? { latitude, longitude } : null;
}

function Drawing({
  values,
  set,
  fences,
}: {
  readonly values: Values;
  readonly set: SetField;
  readonly fences: Fences;
}) {
  const { w } = useWords();
  const [unread, setUnread] = useState(false);
  const polygon = values['form'] === 'polygon';
  const text = typeof values['corners'] === 'string' ? values['corners'] : '';
  const corners = spotsIn(text);
  const centre = centreIn(values);
  const radiusM = numberIn(values['radiusM']);

  const press = (spot: Spot) => {
    if (polygon) set('corners', [...text.split('\n').filter((line) => line.trim() !== ''), lineOf(spot)].join('\n'));
    else if (centre === null || Number.isFinite(radiusM)) {
      // A first press, or one after the circle was whole: a new centre.
      set('latitude', String(degrees(spot.latitude)));
      set('longitude', String(degrees(spot.longitude)));
      set('radiusM', undefined);
    } else set('radiusM', String(Math.max(20, Math.round(metresBetween(centre, spot)))));
  };
  const bring = async (file: File | undefined) => {
    const read = file && file.size < 2_000_000 ? fromGeoJson(await file.text()) : null;
    setUnread(read === null);
    if (!read) return;
    set('form', read.shape.kind);
    if (read.name !== '') set('name', read.name);
    if (read.shape.kind === 'polygon')
      set('corners', read.shape.points.map(([latitude, longitude]) => `${latitude}, ${longitude}`).join('\n'));
    else for (const field of ['latitude', 'longitude', 'radiusM'] as const) set(field, String(read.shape[field]));
  };

  const yards = fences.flatMap(({ shape }) =>
    shape.kind === 'circle' ? [shape] : shape.points.map(([latitude, longitude]) => ({ latitude, longitude })),
  );
  return (
    <div className="v-draw">
      <p className="k-help" aria-live="polite">
        {polygon
          ? w({ zh: `依次点出顶点，已有 ${corners.length} 个`, en: `Press the corners; ${corners.length} so far` })
          : centre && !Number.isFinite(radiusM)
            ? w({ zh: '再点一下圆周上的一点', en: 'Now press a place on the edge' })
            : w({ zh: '先点圆心，再点圆周', en: 'Press the centre, then the edge' })}
      </p>
      <CityMap label={w({ zh: '划定围栏的地图', en: 'Map to draw on' })} around={yards} onPress={press}>
        {(drawing) => (
          <>
            {fences.map(({ id, shape, use }) => (
              <FenceShape key={id} shape={shape} use={use} drawing={drawing} />
            ))}
            {polygon && corners.length > 1 && (
              <path className="v-draw-line" d={drawing.path(corners, corners.length > 2)} />
            )}
            {polygon &&
              corners.map((corner, n) => {
                const [x, y] = drawing.at(corner);
                return <circle key={n} className="v-draw-corner" cx={x} cy={y} r={5 * drawing.pixel} />;
              })}
            {!polygon && centre && (
              <Circle centre={centre} radiusM={radiusM} at={drawing.at(centre)} pixel={drawing.pixel} />
            )}
          </>
        )}
      </CityMap>
      <div className="v-draw-acts">
        {polygon && corners.length > 0 && (
          <button
            type="button"
            className="k-link"
            onClick={() => set('corners', text.trimEnd().split('\n').slice(0, -1).join('\n'))}
          >
            {w({ zh: '去掉最后一个顶点', en: 'Take the last corner back' })}
          </button>
        )}
        <label className="k-files-add">
          {w({ zh: '从 GeoJSON 导入', en: 'Read GeoJSON' })}
          <input
            type="file"
            accept=".json,.geojson,application/geo+json,application/json"
            onChange={(event) => {
              const [file] = event.target.files ?? [];
              event.target.value = '';
              void bring(file);
            }}
          />
        </label>
      </div>
      {unread && (
        <p className="k-error" role="alert">
          {w({
            zh: '文件里没有多边形，也没有带 radiusM 的点。',
            en: 'The file holds no polygon and no point with radiusM.',
          })}
        </p>
      )}
    </div>
  );
}

function Circle({
  centre,
  radiusM,
  at: [x, y],
  pixel,
}: {
  readonly centre: Spot;
  readonly radiusM: number;
  readonly at: readonly [number, number];
  readonly pixel: number;
}) {
  return (
    <>
      {Number.isFinite(radiusM) && <circle className="v-draw-line" cx={x} cy={y} r={radiusM} />}
      <circle className="v-draw-corner" cx={x} cy={y} r={5 * pixel} data-centre={lineOf(centre)} />
    </>
  );
}
