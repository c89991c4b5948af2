-- The directory is searched by the same pieces as every ledger: two neighbouring characters, single Han characters, pinyin initials.
alter table kernel.unit add column search text[] not null default '{}';
alter table kernel.person add column search text[] not null default '{}';
create index unit_search on kernel.unit using gin (search);
create index person_search on kernel.person using gin (search);

create or replace view kernel.unit_v1 with (security_invoker = true) as
select u.node_id, u.id, u.id as unit_id, u.code, u.name, u.short_name, u.kind, u.level, u.region_code, u.valid_from, u.valid_to, p.parent_id,
       (select count(*) from kernel.post x join kernel.holding h on (h.node_id, h.post_id) = (x.node_id, x.id)
         where (x.node_id, x.unit_id) = (u.node_id, u.id) and h.valid_to is null)::int as people,
       (select sum(x.establishment) from kernel.post x where (x.node_id, x.unit_id) = (u.node_id, u.id) and x.valid_to is null)::int as establishment,
       u.search
  from kernel.unit u
  left join kernel.unit_parent p on (p.node_id, p.unit_id) = (u.node_id, u.id) and p.valid_to is null;

create or replace view kernel.person_v1 with (security_invoker = true) as
select p.node_id, p.id, x.unit_id, p.id as person_id, p.name, p.initials, p.number, x.title as post, x.rank, u.name as unit_name, p.valid_from, p.valid_to,
       p.search
  from kernel.person p
  left join kernel.holding h on (h.node_id, h.person_id) = (p.node_id, p.id) and h.kind = 'main' and h.valid_to is null
  left join kernel.post x on (x.node_id, x.id) = (h.node_id, h.post_id)
  left join kernel.unit u on (u.node_id, u.id) = (x.node_id, x.unit_id);
