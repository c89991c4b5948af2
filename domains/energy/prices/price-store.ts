import { type Id, saves, sql, type Tx } from '@opengoa/kernel';
import { andBefore } from '../known-before.ts';
import { PriceSet } from './contract.ts';
import type { Price } from './price.ts';

/**
 * Prices of these buildings and their meters, in the order they were set.
 * @param knownBefore set before this instant
 */
export const pricesOf = (tx: Tx, buildings: readonly Id[], knownBefore?: Date) =>
  tx.rows<Price>(sql`
    select building_id as building, meter_id as meter, carrier, from_day as "from", to_day as "toExclusive",
           milli_fen::float8 / 1000 as "fenPerUnit", document
      from energy.price where building_id = any (${[...buildings]}::uuid[]) ${andBefore(sql`set_at`, knownBefore)} order by set_at, id`);

export const priceSaves = [
  saves(PriceSet, (tx, { id, object, unit, body }, { now }) =>
    tx.run(sql`
      insert into energy.price (id, unit_id, building_id, meter_id, carrier, from_day, to_day, milli_fen, document, set_at)
      values (${id}, ${unit}, ${object.id}, ${body.meter}, ${body.carrier}, ${body.from}, ${body.toExclusive}, ${Math.round(body.fenPerUnit * 1_000)},
              ${body.document}, ${now})`),
  ),
];
