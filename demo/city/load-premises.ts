import { type Actor, jobActor, sql } from '@opengoa/kernel';
import { addDays } from '@opengoa/kernel/calendar';
import { type Kernel, reading } from '@opengoa/kernel/host';
import { atTime, does, doesAll, founder } from '../acting.ts';
import { unitId } from '../cast.ts';
import { minuteOf } from '../days.ts';
import type { CityPlan } from './plan-city.ts';
import type { CityRoom, CitySeat } from './premises.ts';
import { chunks, sideBySide } from './side-by-side.ts';
import { cityPersonId, cityPostId } from './units-and-people.ts';

/** Buildings, rooms, who sits in them and what stands in them: as the rows of files do, many in one transaction. */

const rowsTogether = 100;
const atOnce = 3;
const keeper = (role: string): Actor => jobActor('demo', [{ role, unit: unitId('市'), below: true }], unitId('市局'));

/** @param energyBuildings ids of the energy office's buildings by name, once they are registered */
export async function loadPremises(
  kernel: Kernel,
  plan: CityPlan,
  energyBuildings: Promise<ReadonlyMap<string, string>>,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, string>> {
  const { premises, from } = plan;
  const begin = atTime(kernel, minuteOf(addDays(from, -2), 540));
  const clerk = keeper('space-clerk');
  const metered = await energyBuildings;
  const byBuilding = Map.groupBy(premises.rooms, ({ building }) => building);
  await sideBySide(premises.buildings, atOnce, async ({ name, unit, floors, areaM2, builtYear }) => {
    signal.throwIfAborted();
    const answer = await does(begin, clerk, 'space.register-building', {
      unit: unitId('市局'),
      name,
      address: `临江市${name}`,
      form: floors > 6 ? 'high-rise' : 'multi-storey',
      structure: 'reinforced-concrete',
      builtYear,
      grossAreaM2: areaM2,
      energyBuilding: metered.get(name) ?? null,
      note: '',
    });
    const building = answer.facts[0]!.object.id;
    const rooms = byBuilding.get(name) ?? [];
    const numbers = [...new Set(rooms.map(({ floor }) => floor))];
    await doesAll(
      begin,
      clerk,
      'space.register-floor',
      numbers.map((number) => ({ building, number })),
    );
    for (const some of chunks(rooms, rowsTogether))
      await doesAll(
        begin,
        clerk,
        'space.register-room',
        some.map(({ floor, number, use, areaM2: area, bound, vacant }) => ({
          building,
          floor,
          number,
          use,
          areaM2: area,
          bound,
          allot: vacant ? null : { unit: unitId(unit), from: '2024-01-01', paper: '临机管〔演示〕房配' },
        })),
      );
  });
  const rooms = await roomIds(kernel);
  const idOf = idIn(rooms);
  // Each looks again at what the room's people may have, so they come one by one; who sits in a second room, after all the others.
  const seat = async ({ person, room, from: day, standing, paper }: CitySeat) => {
    signal.throwIfAborted();
    await does(begin, clerk, 'space.seat-person', {
      room: idOf(room),
      person: cityPersonId(person),
      from: day,
      standing,
      paper,
      asFound: true,
    });
  };
  const firsts = new Map(premises.seats.toReversed().map((each) => [each.person, each]));
  const byRoom = Map.groupBy(firsts.values(), ({ room }) => room);
  await sideBySide(byRoom.values(), 6, async (inside) => {
    for (const each of inside) await seat(each);
  });
  for (const each of premises.seats.filter((other) => firsts.get(other.person) !== other)) await seat(each);
  return rooms;
}

/** How the ledger knows a room of the plan. */
export const idIn =
  (rooms: ReadonlyMap<string, string>) =>
  ({ building, floor, number }: CityRoom): string =>
    rooms.get(`${building}/${floor}/${number}`)!;

/** The cards of everything in the rooms. */
export async function loadHoldings(
  kernel: Kernel,
  { holdings, from }: CityPlan,
  rooms: ReadonlyMap<string, string>,
  signal: AbortSignal,
): Promise<void> {
  const begin = atTime(kernel, minuteOf(addDays(from, -1), 540));
  const clerk = keeper('assets-clerk');
  await sideBySide(chunks(holdings, rowsTogether * 2), 2, async (some) => {
    signal.throwIfAborted();
    await doesAll(
      begin,
      clerk,
      'assets.register-card',
      some.map(({ unit, room, user, state, ...card }) => ({
        ...card,
        unit: unitId(unit),
        bookedOn: card.acquiredOn,
        room: idIn(rooms)(room),
        user: user && cityPersonId(user),
        state,
      })),
    );
  });
}

/** People who leave the service, and clear their rooms as the plan has it. */
export async function leaveRooms(kernel: Kernel, { premises }: CityPlan, signal: AbortSignal): Promise<void> {
  const clerk = keeper('space-clerk');
  const seats = await read<{ person: string; id: string }>(
    kernel,
    'space',
    sql`select person_id::text as person, id::text as id from space.seating where to_day is null`,
  );
  const holdings = await read<{ person: string; post: string; id: string }>(
    kernel,
    'kernel',
    sql`select person_id::text as person, post_id::text as post, id::text as id from kernel.holding where valid_to is null`,
  );
  for (const { person, post, day, vacated, joins } of premises.leavers) {
    signal.throwIfAborted();
    const who = cityPersonId(person);
    const holding = holdings.find((each) => each.person === who && each.post === cityPostId(post));
    if (!holding) continue;
    await does(atTime(kernel, minuteOf(day, 600)), founder(), 'kernel.end-appointment', {
      holding: holding.id,
      to: day,
    });
    if (joins)
      await does(atTime(kernel, minuteOf(day, 610)), founder(), 'kernel.appoint', {
        person: who,
        post: cityPostId(joins),
        kind: 'main',
        from: day,
      });
    if (vacated === null) continue;
    for (const { id } of seats.filter((each) => each.person === who))
      await does(atTime(kernel, minuteOf(vacated, 600)), clerk, 'space.end-seating', {
        seating: id,
        version: 1,
        day: vacated,
        why: '退休腾退',
      });
  }
  await kernel.registers.refresh();
}

const read = <T>(kernel: Kernel, room: string, text: ReturnType<typeof sql>) =>
  reading(
    kernel,
    {
      actor: { ...keeper('space-clerk'), grants: [{ role: 'space-clerk', unit: unitId('省'), below: true }] },
      who: ['space-clerk'],
      room,
    },
    (tx) => tx.rows<T>(text),
  ) as Promise<T[]>;

const roomIds = async (kernel: Kernel): Promise<ReadonlyMap<string, string>> =>
  new Map(
    (
      await read<{ id: string; building: string; floor: number; number: string }>(
        kernel,
        'space',
        sql`select r.id::text as id, b.name as building, f.number as floor, r.number
              from space.room r join space.building b on b.id = r.building_id join space.floor f on f.id = r.floor_id`,
      )
    ).map(({ id, building, floor, number }) => [`${building}/${floor}/${number}`, id]),
  );
