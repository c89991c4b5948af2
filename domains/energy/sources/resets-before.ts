import { empty, type Id, sql, type Tx } from '@opengoa/kernel';
import { addDays, dayOf, instantAt } from '@opengoa/kernel/calendar';
import { buildingsBefore } from '../buildings/buildings-before.ts';
import { recordedBefore } from '../known-before.ts';
import { metersBefore } from '../meters/meters-before.ts';
import { fromThousandths } from '../meters/meter.ts';
import { dayOf as dayOfNumber } from '../methods/hour-series.ts';
import { DoubtDecided } from '../readings/contract.ts';
import { registersBefore } from '../readings/registers-before.ts';
import { type Fallen, readingsAfter, usualDays } from './fallen.ts';

/** Falls that somebody had left out for good before an instant, by meter and moment. */
async function leftOutBefore(tx: Tx, meters: readonly Id[], knownBefore: Date): Promise<ReadonlySet<string>> {
  const rows = await tx.rows<{ meter: Id; at: Date }>(sql`
    select d.meter_id as meter, d.from_at as at from energy.doubt d
     where d.meter_id = any (${[...meters]}::uuid[]) and d.rule = 'register-falls'
       and (d.state = 'left-out' and d.decided_at < ${knownBefore} or exists (
         select from kernel.fact f
          where (f.node_id, f.object_id) = (d.node_id, d.meter_id) and f.type = ${DoubtDecided.name} and (f.body ->> 'doubt')::uuid = d.id
            and ${recordedBefore(knownBefore)}))`);
  return new Set(rows.map(({ meter, at }) => `${meter} ${at.getTime()}`));
}

/** First open falls as they were known before an instant: what fell by the readings, the corrections and the exchanges entered until then. */
export async function fallenBefore(
  tx: Tx,
  [from, toExclusive]: readonly [string, string],
  only: readonly Id[] | undefined,
  knownBefore: Date,
): Promise<Fallen[]> {
  // Whatever was explained since, a register that fell once has kept its doubt.
  const everFell = sql`exists (select from energy.doubt d where d.meter_id = m.id and d.rule = 'register-falls')
    ${only ? sql`and m.id = any (${only}::uuid[])` : empty}`;
  const meters = await metersBefore(tx, everFell, knownBefore);
  const ids = meters.map(({ id }) => id);
  const registers = await registersBefore(tx, meters, knownBefore);
  const leftOut = await leftOutBefore(tx, ids, knownBefore);
  const buildings = new Map(
    (
      await buildingsBefore(
        tx,
        meters.map(({ building }) => building),
        knownBefore,
      )
    ).map((each) => [each.id, each]),
  );
  const [begins, ends] = [instantAt(from, 0).getTime(), instantAt(toExclusive, 0).getTime()];
  return meters
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap(({ id, unit, name, building, measure, digits }): Fallen[] => {
      const { readings, falls, days } = registers.get(id)!;
      const at = falls.find((ms) => !leftOut.has(`${id} ${ms}`));
      const fallen = readings.find((each) => each.at === at);
      const counted = readings.filter((each) => !each.apart && !falls.includes(each.at));
      const before = counted.findLast((each) => at !== undefined && each.at < at);
      if (at === undefined || at >= ends || !fallen || !before) return [];
      if (!readings.some((each) => each.at >= begins && each.at < ends)) return [];
      const beforeDay = dayOf(new Date(before.at));
      const usual = days
        .map((day) => ({ day: dayOfNumber(day.dayNumber), total: day.total }))
        .filter(({ day }) => day < beforeDay && day >= addDays(beforeDay, -usualDays));
      return [
        {
          meter: id,
          unit,
          name,
          building: buildings.get(building)!.name,
          measure,
          digits,
          at: new Date(at),
          day: dayOf(new Date(at)),
          register: fromThousandths(fallen.value),
          beforeDay,
          before: fromThousandths(before.value),
          after: readings
            .filter((each) => each.at > at && each.at < ends)
            .slice(0, readingsAfter)
            .map((each) => ({ day: dayOf(new Date(each.at)), register: fromThousandths(each.value) })),
          usual:
            usual.length < usualDays / 2
              ? null
              : fromThousandths(usual.reduce((sum, { total }) => sum + total, 0)) / usualDays,
        },
      ];
    });
}
