-- 共享视图: columns, filters and order of a ledger that somebody lends to the people of their unit. It holds no row and opens none.
create table kernel.shared_view (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  person_id uuid not null,
  list text not null check (length(list) between 3 and 100),
  title text not null check (length(title) between 1 and 30),
  search jsonb not null,
  columns text[] not null default '{}',
  shared_at timestamptz not null,
  primary key (node_id, id)
);
create unique index shared_view_title on kernel.shared_view (node_id, unit_id, list, title);
create index shared_view_person on kernel.shared_view (node_id, person_id);
alter table kernel.shared_view enable row level security;
alter table kernel.shared_view force row level security;
-- One's own, and what lies at a unit where one holds a post: which of these one acts in now is the program's to know.
create policy colleagues on kernel.shared_view for select to opengoa_kernel
  using (node_id = (select kernel.node()) and (person_id = any ((select kernel.persons())::uuid[]) or unit_id in (
    select p.unit_id from kernel.holding h join kernel.post p on (p.node_id, p.id) = (h.node_id, h.post_id)
     where h.person_id = any ((select kernel.persons())::uuid[]))));
create policy own on kernel.shared_view for insert to opengoa_kernel
  with check (node_id = (select kernel.node()) and person_id = (select kernel.person()));
create policy own_away on kernel.shared_view for delete to opengoa_kernel
  using (node_id = (select kernel.node()) and person_id = any ((select kernel.persons())::uuid[]));
grant select, insert, delete on kernel.shared_view to opengoa_kernel;
