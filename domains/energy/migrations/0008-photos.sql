-- Photographs that whoever read a register took of it.
alter table energy.register add column photos uuid[] not null default '{}';
