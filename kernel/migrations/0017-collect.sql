-- What devices sent and nobody could take: the beginning of it, why, and by which account. Kept for some days and then forgotten.
create table kernel.parked_message (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  device text not null,
  collect text,
  topic text not null check (length(topic) <= 500),
  reason text not null,
  detail text not null default '' check (length(detail) <= 2000),
  excerpt text not null default '' check (length(excerpt) <= 2000),
  bytes int not null,
  sha256 text not null check (length(sha256) = 64),
  parked_at timestamptz not null,
  primary key (node_id, id)
);
create index parked_message_unit on kernel.parked_message (node_id, unit_id, parked_at desc);
create index parked_message_device on kernel.parked_message (node_id, device, parked_at);
call kernel.guard('kernel.parked_message', null, null);
grant select, insert, update, delete on kernel.parked_message to opengoa_kernel;
