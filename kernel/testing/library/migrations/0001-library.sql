-- A library that lends books: the world the kernel's own tests live in.
create table library.book (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  title text not null,
  state text not null check (state in ('in', 'out')),
  person_id uuid,
  pages int not null default 0,
  lent_at timestamptz,
  search text[] not null default '{}',
  label int not null default 0,
  version int not null default 1,
  primary key (node_id, id)
);
call kernel.guard('library.book', 'person_id');
call kernel.guard_label('library.book');
create index book_search on library.book using gin (search);
create view library_read.book_v1 with (security_invoker = true) as
select node_id, id, unit_id, person_id, title, state, pages, lent_at, search from library.book;
