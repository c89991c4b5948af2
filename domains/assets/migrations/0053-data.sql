-- 数据资产: what is told of a card that is data, beside its value and its ledger: who answers for it, where it comes from, who may share it.
create table assets.data_asset (
  node_id int not null default kernel.node(),
  -- The card's own id: the same thing, not a second one.
  id uuid not null,
  unit_id uuid not null,
  department_id uuid,
  steward_id uuid,
  system text not null default '',
  subject text not null default '',
  -- 一般、重要、核心 (数据安全法)
  level text not null check (level in ('general', 'important', 'core')),
  sharing text not null check (sharing in ('open', 'conditional', 'closed')),
  condition text not null default '',
  renewed text not null check (renewed in ('live', 'daily', 'monthly', 'yearly', 'once')),
  records bigint check (records >= 0),
  certificate text not null default '',
  described_on date not null,
  search text[] not null default '{}',
  version int not null default 1,
  primary key (node_id, id),
  foreign key (node_id, id) references assets.card (node_id, id) on delete cascade
);
create index data_asset_search on assets.data_asset using gin (search);
call kernel.guard('assets.data_asset');

create view assets_read.data_asset_v1 with (security_invoker = true) as
select d.node_id, d.id, d.unit_id, c.number, c.name, c.class, c.state, c.value_fen, c.value_kind, d.department_id, d.steward_id, d.system, d.subject, d.level,
       d.sharing, d.condition, d.renewed, d.records, d.certificate, d.described_on, d.search, d.version, d.id as card_id
  from assets.data_asset d
  join assets.card c on (c.node_id, c.id) = (d.node_id, d.id);
