import type { Words } from '@opengoa/kernel/words';
import { expect, test } from 'vitest';
import { closedSpans, openHoursOf } from './closed-hours.ts';
import { type AnalysisRows, SettingRefused } from './method.ts';
import { fuelShape, positionShape, tripShape } from './vehicle-rows.ts';
import { vehicleUse } from './vehicle-use.ts';
import { instantIn, secondsOfText } from './zone-clock.ts';

type Values = Record<string, string | number | boolean | null>;
type Used = Omit<Values, 'reason'> & {
  kind: string;
  from: string;
  to: string;
  km: number;
  score: number | null;
  flag: 0 | 1;
  reason: Words;
};

async function* rowsOf(all: readonly Values[]): AnalysisRows {
  for (const [i, values] of all.entries()) yield { file: 'x.csv', line: i + 2, values };
}
async function used(
  positions: readonly Values[],
  more: { trips?: readonly Values[]; fuel?: readonly Values[] } = {},
  settings: Record<string, string> = {},
) {
  const passed: string[] = [];
  const files = { trips: more.trips && rowsOf(more.trips), fuel: more.fuel && rowsOf(more.fuel) };
  const answers: Used[] = [];
  for await (const { values, score, flag, reason } of vehicleUse.run(rowsOf(positions), files, settings, {
    passOver: (_row, why) => passed.push(why.en),
  })) {
    expect(score === null || (score >= 0 && score <= 1)).toBe(true);
    expect(flag === 0 || reason.zh.startsWith('待核实异常')).toBe(true);
    answers.push({ ...values, score, flag, reason } as unknown as Used);
  }
  const of = (kind: string) => answers.filter((answer) => answer.kind === kind);
  return { answers, of, passed };
}

const minute = (day: string, hour: number, past: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + (hour * 60 + past) * 60_000).toISOString().slice(0, 16).replace('T', ' ');
/** Positions of one day: parked at home, out at an hour over so many kilometres in as many minutes, parked there. */
const outing = (day: string, hour: number, km: number, vehicle = '苏A10001'): Values[] => [
  ...[-40, -20, 0].map((past) => ({ vehicle, timestamp: minute(day, hour, past), lat: 32, lon: 118.8 })),
  ...Array.from({ length: km }, (_, i) => ({
    vehicle,
    timestamp: minute(day, hour, i + 1),
    lat: 32 + (i + 1) / 111.195,
    lon: 118.8,
  })),
  ...[20, 40, 60].map((past) => ({
    vehicle,
    timestamp: minute(day, hour, km + past),
    lat: 32 + km / 111.195,
    lon: 118.8,
  })),
];

test('a working day: stays, one trip, its kilometres, and nothing to ask', async () => {
  const { answers, of } = await used(outing('2026-03-02', 9, 30));
  expect(of('stay')).toHaveLength(2);
  const trips = of('trip');
  expect(trips).toHaveLength(1);
  expect(trips[0]).toMatchObject({ from: '2026-03-02T09:00:00+08:00', to: '2026-03-02T09:30:00+08:00', flag: 0 });
  expect(trips[0]!.km).toBeCloseTo(30, 1);
  expect(answers.filter(({ flag }) => flag === 1)).toEqual([]);
});

test('a Sunday drive is asked about, unless it was a working day, open, or approved', async () => {
  const sunday = outing('2026-03-01', 14, 30);
  const asked = await used(sunday);
  expect(asked.of('out-of-hours')).toMatchObject([{ flag: 1 }]);
  expect(asked.of('out-of-hours')[0]!.km).toBeCloseTo(30, 1);
  const trip = {
    vehicle: '苏A10001',
    from: '2026-03-01 13:30',
    to: '2026-03-01 15:00',
    id: 'S-1',
    km: null,
    route: null,
  };
  expect((await used(sunday, { trips: [trip] })).answers.filter(({ flag }) => flag === 1)).toEqual([]);
  // 2026-02-28 is a Saturday on which offices work, for the Spring Festival.
  expect((await used(outing('2026-02-28', 14, 30))).of('out-of-hours')).toEqual([]);
  expect((await used(outing('2026-03-02', 19, 30), {}, { hours: '06:00-22:00' })).of('out-of-hours')).toEqual([]);
});

