import { empty, type Id, type RiskCase, type RiskSource, sql, type Tx } from '@opengoa/kernel';
import { addDays, daysBetween } from '@opengoa/kernel/calendar';
import { MeterRead, ReadingCorrected } from '../readings/contract.ts';
import type { ReadingResetInputs } from '../risks/reading-reset/risk.ts';
import { registersAsKnown } from './as-known-words.ts';
import { type Fallen, readingsAfter, usualDays } from './fallen.ts';
import { fallenBefore } from './resets-before.ts';

/** First open falls as they stand: what an exchange or a correction explained is no longer open. */
const fallenNow = (
  tx: Tx,
  [from, toExclusive]: readonly [string, string],
  only: readonly Id[] | undefined,
): Promise<Fallen[]> =>
  tx.rows<Fallen>(sql`
    with first_fall as (
      select meter_id, min(from_at) as at from energy.doubt
       where rule = 'register-falls' and state = 'open' and from_at < ${toExclusive}::date::timestamp at time zone 'Asia/Shanghai' group by meter_id)
    select m.id as meter, m.unit_id as unit, m.name, b.name as building, m.measure, m.digits, f.at,
           (f.at at time zone 'Asia/Shanghai')::date::text as day, r.value / 1000.0::float8 as register,
           (p.at at time zone 'Asia/Shanghai')::date::text as "beforeDay", p.value / 1000.0::float8 as before,
           (select coalesce(json_agg(json_build_object('day', (n.at at time zone 'Asia/Shanghai')::date::text, 'register', n.value / 1000.0::float8) order by n.at), '[]')
              from (select at, value from energy.register where meter_id = m.id and at > f.at
                       and at < ${toExclusive}::date::timestamp at time zone 'Asia/Shanghai' order by at limit ${readingsAfter}) n) as after,
           (select (sum(d.total) / 1000.0 / ${usualDays})::float8 from energy.day d
             where d.meter_id = m.id and d.day < (p.at at time zone 'Asia/Shanghai')::date
               and d.day >= (p.at at time zone 'Asia/Shanghai')::date - ${usualDays}::int having count(*) >= ${usualDays} / 2) as usual
      from first_fall f
      join energy.meter m on m.id = f.meter_id
      join energy.building b on (b.node_id, b.id) = (m.node_id, m.building_id)
      join energy.register r on r.meter_id = m.id and r.at = f.at
      join lateral (select at, value from energy.register where meter_id = m.id and at < f.at and quality <> 2 order by at desc limit 1) p on true
     where exists (select 1 from energy.register n where n.meter_id = m.id and n.at >= ${from}::date::timestamp at time zone 'Asia/Shanghai'
                                                     and n.at < ${toExclusive}::date::timestamp at time zone 'Asia/Shanghai')
       ${only ? sql`and m.id = any (${only}::uuid[])` : empty}
     order by m.id`);

/**
 * Every meter whose register fell before the period's end and is still unexplained: its first open fall, with the last reading that counts and
 * those that followed. A fall that an exchange or a correction explained is no longer open.
 */
export const readingReset: RiskSource = {
  kit: 'reading-reset',
  // A batch of many meters is looked at by night.
  looksAgain: { of: [MeterRead.name, ReadingCorrected.name], at: ({ objectId }) => objectId },
  asKnown: registersAsKnown,
  async gather(tx, [from, toExclusive], _context, only, knownBefore) {
    const rows = knownBefore
      ? await fallenBefore(tx, [from, toExclusive], only, knownBefore)
      : await fallenNow(tx, [from, toExclusive], only);
    return rows.map((each): RiskCase => ({
      subject: { kind: 'meter', id: each.meter, name: `${each.building}${each.name}` },
      unit: each.unit,
      inputs: {
        measure: each.measure,
        digits: each.digits,
        before: { day: each.beforeDay, register: each.before },
        fallen: { day: each.day, register: each.register },
        after: each.after,
        daysSince: daysBetween(each.day, toExclusive),
        usualPerDay: each.usual,
      } satisfies ReadingResetInputs,
      period: [each.day, addDays(each.day, 1)],
      opens: `/energy/meters/${each.meter}`,
    }));
  },
};
