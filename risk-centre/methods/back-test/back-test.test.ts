import { addDays } from '@opengoa/kernel/calendar';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { asOf, type KnownRow } from './as-of.ts';
import { lookOfKit } from './kit-look.ts';
import { type KnownPast, type LaterVerdict, replay, type ReplayAlarm } from './replay.ts';
import { monthEnds, scoreReplay } from './score-replay.ts';

interface Fill {
  readonly car: string;
  readonly litres: number;
}
const days = ['2026-01-31', '2026-02-28', '2026-03-31'];
const aDay = fc.integer({ min: 0, max: 150 }).map((n) => addDays('2025-12-15', n));
const fills: fc.Arbitrary<KnownRow<Fill>[]> = fc.array(
  fc.record({
    key: fc.constantFrom('f1', 'f2', 'f3', 'f4', 'f5', 'f6'),
    knownOn: aDay,
    row: fc.record({ car: fc.constantFrom('a', 'b', 'c'), litres: fc.integer({ min: 10, max: 90 }) }),
  }),
  { maxLength: 25 },
);
const verdicts: fc.Arbitrary<KnownRow<LaterVerdict>[]> = fc.array(
  fc.record({
    key: fc.constantFrom('a', 'b', 'c'),
    knownOn: aDay,
    row: fc.record({
      subject: fc.constantFrom('a', 'b', 'c'),
      since: aDay,
      came: fc.constantFrom(0, 0.5, 1),
      lossFen: fc.integer({ min: 0, max: 100_000 }),
    }),
  }),
  { maxLength: 8 },
);

/** Fits its limit to what is known, verdicts too, and reads every row whole. */
const look = ({ rows, verdicts: known }: KnownPast<Fill>): ReplayAlarm[] => {
  const mean = rows.reduce((sum, { litres }) => sum + litres, 0) / Math.max(1, rows.length);
  const limit = mean + 5 * known.filter(({ came }) => came === 0).length;
  const most = new Map<string, number>();
  for (const { car, litres } of rows) most.set(car, Math.max(most.get(car) ?? 0, litres));
  return [...most].flatMap(([subject, litres]) =>
    litres > limit ? [{ subject, probability: litres / 100, lossFen: litres * 800, hours: 1 }] : [],
  );
};

/** The same rows, those known after the day so that reading anything of them fails. */
const sealedAfter = <Row extends object>(history: readonly KnownRow<Row>[], day: string): KnownRow<Row>[] =>
  history.map((each) =>
    each.knownOn <= day
      ? each
      : {
          key: each.key,
          knownOn: each.knownOn,
          get row(): Row {
            throw new Error(`a row known on ${each.knownOn} was read on ${day}`);
          },
        },
  );

test('issue 5: no row known later than the day tested is ever read', () => {
  fc.assert(
    fc.property(fills, verdicts, (rows, later) => {
      for (const day of days)
        replay({ rows: sealedAfter(rows, day), verdicts: sealedAfter(later, day), days: [day], hours: 2, look });
    }),
  );
});

test('issue 5: whatever becomes known later, the alarms of a day are the same', () => {
  fc.assert(
    fc.property(
      fills,
      verdicts,
      fills,
      verdicts,
      fc.constantFrom(...days),
      (rows, known, moreRows, moreVerdicts, day) => {
        const later = <Row>(history: readonly KnownRow<Row>[]) => history.filter(({ knownOn }) => knownOn > day);
        const run = (a: KnownRow<Fill>[], b: KnownRow<LaterVerdict>[]) =>
          replay({ rows: a, verdicts: b, days, hours: 2, look }).filter((each) => each.day <= day);
        const early = <Row>(history: readonly KnownRow<Row>[]) => history.filter(({ knownOn }) => knownOn <= day);
        expect(run([...early(rows), ...later(moreRows)], [...early(known), ...later(moreVerdicts)])).toEqual(
          run(early(rows), early(known)),
        );
      },
    ),
  );
});

test('what is handed over was known by the day, in its newest version of that day', () => {
  const history = [
    { key: 'f1', knownOn: '2026-01-10', row: { litres: 95 } },
    { key: 'f1', knownOn: '2026-02-10', row: { litres: 59 } },
    { key: 'f2', knownOn: '2026-03-01', row: { litres: 70 } },
  ];
  expect(asOf(history, '2026-01-09')).toEqual([]);
  expect(asOf(history, '2026-01-31')).toEqual([{ litres: 95 }]);
  expect(asOf(history, '2026-02-10')).toEqual([{ litres: 59 }]);
  expect(asOf(history.toReversed(), '2026-03-01')).toEqual([{ litres: 59 }, { litres: 70 }]);
});

