import { expect, test } from 'vitest';
import { aDriver, aTrip, aVehicle } from '../testing/given.ts';
import { rankProposals } from './rank-proposals.ts';

const sun = { ...aDriver(), hours: 6 };
const li = { ...aDriver({ name: '李师傅', licence: 'C1' }), hours: 0 };
const plates = (proposals: ReturnType<typeof rankProposals>) =>
  proposals.map(({ vehicle, driver }) => `${vehicle.plate} ${driver.name}`);

test('a category kept for the use first, then the fewest empty seats, then the fewest kilometres; the driver with the fewest hours', () => {
  const vehicles = [
    aVehicle({ plate: '执法', category: 'law-enforcement', seats: 5 }),
    aVehicle({ plate: '大', seats: 8, body: 'small-passenger' }),
    aVehicle({ plate: '旧', odometerKm: 90_000 }),
    aVehicle({ plate: '新', odometerKm: 5_000 }),
  ];
  expect(plates(rankProposals(aTrip(), vehicles, [sun, li]))).toEqual([
    '新 李师傅',
    '旧 李师傅',
    '大 李师傅',
    '执法 李师傅',
  ]);
  expect(plates(rankProposals(aTrip({ plan: { use: 'law-enforcement' } }), vehicles, [sun, li]))[0]).toBe(
    '执法 李师傅',
  );
});

test('a coach needs a driver who may drive it; without one it is not proposed', () => {
  const coach = aVehicle({ body: 'large-passenger', seats: 33 });
  expect(plates(rankProposals(aTrip(), [coach], [sun, li]))).toEqual(['青A·10001 孙师傅']);
  expect(rankProposals(aTrip(), [coach], [li])).toEqual([]);
});

test('every proposal says why', () => {
  expect(rankProposals(aTrip(), [aVehicle()], [sun])[0]?.reasons.map(({ zh }) => zh)).toEqual([
    '座位正好',
    '其他按规定配备的公务用车，合用途',
    '孙师傅当日共 15.5 小时',
  ]);
});
