import type { Tx } from '../database/tx.ts';
import { sql } from '../database/sql.ts';
import type { Holding, OrganisationRows, Post, PostRole, StandIn, Unit } from './organisation.ts';

/** The organisation's rows as they stand on `day`; ended units are kept, since their history still belongs somewhere. */
export async function loadOrganisation(tx: Tx, day: string): Promise<OrganisationRows> {
  const units = await tx.rows<Unit>(sql`
    select u.id, u.code, u.name, u.short_name as "shortName", u.kind, u.level, u.region_code as "regionCode", u.position,
           u.valid_from::text as "validFrom", u.valid_to::text as "validTo", p.parent_id as parent,
           coalesce((select array_agg(s.to_unit order by s.to_unit) from kernel.unit_succession s
                      where (s.node_id, s.from_unit) = (u.node_id, u.id) and s.day <= ${day}::date), '{}') as successors
      from kernel.unit u
      left join kernel.unit_parent p on (p.node_id, p.unit_id) = (u.node_id, u.id)
       and p.valid_from <= ${day}::date and (p.valid_to is null or p.valid_to > ${day}::date)
     order by u.position, u.name`);
  const posts = await tx.rows<Post>(sql`
    select id, unit_id as unit, title, rank, leads from kernel.post
     where valid_from <= ${day}::date and (valid_to is null or valid_to > ${day}::date)`);
  const holdings = await tx.rows<Holding>(sql`
    select h.person_id as person, p.name as "personName", h.post_id as post, h.kind
      from kernel.holding h join kernel.person p on (p.node_id, p.id) = (h.node_id, h.person_id)
     where h.valid_from <= ${day}::date and (h.valid_to is null or h.valid_to > ${day}::date)
       and p.valid_from <= ${day}::date and (p.valid_to is null or p.valid_to > ${day}::date)`);
  const postRoles = await tx.rows<PostRole>(sql`
    select post_id as post, role, unit_id as unit, below from kernel.grant_
     where post_id is not null and confirmed_by is not null
       and valid_from <= ${day}::date and (valid_to is null or valid_to > ${day}::date)`);
  const standIns = await tx.rows<StandIn>(sql`
    select person_id as person, for_person_id as "forPerson", valid_to::text as until from kernel.stand_in
     where valid_from <= ${day}::date and valid_to > ${day}::date`);
  return { units, posts, holdings, postRoles, standIns };
}
