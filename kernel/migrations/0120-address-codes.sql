-- A mail address that somebody entered and has not confirmed yet: a code went there, and nothing else does until it is typed in.
create table kernel.receiver_code (
  node_id int not null default kernel.node(),
  person_id uuid not null,
  channel_id uuid not null,
  -- The delivery that brings the code.
  delivery_id uuid not null,
  address_sealed text not null,
  code_sealed text not null,
  code_hash text not null,
  tries int not null default 0,
  asked_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (node_id, person_id, channel_id),
  foreign key (node_id, channel_id) references kernel.notice_channel (node_id, id)
);
create index receiver_code_delivery on kernel.receiver_code (node_id, delivery_id);
alter table kernel.receiver_code enable row level security;
alter table kernel.receiver_code force row level security;
create policy own on kernel.receiver_code
  using (node_id = (select kernel.node()) and person_id = (select kernel.person()))
  with check (node_id = (select kernel.node()) and person_id = (select kernel.person()));
create policy deliver on kernel.receiver_code for select
  using (node_id = (select kernel.node()) and (select kernel.actor()) = 'job:deliver-notices');
create policy forget on kernel.receiver_code for delete
  using (node_id = (select kernel.node()) and (select kernel.actor()) = 'job:forget-deliveries');
create policy forget_see on kernel.receiver_code for select
  using (node_id = (select kernel.node()) and (select kernel.actor()) = 'job:forget-deliveries');
grant select, insert, update, delete on kernel.receiver_code to opengoa_kernel;

alter table kernel.notice_delivery drop constraint notice_delivery_kind_check;
alter table kernel.notice_delivery add constraint notice_delivery_kind_check check (kind in ('task', 'case', 'reminder', 'mention', 'test', 'code'));
-- Whoever enters an address sends the code there, and is held to a number of them an hour.
create policy own_code_add on kernel.notice_delivery for insert
  with check (node_id = (select kernel.node()) and kind = 'code' and person_id = (select kernel.person()));
create policy own_code_see on kernel.notice_delivery for select
  using (node_id = (select kernel.node()) and kind = 'code' and person_id = (select kernel.person()));
