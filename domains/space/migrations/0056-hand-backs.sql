-- 退还房间: a unit says which of its rooms it no longer needs; whoever keeps the building takes them over, or says why not.
create table space.hand_back (
  node_id int not null default kernel.node(),
  id uuid not null,
  -- The unit that hands back.
  unit_id uuid not null,
  asker_id uuid not null,
  asker_name text not null,
  state text not null check (state in ('asked', 'taken', 'declined', 'withdrawn')),
  room_ids uuid[] not null,
  -- Each room as it was called when it was asked: afterwards it may be another's.
  rooms jsonb not null,
  day date not null,
  why text not null,
  said text not null default '',
  said_name text,
  asked_at timestamptz not null,
  version int not null default 1,
  primary key (node_id, id)
);
create index hand_back_unit on space.hand_back (node_id, unit_id, asked_at desc, id);
create index hand_back_open on space.hand_back using gin (room_ids) where state = 'asked';
call kernel.guard('space.hand_back', 'asker_id');

create view space_read.hand_back_v1 with (security_invoker = true) as
select h.node_id, h.id, h.unit_id, h.asker_id as person_id, h.asker_name, h.state, h.day, h.why, h.said, h.said_name, h.asked_at, h.version,
       cardinality(h.room_ids) as count,
       (select string_agg(r.value ->> 'building' || ' ' || (r.value ->> 'number'), '、' order by r.ordinality)
          from jsonb_array_elements(h.rooms) with ordinality r) as rooms,
       (select coalesce(sum((r.value ->> 'areaM2')::numeric), 0) from jsonb_array_elements(h.rooms) r) as area_m2,
       case when h.state = 'asked' then
         (select count(*)::int from space.seating s where s.node_id = h.node_id and s.room_id = any (h.room_ids) and s.to_day is null)
       end as people
  from space.hand_back h;