test('approvals: none, too long ago, not driven, a detour, off the route', async () => {
  const day = outing('2026-03-02', 9, 30);
  const trip = (values: Values) => ({ vehicle: '苏A10001', id: 'S-2', km: null, route: null, ...values });
  const with1 = (values: Values) => used(day, { trips: [trip(values)] });
  const elsewhere = await with1({ from: '2026-03-02 13:00', to: '2026-03-02 14:00' });
  expect(elsewhere.of('without-approval')).toMatchObject([{ flag: 1, from: '2026-03-02T09:00:00+08:00' }]);
  const whole = { from: '2026-03-02 08:50', to: '2026-03-02 09:40' };
  expect((await with1(whole)).answers.filter(({ flag }) => flag === 1)).toEqual([]);
  expect((await with1({ ...whole, km: 15 })).of('off-route')).toMatchObject([{ flag: 1 }]);
  expect((await with1({ ...whole, km: 25 })).of('off-route')).toEqual([]);
  expect((await with1({ ...whole, route: '32 118.8;32.3 118.8' })).of('off-route')).toEqual([]);
  expect((await with1({ ...whole, route: '32 118.8;32 119.1' })).of('off-route')).toMatchObject([{ flag: 1 }]);
  const parked = [trip(whole), trip({ from: '2026-03-02 09:51', to: '2026-03-02 10:29', id: 'S-3' })];
  expect((await used(day, { trips: parked })).of('not-driven')).toMatchObject([{ flag: 1 }]);
  const long = await used(outing('2026-03-02', 9, 100), {
    trips: [trip({ from: '2026-03-02 08:50', to: '2026-03-02 09:20' })],
  });
  expect(long.of('overrun')).toMatchObject([{ from: '2026-03-02T09:20:00+08:00', to: '2026-03-02T10:40:00+08:00' }]);
});

test('a terminal that falls silent at the end of its trip and wakes nearby the next morning is no overrun', async () => {
  const driven = outing('2026-03-02', 9, 30).slice(0, -3);
  const morning = { vehicle: '苏A10001', lat: 32 + 30.25 / 111.195, lon: 118.8 };
  const woken = [0, 30, 60].map((past) => ({ ...morning, timestamp: minute('2026-03-03', 8, past) }));
  const trips = [
    { vehicle: '苏A10001', id: 'S-2', km: null, route: null, from: '2026-03-02 08:50', to: '2026-03-02 09:40' },
  ];
  expect((await used([...driven, ...woken], { trips })).of('overrun')).toEqual([]);
});

test('fills: beyond the tank, twice, elsewhere, at its place, an odometer that falls', async () => {
  const fill = (timestamp: string, values: Values = {}) => ({
    vehicle: '苏A10001',
    timestamp,
    litres: 40,
    tank: 55,
    full: null,
    rated: null,
    odometer: null,
    lat: null,
    lon: null,
    ...values,
  });
  const day = outing('2026-03-02', 9, 30);
  const kinds = async (...fuel: Values[]) =>
    (await used(day, { fuel })).answers.filter(({ flag }) => flag === 1).map(({ kind }) => kind);
  expect(await kinds(fill('2026-03-02 09:15'))).toEqual([]);
  expect(await kinds(fill('2026-03-02 09:15', { litres: 58.6 }))).toEqual(['fuel-mismatch']);
  expect(await kinds(fill('2026-03-02 09:15'), fill('2026-03-02 09:50'))).toEqual(['fuel-mismatch']);
  expect(await kinds(fill('2026-03-02 09:15', { lat: 32 + 15 / 111.195, lon: 118.8 }))).toEqual([]);
  expect(await kinds(fill('2026-03-02 09:15', { lat: 32.5, lon: 118.8 }))).toEqual(['fuel-mismatch']);
  const readings = [20_110, 20_480, 20_300].map((odometer, i) =>
    fill(`2026-03-02 ${9 + i}:15`, { odometer, litres: 10 }),
  );
  expect(await kinds(...readings)).toEqual(['odometer-mismatch']);
  const far = await used(day, { fuel: [fill('2026-03-05 09:15', { lat: 32, lon: 118.8 })] });
  expect(far.of('insufficient_data')).toMatchObject([{ score: null, flag: 0 }]);
});

