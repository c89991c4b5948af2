import { type Id, newId, sql, type Tx } from '@opengoa/kernel';
import { dayOf } from '@opengoa/kernel/calendar';

/** Before the first change was written down a meter hung where it did since ever. */
const sinceEver = '0001-01-01';

/** Says where a meter hung before its first change; to be called before the register is written. */
export const keepFirstPlace = (tx: Tx, meter: Id, now: Date): Promise<number> =>
  tx.run(sql`
    insert into energy.meter_place (id, unit_id, meter_id, from_day, name, kind, use, parent_id, set_at)
    select ${newId()}, unit_id, id, ${sinceEver}, name, kind, use, parent_id, ${now} from energy.meter m
     where id = ${meter} and not exists (select from energy.meter_place p where p.meter_id = m.id)`);

/** Where it hangs from today on; to be called after the register was written. */
export const addPlace = (tx: Tx, meter: Id, now: Date): Promise<number> =>
  tx.run(sql`
    insert into energy.meter_place (id, unit_id, meter_id, from_day, name, kind, use, parent_id, set_at)
    select ${newId()}, unit_id, id, ${dayOf(now)}, name, kind, use, parent_id, ${now} from energy.meter where id = ${meter}`);
