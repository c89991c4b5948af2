import type { Town } from '../town.ts';
import { behindTheWalls, type Place, type Places } from './places.ts';
import { atEach, idsOf, local, type Things } from './things.ts';

interface Drafts {
  readonly building: string;
  readonly room: string;
  readonly searching: string;
  readonly found: string;
  readonly applied: string;
}

/** At every place: a building with a vacant room, and drafts over it: one that is searched for, one that was found, one to be applied. */
export async function thingsOfAllocations(town: Town, places: Places): Promise<Things> {
  const things = await atEach(places, (place) => draftsAt(town, place));
  const of = (which: keyof Drafts, more: object) => (place: Place) => ({
    allocation: things[place.relation][which],
    ...more,
  });
  return {
    ids: idsOf(things),
    inputs: {
      'space.start-allocation': (place) => asked(place, things[place.relation].building),
      'space.search-again': of('found', { version: 2, seconds: 1 }),
      'space.stop-allocation': of('searching', {}),
      'space.edit-allocation': (place) => ({
        allocation: things[place.relation].found,
        version: 2,
        room: things[place.relation].room,
        unit: null,
      }),
      'space.apply-allocation': of('applied', { version: 2, paper: '通知', from: '2026-03-01' }),
      'space.drop-allocation': of('found', { version: 2, why: '不再需要' }),
      'space.allocation': (place) => ({ id: things[place.relation].found }),
    },
  };
}

const asked = ({ unit, word }: Place, building: string) => ({
  unit,
  title: word,
  buildings: [building],
  seconds: 1,
  needs: [{ unit, needM2: 20 }],
});

async function draftsAt(town: Town, place: Place): Promise<Drafts> {
  const clerk = local(town, place, 'space-clerk', place.locals.asker, '用房管理');
  const made = async (verb: string, input: object) => (await clerk.does(verb, input)).facts.at(-1)!.object.id;
  const building = await made('space.register-building', {
    unit: place.unit,
    name: `配${place.word}`,
    form: 'multi-storey',
  });
  const room = await made('space.register-room', { building, floor: 1, number: '101', areaM2: 20 });
  const draft = () => made('space.start-allocation', asked(place, building));
  const [searching, found, applied] = [await draft(), await draft(), await draft()];
  const result = {
    cost: 35,
    bound: 35,
    gap: 0,
    cutShort: false,
    byFloors: false,
    seconds: 0.1,
    compactness: 0,
    lacks: [],
  };
  // As the job would have kept it.
  await behindTheWalls(town, async (client) => {
    await client.query(`update space.allocation set state = 'found', result = $2, version = 2 where id = any ($1)`, [
      [found, applied],
      JSON.stringify(result),
    ]);
    await client.query(`update space.allocation_room set plan_id = $2 where allocation_id = any ($1)`, [
      [found, applied],
      place.unit,
    ]);
  });
  return { building, room, searching, found, applied };
}
