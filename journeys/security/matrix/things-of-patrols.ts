import { newId } from '@opengoa/kernel';
import type { Town } from '../town.ts';
import { behindTheWalls, type Place, type Places } from './places.ts';
import { atEach, idsOf, local, type Things } from './things.ts';
import { plainPremises } from './things-of-floor-plans.ts';

interface Walked {
  readonly building: string;
  readonly patrol: string;
  readonly open: string;
  readonly assigned: string;
  readonly rectified: string;
  readonly photo: string;
}

/** At every place: a round of its asker with three defects: one just found, one assigned to the asker, one put right. */
export async function thingsOfPatrols(town: Town, places: Places): Promise<Things> {
  const things = await atEach(places, (place) => walkedAt(town, place));
  const patrol = (more: object) => (place: Place) => ({ patrol: things[place.relation].patrol, ...more });
  return {
    ids: idsOf(things),
    inputs: {
      'space.plan-patrol': ({ relation, locals }) => ({
        building: things[relation].building,
        day: '2026-03-06',
        person: locals.asker,
      }),
      'space.finish-patrol': patrol({ version: 1 }),
      'space.cancel-patrol': patrol({ version: 1, why: '改期' }),
      'space.report-defect': patrol({ place: '走廊', kind: 'damage', what: '灯不亮' }),
      'space.assign-defect': ({ relation, locals }) => ({
        defect: things[relation].open,
        version: 1,
        person: locals.asker,
        due: '2026-03-20',
      }),
      'space.rectify-defect': ({ relation }) => ({
        defect: things[relation].assigned,
        version: 2,
        said: '已更换',
        photos: [things[relation].photo],
      }),
      'space.defect': ({ relation }) => ({ id: things[relation].assigned }),
      'space.verify-defect': ({ relation }) => ({ defect: things[relation].rectified, version: 3, good: true }),
    },
  };
}

async function walkedAt(town: Town, place: Place): Promise<Walked> {
  const photo = () =>
    behindTheWalls(town, async (client) => {
      const id = newId();
      await client.query('insert into kernel.file_place (node_id, id) values (1, $1)', [id]);
      await client.query(
        `insert into kernel.file (node_id, id, unit_id, person_id, point, name, media_type, bytes, sha256, scan, stored_at)
         values (1, $1, $2, $3, 'space.patrol-photo', '现场.jpg', 'image/jpeg', 10, repeat('a', 64), 'clean', now())`,
        [id, place.unit, place.locals.asker],
      );
      return id;
    });
  const { building } = await behindTheWalls(town, (client) => plainPremises(client, place));
  const clerk = local(town, place, 'space-clerk', place.locals.head, '房管员');
  const asker = local(town, place, 'staff', place.locals.asker, '巡检人');
  const planned = await clerk.does('space.plan-patrol', { building, day: '2026-03-05', person: place.locals.asker });
  const patrol = planned.facts[0]!.object.id;
  const found = async () =>
    (await asker.does('space.report-defect', { patrol, place: place.word, kind: 'damage', what: '灯不亮' })).facts[0]!
      .object.id;
  const [open, assigned, rectified] = [await found(), await found(), await found()];
  for (const defect of [assigned, rectified])
    await clerk.does('space.assign-defect', { defect, version: 1, person: place.locals.asker, due: '2026-03-20' });
  await asker.does('space.rectify-defect', { defect: rectified, version: 2, said: '已更换', photos: [await photo()] });
  return { building, patrol, open, assigned, rectified, photo: await photo() };
}
