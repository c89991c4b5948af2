import { sql, type Tx } from '@opengoa/kernel';
import { addDays, instantAt } from '@opengoa/kernel/calendar';
import { hourMs } from '../readings/local-time.ts';
import { WeatherReceived } from './contract.ts';

/** What one batch told of a station: from its first hour to its last, in milliseconds. */
interface Told {
  readonly station: string;
  readonly from: number;
  readonly to: number;
  readonly readings: number;
  readonly before: boolean;
}

export type IsTold = (station: string, ms: number) => boolean;

/**
 * Which hours from a day on were told before an instant. A temperature has no time of entry, its batch has one on the Record, with its first hour, its
 * last and their number: a batch without a gap told each of its hours. Of one with gaps that is sure only where no later batch reaches.
 */
export async function hoursToldBefore(tx: Tx, from: string, knownBefore: Date): Promise<IsTold> {
  const begins = instantAt(from, 0);
  const rows = await tx.rows<Told>(sql`
    select f.body ->> 'station' as station, (extract(epoch from (f.body ->> 'from')::timestamptz) * 1000)::bigint as "from",
           (extract(epoch from (f.body ->> 'to')::timestamptz) * 1000)::bigint as "to", (f.body ->> 'readings')::int as readings,
           f.recorded_at < ${knownBefore} as before
      from kernel.fact f
     where f.type = ${WeatherReceived.name} and f.outcome = 'done' and f.id >= ${leastIdAt(instantAt(addDays(from, -1), 0))}::uuid
       and (f.body ->> 'to')::timestamptz >= ${begins}`);
  const byStation = Map.groupBy(rows, ({ station }) => station);
  return (station, ms) => {
    const telling = (byStation.get(station) ?? []).filter((told) => told.from <= ms && ms <= told.to);
    return (
      telling.some((told) => told.before && isWhole(told)) ||
      (telling.length > 0 && telling.every(({ before }) => before))
    );
  };
}

const isWhole = ({ from, to, readings }: Told): boolean => readings === (to - from) / hourMs + 1;

/** Facts are keyed by the time they were made, and no hour is told before it begins: the Record is read from there on, and not the whole of it. */
function leastIdAt(at: Date): string {
  const hex = at.getTime().toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
}
