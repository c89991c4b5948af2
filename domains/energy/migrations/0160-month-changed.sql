-- When what a month comes to has changed last, for whoever asks what was known of it on a past day.
create or replace view energy_read.month_v1 with (security_invoker = true) as
select t.node_id, md5(t.meter_id::text || t.month::text || case when t.unit_id = m.unit_id then '' else t.unit_id::text end)::uuid as id, t.unit_id, t.meter_id,
       m.name as meter, m.building_id, b.name as building, m.carrier, m.measure, m.kind, t.month, t.total / 1000.0 as amount, t.count, t.estimated, t.suspect,
       case when m.interval_minutes is null then null
            else round((t.count - t.estimated)::numeric * m.interval_minutes / nullif(energy.days_had(m.building_id, t.unit_id, t.month), 0) / 1440, 4) end as share,
       (select max(d.changed_at) from energy.day d
         where (d.node_id, d.meter_id) = (t.node_id, t.meter_id) and d.day >= t.month and d.day < (t.month + interval '1 month')::date) as changed_at
  from energy.month t
  join energy.meter m on (m.node_id, m.id) = (t.node_id, t.meter_id)
  join energy.building b on (b.node_id, b.id) = (m.node_id, m.building_id);
