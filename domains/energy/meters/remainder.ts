import { type Context, type Id, sql, type Tx } from '@opengoa/kernel';

export interface Remainder {
  readonly meter: Id;
  /** Days on which the meter and everything right below it were read. */
  readonly days: number;
  readonly amount: number;
  readonly share: number | null;
  readonly over: boolean;
}

/**
 * 其余: what a meter measured beyond those right below it - a virtual meter, reckoned and never kept. Only days on which all of them were read
 * are compared, so that a gap of one does not look like use of another.
 */
export async function remaindersOf(
  tx: Tx,
  meters: readonly Id[],
  year: number,
  { standards, today }: Pick<Context, 'standards' | 'today'>,
): Promise<Remainder[]> {
  const tolerance = standards.numberOn('energy.submeter-balance', today, []);
  const rows = await tx.rows<{ meter: Id; days: number; own: number; below: number }>(sql`
    with below as (
      select parent_id, id, valid_from, valid_to from energy.meter where parent_id = any (${[...meters]}::uuid[])),
    compared as (
      select p.meter_id, p.day, p.total as own, sum(d.total) as below
        from energy.day p
        join below b on b.parent_id = p.meter_id and b.valid_from <= p.day and (b.valid_to is null or b.valid_to >= p.day)
        left join energy.day d on d.meter_id = b.id and d.day = p.day and d.count > 0
       where p.meter_id = any (${[...meters]}::uuid[]) and p.count > 0 and p.day between ${`${year}-01-01`}::date and ${`${year}-12-31`}::date
       group by p.meter_id, p.day, p.total having count(*) = count(d.meter_id))
    select meter_id as meter, count(*)::int as days, sum(own)::float8 as own, sum(below)::float8 as below from compared group by meter_id`);
  return rows.map(({ meter, days, own, below }) => ({
    meter,
    days,
    amount: (own - below) / 1000,
    share: own === 0 ? null : (own - below) / own,
    over: below > own * (1 + tolerance),
  }));
}
