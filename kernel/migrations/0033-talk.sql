-- 讨论: what people say beside a thing. Whoever may read the thing may read it; the program opens exactly that thing, once it has judged so.
create table kernel.comment (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  object_kind text not null,
  object_id uuid not null,
  person_id uuid not null,
  person_name text not null,
  mentions uuid[] not null default '{}',
  at timestamptz not null,
  version int not null default 1,
  edited_at timestamptz,
  struck_at timestamptz,
  struck_by text,
  primary key (node_id, id)
);
create index comment_object on kernel.comment (node_id, object_id, at);
create index comment_person on kernel.comment (node_id, person_id, at);
call kernel.guard('kernel.comment', 'person_id', 'object_id');
grant select, insert, update on kernel.comment to opengoa_kernel;

-- Every wording, the struck ones too: nothing is overwritten.
create table kernel.comment_text (
  node_id int not null default kernel.node(),
  comment_id uuid not null,
  version int not null,
  unit_id uuid not null,
  object_id uuid not null,
  person_id uuid not null,
  text text not null check (length(text) between 1 and 5000),
  at timestamptz not null,
  primary key (node_id, comment_id, version),
  foreign key (node_id, comment_id) references kernel.comment (node_id, id)
);
call kernel.guard('kernel.comment_text', 'person_id', 'object_id');
grant select, insert on kernel.comment_text to opengoa_kernel;
