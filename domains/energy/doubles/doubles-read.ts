import { type Context, type Id, inScope, read, sql, type Tx } from '@opengoa/kernel';
import { addDays } from '@opengoa/kernel/calendar';
import { z } from 'zod';
import { remaindersOf } from '../meters/remainder.ts';
import { statementReaders } from '../statistics/statement-readers.ts';
import { DoublesAnswer } from './contract.ts';
import { type BoundInstrument, type BoundMeter, type BoundPoint, type Double, doublyBound } from './doubly-bound.ts';

interface Looked extends BoundMeter {
  readonly name: string;
  readonly key: string | null;
  readonly buildingName: string;
  readonly unit: Id;
}

/** The last days that are compared, and how many of them must be the same: two buildings do not use the same to a watt-hour for a fortnight. */
const comparedDays = 60;
const leastSame = 14;

/** 重复计量核查: everything of the reader's rights that may be counted twice, with the meters it is about. */
export const doubles = read('energy.doubles', {
  title: { zh: '重复计量核查', en: 'What may be counted twice' },
  query: z.strictObject({}),
  answer: DoublesAnswer,
  who: statementReaders,
  async fetch(tx, _query, context) {
    const { actor, organisation, today } = context;
    const meters = await tx.rows<Looked>(sql`
      select m.id, m.unit_id as unit, m.building_id as building, b.name as "buildingName", m.name, m.carrier, m.kind, m.valid_from as "validFrom",
             m.valid_to as "validTo", i.key
        from energy.meter m
        join energy.building b on (b.node_id, b.id) = (m.node_id, m.building_id)
        left join energy.instrument i on (i.node_id, i.meter_id) = (m.node_id, m.id) and i.to_at is null
       where ${inScope(context, statementReaders, 'm.unit_id')} order by b.name, m.name, m.id`);
    const ids = meters.map(({ id }) => id);
    const instruments = await tx.rows<BoundInstrument>(sql`
      select meter_id as meter, key, (from_at at time zone 'Asia/Shanghai')::date::text as "from", (to_at at time zone 'Asia/Shanghai')::date::text as "to"
        from energy.instrument where meter_id = any (${ids}::uuid[])`);
    const points = await tx.rows<BoundPoint>(sql`
      select (p ->> 'meter')::uuid as meter,
             concat_ws('/', host(g.host), g.port, g.station, p ->> 'functionCode', p ->> 'address') as register
        from energy.gateway g cross join lateral jsonb_array_elements(g.points) as p
       where g.running and (p ->> 'meter')::uuid = any (${ids}::uuid[])`);
    const { last } = await tx.one<{ last: string | null }>(
      sql`select max(day)::text as last from energy.day where meter_id = any (${ids}::uuid[]) and count > 0`,
    );
    const days = last === null ? null : { from: addDays(last, 1 - comparedDays), to: last };
    const found = [
      ...doublyBound(meters, instruments, points, today),
      ...(days === null ? [] : await sameReadings(tx, ids, days)),
      ...(days === null ? [] : await belowOverParent(tx, ids, Number(days.to.slice(0, 4)), context)),
    ];
    const byId = new Map(meters.map((meter) => [meter.id, meter]));
    return {
      unit: actor.unit ?? '',
      looked: meters.length,
      days,
      found: found.map(({ rule, meters: of, days: on }) => ({
        rule,
        days: on,
        meters: of.map((id) => {
          const { name, key, building, buildingName, unit } = byId.get(id)!;
          return { id, name, key, building, buildingName, unitName: organisation.unit(unit)?.name ?? '' };
        }),
      })),
    };
  },
});

/** Two meters of one carrier whose use was the same on every day that both were read. A sub-meter that carries all of its parent is told by the tree. */
const sameReadings = async (
  tx: Tx,
  ids: readonly Id[],
  { from, to }: { readonly from: string; readonly to: string },
): Promise<Double[]> =>
  (
    await tx.rows<{ a: Id; b: Id; days: number }>(sql`
      with used as (
        select d.meter_id, d.day, d.total, m.carrier, m.parent_id from energy.day d join energy.meter m on (m.node_id, m.id) = (d.node_id, d.meter_id)
         where d.meter_id = any (${[...ids]}::uuid[]) and d.day between ${from}::date and ${to}::date and d.count > 0 and d.total > 0),
      alike as (
        select a.meter_id as a, b.meter_id as b, count(*)::int as days
          from used a join used b on (a.day, a.total, a.carrier) = (b.day, b.total, b.carrier) and a.meter_id < b.meter_id
         where a.parent_id is distinct from b.meter_id and b.parent_id is distinct from a.meter_id
         group by a.meter_id, b.meter_id having count(*) >= ${leastSame})
      select a, b, days from alike
       where days = (select count(*) from used x join used y on x.day = y.day where x.meter_id = alike.a and y.meter_id = alike.b) order by a, b`)
  ).map(({ a, b, days }) => ({ rule: 'same-readings', meters: [a, b], days }));

async function belowOverParent(tx: Tx, ids: readonly Id[], year: number, context: Context): Promise<Double[]> {
  const over = (await remaindersOf(tx, ids, year, context)).filter((each) => each.over);
  const below = await tx.rows<{ id: Id; parent: Id }>(sql`
    select id, parent_id as parent from energy.meter where parent_id = any (${over.map(({ meter }) => meter)}::uuid[]) and id = any (${[...ids]}::uuid[])
     order by name, id`);
  return over.map(({ meter, days }) => ({
    rule: 'below-over-parent',
    meters: [meter, ...below.filter(({ parent }) => parent === meter).map(({ id }) => id)],
    days,
  }));
}