test('a correction comes too late for the month in which it was not known', () => {
  const rows = [
    { key: 'f1', knownOn: '2026-01-10', row: { car: 'a', litres: 95 } },
    { key: 'f1', knownOn: '2026-02-10', row: { car: 'a', litres: 40 } },
    { key: 'f2', knownOn: '2026-01-10', row: { car: 'b', litres: 41 } },
  ];
  const found = replay({ rows, verdicts: [], days, hours: 2, look });
  expect(found.map(({ alarms }) => alarms.map(({ subject }) => subject))).toEqual([['a'], ['b'], ['b']]);
});

const verdict = (subject: string, since: string, came: number, lossFen: number, knownOn = '2026-06-01') => ({
  key: subject,
  knownOn,
  row: { subject, since, came, lossFen },
});
const alarm = (subject: string, hours = 1): ReplayAlarm => ({ subject, probability: 0.5, lossFen: 1_000, hours });

test('alarms, hits, misses, cost and days, against verdicts known later', () => {
  const replayed = replay<Fill>({
    rows: [],
    verdicts: [],
    days,
    hours: 2,
    look: ({ day }) => (day === days[0] ? [alarm('a'), alarm('b'), alarm('c')] : [alarm('a'), alarm('d')]),
  });
  expect(replayed.map(({ within, hoursUsed }) => [within, hoursUsed])).toEqual([
    [2, 2],
    [2, 2],
    [2, 2],
  ]);
  const labels = [
    verdict('a', '2026-01-21', 1, 5_000),
    verdict('b', '2026-01-01', 0, 0),
    verdict('e', '2026-01-01', 1, 9_000),
    verdict('f', '2026-01-01', 1, 9_000, '2027-06-01'),
  ];
  expect(scoreReplay(replayed, labels, { until: '2026-12-31', hourFen: 10_000 })).toEqual({
    status: 'ok',
    alarms: 3,
    hits: 1,
    wrong: 1,
    unknown: 1,
    precision: 0.5,
    misses: 1,
    recall: 0.5,
    hours: 6,
    lossFoundFen: 5_000,
    lossPerHourFen: 5_000 / 6,
    daysToDetection: 10,
    overlap: 0.75,
    costFen: 60_000,
  });
  expect(scoreReplay(replayed, labels, { until: '2026-05-01', hourFen: 1 })).toMatchObject({
    status: 'insufficient_data',
  });
  expect(scoreReplay(replayed, [], { until: '2026-12-31', hourFen: 1 })).toMatchObject({ status: 'insufficient_data' });
});

test('a kit of the house is replayed by its own rule', () => {
  const kit = {
    prior: 0.5,
    checkHours: 0.5,
    judge: (subject: { id: string }, inputs: unknown) =>
      ({
        status: (inputs as number) > 60 ? 'flag' : 'clear',
        subject,
        llr: 0,
        loss: { mid: 700, unit: 'fen' },
      }) as never,
  };
  const found = replay<Fill>({
    rows: [
      { key: '1', knownOn: '2026-01-05', row: { car: 'a', litres: 70 } },
      { key: '2', knownOn: '2026-02-05', row: { car: 'b', litres: 80 } },
    ],
    verdicts: [],
    days,
    hours: 1,
    look: lookOfKit(kit, ({ rows }) =>
      rows.map(({ car, litres }) => ({ subject: { kind: 'vehicle', id: car, name: car }, inputs: litres })),
    ),
  });
  expect(found.map(({ alarms }) => alarms)).toEqual([
    [{ subject: 'a', probability: 0.5, lossFen: 700, hours: 0.5 }],
    ['a', 'b'].map((subject) => ({ subject, probability: 0.5, lossFen: 700, hours: 0.5 })),
    ['a', 'b'].map((subject) => ({ subject, probability: 0.5, lossFen: 700, hours: 0.5 })),
  ]);
});

test('month by month', () => {
  expect(monthEnds('2026-01-01', '2026-04-01')).toEqual(days);
  expect(monthEnds('2026-01-01', '2026-01-31')).toEqual([]);
});
