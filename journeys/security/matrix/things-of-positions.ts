import type { Town } from '../town.ts';
import type { Place } from './places.ts';
import { local, type Each } from './things.ts';

const at = '2026-03-05T08:30:00+08:00';

/** What a place has of positions: a terminal that was heard, a fence that was crossed, a track that somebody looks at. */
export interface Positioned {
  readonly terminal: string;
  readonly vehicle: string;
  readonly fence: string;
  readonly viewing: string;
  readonly set: string;
  readonly place: string;
  readonly yard: string;
}

/** Each place lies by itself: a fence above is not crossed by vehicles below. */
const latitudes = { same: 30, child: 31, grandchild: 32, parent: 33, sibling: 34, unrelated: 35 } as const;
const numberOf = ({ relation }: Place) => `1${latitudes[relation]}00000000`;
const circle = ({ relation }: Place) => ({
  kind: 'circle',
  latitude: latitudes[relation],
  longitude: 117,
  radiusM: 500,
});
const heard = (place: Place, time = at) => ({
  terminals: [
    { number: numberOf(place), positions: [{ at: time, latitude: latitudes[place.relation], longitude: 117 }] },
  ],
});

const knownAt = (place: Place, name: string) => ({
  unit: place.unit,
  name,
  kind: 'office',
  latitude: latitudes[place.relation],
  longitude: 117,
});

const setAt = (place: Place) => ({ unit: place.unit, from: '2026-03-01', to: '2026-03-05' });

/** @param vehicle out on `trip` */
export async function positionedAt(
  town: Town,
  place: Place,
  { vehicle, trip }: { readonly vehicle: string; readonly trip: string },
): Promise<Positioned> {
  const clerk = local(town, place, 'fleet-clerk', place.locals.head, '负责人');
  const made = async (verb: string, input: object) => (await clerk.does(verb, input)).facts[0]!.object.id;
  const terminal = await made('vehicles.register-terminal', { vehicle, number: numberOf(place), maker: place.word });
  const fence = await made('vehicles.draw-fence', {
    unit: place.unit,
    name: place.word,
    use: 'area',
    shape: circle(place),
  });
  const known = await made('vehicles.keep-place', knownAt(place, place.word));
  const yard = await made('vehicles.keep-place', { ...knownAt(place, `${place.word}车场`), kind: 'parking' });
  await clerk.does('vehicles.set-home', { vehicle, place: yard });
  await clerk.does('vehicles.receive-positions', heard(place));
  const aside = {
    at: '2026-03-05T08:10:00+08:00',
    latitude: latitudes[place.relation],
    longitude: 117,
    accuracyM: 500,
  };
  await clerk.does('vehicles.receive-positions', { terminals: [{ number: numberOf(place), positions: [aside] }] });
  await town.superuser.query(
    `insert into vehicles.unread_frame (node_id, id, unit_id, vehicle_id, plate, number, why, bytes, at)
     values (1, gen_random_uuid(), $1, $2, $3, $4, 'bad-check', '00', now())`,
    [place.unit, vehicle, place.word, numberOf(place)],
  );
  const looker = local(town, place, 'dispatcher', place.locals.drivers[4]!, '调度员');
  const { result } = await looker.does('vehicles.open-track', { trip });
  await town.superuser.query(
    `insert into vehicles.over_speed (node_id, id, unit_id, vehicle_id, plate, from_at, to_at, seconds, most_kmh, limit_kmh, fence_name)
     values (1, gen_random_uuid(), $1, $2, $3, now(), now(), 60, 140, 120, $3)`,
    [place.unit, vehicle, place.word],
  );
  const giver = local(town, place, 'fleet-clerk', place.locals.drivers[4]!, '调度员');
  const given = await giver.does('vehicles.make-exchange-set', { ...setAt(place), why: place.word });
  return {
    terminal,
    vehicle,
    fence,
    viewing: (result as { viewing: string }).viewing,
    set: (given.result as { set: string }).set,
    place: known,
    yard,
  };
}

/** What the doors of positions are tried with. */
export const inputsOfPositions = (
  things: Each<Positioned>,
  { spareAt, tripAt }: { readonly spareAt: (place: Place) => string; readonly tripAt: (place: Place) => string },
) => ({
  'vehicles.register-terminal': (place: Place) => ({ vehicle: spareAt(place), number: `9${numberOf(place)}` }),
  'vehicles.reopen-terminal': (place: Place) => ({ terminal: things[place.relation].terminal, why: '重置' }),
  'vehicles.withdraw-terminal': (place: Place) => ({ terminal: things[place.relation].terminal, why: '损坏' }),
  'vehicles.receive-positions': (place: Place) => heard(place, '2026-03-05T08:45:00+08:00'),
  'vehicles.decide-fixes': (place: Place) => ({
    vehicle: things[place.relation].vehicle,
    day: '2026-03-05',
    cause: 'imprecise',
    outcome: 'rejected',
    why: '不详',
  }),
  'vehicles.draw-fence': (place: Place) => ({ unit: place.unit, name: '新围栏', use: 'area', shape: circle(place) }),
  'vehicles.remove-fence': (place: Place) => ({ fence: things[place.relation].fence, why: '不用' }),
  'vehicles.keep-place': (place: Place) => knownAt(place, '新地点'),
  'vehicles.set-home': (place: Place) => ({ vehicle: spareAt(place), place: things[place.relation].yard }),
  'vehicles.remove-place': (place: Place) => ({ place: things[place.relation].place }),
  'vehicles.keep-background': () => ({ name: '底图', features: { type: 'FeatureCollection', features: [] } }),
  'vehicles.open-track': (place: Place) => ({ trip: tripAt(place) }),
  'vehicles.break-glass': (place: Place) => ({
    vehicle: spareAt(place),
    from: '2026-03-05T06:00:00+08:00',
    to: '2026-03-05T08:00:00+08:00',
    why: '车辆失联，需要定位',
  }),
  'vehicles.whereabouts': () => ({}),
  'vehicles.make-exchange-set': (place: Place) => ({ ...setAt(place), why: '上报' }),
  'vehicles.exchange-set': (place: Place) => ({ id: things[place.relation].set }),
  'vehicles.track': (place: Place) => ({ viewing: things[place.relation].viewing }),
  'vehicles.trip-track': (place: Place) => ({ trip: tripAt(place) }),
  'vehicles.background': () => ({}),
});
