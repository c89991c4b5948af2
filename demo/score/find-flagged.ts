import { jobActorAtRoots, reading, runJob, type Kernel } from '@opengoa/kernel/host';
import { sql } from '@opengoa/kernel';
import { addDays } from '@opengoa/kernel/calendar';
import { countedBy } from './answer-key.ts';
import type { Flagged } from './judge-score.ts';

const RUN_KITS = 'risk-centre.run-kits';
/** A year is asked as one long period where a month is too short to say anything. */
const overTheYear = ['vehicles/holiday-use', 'energy/use-over-baseline'];

/** Runs every kit, or some, over the year as the nightly job does: month by month, and over the whole where the method needs it. */
export async function runYear(
  kernel: Kernel,
  from: string,
  toExclusive: string,
  progress: (line: string) => void,
  /** Only these; all of them where nothing is said. */
  kits?: readonly string[],
): Promise<void> {
  const { signal } = new AbortController();
  for (const [begin, end] of monthsOf(from, toExclusive)) {
    const period = [begin, end];
    if (kits) for (const kit of kits) await runJob(kernel, RUN_KITS, { signal, asked: { kit, period } });
    else await runJob(kernel, RUN_KITS, { signal, asked: { period } });
    progress(`  ${begin} … ${end}`);
  }
  for (const kit of overTheYear.filter((each) => kits?.includes(each) ?? true))
    await runJob(kernel, RUN_KITS, { signal, asked: { kit, period: [from, toExclusive] } });
}

export function monthsOf(from: string, toExclusive: string): [string, string][] {
  const months: [string, string][] = [];
  for (let begin = from; begin < toExclusive;) {
    const next = `${addDays(`${begin.slice(0, 7)}-28`, 4).slice(0, 7)}-01`;
    const end = next < toExclusive ? next : toExclusive;
    months.push([begin, end]);
    begin = end;
  }
  return months;
}

interface Row {
  readonly kit: string;
  readonly subject: string;
  readonly name: string;
  readonly month: string;
  readonly rule: string;
  readonly said: string;
  /** The first row that is shown for it. */
  readonly key: string;
}

/** Everything that was flagged about the city's own vehicles, meters, buildings and things. What stood in the town before is not in the key. */
export async function findFlagged(
  kernel: Kernel,
  knows: (question: string) => boolean,
  /** Of things bought before, nobody knows what lay idle then: asked about is the year that begins on this day. */
  from = '0001-01-01',
): Promise<readonly Flagged[]> {
  const actor = jobActorAtRoots('demo-score', kernel.registers.organisation(''));
  const read = <T>(room: string, text: ReturnType<typeof sql>) =>
    reading(kernel, { actor, who: ['job'], room }, (tx) => tx.rows<T>(text)) as Promise<T[]>;
  const rows = await read<Row>(
    'risk-centre',
    sql`select s.kit, coalesce(s.verdict->'subject'->>'id', f.subject_id) as subject, coalesce(s.verdict->'subject'->>'name', f.subject_name) as name, to_char(s.period_from, 'YYYY-MM') as month,
               coalesce(s.verdict->>'rule', '') as rule, coalesce(s.verdict->'explanation'->>'zh', '') as said,
               coalesce(s.verdict->'evidence'->0->>'key', '') as key
          from risk_centre.signal s join risk_centre.finding f on (f.node_id, f.id) = (s.node_id, s.finding_id)
         where s.kit not like 'assets/%' or s.period_from >= ${from}::date`,
  );
  const trips = new Map(
    (
      await read<{ id: string; plate: string; at: number }>(
        'vehicles',
        sql`select id::text as id, plate, (extract(epoch from departed_at) / 60)::int as at from vehicles.trip where departed_at is not null`,
      )
    ).map(({ id, plate, at }) => [id, `${plate} ${at}`]),
  );
  const meters = new Map(
    (
      await read<{ id: string; key: string }>(
        'energy',
        sql`select distinct on (meter_id) meter_id::text as id, key from energy.instrument where key is not null order by meter_id, from_at nulls first`,
      )
    ).map(({ id, key }) => [id, key]),
  );
  // Of things: the number of each card, and the item or class that a card or a purchase is of.
  const cards = await read<{ id: string; number: string; of: string }>(
    'assets',
    sql`select id::text as id, number, coalesce(assets.equipment_of(item, class), class) as of from assets.card`,
  );
  const numbers = new Map(cards.map(({ id, number }) => [id, number]));
  const kinds = new Map([
    ...cards.map(({ id, of }) => [id, of] as const),
    ...(
      await read<{ id: string; of: string }>(
        'assets',
        sql`select purchase_id::text as id, left(class, 5) as of from assets.purchase_line where position = 0`,
      )
    ).map(({ id, of }) => [id, of] as const),
  ]);
  const questionOf = ({ kit, subject, name, month, key }: Row): string => {
    const counted = countedBy[kit];
    if (counted === 'trip') return trips.get(subject) ?? subject;
    if (counted === 'meter') return meters.get(subject) ?? subject;
    if (counted === 'card') return numbers.get(subject) ?? subject;
    if (counted === 'unit-class') return `${name} ${kinds.get(key) ?? key}`;
    // The rooms of a lease stand behind the name of who has them.
    if (counted === 'lease') return name.split('（')[0]!;
    return counted === 'vehicle-month' ? `${name} ${month}` : name;
  };
  return rows
    .map((row) => ({ kit: row.kit, question: questionOf(row), rule: row.rule, said: row.said }))
    .filter(({ question }) => knows(question));
}
