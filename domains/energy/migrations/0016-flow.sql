-- What came into this office today, by unit, for whoever asks where the data come from: the same columns in every office that has such a view.
create view energy_read.flow_v1 with (security_invoker = true) as
select node_id, unit_id, 'readings' as flow, '计量读数' as title_zh, 'Readings of meters' as title_en, '/energy/meters' as opens,
       coalesce(sum(readings) filter (where received_at >= date_trunc('day', now() at time zone 'Asia/Shanghai') at time zone 'Asia/Shanghai'), 0)::int as today,
       max(received_at) as last_at
  from energy.batch group by node_id, unit_id;