test('litres between full tanks against the kilometres by positions', async () => {
  const day = outing('2026-03-02', 9, 100);
  const fill = (timestamp: string, litres: number) => ({
    vehicle: '苏A10001',
    timestamp,
    litres,
    full: true,
    rated: 9,
  });
  const usual = await used(day, { fuel: [fill('2026-03-02 09:00', 40), fill('2026-03-02 10:50', 9)] });
  expect(usual.of('fuel-mismatch')).toEqual([]);
  const more = await used(day, { fuel: [fill('2026-03-02 09:00', 40), fill('2026-03-02 10:50', 30)] });
  expect(more.of('fuel-mismatch')).toMatchObject([{ flag: 1 }]);
});

test('a silence in which the vehicle moved, no position at all, and rows without a fix', async () => {
  const day = outing('2026-03-02', 9, 30).filter(({ timestamp }) => !/09:(0[1-9]|1\d|2[0-8])/.test(String(timestamp)));
  const { of } = await used(day);
  expect(of('tracker-gap')).toMatchObject([{ flag: 1 }]);
  expect(of('trip').reduce((sum, { km }) => sum + km, 0)).toBeCloseTo(30, 1);
  const none = await used([{ vehicle: 'B', timestamp: '2026-03-02 09:00', lat: 0, lon: 0 }], {
    fuel: [{ vehicle: 'B', timestamp: '2026-03-02 09:00', litres: 10 }],
  });
  expect(none.passed).toEqual(['no position (0, 0)']);
  expect(none.answers).toMatchObject([{ vehicle: 'B', kind: 'insufficient_data', flag: 0, score: null, from: null }]);
});

test('settings that make no sense are refused', async () => {
  for (const settings of [{ zone: 'Nowhere' }, { hours: '18:00-08:00' }, { datum: 'x' }, { 'stay-minutes': '0' }])
    await expect(used([], {}, settings as Record<string, string>)).rejects.toThrow(SettingRefused);
});

test('moments as files write them', () => {
  const at = Date.UTC(2026, 2, 2, 0, 30) / 1_000;
  for (const text of [
    '2026-03-02 08:30',
    '2026/3/2 8:30:00',
    '2026-03-02T00:30:00Z',
    `${at}`,
    `${at * 1_000}`,
    `${at}.0`,
  ])
    expect(secondsOfText(text, 'Asia/Shanghai')).toBe(at);
  expect(secondsOfText('2026-03-02T08:30:00+08:00', 'UTC')).toBe(at);
  expect(secondsOfText('2026-03-01 16:30', 'America/Los_Angeles')).toBe(at);
  for (const text of ['2026-02-30 08:30', '2026-03-02', '12', 'morning', '2026-03-02 25:00'])
    expect(secondsOfText(text, 'UTC')).toBeNull();
  expect(instantIn('America/Los_Angeles', at)).toBe('2026-03-01T16:30:00-08:00');
});

test('closed time is what is left of the days beside the open hours', () => {
  const from = (text: string) => secondsOfText(text, 'Asia/Shanghai')!;
  const week = { fromS: from('2026-03-02 00:00'), toS: from('2026-03-04 00:00') };
  const closed = closedSpans(week, 'Asia/Shanghai', openHoursOf('08:00-18:00')!);
  expect(closed.map(({ fromS, toS }) => (toS - fromS) / 3_600)).toEqual([8, 14, 6]);
  expect(openHoursOf('8-18')).toBeNull();
});

test('columns say what they take', () => {
  const check = (shape: typeof tripShape, column: string, text: string) => {
    const found = shape.columns[column];
    return found?.type === 'text' ? found.check?.(text) : undefined;
  };
  expect(check(positionShape, 'timestamp', '1211033614')).toBeNull();
  expect(check(fuelShape, 'timestamp', 'noon')).not.toBeNull();
  expect(check(tripShape, 'route', '32 118.8;32.1 118.9|32 118.8')).toBeNull();
  expect(check(tripShape, 'route', 'by the lake')).not.toBeNull();
});
