-- What is being repaired now, for whoever asks what else goes down: the same columns in every office that has such a view.
create view assets_read.down_v1 with (security_invoker = true) as
select o.node_id, o.unit_id, o.card_id as part_id, '维保单未完成：' || left(o.what, 100) as said_zh, 'Upkeep not done: ' || left(o.what, 100) as said_en,
       '/assets/upkeep-orders' as opens
  from assets.upkeep_order o where o.state = 'open';
