-- Attachments: what is known about each stored file. Its bytes lie in the data folder under the id; the name people gave it is a label.

create table kernel.file (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  -- who brought it
  person_id uuid,
  -- the upload point, whose policy was applied
  point text not null check (length(point) <= 100),
  name text not null check (length(name) between 1 and 255),
  media_type text not null,
  bytes bigint not null check (bytes > 0),
  sha256 text not null check (length(sha256) = 64),
  scan text not null check (scan in ('unscanned', 'clean', 'infected')),
  -- what it belongs to, once a verb of a room has taken it
  object_kind text,
  object_id uuid,
  stored_at timestamptz not null,
  removed_at timestamptz,
  primary key (node_id, id)
);
create index file_object on kernel.file (node_id, object_id) where object_id is not null;
create index file_unit on kernel.file (node_id, unit_id, stored_at desc);
call kernel.guard('kernel.file', 'person_id', 'object_id');

-- Bytes and files held by a person or a unit: one row each, so that parallel uploads queue on it and none slips past the quota.
create table kernel.file_use (
  node_id int not null default kernel.node(),
  holder_id uuid not null,
  bytes bigint not null default 0 check (bytes >= 0),
  files int not null default 0 check (files >= 0),
  primary key (node_id, holder_id)
);
call kernel.guard_directory('kernel.file_use');

-- Which ids have bytes in the data folder, and nothing else about them: the sweep must see every one, whatever unit it is of.
create table kernel.file_place (
  node_id int not null default kernel.node(),
  id uuid not null,
  primary key (node_id, id)
);
call kernel.guard_directory('kernel.file_place');

grant select on kernel.file to opengoa_work;
-- A room's verb takes a file for its own thing; nothing else about a file changes outside the kernel.
grant update (object_kind, object_id) on kernel.file to opengoa_work;
grant select, insert, update on kernel.file to opengoa_kernel;
grant select, insert, update on kernel.file_use to opengoa_kernel;
grant select, insert, delete on kernel.file_place to opengoa_kernel;
