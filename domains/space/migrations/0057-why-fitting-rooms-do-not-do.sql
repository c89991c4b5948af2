-- Own premises ruled out while vacant rooms meet the need: which, and why those do not do.
alter table space.request_way add column lot text not null default '', add column unfit text not null default '';
