-- What stands in what, for whoever asks what else goes down: the same columns in every office that has such a view. A part is told with each thing it needs, once without any where it needs none.
create view space_read.depends_v1 with (security_invoker = true) as
select b.node_id, b.unit_id, 'building' as part_kind, b.id as part_id, b.name as part_name, m.id as needs_id, b.id as within_id,
       '建筑台账的总表' as source_zh, 'main meters of the building' as source_en
  from space.building b
  left join energy_read.meter_v1 m on m.node_id = b.node_id and m.building_id = b.energy_building_id and m.kind = 'main' and m.carrier = 'electricity'
 where b.state <> 'disposed'
union all
select b.node_id, b.unit_id, 'supply', m.id, b.name || ' 供电（' || m.name || '）', null, b.id, '表计台账', 'ledger of meters'
  from space.building b
  join energy_read.meter_v1 m on m.node_id = b.node_id and m.building_id = b.energy_building_id and m.kind = 'main' and m.carrier = 'electricity'
 where b.state <> 'disposed'
union all
select f.node_id, f.unit_id, 'floor', f.id, b.name || ' ' || f.name, b.id, b.id, '楼层台账', 'ledger of floors'
  from space.floor f join space.building b on (b.node_id, b.id) = (f.node_id, f.building_id) and b.state <> 'disposed'
union all
select r.node_id, r.unit_id, 'room', r.id, b.name || ' ' || r.number, r.floor_id, b.id, '房间台账', 'ledger of rooms'
  from space.room r join space.building b on (b.node_id, b.id) = (r.node_id, r.building_id) and b.state <> 'disposed'
union all
select c.node_id, c.unit_id, 'equipment', c.id, c.name || '（' || c.number || '）', c.room_id, r.building_id, '资产卡片的存放房间', 'the room on the asset card'
  from assets_read.card_v1 c
  join space.room r on (r.node_id, r.id) = (c.node_id, c.room_id)
 where c.state not in ('disposed', 'awaiting-disposal', 'in-stock');
