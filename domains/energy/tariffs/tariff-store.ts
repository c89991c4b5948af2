import { saves, sql, type Tx } from '@opengoa/kernel';
import { TariffSet } from './contract.ts';
import { hoursOfSeasons, letters, type Tariff } from './tariff.ts';

/** Every tariff of the node, in the order of their days and of their being said. */
export const allTariffs = (tx: Tx) =>
  tx.rows<Tariff>(sql`
    select unit_id as unit, from_day::text as "from", hours, milli_fen as "milliFen", document from energy.tariff order by from_day, set_at, id`);

export const tariffSaves = [
  saves(TariffSet, (tx, { id, unit, body }, { now }) => {
    const made = hoursOfSeasons(body.seasons);
    const hours = 'hours' in made ? [...made.hours] : [];
    const milliFen = Object.fromEntries(
      body.prices.map(({ band, fenPerKwh }) => [letters[band], Math.round(fenPerKwh * 1000)]),
    );
    return tx.run(sql`
      insert into energy.tariff (id, unit_id, from_day, hours, milli_fen, document, set_at)
      values (${id}, ${unit}, ${body.from}, ${hours}::text[], ${JSON.stringify(milliFen)}::jsonb, ${body.document}, ${now})`);
  }),
];
