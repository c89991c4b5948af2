import { addDays, daysBetween } from '@opengoa/kernel/calendar';
import type { RegisterMeter } from './energy-year.ts';
import type { CityRoom } from './premises.ts';
import { type RoomDesk, tenth } from './room-desk.ts';

/** Rooms declared vacant that are not, by who sits and what stands in them and by what their meters read; and what only looks like it. */

const declared = 'in-use-but-declared-empty';
const drawing = 'vacant-but-using-energy';

/** People and things in rooms that stand as vacant. */
export function plantDeclaredEmpty(desk: RoomDesk): void {
  const { chance, premises, label } = desk;
  // Whole desks of a crowded room moved over, and nobody told the space office.
  for (let n = chance.whole(3, 4); n > 0; n -= 1) {
    const taken = desk.takeRoom((seats) => seats.length > 1);
    if (!taken) continue;
    const { room: was, seats } = taken;
    const moving = seats.slice(0, chance.whole(1, seats.length - 1));
    const room = desk.open(was.building, 'office', moving.length * chance.between(7.5, 8.8), true);
    was.areaM2 = tenth((was.areaM2 * (seats.length - moving.length)) / seats.length);
    for (const seat of moving) seat.room = room;
    label(declared, room, true, '搬入闲置房间办公', `${moving.length} people, ${room.areaM2} m²`);
    label(drawing, room, true, '搬入闲置房间办公', `${room.areaM2} m²`, true);
  }
  const things = (harm: boolean, what: string, count: number, state: 'in-use' | 'idle') => {
    const room = desk.open(desk.building(), 'office', chance.between(14, 30), true);
    premises.things.push({ room, count, state });
    label(declared, room, harm, what, `${count} things, ${state}`);
    if (harm) label(drawing, room, true, what, `${count} things`, true);
  };
  // Used by a company beside the office, by people of a project: their desks are in the ledger, they are not.
  for (let n = chance.whole(4, 5); n > 0; n -= 1)
    things(true, '外单位人员在闲置房间办公', chance.whole(1, 9), 'in-use');
  for (let n = 2; n > 0; n -= 1) things(false, '闲置家具集中存放', chance.whole(4, 12), 'idle');
  for (let n = chance.whole(2, 3); n > 0; n -= 1) things(false, '搬空时遗留物品', chance.whole(1, 2), 'in-use');
  for (let n = chance.whole(1, 2); n > 0; n -= 1) things(false, '周转家具暂存未改状态', chance.whole(3, 8), 'in-use');
  // Moved out, and their seats were forgotten: the new room is entered, the old one says vacant.
  const taken = desk.takeRoom((seats) => seats.length > 1);
  if (taken) {
    const { building } = taken.room;
    const empty = desk.open(building, 'office', taken.room.areaM2, true);
    const [first] = taken.seats;
    if (first) first.room = empty;
    label(declared, empty, false, '人已搬离，座位未注销', '1 seat');
    taken.room.areaM2 = tenth((taken.room.areaM2 * (taken.seats.length - 1)) / taken.seats.length);
    // One person, and the room of all: too large by the ledger only.
    label('over-standard-room', empty, false, '人已搬离，座位未注销', `${empty.areaM2} m²`);
  }
}

/** Months by hand: what a meter in a room shows on the first days of each. kWh */
function readingsOf(
  desk: RoomDesk,
  room: CityRoom,
  key: string,
  /** kWh/m² and month on a day. */
  level: (day: string) => number,
): RegisterMeter {
  const { chance, from, toExclusive } = desk;
  const firstRegister = chance.whole(0, 9_000);
  const readings: RegisterMeter['readings'] = [];
  let value = firstRegister;
  let own = 1;
  for (let day = from; day < toExclusive; day = addDays(day, 1)) {
    if (day.endsWith('-01')) own = Math.exp(chance.normal(0, 0.2));
    // On one of the first three days, at nine.
    if (day === from || day.endsWith('-02'))
      readings.push({ at: Date.parse(`${day}T09:00:00+08:00`) / 60_000, value: tenth(value) });
    value += (level(day) * own * room.areaM2) / 30.4;
  }
  return {
    building: room.building,
    name: `${room.number}房间电表`,
    key,
    carrier: 'electricity',
    digits: 5,
    firstRegister,
    readings,
  };
}

/** Meters in rooms, used ones and vacant ones, and what some of the vacant ones draw. */
export function plantRoomMeters(desk: RoomDesk): RegisterMeter[] {
  const { chance, from, toExclusive, premises, label } = desk;
  const meters: RegisterMeter[] = [];
  const meter = (room: CityRoom, level: (day: string) => number) => {
    const key = `LJ-F-${String(meters.length + 1).padStart(3, '0')}`;
    meters.push(readingsOf(desk, room, key, level));
    premises.meters.push({ key, room, from: addDays(from, 7) });
  };
  const used = () => Math.exp(chance.normal(Math.log(5.5), 0.35));
  const still = () => Math.exp(chance.normal(Math.log(0.9), 0.45));
  for (const room of chance.some(desk.used, 14)) {
    const level = used();
    meter(room, () => level);
  }
  for (let n = 10; n > 0; n -= 1) {
    const room = desk.takeVacant();
    const level = still();
    if (room) meter(room, () => level);
  }
  const vacant = () => desk.open(desk.building(), 'office', chance.between(14, 30), true);
  /** From a day on for so many days a vacant room draws so much more. */
  const draw = (harm: boolean, what: string, kwhPerM2: number, after: number, days: number): CityRoom => {
    const room = vacant();
    const base = still();
    const begin = addDays(from, after);
    meter(room, (day) => {
      const since = daysBetween(begin, day);
      return since >= 0 && since < days ? base + kwhPerM2 : base;
    });
    const size = `+${tenth(kwhPerM2)} kWh/m² a month for ${Math.min(days, daysBetween(begin, toExclusive))} days`;
    label(drawing, room, harm, what, size);
    return room;
  };
  // Somebody works, sleeps or keeps a shop there: from a lamp in the evening to a kitchen.
  for (let n = chance.whole(7, 9); n > 0; n -= 1) {
    const level = Math.exp(chance.normal(Math.log(4), 0.55));
    const days = chance.is(0.5) ? 366 : chance.whole(60, 150);
    const room = draw(true, '闲置房间有人使用', level, chance.whole(30, 220), days);
    label(declared, room, true, '闲置房间有人使用', '', true);
  }
  for (let n = 2; n > 0; n -= 1) draw(false, '网络机柜常年运行', chance.between(2.5, 7), 0, 366);
  for (let n = 2; n > 0; n -= 1)
    draw(false, '短期维修施工用电', chance.between(4, 8), chance.whole(60, 250), chance.whole(12, 30));
  for (let n = 2; n > 0; n -= 1) {
    // Frost protection: December to February.
    const room = vacant();
    const [base, more] = [still(), chance.between(0.8, 2.5)];
    meter(room, (day) => (['12', '01', '02'].includes(day.slice(5, 7)) ? base + more : base));
    label(drawing, room, false, '冬季防冻伴热', `+${tenth(more)} kWh/m² a month in winter`);
  }
  return meters;
}
