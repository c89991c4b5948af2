import { solve } from '@opengoa/kernel/solve';
import { judgePlacing } from '../../domains/space/allocation/judge-placing.ts';
import { planAllocation } from '../../domains/space/allocation/plan-allocation.ts';
import {
  type AllocationQuestion,
  type AskingUnit,
  type GivenRoom,
  projectWeights,
  todayOf,
} from '../../domains/space/allocation/question.ts';
import { atMost, told, type Figure, type Line } from '../figure.ts';
import { median } from '../median.ts';
import { seeded } from '@opengoa/kernel/seeded';

const mostSeconds = 60;
const searchSeconds = 50;

/**
 * The premises of a city: 60 units in 1,200 rooms of 20 buildings, as they grew over the years; a few floors closed to most, wishes to be near, rooms
 * that stay. The gap is to what is proved that no allocation can cost less.
 */
export const allocation: Figure = {
  name: 'allocation',
  title: 'Units to rooms: 60 units, 1,200 rooms',
  async measure({ short }) {
    const seconds: number[] = [];
    const lines: Line[] = [];
    for (let seed = 1; seed <= (short ? 1 : 3); seed += 1) {
      const question = city(seed);
      const begin = performance.now();
      const found = await planAllocation(question, solve, searchSeconds);
      seconds.push((performance.now() - begin) / 1000);
      const [before, after] = [judgePlacing(question, todayOf(question)), judgePlacing(question, found.placing)];
      const shorts = (judged: typeof after) => judged.units.filter(({ shortM2 }) => shortM2 > 0).length;
      const moving = after.units.reduce((sum, { movers }) => sum + movers, 0);
      const part = (judged: typeof after) =>
        `${Math.round(judged.cost.usedM2)} m², ${shorts(judged)} short, ${judged.emptyFloors.length} floors empty`;
      lines.push(
        told(
          `city ${seed}: ${Math.round(moving)} of ${people(question)} people move`,
          `${seconds.at(-1)!.toFixed(1)} s`,
        ),
        told('  gap', found.gap === null ? 'unknown' : `${(100 * found.gap).toFixed(2)} %`),
        told('  today', part(before)),
        told('  plan', part(after)),
      );
    }
    return [
      atMost(`slowest of ${seconds.length}`, Math.max(...seconds), mostSeconds, 's'),
      told('median', `${median(seconds).toFixed(1)} s`),
      ...lines,
    ];
  },
};

const people = ({ units }: AllocationQuestion): number => units.reduce((sum, unit) => sum + unit.people, 0);

function city(seed: number): AllocationQuestion {
  const random = seeded(seed);
  const whole = (from: number, to: number) => from + Math.floor((to - from + 1) * random());
  const among = <Thing>(things: readonly Thing[]): Thing => things[whole(0, things.length - 1)]!;
  const floors = Array.from({ length: 100 }, (_, i) => ({
    id: `floor-${i}`,
    building: `building-${Math.floor(i / 5)}`,
    name: `${Math.floor(i / 5) + 1} 号楼 ${(i % 5) + 1} 层`,
  }));
  const count = 60;
  const rooms = Array.from({ length: 1_200 }, (_, i): GivenRoom => {
    const floor = Math.floor(i / 12);
    // Units sit in a stretch of floors, with some rooms far away.
    const stretch = random() < 0.15 ? whole(0, count - 1) : Math.min(count - 1, Math.floor((i / 1_200) * count));
    return {
      id: `room-${i}`,
      number: `${floor + 1}${String((i % 12) + 1).padStart(2, '0')}`,
      areaM2: among([12, 18, 18, 24, 24, 24, 30, 36, 48]) + whole(0, 9) / 10,
      floor: floors[floor]!.id,
      zone: floor % 25 === 24 ? 'secret' : floor % 20 === 19 ? 'restricted' : 'open',
      today: random() < 0.1 ? null : `unit-${stretch}`,
      fixed: null,
    };
  });
  const units = Array.from({ length: count }, (_, i): AskingUnit => {
    const has = rooms.filter(({ today }) => today === `unit-${i}`).reduce((sum, { areaM2 }) => sum + areaM2, 0);
    const needM2 = Math.round(has * (0.55 + 0.55 * random()));
    return {
      id: `unit-${i}`,
      name: `单位${i}`,
      needM2,
      people: Math.round(needM2 / 11),
      zone: i === 7 ? 'secret' : i === 8 ? 'restricted' : 'open',
      near: random() < 0.15 ? [`unit-${whole(0, count - 1)}`] : [],
    };
  });
  const fixed = rooms.map((room) =>
    random() < 0.02 && room.zone === 'open' && room.today ? { ...room, fixed: room.today } : room,
  );
  return { units, rooms: fixed, floors, surplusCap: 1.15, weights: projectWeights };
}
