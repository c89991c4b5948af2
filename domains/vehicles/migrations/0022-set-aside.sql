-- What terminals said that could not be taken as it was: frames that cannot be read, and fixes that were set aside until somebody decides.

-- Bytes of a terminal that had shown its code, with why they are no message. Bounded by the verb that keeps them: the newest of each terminal.
create table vehicles.unread_frame (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  vehicle_id uuid not null,
  plate text not null,
  number text not null,
  why text not null check (length(why) <= 200),
  -- Hexadecimal, cut off where it is longer.
  bytes text not null check (length(bytes) <= 4096),
  at timestamptz not null,
  primary key (node_id, id)
);
create index unread_frame_number on vehicles.unread_frame (node_id, number, at, id);
create index unread_frame_unit on vehicles.unread_frame (node_id, unit_id, at desc, id);
call kernel.guard('vehicles.unread_frame', null, null);
create view vehicles_read.unread_frame_v1 with (security_invoker = true) as
select node_id, id, unit_id, vehicle_id, plate, number, why, bytes, at from vehicles.unread_frame;

-- quality 6: set aside, and somebody decided that it does not count.
alter table vehicles.position drop constraint position_quality_check;
alter table vehicles.position add constraint position_quality_check check (quality between 0 and 6);
create index position_aside on vehicles.position (node_id, unit_id, vehicle_id, at) where quality in (1, 2, 4, 5);

-- Of each vehicle and day of Shanghai what waits to be decided, by why it was set aside.
create view vehicles_read.set_aside_v1 with (security_invoker = true) as
select p.node_id, md5(p.vehicle_id::text || p.day || p.quality)::uuid as id, p.unit_id, p.vehicle_id, v.plate, p.day, p.quality,
       (array['', 'no-fix', 'imprecise', '', 'future', 'late'])[p.quality + 1] as cause, p.fixes, p.first_at, p.last_at
  from (select node_id, unit_id, vehicle_id, (at at time zone 'Asia/Shanghai')::date as day, quality, count(*)::int as fixes,
               min(at) as first_at, max(at) as last_at
          from vehicles.position where quality in (1, 2, 4, 5)
         group by node_id, unit_id, vehicle_id, (at at time zone 'Asia/Shanghai')::date, quality) p
  join vehicles.vehicle v on (v.node_id, v.id) = (p.node_id, p.vehicle_id);
