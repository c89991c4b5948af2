import { newId } from '@opengoa/kernel';
import type { House } from '@opengoa/kernel/testing';
import { behind } from './premises.ts';

/** An electricity meter of the energy office with what it read in months (kWh by `YYYY-MM-01`), as if each had come in on its first day; written behind its verbs. */
export const metered = (
  at: Pick<House, 'urls'>,
  unit: string,
  months: Readonly<Record<string, number>>,
  name = '分表',
) =>
  behind(at, async (client) => {
    const [building, meter] = [newId(), newId()];
    await client.query(
      `insert into energy.building (node_id, id, unit_id, name, use, area_m2, station, calendar, work_from_hour, work_to_hour) values (1, $1, $2, $3, 'office', 4000, 'none', 'none', 8, 18)`,
      [building, unit, `${building.slice(-6)}号楼`],
    );
    await client.query(
      `insert into energy.meter (node_id, id, unit_id, building_id, name, carrier, measure, kind, reads, interval_minutes, stamped, valid_from)
       values (1, $1, $2, $3, $4, 'electricity', 'kWh', 'main', 'interval', 60, 'begins', '2020-01-01')`,
      [meter, unit, building, name],
    );
    await client.query(
      `insert into energy.instrument (node_id, id, unit_id, meter_id, key, multiplier) values (1, $1, $2, $3, $4, 1)`,
      [newId(), unit, meter, meter],
    );
    for (const [month, kwh] of Object.entries(months)) {
      const read = [meter, month, unit, Math.round(kwh * 1000)];
      await client.query(
        `insert into energy.month (node_id, meter_id, month, unit_id, total, count, estimated, suspect) values (1, $1, $2, $3, $4, 700, 0, 0)`,
        read,
      );
      await client.query(
        `insert into energy.day (node_id, meter_id, day, unit_id, total, hours, count, estimated, suspect, changed_at)
         values (1, $1, $2, $3, $4, '{}', 24, 0, 0, $2::date + interval '20 hours')`,
        read,
      );
    }
    return { building, meter };
  });
