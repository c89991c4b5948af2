import { type Context, sql, type Tx } from '@opengoa/kernel';
import { type DayKind, type KindOfDay, plainWeek } from '../methods/hour-series.ts';

/** The nation's calendar as the methods ask for it: a Saturday that 调休 turns into a working day is one. */
export const nationalDays =
  (calendar: Context['calendar']): KindOfDay =>
  (day) => {
    const { kind } = calendar.kindOf(day);
    if (kind === 'weekend') return 'rest-day';
    return kind === 'holiday' ? 'holiday' : 'workday';
  };

/** How each of these calendars takes a day. */
export async function calendarsOf(
  tx: Tx,
  names: Iterable<string>,
  calendar: Context['calendar'],
): Promise<(name: string) => KindOfDay> {
  const own = [...new Set(names)].filter((name) => name !== 'national');
  const rows =
    own.length === 0
      ? []
      : await tx.rows<{ calendar: string; day: string; kind: DayKind }>(
          sql`select calendar, day, kind from energy.calendar_day where calendar = any (${own}::text[])`,
        );
  const kept = new Map(
    own.map((name) => [name, new Map(rows.filter((row) => row.calendar === name).map(({ day, kind }) => [day, kind]))]),
  );
  const national = nationalDays(calendar);
  return (name) => {
    const days = kept.get(name);
    return days === undefined ? national : (day) => days.get(day) ?? plainWeek(day);
  };
}
