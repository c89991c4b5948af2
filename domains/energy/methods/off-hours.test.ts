import { expect, test } from 'vitest';
import { type KindOfDay, plainWeek } from './hour-series.ts';
import { offHoursUse } from './off-hours.ts';
import { examples, near, found } from './worked-examples.ts';

const { input, expected } = examples['energy.off_hours'];

/** Weeks of the worked building from a Monday. */
function weeks(count: number, change: (kwh: number, day: number, hour: number) => number | null = (kwh) => kwh) {
  return Array.from({ length: count * 168 }, (_, i) => {
    const day = Math.floor(i / 24);
    return change(day % 7 < 5 ? input.weekday_kW_by_hour[i % 24]! : input.weekend_kW, day, i % 24);
  });
}
const settings = { kindOfDay: plainWeek, workFromHour: input.work_hours[0]!, workToHour: input.work_hours[1]! };

test('the worked week shows its share and its night', () => {
  const use = found(offHoursUse({ startsOn: '2024-01-01', electricityKwh: weeks(4) }, settings));
  expect(use.offHoursShare).toSatisfy(near(expected.off_hours_share_of_week));
  expect(use.baseRatio).toSatisfy(near(expected['night_base_ratio(median 00-05 / mean 09-17)']));
  expect(use.holidayIndex).toBeNull();
});

const movedDays: KindOfDay = (day) =>
  day === '2024-01-06' ? 'workday' : day === '2024-01-09' ? 'holiday' : plainWeek(day);

test('a worked Saturday is not outside working hours, a holiday Tuesday is', () => {
  const plain = found(offHoursUse({ startsOn: '2024-01-01', electricityKwh: weeks(4) }, settings));
  const moved = found(
    offHoursUse({ startsOn: '2024-01-01', electricityKwh: weeks(4) }, { ...settings, kindOfDay: movedDays }),
  );
  const workdayHours = input.weekday_kW_by_hour.slice(8, 18).reduce((sum, kwh) => sum + kwh, 0);
  expect(moved.offHoursKwh - plain.offHoursKwh).toSatisfy(near(workdayHours - 10 * input.weekend_kW));
  expect(moved.holidayIndex).toSatisfy(
    near(input.weekday_kW_by_hour.reduce((sum, kwh) => sum + kwh, 0) / 24 / input.weekend_kW),
  );
});

test('27 days are too few, and a building without use by day is not judged', () => {
  expect(offHoursUse({ startsOn: '2024-01-01', electricityKwh: weeks(4).slice(24) }, settings).status).toBe(
    'insufficient_data',
  );
  const dark = weeks(4, (kwh, _day, hour) => (hour >= 8 ? 0 : kwh));
  expect(offHoursUse({ startsOn: '2024-01-01', electricityKwh: dark }, settings).status).toBe('insufficient_data');
});
