import { addDays, daysBetween } from '@opengoa/kernel/calendar';
import type { CityLeaver, CitySeat } from './premises.ts';
import { type RoomDesk, type Taken, tenth } from './room-desk.ts';
import type { CityPerson, UnitsAndPeople } from './units-and-people.ts';

/** Offices that are too large, second offices, and rooms kept by people who are gone: from what was done; and what only looks like it. */

const overStandard = 'over-standard-room';
const twice = 'two-offices';
const kept = 'retired-not-vacated';

/** Rooms larger than those who sit in them may have. */
export function plantLargeRooms(desk: RoomDesk): void {
  const { chance, capOf, label } = desk;
  const known = (seats: readonly CitySeat[]) => seats.every((seat) => capOf(seat) !== undefined);
  const alone = (capM2: number) => (seats: readonly CitySeat[]) => seats.length === 1 && capOf(seats[0]!) === capM2;
  const capsOf = (seats: readonly CitySeat[]) => seats.reduce((sum, seat) => sum + (capOf(seat) ?? 9), 0);
  /** From less than an error of measuring to a second room. */
  const excess = () => 10 ** chance.between(-0.6, 1.15);
  const enlarge = ({ room, seats }: Taken, by: number, harm: boolean, what: string): void => {
    room.areaM2 = tenth(capsOf(seats) + by);
    label(overStandard, room, harm, what, `${room.areaM2} m² for ${seats.length}, +${tenth(by)} m²`);
  };
  const times = (count: number, fits: Parameters<RoomDesk['takeRoom']>[0], work: (taken: Taken) => void) => {
    for (let n = 0; n < count; n += 1) {
      const taken = desk.takeRoom(fits);
      if (taken) work(taken);
    }
  };
  times(chance.whole(3, 4), alone(24), (taken) => enlarge(taken, excess(), true, '领导办公室打通隔墙'));
  times(chance.whole(2, 3), alone(9), (taken) => enlarge(taken, excess(), true, '一人占用大间'));
  times(
    chance.whole(2, 3),
    (seats) => seats.length > 1 && known(seats),
    (taken) => enlarge(taken, excess(), true, '少数人占用大间'),
  );
  // Nobody has said what their rank counts as: no rule can tell.
  times(
    1,
    (seats) => seats.length > 1 && !known(seats),
    (taken) => enlarge(taken, chance.between(6, 14), true, '大间，人员职级不明'),
  );
  // Entered as walls that cannot be moved, which they are not.
  times(1, alone(24), (taken) => {
    taken.room.bound = true;
    enlarge(taken, chance.between(4, 12), true, '谎报结构受限');
  });
  times(2, alone(24), (taken) => {
    taken.room.bound = true;
    enlarge(taken, chance.between(2, 10), false, '结构受限并登记');
  });
  times(2, alone(9), (taken) => enlarge(taken, chance.between(0.1, 0.4), false, '测量误差以内'));
  // The area in the ledger has the walls and a share of the corridor in it.
  times(chance.whole(1, 2), alone(24), (taken) => enlarge(taken, chance.between(1, 4), false, '面积含墙体公摊'));
  // A colleague sits there whom nobody has entered.
  times(
    1,
    (seats) => seats.length > 2 && known(seats),
    ({ room, seats }) => {
      const { premises } = desk;
      premises.seats.splice(premises.seats.indexOf(seats.at(-1)!), 1);
      label(overStandard, room, false, '另有人员未登记座位', `${seats.length} sit there, one less is entered`);
    },
  );
}

