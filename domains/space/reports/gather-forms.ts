import { type Context, type Id, sql, type Tx } from '@opengoa/kernel';
import { postsOn } from '../quota/gather-quota.ts';
import { gatherSeated } from '../what-if/gather-seated.ts';
import { tryCaps } from '../what-if/try-caps.ts';
import type { Forms } from './contract.ts';
import { type BuildingKnown, drawForms, type RoomOnDay, type UnitKnown } from './draw-forms.ts';

/**
 * The forms of a unit and all below it, from the ledger as it was on a day: whose each room was by its periods, posts and quotas of the day. Areas and
 * uses are those the ledger has now, since it keeps no older ones.
 */
export async function gatherForms(
  tx: Tx,
  { unit: root, day, year }: { readonly unit: Id; readonly day: string; readonly year: number },
  context: Pick<Context, 'organisation' | 'standards'>,
): Promise<Forms> {
  const { organisation } = context;
  const below = organisation.unitsBelow(root);
  const institution = (unit: Id): Id => organisation.institutionOf(unit)?.id ?? unit;

  const rooms = await tx.rows<Omit<RoomOnDay, 'user'> & { user: Id | null }>(sql`
    select r.building_id as building, r.area_m2::float8 as "areaM2", split_part(r.use, '-', 1) as "group",
           case when t.kind is null and r.state <> space.idle_state(r.use) and not exists (
                       select 1 from space.tenure x where (x.node_id, x.room_id) = (r.node_id, r.id)) then r.unit_id
                when t.kind in ('allotted', 'lent') then t.unit_id end as "user",
           coalesce(t.kind = 'lent', false) as borrowed,
           case when r.state in ('in-use', 'vacant') then case when t.kind in ('allotted', 'lent') then 'in-use' else space.idle_state(r.use) end
                else r.state end as state
      from space.room r
      join space.building b on (b.node_id, b.id) = (r.node_id, r.building_id)
      left join space.tenure t on (t.node_id, t.room_id) = (r.node_id, r.id) and t.from_day <= ${day}::date and (t.to_day is null or t.to_day > ${day}::date)
     where (b.unit_id = any (${below}::uuid[]) or r.unit_id = any (${below}::uuid[])) and r.state <> 'disposed'`);
  const buildings = await tx.rows<Omit<BuildingKnown, 'keeperName'> & { unit: Id }>(sql`
    select b.id as building, b.unit_id as unit, b.name, b.address, b.form, b.built_year as "builtYear", b.gross_area_m2::float8 as "grossM2"
      from space.building b
     where b.state <> 'disposed' and (b.unit_id = any (${below}::uuid[]) or exists (
             select 1 from space.room r where (r.node_id, r.building_id) = (b.node_id, b.id) and r.unit_id = any (${below}::uuid[])))
     order by b.name, b.id`);
  const quotas = await tx.rows<{ unit: Id; quotaM2: number }>(sql`
    select distinct on (unit_id) unit_id as unit, basic_m2::float8 as "quotaM2" from space.quota
     where struck is null and from_day <= ${day}::date and unit_id = any (${below}::uuid[]) order by unit_id, from_day desc`);
  const posts = await postsOn(tx, below, day);
  const changes = await tx.rows<
    Omit<Forms['changes'][number], 'fromName' | 'toName'> & { from: Id | null; to: Id }
  >(sql`
    select t.room_id as room, t.from_day::text as day, b.name as building, r.number, r.area_m2::float8 as "areaM2", t.kind, t.paper, t.unit_id as "to",
           (select p.unit_id from space.tenure p where (p.node_id, p.room_id) = (t.node_id, t.room_id) and p.from_day < t.from_day
             order by p.from_day desc limit 1) as "from"
      from space.tenure t join space.room r on (r.node_id, r.id) = (t.node_id, t.room_id)
      join space.building b on (b.node_id, b.id) = (r.node_id, r.building_id)
     where t.from_day between ${`${year}-01-01`}::date and ${day}::date and t.unit_id = any (${below}::uuid[])
     order by t.from_day, b.name, r.number limit 5000`);

  const seated = await gatherSeated(tx, below, day, context);
  const over = Map.groupBy(tryCaps(seated.rooms, [], seated.toleranceM2, seated.leastShare).over, ({ room }) =>
    institution(seated.unitOf.get(room)!),
  );
  const users = rooms.map((room) => ({ ...room, user: room.user === null ? null : institution(room.user) }));
  const heads = Map.groupBy(posts, ({ unit }) => institution(unit));
  const named = new Set([
    ...users.flatMap(({ user }) => user ?? []),
    ...quotas.map(({ unit }) => unit),
    ...[...heads].flatMap(([unit, its]) => (its.some(({ approved }) => (approved ?? 0) > 0) ? [unit] : [])),
  ]);
  const units = [...named]
    .filter((unit) => below.includes(unit))
    .map((unit): UnitKnown => {
      const its = heads.get(unit) ?? [];
      return {
        unit,
        name: organisation.unit(unit)?.name ?? '',
        approvedPeople: its.reduce((sum, { approved }) => sum + (approved ?? 0), 0),
        actualPeople: its.reduce((sum, { actual }) => sum + actual, 0),
        quotaM2: quotas.find((each) => each.unit === unit)?.quotaM2 ?? null,
        overRooms: over.get(unit)?.length ?? 0,
      };
    })
    .toSorted((a, b) => a.name.localeCompare(b.name, 'zh'));
  const nameOf = (unit: Id) => organisation.unit(unit)?.name ?? '';
  return drawForms(
    users,
    buildings.map(({ unit, ...building }) => ({ ...building, keeperName: nameOf(unit) })),
    units,
    changes.map(({ from, to, ...change }) => ({
      ...change,
      fromName: from === null ? null : nameOf(from),
      toName: nameOf(to),
    })),
  );
}
