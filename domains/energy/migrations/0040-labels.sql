-- A meter as its label may tell it: what it measures and in which building. Its number finds it for whoever is signed in.
create view energy_read.labelled_meter_v1 with (security_invoker = true) as
select m.node_id, m.id, m.unit_id,
       left(concat_ws(' ', b.name, m.name, case m.carrier when 'electricity' then '电表' when 'gas' then '燃气表' when 'water' then '水表' else '热量表' end), 200)
         as public_name,
       coalesce(i.key, right(m.id::text, 8)) as code,
       array_remove(array[upper(regexp_replace(i.key, '[[:space:]·・._-]', '', 'g')), upper(right(m.id::text, 8))], null) as codes
  from energy.meter m
  join energy.building b on (b.node_id, b.id) = (m.node_id, m.building_id)
  left join energy.instrument i on (i.node_id, i.meter_id) = (m.node_id, m.id) and i.to_at is null
 where m.valid_to is null or m.valid_to > (now() at time zone 'Asia/Shanghai')::date;
