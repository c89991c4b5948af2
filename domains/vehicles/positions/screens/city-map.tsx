import { Button } from 'antd';
import { type PointerEvent, type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { type Answer, Shown, useRead, useWords } from '@opengoa/web-kit';
import { planeAt, scaleOf, type Spot, spotAt, viewAround, type View, type XY, zoomed } from './map-view.ts';
import './city-map.css';

type Background = Answer<'vehicles.background'>;
type Shape = Answer<'vehicles.whereabouts'>['fences'][number]['shape'];

/** What a map's drawing is given: where a spot lies on it, and how many of its units are a pixel, so that marks keep their size. */
export interface Drawing {
  readonly at: (spot: Spot) => XY;
  /** A line through spots, as a path of SVG. */
  readonly path: (spots: readonly Spot[], closed: boolean) => string;
  readonly pixel: number;
}

interface CityMapProps {
  readonly label: string;
  /** What must be in view at first, and again when it changes by its length. */
  readonly around: readonly Spot[];
  /** The map was pressed and not dragged. */
  readonly onPress?: (spot: Spot) => void;
  readonly children: (drawing: Drawing) => ReactNode;
}

const lineOf = (points: readonly XY[]) => points.map(([x, y], n) => `${n === 0 ? 'M' : 'L'}${x} ${y}`).join('');

/** A map without any map service: the office's own background under whatever is drawn on it. Dragged, and zoomed by wheel, buttons or keys. */
export function CityMap(props: CityMapProps) {
  const background = useRead('vehicles.background', {});
  return <Shown known={background}>{(answer) => <MapOn {...props} background={answer} />}</Shown>;
}

function MapOn({ label, around, background, onPress, children }: CityMapProps & { readonly background: Background }) {
  const { w } = useWords();
  const frame = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState<{ width: number; height: number }>();
  // One plane for as long as the page is open: a vehicle that moves does not move the country.
  const [origin] = useState<Spot>(() => around[0] ?? middleOf(background) ?? { latitude: 30, longitude: 117 });
  const at = useMemo(() => planeAt(origin), [origin]);
  const [moved, setMoved] = useState<View>();
  const dragged = useRef<{ x: number; y: number; view: View }>(undefined);

  useEffect(() => {
    const element = frame.current;
    if (!element) return undefined;
    const watch = new ResizeObserver(([entry]) => {
      if (entry) setSize({ width: entry.contentRect.width, height: entry.contentRect.height });
    });
    watch.observe(element);
    return () => watch.disconnect();
  }, []);

  const aspect = size && size.height > 0 ? size.width / size.height : 1.6;
  const home = viewAround(around.map(at), aspect);
  const view = moved ? { ...moved, height: moved.width / aspect } : home;
  const pixel = size ? view.width / size.width : view.width / 800;
  const zoom = (factor: number, to: XY = [view.x + view.width / 2, view.y + view.height / 2]) =>
    setMoved(zoomed(view, factor, to));

  // React listens to the wheel passively; the page must not scroll under the map.
  useEffect(() => {
    const element = frame.current;
    if (!element) return undefined;
    const wheel = (event: WheelEvent) => {
      const box = element.getBoundingClientRect();
      const to: XY = [view.x + (event.clientX - box.left) * pixel, view.y + (event.clientY - box.top) * pixel];
      event.preventDefault();
      zoom(event.deltaY > 0 ? 1.25 : 0.8, to);
    };
    element.addEventListener('wheel', wheel, { passive: false });
    return () => element.removeEventListener('wheel', wheel);
  });

  const drag = (event: PointerEvent) => {
    const from = dragged.current;
    if (!from) return;
    setMoved({
      ...from.view,
      x: from.view.x - (event.clientX - from.x) * pixel,
      y: from.view.y - (event.clientY - from.y) * pixel,
    });
  };
  const press = (event: PointerEvent<SVGSVGElement>) => {
    const from = dragged.current;
    dragged.current = undefined;
    if (!from || !onPress || Math.hypot(event.clientX - from.x, event.clientY - from.y) > 4) return;
    const box = event.currentTarget.getBoundingClientRect();
    onPress(spotAt(origin)([view.x + (event.clientX - box.left) * pixel, view.y + (event.clientY - box.top) * pixel]));
  };
  const path: Drawing['path'] = (spots, closed) => `${lineOf(spots.map(at))}${closed ? 'Z' : ''}`;
  const scale = scaleOf(view);
  return (
    <div className="v-map" ref={frame}>
      <svg
        viewBox={`${view.x} ${view.y} ${view.width} ${view.height}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={label}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          dragged.current = { x: event.clientX, y: event.clientY, view };
        }}
        onPointerMove={drag}
        onPointerUp={press}
      >
        <Ground background={background} at={at} pixel={pixel} />
        {children({ at, path, pixel })}
      </svg>
      <div className="v-map-tools">
        <Button aria-label={w({ zh: '放大', en: 'Nearer' })} onClick={() => zoom(0.6)}>
          +
        </Button>
        <Button aria-label={w({ zh: '缩小', en: 'Farther' })} onClick={() => zoom(1.6)}>
          −
        </Button>
        <Button aria-label={w({ zh: '全图', en: 'Everything' })} onClick={() => setMoved(undefined)}>
          ⤢
        </Button>
      </div>
      <div className="v-map-scale" aria-hidden="true" style={{ width: scale / pixel }}>
        {scale >= 1000 ? `${scale / 1000} km` : `${scale} m`}
      </div>
      {background.features.length === 0 && (
        <p className="v-map-none">{w({ zh: '尚未导入地图底图', en: 'No background yet' })}</p>
      )}
    </div>
  );
}

const spotOf = ([longitude, latitude]: readonly [number, number]): Spot => ({ latitude, longitude });

function middleOf(background: Background): Spot | undefined {
  const place = background.features.find(({ geometry }) => geometry.type === 'Point')?.geometry;
  return place?.type === 'Point' ? spotOf(place.coordinates) : undefined;
}

/** Names of places keep their size; those far out are too many to read and are left out. */
const namesUpTo = 220_000;

function Ground({
  background,
  at,
  pixel,
}: {
  readonly background: Background;
  readonly at: Drawing['at'];
  readonly pixel: number;
}) {
  const shapes = useMemo(
    () =>
      background.features.flatMap(({ geometry, properties: { kind } }, n) => {
        if (geometry.type === 'Point') return [];
        const rings = geometry.type === 'Polygon' ? geometry.coordinates : [geometry.coordinates];
        const d = rings.map((ring) => lineOf(ring.map((point) => at(spotOf(point))))).join('');
        return [<path key={n} className={`v-ground-${kind}`} d={geometry.type === 'Polygon' ? `${d}Z` : d} />];
      }),
    [background, at],
  );
  return (
    <g>
      {shapes}
      {pixel * 800 < namesUpTo &&
        background.features.map(({ geometry, properties: { name } }, n) => {
          if (geometry.type !== 'Point') return null;
          const [x, y] = at(spotOf(geometry.coordinates));
          return (
            <text key={n} className="v-ground-name" x={x} y={y} fontSize={12 * pixel} dy={-8 * pixel}>
              {name}
            </text>
          );
        })}
    </g>
  );
}

/** A fence as it lies. */
export function FenceShape({
  shape,
  drawing: { at },
  use,
}: {
  readonly shape: Shape;
  readonly drawing: Drawing;
  readonly use: string;
}) {
  if (shape.kind === 'circle') {
    const [cx, cy] = at(shape);
    return <circle className={`v-fence-${use}`} cx={cx} cy={cy} r={shape.radiusM} />;
  }
  const d = lineOf(shape.points.map(([latitude, longitude]) => at({ latitude, longitude })));
  return <path className={`v-fence-${use}`} d={`${d}Z`} />;
}

export const pathOf = (points: readonly XY[]): string => lineOf(points);
