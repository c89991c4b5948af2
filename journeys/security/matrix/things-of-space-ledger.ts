import { newId } from '@opengoa/kernel';
import type { Town } from '../town.ts';
import { behindTheWalls, turnOrganisation, type Place, type Places } from './places.ts';
import { atEach, idsOf, local, type Things } from './things.ts';

interface Premises {
  readonly site: string;
  readonly building: string;
  /** With nobody in it. */
  readonly empty: string;
  readonly room: string;
  /** On the same floor. */
  readonly beside: string;
  /** Somebody's seat, in a room of its own. */
  readonly seated: string;
  readonly seating: string;
  readonly right: string;
  readonly dispute: string;
  /** A unit that the place's took over, with a room left. */
  readonly gone: string;
}

/** At every place: land, a building with two rooms, and one with none. */
export async function thingsOfSpaceLedger(town: Town, places: Places): Promise<Things> {
  const things = await atEach(places, (place) => premisesAt(town, place));
  const of = (name: string, which: keyof Premises, more: object) => (place: Place) => ({
    [name]: things[place.relation][which],
    ...more,
  });
  return {
    // A unit that is gone stands in the register of units, which everybody may look up: it is nobody's thing.
    ids: new Map([...idsOf(things)].filter(([id]) => !Object.values(things).some(({ gone }) => gone === id))),
    inputs: {
      'space.register-site': ({ unit, word }) => ({ unit, name: `另${word}`, held: 'allocated' }),
      'space.change-site': of('site', 'site', { version: 1, note: '说明' }),
      'space.register-building': ({ unit, word }) => ({ unit, name: `新${word}`, form: 'multi-storey' }),
      'space.change-building': of('building', 'building', { version: 1, note: '说明' }),
      'space.dispose-building': of('building', 'empty', { version: 1, day: '2026-03-04', paper: '批复', why: '拆除' }),
      'space.register-floor': of('building', 'building', { number: 9 }),
      'space.register-room': of('building', 'building', { floor: 2, number: '201', areaM2: 12 }),
      'space.change-room': of('room', 'room', { version: 1, note: '说明' }),
      'space.allot-room': (place) => ({
        room: things[place.relation].room,
        version: 1,
        unit: place.unit,
        from: '2026-03-01',
        paper: '通知',
      }),
      'space.split-room': of('room', 'room', {
        version: 1,
        parts: [
          { number: '101', areaM2: 10, use: 'office' },
          { number: '101-1', areaM2: 10, use: 'office' },
        ],
        why: '加隔断',
      }),
      'space.merge-rooms': (place) => ({
        room: things[place.relation].room,
        version: 1,
        others: [things[place.relation].beside],
        why: '拆隔断',
      }),
      'space.seat-person': (place) => ({
        room: things[place.relation].room,
        person: place.locals.drivers[0],
        from: '2026-03-01',
      }),
      'space.move-person': (place) => ({
        seating: things[place.relation].seating,
        version: 1,
        to: things[place.relation].beside,
        from: '2026-03-02',
      }),
      'space.end-seating': of('seating', 'seating', { version: 1, day: '2026-03-04' }),
      'space.change-standing': of('seating', 'seating', { version: 1, standing: 'host' }),
      'space.room-people': of('room', 'seated', {}),
      'space.record-right': of('building', 'building', { kind: 'use', holder: '某单位', from: '2026-03-01' }),
      'space.end-right': of('right', 'right', { version: 1, day: '2026-03-04', paper: '换证' }),
      'space.open-dispute': of('building', 'building', { day: '2026-03-01', against: '某公司', about: '地界' }),
      'space.settle-dispute': of('dispute', 'dispute', { version: 1, day: '2026-03-04', outcome: '以证为准' }),
      'space.follow-succession': (place) => ({ unit: things[place.relation].gone, to: place.unit }),
      'space.building': of('id', 'building', {}),
      'space.room': of('id', 'room', {}),
    },
  };
}

async function premisesAt(town: Town, place: Place): Promise<Premises> {
  const clerk = local(town, place, 'space-clerk', place.locals.asker, '用房管理');
  const { unit, word } = place;
  const made = async (verb: string, input: object) => (await clerk.does(verb, input)).facts.at(-1)!.object.id;
  const site = await made('space.register-site', { unit, name: word, held: 'allocated' });
  const building = await made('space.register-building', { unit, name: word, form: 'multi-storey', site });
  const empty = await made('space.register-building', { unit, name: `空${word}`, form: 'multi-storey' });
  const roomOf = (number: string) =>
    made('space.register-room', { building, floor: 1, number, name: word, areaM2: 20 });
  const seated = await roomOf('103');
  const seating = await made('space.seat-person', {
    room: seated,
    person: place.locals.drivers[1],
    from: '2026-03-01',
  });
  const right = await made('space.record-right', { building, kind: 'title', holder: word, from: '2020-01-01' });
  const dispute = await made('space.open-dispute', { building, day: '2026-03-01', against: word, about: '地界' });
  const gone = await goneInto(town, unit, await roomOf('104'));
  return {
    gone,
    right,
    dispute,
    site,
    building,
    empty,
    room: await roomOf('101'),
    beside: await roomOf('102'),
    seated,
    seating,
  };
}

/** A unit that was merged into the place's on the first of March, and still has the room. */
async function goneInto(town: Town, unit: string, room: string): Promise<string> {
  const gone = newId();
  await behindTheWalls(town, async (client) => {
    await client.query(
      "insert into kernel.unit (node_id, id, name, kind, level, valid_from, valid_to) values (1, $1, '并入单位', 'institution', 'city', '2020-01-01', '2026-03-01')",
      [gone],
    );
    await client.query(
      "insert into kernel.unit_succession (node_id, from_unit, to_unit, day, kind) values (1, $1, $2, '2026-03-01', 'merge')",
      [gone, unit],
    );
    await client.query('update space.room set unit_id = $1 where node_id = 1 and id = $2', [gone, room]);
    await turnOrganisation(client);
  });
  await town.at.kernel.registers.refresh();
  return gone;
}
