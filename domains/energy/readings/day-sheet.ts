import { addDays } from '@opengoa/kernel/calendar';
import { sheet, type SheetColumn } from '@opengoa/kernel/exchange';

/** Minutes of the day that a column may stand for: every quarter, and the midnight that ends the day. */
const minutes = Array.from({ length: 97 }, (_, n) => n * 15);
const two = (n: number) => String(n).padStart(2, '0');
const clock = (minute: number) => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
const columnOf = (minute: number) => `t${clock(minute).replace(':', '')}`;

const timeColumns = Object.fromEntries(
  minutes.map((minute): [string, SheetColumn] => {
    const hour = Math.floor(minute / 60);
    const whole = minute % 60 === 0;
    const short = `${hour}:${two(minute % 60)}`;
    return [
      columnOf(minute),
      {
        type: 'decimal',
        title: { zh: clock(minute), en: `at ${clock(minute)}` },
        decimals: 3,
        min: -1_000_000_000,
        max: 1_000_000_000,
        aliases: [
          ...(short === clock(minute) ? [] : [short]),
          `${clock(minute)}:00`,
          ...(whole ? [`${hour}时`, `${hour}点`, `H${two(hour)}`] : []),
        ],
        ...(minute === 0
          ? {
              note: {
                zh: '该时刻的读数；各列按需保留，空白即未读',
                en: 'what was read at that time; keep the columns you need, blank is not read',
              },
            }
          : {}),
      },
    ];
  }),
);

/**
 * 逐日读数 as a sheet: one row a meter and day, one column a time, as collecting systems export load curves. What a value means (use in the interval,
 * or the register) and whether its time begins or ends the interval is as the meter is registered. A row sent again fills what was blank; a value
 * that differs from what is kept is refused and corrected one by one.
 */
export const daySheet = sheet({
  kind: 'energy.day-reading',
  title: { zh: '逐日读数', en: 'Readings by day' },
  key: ['key', 'day'],
  columns: {
    key: {
      type: 'text',
      title: { zh: '表号', en: 'Number' },
      required: true,
      maxLength: 80,
      example: 'LJ-0001',
      aliases: ['meter_id', '表计编号', '电表号', '测点'],
    },
    day: {
      type: 'day',
      title: { zh: '日期', en: 'Day' },
      required: true,
      example: '2026-03-01',
      aliases: ['date', '数据日期'],
    },
    ...timeColumns,
  },
  verb: 'energy.receive-readings',
  input(row) {
    const { key, day, ...cells } = row as Readonly<Record<string, unknown>>;
    const readings = minutes.flatMap((minute) => {
      const value = cells[columnOf(minute)];
      if (typeof value !== 'number') return [];
      const at =
        minute === 1440 ? `${addDays(String(day), 1)}T00:00:00+08:00` : `${String(day)}T${clock(minute)}:00+08:00`;
      return [{ at, value }];
    });
    return { meters: [{ key, readings }], refuseDifferent: true };
  },
});
