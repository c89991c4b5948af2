-- What is due or overdue and of whom it was said. The state is computed from the thing each time; here stands only what was told of it.
create table kernel.reminder (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  reminder text not null,
  object_kind text not null,
  object_id uuid not null,
  due_at timestamptz,
  before_at timestamptz,
  after_at timestamptz,
  task_id uuid,
  primary key (node_id, id)
);
create unique index reminder_once on kernel.reminder (node_id, reminder, object_id);
call kernel.guard('kernel.reminder', null, null);
grant select, insert, update, delete on kernel.reminder to opengoa_kernel;

-- A leave that is given back before it begins ends on the day on which it was to begin.
alter table kernel.stand_in drop constraint stand_in_check;
alter table kernel.stand_in add constraint stand_in_days check (valid_to >= valid_from);

-- 请假与代理: those I named, and those I stand in for.
create view kernel.my_stand_in_v1 with (security_invoker = true) as
select s.node_id, s.id, null::uuid as unit_id, s.for_person_id as person_id, s.for_person_id, s.person_id as stand_in_id, s.valid_from, s.valid_to, s.reason,
       case when s.for_person_id = kernel.person() then 'mine' else 'for' end as side,
       case when s.valid_to <= (now() at time zone 'Asia/Shanghai')::date then 'over'
            when s.valid_from > (now() at time zone 'Asia/Shanghai')::date then 'ahead' else 'now' end as state
  from kernel.stand_in s where kernel.person() in (s.for_person_id, s.person_id);
grant select on kernel.my_stand_in_v1 to opengoa_work;
