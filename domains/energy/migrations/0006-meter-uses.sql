-- What a sub-meter of electricity measures apart (分项), after 国家机关办公建筑和大型公共建筑能耗监测系统 分项能耗数据采集技术导则.
alter table energy.meter add column use text check (use in ('lighting', 'air-conditioning', 'power', 'special'));

-- One instrument stands at one place, however its number is written: case, width and blanks do not tell two apart.
create function energy.plain_key(key text) returns text language sql immutable parallel safe as $$
  select upper(regexp_replace(normalize(key, NFKC), '\s', '', 'g'))
$$;
drop index energy.instrument_key;
create unique index instrument_key on energy.instrument (node_id, energy.plain_key(key)) where to_at is null;
create index instrument_written on energy.instrument (node_id, key) where to_at is null;
