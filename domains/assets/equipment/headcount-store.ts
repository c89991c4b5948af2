import { type Context, type Id, saves, sql, type Tx } from '@opengoa/kernel';
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

/** People in main posts of these units, each once. */
export function countedIn(units: readonly Id[], { organisation }: Pick<Context, 'organisation'>): number {
  const own = new Set(units);
  const persons = organisation.holdings
    .filter(({ kind, post }) => kind === 'main' && own.has(organisation.post(post)?.unit ?? ''))
    .map(({ person }) => person);
  return new Set(persons).size;
}

/** Whom each institution counts on a day: what was declared last, and what is counted where nothing was. */
export async function staffOfMany(
  tx: Tx,
  institutions: readonly Id[],
  context: Pick<Context, 'organisation' | 'today'>,
): Promise<Map<Id, Staff & { readonly counted: number; readonly units: readonly Id[] }>> {
  const { organisation, today } = context;
  const declared = await tx.rows<Declared>(sql`
    select distinct on (unit_id) unit_id as unit, establishment, actual, seniors, offices, secrecy
      from assets.headcount where unit_id = any (${[...institutions]}::uuid[]) and from_day <= ${today}::date
     order by unit_id, from_day desc`);
  const units = new Map(institutions.map((unit) => [unit, ledgersOf(unit, context)]));
  const rooms = await tx.rows<{ unit: Id; offices: number }>(sql`
    select unit_id as unit, count(*)::int as offices from space_read.room_v1
     where unit_id = any (${[...units.values()].flat()}::uuid[]) and use = 'office' and state = 'in-use' group by unit_id`);
  const offices = new Map(rooms.map((each) => [each.unit, each.offices]));
  return new Map(
    institutions.map((unit) => {
      const said = declared.find((each) => each.unit === unit);
      const own = units.get(unit)!;
      const counted = countedIn(own, context);
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
