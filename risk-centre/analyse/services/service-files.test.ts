import { expect, test } from 'vitest';
import examples from '../../methods/services/worked-examples.json' with { type: 'json' };
import { near } from '../../methods/worked-examples.ts';
import { answersOn } from '../run-on-rows.ts';
import { deskWaiting } from './desk-waiting.ts';
import { requestsInTime } from './requests-in-time.ts';
import { satisfaction } from './satisfaction.ts';
import { seldomAskedFor } from './seldom-asked-for.ts';

test('SV-02: what is open is judged by its class, what is over is over, and a class without precedent is insufficient data', async () => {
  const closed = Array.from({ length: 10 }, (_, i) => ({
    id: `c${i}`,
    class: '报修',
    opened: '2026-05-01',
    closed: `2026-05-${String(3 + i).padStart(2, '0')}`,
    limit: 5,
  }));
  const open = (id: string, opened: string, kind = '报修') => ({ id, class: kind, opened, closed: null, limit: 5 });
  const { answers } = await answersOn(
    requestsInTime,
    [...closed, open('young', '2026-05-19'), open('over', '2026-05-01'), open('rare', '2026-05-19', '其他')],
    {},
    { on: '2026-05-20' },
  );
  const of = (id: string) => answers.find(({ values }) => values['id'] === id)!;
  expect(of('over')).toMatchObject({ score: 1, flag: 1 });
  expect(of('rare').score).toBeNull();
  // Seven of ten took longer than five days, none closed within one, and one open that long is counted.
  expect(of('young').score).toBeGreaterThan(0.5);
  expect(of('c9')).toMatchObject({ score: 1, flag: 0 });
});

test('SV-03: a desk by its queue; more work than places is told and not left out', async () => {
  const { input, expected } = examples['service.erlang_c'];
  const desk = { period: '', arrivals: input.arrivals_per_hour, minutes: input.minutes_each };
  const { answers } = await answersOn(deskWaiting, [
    { ...desk, desk: '一号', staff: input.staff },
    { ...desk, desk: '二号', staff: 2 },
    { ...desk, desk: '三号', staff: 8 },
  ]);
  expect(answers[0]!.values['waiting']).toSatisfy(near(expected.P_wait));
  expect(answers.map(({ flag }) => flag)).toEqual([0, 1, 0]);
});

test('SV-04: silence bounds what a rate says, and a fall is told beyond chance alone', async () => {
  const row = (period: string, asked: number, answered: number, satisfied: number) => ({
    service: '维修',
    period,
    asked,
    answered,
    satisfied,
  });
  const { answers, passedOver } = await answersOn(satisfaction, [
    row('2026-01', 200, 60, 54),
    row('2026-02', 200, 60, 52),
    row('2026-03', 200, 60, 25),
    row('2026-04', 200, 0, 0),
    row('2026-05', 200, 10, 11),
  ]);
  expect(answers.map(({ flag, score }) => (score === null ? null : flag))).toEqual([0, 0, 1, null]);
  expect(answers[0]!.values).toMatchObject({ lowest: 0.27, highest: 0.97 });
  expect(passedOver).toEqual([6]);
});

test('SV-01: months without a row are months without demand', async () => {
  const { input, expected } = examples['service.croston'];
  const month = (i: number) => `2026-${String(i + 1).padStart(2, '0')}`;
  const rows = input.y.flatMap((demand, i) => [
    { item: '纸', period: month(i), demand: 1 },
    ...(demand > 0 ? [{ item: '阀', period: month(i), demand }] : []),
  ]);
  const { answers } = await answersOn(seldomAskedFor, rows, {}, { smoothing: String(input.alpha) });
  const valve = answers.find(({ values }) => values['item'] === '阀')!;
  expect(valve.values['forecast']).toSatisfy(near(expected.sba));
});
