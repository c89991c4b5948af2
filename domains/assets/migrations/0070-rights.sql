-- 所有权、使用权（配置）、处置权 of a thing: three facts told apart, each in rows with days that never overlap. `to_day` is the first day on which it
-- no longer held; a row that ended on the day it began never held, and only says that it was entered.
create type assets.one_card as range (subtype = uuid);
create type assets.one_right as range (subtype = text);
create table assets.right_ (
  node_id int not null default kernel.node(),
  id uuid not null,
  -- The ledger in which the card stands: it follows the card.
  unit_id uuid not null,
  card_id uuid not null,
  kind text not null check (kind in ('ownership', 'allotment', 'disposal')),
  -- As the paper names it, and the unit of the house that it is, if it is one. Neither changes when units merge: the heir is found by who asks.
  holder text not null check (length(holder) between 1 and 200),
  holder_unit_id uuid,
  from_day date not null,
  to_day date,
  paper text not null,
  reason text not null,
  end_paper text not null default '',
  end_reason text not null default '',
  made_name text not null,
  made_at timestamptz not null,
  search text[] not null default '{}',
  version int not null default 1,
  primary key (node_id, id),
  foreign key (node_id, card_id) references assets.card (node_id, id) on delete cascade,
  check (to_day is null or to_day >= from_day),
  constraint one_holder_a_day exclude using gist (
    int4range(node_id, node_id, '[]') with =,
    assets.one_card(card_id, card_id, '[]') with =,
    assets.one_right(kind, kind, '[]') with =,
    daterange(from_day, to_day) with &&)
) with (fillfactor = 85);
create index right_card on assets.right_ (node_id, card_id, kind, from_day);
create index right_order on assets.right_ (node_id, from_day, id);
create index right_unit on assets.right_ (node_id, unit_id, from_day, id);
create index right_holder on assets.right_ (node_id, holder_unit_id) where holder_unit_id is not null;
create index right_search on assets.right_ using gin (search);
call kernel.guard('assets.right_', null, null);

-- Whoever sees the card sees its rights, and takes them along into its own ledger, into no other.
create policy with_card_seen on assets.right_ for select
  using (node_id = (select kernel.node()) and exists (select 1 from assets.card c where (c.node_id, c.id) = (right_.node_id, right_.card_id)));
create policy with_card_taken on assets.right_ for update
  using (node_id = (select kernel.node()) and exists (select 1 from assets.card c where (c.node_id, c.id) = (right_.node_id, right_.card_id)))
  with check (node_id = (select kernel.node()) and exists (
    select 1 from assets.card c where (c.node_id, c.id, c.unit_id) = (right_.node_id, right_.card_id, right_.unit_id)));

create function assets.rights_follow_card() returns trigger language plpgsql as $$
begin
  update assets.right_ set unit_id = new.unit_id where (node_id, card_id) = (new.node_id, new.id);
  return null;
end $$;
create trigger rights_follow_card after update of unit_id on assets.card for each row when (old.unit_id is distinct from new.unit_id) execute function assets.rights_follow_card();

-- Which unit it is today after mergers; of a unit that was split people say whose it became.
create function assets.heir_of(unit uuid, today date) returns uuid language sql stable as $$
  with recursive down (id, step) as (
    select unit, 0
    union all
    select s.to_unit, down.step + 1 from down join kernel.unit_succession s on s.node_id = kernel.node() and s.from_unit = down.id
     where s.kind = 'merge' and s.day <= today and down.step < 20)
  select id from down order by step desc limit 1
$$;

create view assets_read.right_v1 with (security_invoker = true) as
select r.node_id, r.id, r.unit_id, r.card_id, c.number, c.name, c.class, r.kind, r.holder, r.holder_unit_id,
       case when r.holder_unit_id in (select s.from_unit from kernel.unit_succession s where s.kind = 'merge')
            then assets.heir_of(r.holder_unit_id, (now() at time zone 'Asia/Shanghai')::date) else r.holder_unit_id end as heir_unit_id,
       r.from_day, r.to_day, case when r.to_day is null then 'standing' else 'ended' end as state, r.paper, r.reason, r.end_paper, r.end_reason,
       r.made_name, r.made_at, r.search, r.version
  from assets.right_ r
  join assets.card c on (c.node_id, c.id) = (r.node_id, r.card_id);
