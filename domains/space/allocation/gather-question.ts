import { type Context, type Id, sql, type Tx } from '@opengoa/kernel';
import type { AllocationRoom, Asked } from './allocation.ts';
import type { AskedUnit, NeedSource } from './contract.ts';
import type { Closeness } from './question.ts';

/** What is asked of a search: by hand, before the ledger is looked at. */
export interface Wanted {
  readonly unit: Id;
  readonly buildings: readonly Id[];
  readonly near: readonly { readonly unit: Id; readonly other: Id }[];
  readonly zones: readonly { readonly unit: Id; readonly zone: Closeness }[];
  readonly needs: readonly { readonly unit: Id; readonly needM2: number }[];
  readonly fixed: readonly Id[];
}

interface RoomRow {
  readonly room: Id;
  readonly number: string;
  readonly areaM2: number;
  readonly zone: Closeness;
  readonly unit: Id;
  readonly held: boolean;
  readonly floor: Id;
  readonly building: Id;
  readonly buildingName: string;
  readonly floorName: string;
}

/** Offices in use or vacant, of the unit and below: what is lent, rented out or under repair is not asked about. */
export async function gatherQuestion(
  tx: Tx,
  wanted: Wanted,
  context: Pick<Context, 'organisation' | 'standards' | 'today'>,
): Promise<{ readonly asked: Asked; readonly rooms: readonly AllocationRoom[] }> {
  const { organisation } = context;
  const below = organisation.unitsBelow(wanted.unit);
  const rows = await tx.rows<RoomRow>(sql`
    select r.id as room, r.number, r.area_m2::float8 as "areaM2", r.zone, r.unit_id as unit,
           r.state = 'in-use' and coalesce(t.kind, 'allotted') <> 'kept' as held, r.floor_id as floor, r.building_id as building,
           b.name as "buildingName", f.name as "floorName"
      from space.room r
      join space.building b on (b.node_id, b.id) = (r.node_id, r.building_id)
      join space.floor f on (f.node_id, f.id) = (r.node_id, r.floor_id)
      left join space.tenure t on (t.node_id, t.room_id) = (r.node_id, r.id) and t.to_day is null
     where r.use = 'office' and r.state in ('in-use', 'vacant') and r.unit_id = any (${below}::uuid[])
       and (${wanted.buildings.length === 0} or r.building_id = any (${[...wanted.buildings]}::uuid[]))
     order by b.name, f.number, r.number, r.id limit 5001`);
  const institution = (unit: Id): Id => organisation.institutionOf(unit)?.id ?? unit;
  const fixed = new Set(wanted.fixed);
  const rooms = rows.map(({ room, number, areaM2, zone, unit, held, floor }): AllocationRoom => {
    const today = held ? institution(unit) : null;
    return {
      room,
      floor,
      number,
      areaM2,
      zone,
      today,
      fixed: today !== null && fixed.has(room),
      plan: null,
      byHand: false,
    };
  });
  const floors = [
    ...new Map(
      rows.map(({ floor, building, buildingName, floorName }) => [
        floor,
        { id: floor, building, buildingName, name: `${buildingName} ${floorName}` },
      ]),
    ).values(),
  ];
  const ids = [...new Set([...rooms.flatMap(({ today }) => today ?? []), ...wanted.needs.map(({ unit }) => unit)])];
  const units = ids.map((id): AskedUnit => {
    const posts = postsOf(id, context);
    const { needM2, source } = needOf(id, wanted, posts, context);
    return {
      id,
      name: organisation.unit(id)?.name ?? '',
      needM2,
      source,
      people: posts.length,
      zone: wanted.zones.find(({ unit }) => unit === id)?.zone ?? 'open',
      near: wanted.near.flatMap(({ unit, other }) => (unit === id ? [other] : other === id ? [unit] : [])),
    };
  });
  return { asked: { units, floors }, rooms };
}

/** Ranks of the posts of an institution and its divisions. */
function postsOf(unit: Id, { organisation }: Pick<Context, 'organisation'>): (string | null)[] {
  return organisation.posts
    .filter((post) => organisation.institutionOf(post.unit)?.id === unit)
    .map(({ rank }) => rank);
}

/** By hand; else by the posts and what the standard gives each; ranks that the standard does not know by the project’s default. */
function needOf(
  unit: Id,
  { needs }: Wanted,
  posts: readonly (string | null)[],
  { organisation, standards, today }: Pick<Context, 'organisation' | 'standards' | 'today'>,
): { needM2: number; source: NeedSource } {
  const hand = needs.find((each) => each.unit === unit);
  if (hand) return { needM2: hand.needM2, source: 'hand' };
  const place = organisation.place(unit);
  const level = organisation.unit(unit)?.level ?? 'county';
  const each = standards.numberOn('space.allocation', today, place, { item: 'm2-per-post' });
  let known = 0;
  const needM2 = posts.reduce((sum, post) => {
    const rank = post === null ? undefined : standards.valueOn('space.post-ranks', today, place, { level, post });
    const cap = rank?.found
      ? standards.valueOn('space.office-area', today, place, { level, rank: String(rank.value) })
      : undefined;
    if (!cap?.found) return sum + each;
    known += 1;
    return sum + Number(cap.value);
  }, 0);
  return { needM2: Math.round(100 * needM2) / 100, source: known > 0 ? 'posts' : 'default' };
}