/** One person, two rooms. */
export function plantSecondOffices(desk: RoomDesk): void {
  const { chance, from, premises, label } = desk;
  const second = (
    harm: boolean,
    what: string,
    more: Partial<CitySeat> & { readonly use?: string; readonly far?: boolean; readonly vacant?: boolean },
  ): void => {
    const first = desk.takePerson((seat) => desk.capOf(seat) !== undefined);
    if (!first) return;
    const { use = 'office', far = false, vacant = false, standing = 'ordinary', paper = '' } = more;
    const building = far ? desk.building() : first.room.building;
    const counts = standing === 'seconded' || paper !== '';
    const room = desk.open(building, use, counts ? chance.between(6.5, 8.8) : chance.between(7, 18), vacant);
    premises.seats.push({ person: first.person, room, from: addDays(from, -chance.whole(5, 25)), standing, paper });
    const size = `${room.areaM2} m² beside ${first.room.key}`;
    label(twice, room, harm, what, size);
    // Whom the standard counts in another room has nothing in this one: it is too large, whoever is right about the rest.
    if (use === 'office' && !counts) label(overStandard, room, harm, what, size, harm ? true : undefined);
    if (vacant) label('in-use-but-declared-empty', room, harm, what, size, harm ? true : undefined);
  };
  for (let n = chance.whole(4, 5); n > 0; n -= 1) second(true, '搬迁后旧办公室未交', { far: chance.is(0.3) });
  for (let n = chance.whole(1, 2); n > 0; n -= 1)
    second(true, '兼职另配未经批准', { standing: 'second-office', far: true });
  for (let n = chance.whole(1, 2); n > 0; n -= 1) second(true, '占用登记为闲置的房间', { vacant: true });
  // Furnished as an office and called otherwise.
  second(true, '以接待室名义另设办公室', { use: 'service-reception' });
  for (let n = chance.whole(2, 3); n > 0; n -= 1)
    second(false, '兼职另配并经批准', {
      standing: 'second-office',
      paper: `临机管〔演示〕另配${n}号`,
      far: true,
    });
  for (let n = 2; n > 0; n -= 1) second(false, '借调期间保留原座位', { standing: 'seconded', far: true });
  for (let n = 2; n > 0; n -= 1) second(false, '档案室值守座位', { use: 'service-archive' });
  for (let n = chance.whole(1, 2); n > 0; n -= 1) second(false, '已搬离，旧座位未注销', {});
}

/** Rooms of people who retired or went to another unit. */
export function plantKeptRooms(desk: RoomDesk, { posts, askers }: Pick<UnitsAndPeople, 'posts' | 'askers'>): void {
  const { chance, from, toExclusive, premises, label } = desk;
  const busy = new Set<CityPerson>([...askers.values()].flat());
  const ranks = new Map(posts.map(({ key, rank }) => [key, rank]));
  const able = ({ person }: CitySeat) =>
    ['一级科员', '四级主任科员', '事业管理岗九级'].includes(ranks.get(person.post) ?? '') &&
    !person.also &&
    !busy.has(person);
  const leave = (
    harm: boolean,
    what: string,
    day: string,
    { vacated = null, joins }: { readonly vacated?: string | null; readonly joins?: true } = {},
  ): void => {
    const seat = desk.takeSharing(able);
    if (!seat) return;
    const { person, room } = seat;
    const next = joins
      ? chance.one(posts.filter(({ unit, rank }) => rank === '一级科员' && unit !== person.unit))
      : undefined;
    const leaver: CityLeaver = { person, post: person.post, day, vacated, ...(next ? { joins: next.key } : {}) };
    premises.leavers.push(leaver);
    const until = vacated ?? toExclusive;
    label(
      kept,
      room,
      harm,
      what,
      `${day}, ${daysBetween(day, until)} days ${vacated ? 'until vacated' : 'until today'}`,
    );
  };
  const inYear = (least: number, most: number) => addDays(from, chance.whole(least, most));
  for (let n = chance.whole(4, 5); n > 0; n -= 1) leave(true, '退休后未腾退', inYear(20, 325));
  for (let n = 2; n > 0; n -= 1) {
    const day = inYear(20, 150);
    leave(true, '退休后迟迟腾退', day, { vacated: addDays(day, chance.whole(45, 180)) });
  }
  // In office elsewhere: the register of posts has them, and the old room is kept.
  for (let n = chance.whole(1, 2); n > 0; n -= 1) leave(true, '调离后保留原办公室', inYear(30, 250), { joins: true });
  for (let n = chance.whole(2, 3); n > 0; n -= 1)
    leave(false, '退休未满腾退期限', addDays(toExclusive, -chance.whole(6, 26)));
  for (let n = 2; n > 0; n -= 1) {
    const day = inYear(30, 300);
    leave(false, '退休后按期腾退', day, { vacated: addDays(day, chance.whole(3, 27)) });
  }
  for (let n = chance.whole(1, 2); n > 0; n -= 1) leave(false, '返聘，任职未登记', inYear(60, 250));
  // Whoever stays has the room of one more, until somebody moves in.
  for (const { person, vacated } of premises.leavers) {
    const room = premises.seats.find((seat) => seat.person === person)?.room;
    const left = premises.seats.filter((seat) => seat.room === room && seat.person !== person).length;
    if (room && vacated !== null && left > 0)
      label(overStandard, room, true, '腾退后空出的座位无人补入', `${room.areaM2} m² for ${left}`, true);
  }
}
