import { jobActor, sql } from '@opengoa/kernel';
import { type Kernel, reading } from '@opengoa/kernel/host';
import { atTime, does } from '../acting.ts';
import { unitId } from '../cast.ts';
import { minuteOf } from '../days.ts';
import type { CityPlan } from './plan-city.ts';
import type { CityRoom } from './premises.ts';
import { sideBySide } from './side-by-side.ts';

const keeper = (role: string, at: string) =>
  jobActor('demo', [{ role, unit: unitId(at), below: true }], unitId('市局'));

/** Says in which room each of the meters in rooms stands. Runs when the energy office has registered them. */
export async function placeRoomMeters(
  kernel: Kernel,
  { premises }: CityPlan,
  idOf: (room: CityRoom) => string,
  signal: AbortSignal,
): Promise<void> {
  const read = <T>(room: string, role: string, text: ReturnType<typeof sql>) =>
    reading(kernel, { actor: keeper(role, '省'), who: [role], room }, (tx) => tx.rows<T>(text)) as Promise<T[]>;
  const meters = new Map(
    (
      await read<{ id: string; key: string }>(
        'energy',
        'energy-clerk',
        sql`select meter_id::text as id, key from energy.instrument where key like 'LJ-F-%'`,
      )
    ).map(({ id, key }) => [key, id]),
  );
  const floors = new Map(
    (
      await read<{ id: string; floor: string }>(
        'space',
        'space-clerk',
        sql`select id::text as id, floor_id::text as floor from space.room`,
      )
    ).map(({ id, floor }) => [id, floor]),
  );
  await sideBySide(premises.meters, 3, async ({ key, room, from }) => {
    signal.throwIfAborted();
    const id = idOf(room);
    await does(atTime(kernel, minuteOf(from, 600)), keeper('space-clerk', '市'), 'space.place-meter', {
      meter: meters.get(key),
      floor: floors.get(id),
      room: id,
      from,
    });
  });
}
