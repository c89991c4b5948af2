import type { Kernel } from '@opengoa/kernel/host';
import { as, atTime, does } from './acting.ts';
import { unitId } from './cast.ts';
import { along, cityMap, elsewhere, type LonLat, onward, roads, yard } from './city-map.ts';
import { minuteOf } from './days.ts';
import { random } from './seeded.ts';

/** What the terminals of the demo's vehicles say. One vehicle has none; one trip leaves no track, and one vehicle stands elsewhere for three nights. */

const numberOf = (plate: string) => `1380013${plate.slice(-4)}`;
const tracked = new Set(['青A·10001', '青A·10002', '青A·10003', '青A·10004', '青A·10005']);
/** Stood by the river, so many days ago. */
const away = { plate: '青A·10004', from: 12, to: 10 };

interface Fix {
  readonly at: Date;
  readonly place: LonLat;
  readonly speedKmh: number;
}

const clerk = () => as('郑强');

/** Map, fences and terminals, on the day the fleet is registered. */
export async function equip(kernel: Kernel, vehicles: ReadonlyMap<string, { readonly id: string }>): Promise<void> {
  await does(kernel, clerk(), 'vehicles.keep-background', cityMap());
  const fence = (name: string, use: string, shape: object) =>
    does(kernel, clerk(), 'vehicles.draw-fence', { unit: unitId('市'), name, use, shape });
  await fence('机关大院', 'custody', { kind: 'circle', latitude: yard[1], longitude: yard[0], radiusM: 400 });
  const county = along(roads['石桥县政务服务中心']!, 63);
  const corners = [45, 135, 225, 315].map((bearing) => onward(county, bearing, 7));
  await fence('石桥县城', 'area', { kind: 'polygon', points: corners.map(([lon, lat]) => [lat, lon]) });
  // Where most trips begin: the plan of a day knows the empty kilometres to it from the yard.
  await does(kernel, clerk(), 'vehicles.keep-place', {
    unit: unitId('市'),
    name: '临江市财政局',
    kind: 'office',
    latitude: yard[1] + 0.012,
    longitude: yard[0] + 0.02,
  });
  for (const plate of tracked)
    await does(kernel, clerk(), 'vehicles.register-terminal', {
      vehicle: vehicles.get(plate)!.id,
      number: numberOf(plate),
      maker: '演示终端',
      model: 'DT-808',
    });
}

export interface TrackedTrip {
  readonly plate: string;
  readonly to: string;
  readonly from: Date;
  readonly until: Date;
  readonly km: number;
}

/** Out along the road, a stay, and back; a fix a minute on the way, one in ten while it stands. */
function fixesOf({ to, from, until, km }: TrackedTrip): Fix[] {
  const points = roads[to]!;
  const next = random(from.getTime() / 60_000);
  const minutes = (until.getTime() - from.getTime()) / 60_000;
  const oneWay = Math.min(Math.max(6, (km / 2 / 52) * 60), minutes * 0.45);
  const fixes: Fix[] = [];
  const put = (minute: number, gone: number, speedKmh: number) => {
    // A receiver in the open is right to a few metres.
    const place = onward(along(points, gone), next() * 360, next() * 0.006);
    fixes.push({ at: new Date(from.getTime() + minute * 60_000), place, speedKmh });
  };
  const kmh = (km / 2 / oneWay) * 60;
  for (let minute = 1; minute < oneWay; minute += 1)
    put(minute, (km / 2) * (minute / oneWay), kmh * (0.9 + next() * 0.2));
  for (let minute = oneWay; minute <= minutes - oneWay; minute += 10) put(minute, km / 2, 0);
  for (let left = oneWay; left >= 0; left -= 1)
    put(minutes - left, (km / 2) * (left / oneWay), left === 0 ? 0 : kmh * (0.9 + next() * 0.2));
  return fixes;
}

const send = (kernel: Kernel, plate: string, fixes: readonly Fix[]) =>
  does(kernel, clerk(), 'vehicles.receive-positions', {
    terminals: [
      {
        number: numberOf(plate),
        positions: fixes.map(({ at, place, speedKmh }) => ({
          at: at.toISOString(),
          longitude: Math.round(place[0] * 1e6) / 1e6,
          latitude: Math.round(place[1] * 1e6) / 1e6,
          speedKmh: Math.round(speedKmh * 10) / 10,
          ignition: speedKmh > 0,
        })),
      },
    ],
  });

/** The track of a trip that came back; sent as terminals send what they kept. */
export async function trackTrip(kernel: Kernel, trip: TrackedTrip): Promise<void> {
  if (!tracked.has(trip.plate)) return;
  await send(atTime(kernel, new Date(trip.until.getTime() + 120_000)), trip.plate, fixesOf(trip));
}

/** What a trip that is still out has sent so far. */
export async function trackSoFar(kernel: Kernel, trip: TrackedTrip): Promise<void> {
  const now = kernel.clock();
  await send(
    kernel,
    trip.plate,
    fixesOf(trip).filter(({ at }) => at <= now),
  );
}

/** Every vehicle with a terminal wakes up three times a night and says where it stands. */
export async function trackNight(kernel: Kernel, day: string, daysAgo: number): Promise<void> {
  for (const plate of tracked) {
    const isAway = plate === away.plate && daysAgo <= away.from && daysAgo >= away.to;
    const place = isAway ? elsewhere : yard;
    const fixes = [30, 150, 270].map((minute) => ({ at: minuteOf(day, minute), place, speedKmh: 0 }));
    await send(atTime(kernel, minuteOf(day, 300)), plate, fixes);
  }
}
