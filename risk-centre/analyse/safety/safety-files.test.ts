import { expect, test } from 'vitest';
import examples from '../../methods/safety/worked-examples.json' with { type: 'json' };
import { near } from '../../methods/worked-examples.ts';
import { answersOn } from '../run-on-rows.ts';
import { incidentPlaces } from './incident-places.ts';
import { inspectionRounds } from './inspection-rounds.ts';
import { overdueHazards } from './overdue-hazards.ts';

const at = (day: number, minute: number, second = 0) =>
  new Date(Date.UTC(2026, 4, day, 0, minute, second)).toISOString();

test('SF-02: a round nobody could walk is told, one that was walked is not, and one checkpoint says nothing', async () => {
  const { input } = examples['safety.walking_speed'];
  const fast = input.points_m.map((metres, i) => ({
    round: 'A',
    route: '',
    timestamp: at(1, 0, input.times_s[i]!),
    metres,
  }));
  const { answers } = await answersOn(inspectionRounds, [
    ...fast,
    { round: 'B', route: '', timestamp: at(2, 0), metres: 0 },
    { round: 'B', route: '', timestamp: at(2, 2), metres: 100 },
    { round: 'C', route: '', timestamp: at(3, 0), metres: 0 },
  ]);
  expect(answers.map(({ values, flag, score }) => [values['subject'], score === null ? null : flag])).toEqual([
    ['A', 1],
    ['B', 0],
    ['C', null],
  ]);
});

test('SF-02: rounds of a route that begin in one minute are told, those that vary are not', async () => {
  const { input } = examples['safety.regular_start'];
  const rounds = (route: string, minutes: readonly number[]) =>
    minutes.map((minute, i) => ({ round: `${route}${i}`, route, timestamp: at(i + 1, minute), metres: 0 }));
  const varied = input.start_minute_of_day.map((minute, i) => minute + 7 * i);
  const { answers } = await answersOn(inspectionRounds, [
    ...rounds('东', input.start_minute_of_day),
    ...rounds('西', varied),
  ]);
  const told = answers.filter(({ values }) => values['pattern'] === 'regular-start');
  expect(told.map(({ values, flag }) => [values['subject'], flag])).toEqual([
    ['东', 1],
    ['西', 0],
  ]);
});

test('SF-01: what is past its day, what was closed without evidence, and the index of the unit', async () => {
  const row = (id: string, grade: number, due: string, closed: string | null, evidence: string | null = null) => ({
    id,
    unit: '甲局',
    grade,
    due,
    closed,
    evidence,
  });
  const { answers } = await answersOn(
    overdueHazards,
    [
      row('1', 3, '2026-04-01', null),
      row('2', 1, '2026-06-01', null),
      row('3', 1, '2026-04-01', '2026-04-02'),
      row('4', 1, '2026-04-01', '2026-04-02', '照片'),
    ],
    {},
    { on: '2026-05-01' },
  );
  expect(answers.map(({ values, flag }) => [values['id'], values['pattern'], flag])).toEqual([
    ['1', 'overdue', 1],
    ['2', '', 0],
    ['3', 'closed-without-evidence', 1],
    ['4', '', 0],
    ['', 'index', 0],
  ]);
  expect(answers.at(-1)!.values['index']).toSatisfy(near(9 * (1 - Math.exp(-1))));
});

test('SF-03: a place with many events over a long time is told, one with a single event is not', async () => {
  const quiet = Array.from({ length: 12 }, (_, i) => ({ place: `楼${i}`, events: i % 2, exposure: 10 }));
  const { answers, passedOver } = await answersOn(incidentPlaces, [
    ...quiet,
    { place: '东门', events: 30, exposure: 20 },
    { place: '无', events: 0, exposure: 0 },
  ]);
  expect(answers.filter(({ flag }) => flag === 1).map(({ values }) => values['place'])).toEqual(['东门']);
  expect(passedOver).toEqual([15]);
  const few = await answersOn(incidentPlaces, quiet.slice(0, 3));
  expect(few.answers.every(({ score }) => score === null)).toBe(true);
});
