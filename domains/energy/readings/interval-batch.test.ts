import { describe, expect, test } from 'vitest';
import type { Instrument, Meter } from '../meters/meter.ts';
import { heldInstants, prepareSeries } from './interval-batch.ts';

const meter: Pick<Meter, 'reads' | 'intervalMinutes' | 'stamped' | 'validFrom' | 'validTo'> = {
  reads: 'interval',
  intervalMinutes: 15,
  stamped: 'begins',
  validFrom: '2024-01-01',
  validTo: null,
};
const one: Instrument = {
  id: 'i',
  meter: 'm',
  key: null,
  multiplier: 1,
  from: null,
  to: null,
  first: null,
  last: null,
};
const rules = { nowMs: Date.parse('2024-06-01T00:00:00+08:00'), lateBeforeMs: null };
const at = (clock: string, day = '2024-03-01') => `${day}T${clock}:00+08:00`;

describe('一批时段读数', () => {
  test('quarters become hours, at the resolution of a thousandth', () => {
    const { days, columns } = prepareSeries(
      meter,
      [one],
      [
        { at: at('08:00'), value: 0.1 },
        { at: at('08:15'), value: 0.2 },
        { at: at('09:00'), value: 12.300000190734863 },
      ],
      rules,
    );
    expect(columns.value).toEqual([100, 200, 12_300]);
    expect(days).toMatchObject([{ total: 12_600, count: 3 }]);
    expect(days[0]!.hours.slice(7, 10)).toEqual([null, 300, 12_300]);
  });

  test('SEC-IN-11 an instant written in another zone lands on its Shanghai day', () => {
    const { days } = prepareSeries(meter, [one], [{ at: '2024-03-01T17:00:00Z', value: 1 }], rules);
    expect(days[0]!.hours[1]).toBe(1000);
    expect(days[0]!.dayNumber).toBe(19_784);
  });

  test('a meter that stamps the end: midnight closes the day before', () => {
    const { days } = prepareSeries(
      { ...meter, stamped: 'ends' },
      [one],
      [{ at: at('00:00', '2024-03-02'), value: 1 }],
      rules,
    );
    expect(days).toMatchObject([{ dayNumber: 19_783 }]);
    expect(days[0]!.hours[23]).toBe(1000);
  });

  test('the multiplier is that of the instrument that stood there', () => {
    const instruments = [
      { ...one, multiplier: 10, to: new Date(at('12:00')) },
      { ...one, multiplier: 20, from: new Date(at('12:00')) },
    ];
    const { days, columns } = prepareSeries(
      meter,
      instruments,
      [
        { at: at('11:45'), value: 1 },
        { at: at('12:00'), value: 1 },
      ],
      rules,
    );
    expect(days[0]!.hours.slice(11, 13)).toEqual([10_000, 20_000]);
    expect(columns.value).toEqual([1000, 1000]);
  });

  test('SEC-TE-04 doubtful readings in a row are one stretch, and no total knows them', () => {
    const { days, doubts, lastCounted } = prepareSeries(
      { ...meter, validTo: '2024-03-31' },
      [one],
      [
        { at: at('10:15'), value: -2 },
        { at: at('10:00'), value: -1 },
        { at: at('11:00'), value: -3 },
        { at: at('09:00'), value: 4, estimated: true },
        { at: at('09:00', '2024-04-01'), value: 4 },
        { at: at('09:00', '2024-07-01'), value: 4 },
      ],
      { ...rules, lateBeforeMs: Date.parse(at('08:00')) },
    );
    expect(doubts.map(({ rule, count, value }) => [rule, count, value])).toEqual([
      ['negative', 2, -1000],
      ['negative', 1, -3000],
      ['not-in-service', 1, 4000],
      ['future', 1, 4000],
    ]);
    expect(days[0]).toMatchObject({ total: 4000, count: 1, estimated: 1, suspect: 3 });
    expect(lastCounted).toBe(Date.parse(at('09:00')));
  });

  test('SEC-TE-03 late is what lies before the window of whoever sends', () => {
    const late = prepareSeries(meter, [one], [{ at: at('07:00'), value: 1 }], {
      ...rules,
      lateBeforeMs: Date.parse(at('08:00')),
    });
    expect(late.doubts).toMatchObject([{ rule: 'late' }]);
    expect(prepareSeries(meter, [one], [{ at: at('07:00'), value: 1 }], rules).doubts).toEqual([]);
  });
});

test('the instants of a batch: neighbours in the rhythm are one range, holes and other instants are their own', () => {
  const ms = (clock: string) => Date.parse(at(clock));
  const quarters = ['08:30', '08:00', '08:15', '08:15', '09:00', '09:07'].map(ms);
  const z = (clock: string) => new Date(ms(clock)).toISOString();
  expect(heldInstants(quarters, 15 * 60_000)).toBe(
    `{[${z('08:00')},${z('08:30')}],[${z('09:00')},${z('09:00')}],[${z('09:07')},${z('09:07')}]}`,
  );
  expect(heldInstants([ms('08:00'), ms('08:15')], 0)).toBe(
    `{[${z('08:00')},${z('08:00')}],[${z('08:15')},${z('08:15')}]}`,
  );
  expect(heldInstants([], 0)).toBe('{}');
});
