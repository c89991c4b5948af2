import { type Context, empty, type Id, saves, sql, type Sql, type Tx } from '@opengoa/kernel';
import { dayOf } from '@opengoa/kernel/calendar';
import { basisOf } from './allowance.ts';
import { HeadcountSet, type Staff } from './contract.ts';

interface Declared {
  readonly unit: Id;
  readonly establishment: number;
  readonly actual: number | null;
  readonly seniors: number;
  readonly offices: number | null;
  readonly secrecy: Staff['secrecy'];
}

/** The institution's own ledgers: itself and its divisions, not the institutions below it. */
export function ledgersOf(institution: Id, { organisation }: Pick<Context, 'organisation'>): Id[] {
  return organisation
    .unitsBelow(institution)
    .filter((unit) => unit === institution || organisation.institutionOf(unit)?.id === institution);
}

/**
 * People in main posts of these units, each once.
 * @param holdings who holds which post; the organisation's of today where left out
 */
export function countedIn(
  units: readonly Id[],
  { organisation }: Pick<Context, 'organisation'>,
  holdings: readonly Pick<
    Context['organisation']['holdings'][number],
    'person' | 'post' | 'kind'
  >[] = organisation.holdings,
): number {
  const own = new Set(units);
  const persons = holdings
    .filter(({ kind, post }) => kind === 'main' && own.has(organisation.post(post)?.unit ?? ''))
    .map(({ person }) => person);
  return new Set(persons).size;
}

/** What institutions declared of themselves, as a relation of a query: as it stands, or as the Record had told of it before an instant. */
const headcountsOf = (knownBefore: Date | undefined): Sql =>
  knownBefore === undefined
    ? sql`assets.headcount`
    : sql`(
        select distinct on (f.unit_id, f.body->>'fromDay') f.unit_id, (f.body->>'fromDay')::date as from_day, (f.body->>'establishment')::int as establishment,
               (f.body->>'actual')::int as actual, (f.body->>'seniors')::int as seniors, (f.body->>'offices')::int as offices, f.body->>'secrecy' as secrecy
          from kernel.fact f where f.type = 'assets.HeadcountSet' and f.outcome = 'done' and f.recorded_at < ${knownBefore}
         order by f.unit_id, f.body->>'fromDay', f.recorded_at desc, f.id desc) h`;

/** Institutions that had declared whom they count before an instant. */
export const declaringUnits = (tx: Tx, knownBefore: Date) =>
  tx.rows<{ unit: Id }>(sql`select distinct unit_id as unit from ${headcountsOf(knownBefore)}`);

/** Rooms that the Record knew of before an instant, parts of a room that was split among them. */
const roomsKnown = (knownBefore: Date): Sql => sql`
  and (exists (select from kernel.fact f where f.object_id = room_v1.id and f.outcome = 'done' and f.recorded_at < ${knownBefore})
       or id in (select (p->>'id')::uuid from kernel.fact f cross join lateral jsonb_array_elements(f.body->'into') p
                  where f.type = 'space.RoomSplit' and f.outcome = 'done' and f.recorded_at < ${knownBefore}))`;

/** Who held a main post on a day, as the Record had told of it before an instant: an end that was told later is none yet. */
const mainPostsKnown = (tx: Tx, day: string, knownBefore: Date) =>
  tx.rows<{ person: Id; post: Id; kind: 'main' }>(sql`
    select a.object_id as person, (a.body->>'post')::uuid as post, 'main' as kind
      from kernel.fact a
      left join lateral (
        select (f.body->>'to')::date as ended from kernel.fact f
         where (f.node_id, f.object_id) = (a.node_id, a.object_id) and f.type = 'kernel.AppointmentEnded' and f.body->>'holding' = a.body->>'holding'
           and f.recorded_at < ${knownBefore}
         order by f.recorded_at desc, f.id desc limit 1) e on true
     where a.type = 'kernel.Appointed' and a.outcome = 'done' and a.body->>'kind' = 'main' and a.recorded_at < ${knownBefore}
       and (a.body->>'from')::date <= ${day}::date and coalesce(e.ended, (a.body->>'to')::date, 'infinity'::date) > ${day}::date`);

/**
 * Whom each institution counts on a day: what was declared last, and what is counted where nothing was.
 * @param knownBefore as the Record had told of it before this instant, on the day of that instant; as it stands today where left out
 */
export async function staffOfMany(
  tx: Tx,
  institutions: readonly Id[],
  context: Pick<Context, 'organisation' | 'today'>,
  knownBefore?: Date,
): Promise<Map<Id, Staff & { readonly counted: number; readonly units: readonly Id[] }>> {
  const { organisation } = context;
  const today = knownBefore ? dayOf(knownBefore) : context.today;
  const holdings = knownBefore ? await mainPostsKnown(tx, today, knownBefore) : organisation.holdings;
  const declared = await tx.rows<Declared>(sql`
    select distinct on (unit_id) unit_id as unit, establishment, actual, seniors, offices, secrecy
      from ${headcountsOf(knownBefore)} where unit_id = any (${[...institutions]}::uuid[]) and from_day <= ${today}::date
     order by unit_id, from_day desc`);
  const units = new Map(institutions.map((unit) => [unit, ledgersOf(unit, context)]));
  const rooms = await tx.rows<{ unit: Id; offices: number }>(sql`
    select unit_id as unit, count(*)::int as offices from space_read.room_v1
     where unit_id = any (${[...units.values()].flat()}::uuid[]) and use = 'office' and state = 'in-use'
           ${knownBefore ? roomsKnown(knownBefore) : empty} group by unit_id`);
  const offices = new Map(rooms.map((each) => [each.unit, each.offices]));
  return new Map(
    institutions.map((unit) => {
      const said = declared.find((each) => each.unit === unit);
      const own = units.get(unit)!;
      const counted = countedIn(own, context, holdings);
      const actual = said?.actual ?? counted;
      return [
        unit,
        {
          unit,
          unitName: organisation.unit(unit)?.name ?? '',
          establishment: said?.establishment ?? null,
          actual,
          basis: basisOf(said?.establishment ?? null, actual),
          seniors: said?.seniors ?? 0,
          offices: said?.offices ?? own.reduce((sum, each) => sum + (offices.get(each) ?? 0), 0),
          secrecy: said?.secrecy ?? 'ordinary',
          known: said ? 'declared' : 'counted',
          counted,
          units: own,
        },
      ];
    }),
  );
}

export const staffOf = async (tx: Tx, unit: Id, context: Pick<Context, 'organisation' | 'today'>) =>
  (await staffOfMany(tx, [unit], context)).get(unit)!;

/** How the fact of this folder becomes a row; a day that was set before is set anew. */
export const equipmentSaves = [
  saves(HeadcountSet, (tx, { object, unit, body }, { actor, now }) =>
    tx.run(sql`
      insert into assets.headcount (id, unit_id, from_day, establishment, actual, seniors, offices, secrecy, paper, set_name, set_at)
      values (${object.id}, ${unit}, ${body.fromDay}, ${body.establishment}, ${body.actual}, ${body.seniors}, ${body.offices}, ${body.secrecy},
              ${body.paper}, ${actor.name}, ${now})
      on conflict (node_id, unit_id, from_day) do update
         set establishment = excluded.establishment, actual = excluded.actual, seniors = excluded.seniors, offices = excluded.offices,
             secrecy = excluded.secrecy, paper = excluded.paper, set_name = excluded.set_name, set_at = excluded.set_at`),
  ),
];
