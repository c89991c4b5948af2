import { type Id, saves, sql, type Tx } from '@opengoa/kernel';
import { KitchenWasteRecorded } from './contract.ts';
import type { WasteMonth } from './waste-figures.ts';

export interface KeptWaste extends WasteMonth {
  readonly id: Id;
  readonly document: string;
}

const columns = sql`id, canteen, to_char(month, 'YYYY-MM') as month, (waste_g / 1000.0)::float8 as "wasteKg", meals, people, document`;

/** A month of a canteen, locked; undefined where nothing was said of it. */
export const lockWaste = (tx: Tx, unit: Id, canteen: string, month: string) =>
  tx.maybe<KeptWaste>(sql`
    select ${columns} from energy.kitchen_waste where unit_id = ${unit} and canteen = ${canteen} and month = ${`${month}-01`}::date for update`);

/** Two years of a unit's canteens, up to the end of `year`. */
export const wasteBy = (tx: Tx, unit: Id, year: number) =>
  tx.rows<KeptWaste>(sql`
    select ${columns} from energy.kitchen_waste
     where unit_id = ${unit} and month between ${`${year - 1}-01-01`}::date and ${`${year}-12-31`}::date order by canteen, month`);

export const wasteSaves = [
  saves(KitchenWasteRecorded, (tx, { object, unit, body }, { now }) =>
    tx.run(sql`
      insert into energy.kitchen_waste as k (id, unit_id, canteen, month, waste_g, meals, people, document, set_at)
      values (${object.id}, ${unit}, ${body.canteen}, ${`${body.month}-01`}, ${Math.round(body.wasteKg * 1_000)}, ${body.meals}, ${body.people},
              ${body.document}, ${now})
      on conflict (node_id, unit_id, canteen, month) do update
         set waste_g = excluded.waste_g, meals = excluded.meals, people = excluded.people, document = excluded.document, set_at = excluded.set_at,
             version = k.version + 1`),
  ),
];
