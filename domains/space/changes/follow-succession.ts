import { type Id, newId, refuse, sql, verb } from '@opengoa/kernel';
import { buildingsWhere, isBuildingNameTaken } from '../ledger/building-store.ts';
import { buildingOf, placeOf, roomOf } from '../ledger/premises.ts';
import { roomsWhere } from '../ledger/room-store.ts';
import { tenureOn, tenuresOf } from '../ledger/tenure-store.ts';
import { reckonRooms } from '../seating/reckon-rooms.ts';
import { seatingsWhere } from '../seating/seating-store.ts';
import { BuildingFollowed, Followed, FollowSuccession, RoomFollowed } from './contract.ts';

/** Rooms that follow in one act. */
const most = 200;

/**
 * 随机构变动划转: rooms, their seats and the buildings a unit kept go to its heir, from the day of the succession on; days before stay its own. It is
 * an act and no mere reaction, so that every room tells on its timeline why it changed hands, and so that after a split somebody chooses.
 */
export const followSuccession = verb('space.follow-succession', {
  title: { zh: '随机构变动划转房屋', en: 'Premises follow their unit' },
  input: FollowSuccession,
  who: ['space-clerk', 'job'],
  on: 'space.waiting-room',
  facts: [BuildingFollowed, RoomFollowed],
  refusals: ['unit-unknown', 'no-succession', 'choose-rooms', 'nothing-to-follow'],
  result: Followed,
  async load(tx, { unit, to, rooms: asked }, { today }) {
    const successions = await tx.rows<{ to: Id; day: string; kind: string; paper: string | null }>(sql`
      select to_unit as "to", day::text, kind, paper from kernel.unit_succession where from_unit = ${unit} and day <= ${today}::date`);
    const all = await roomsWhere(
      tx,
      asked.length === 0
        ? sql`unit_id = ${unit} and state <> 'disposed'`
        : sql`unit_id = ${unit} and state <> 'disposed' and id = any (${asked}::uuid[])`,
    );
    const rooms = all.slice(0, most);
    const ids = rooms.map(({ id }) => id);
    const buildings = asked.length === 0 ? await buildingsWhere(tx, sql`unit_id = ${unit}`) : [];
    return {
      succession: successions.find((each) => each.to === to),
      heirs: successions.length,
      rooms,
      left: all.length - rooms.length,
      tenures: await tenuresOf(tx, ids),
      seats: (await seatingsWhere(tx, sql`room_id = any (${ids}::uuid[]) and to_day is null`)).map((seat) => ({
        seat,
        now: newId(),
      })),
      buildings: await Promise.all(
        buildings.map(async (building) => ({ building, taken: await isBuildingNameTaken(tx, to, building.name) })),
      ),
    };
  },
  at: (_known, { unit, to }) => [{ unit }, { unit: to }],
  decide(
    { succession, heirs, rooms, left, tenures, seats, buildings },
    { unit, to, rooms: asked },
    { organisation, today },
  ) {
    const [was, heir] = [organisation.unit(unit), organisation.unit(to)];
    if (!was || !heir) return refuse('unit-unknown', {}, { status: 404 });
    if (!succession) return refuse('no-succession', { unit: was.name, to: heir.name });
    if (heirs > 1 && asked.length === 0) return refuse('choose-rooms', { unit: was.name });
    // As of a thing that is not there: who may not see the rooms learns no more than that.
    if (rooms.length === 0 && buildings.length === 0)
      return refuse('nothing-to-follow', { unit: was.name }, { status: 404 });
    const { day: from, paper: by } = succession;
    const paper = by ?? '';
    return {
      facts: [
        ...buildings.map(({ building, taken }) =>
          BuildingFollowed.of({
            object: buildingOf(building),
            unit: to,
            // Two buildings of one unit never bear one name.
            body: {
              was: unit,
              from,
              paper,
              name: taken ? `${building.name}（原${was.name}）`.slice(0, 100) : building.name,
            },
          }),
        ),
        ...rooms.map((room) =>
          RoomFollowed.of({
            object: roomOf(room),
            unit: to,
            body: {
              was: unit,
              from,
              kind:
                tenureOn(
                  tenures.filter((tenure) => tenure.room === room.id),
                  today,
                )?.kind ?? 'kept',
              paper,
              seats: seats
                .filter(({ seat }) => seat.room === room.id)
                .map(({ seat, now }) => ({
                  was: seat.id,
                  now,
                  person: seat.person,
                  standing: seat.standing,
                  paper: seat.paper,
                })),
            },
            facets: placeOf(room),
          }),
        ),
      ],
      result: { rooms: rooms.length, buildings: buildings.length, left },
    };
  },
  async also(tx, { rooms }, _input, context) {
    await reckonRooms(
      tx,
      rooms.map(({ id }) => id),
      context,
    );
  },
});
