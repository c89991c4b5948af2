-- Each move of a kit's settings with what it rests on: the next proposal reads them, and the newest that stands can be taken back.
create table risk_centre.kit_move (
  node_id int not null default kernel.node(),
  id uuid not null,
  kit text not null,
  at timestamptz not null,
  settings jsonb not null,
  before jsonb not null,
  -- Verdicts, precision, alerts and gain, where a method proposed it; null where a person moved it for reasons of their own.
  evidence jsonb,
  undoes uuid,
  primary key (node_id, id)
);
call kernel.guard_directory('risk_centre.kit_move');
create index kit_move_kit on risk_centre.kit_move (node_id, kit, at);
