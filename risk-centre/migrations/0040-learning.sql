-- Precision is told by kind of unit and by the settings a case was held against: each verdict carries both.
create or replace view risk_centre_read.verdict_v1 with (security_invoker = true) as
select f.node_id, md5(f.id || k.kit)::uuid as id, f.id as finding_id, f.unit_id, f.number, f.subject_name, f.shadow, f.outcome, f.cause, f.outcome_reason, f.decided_at, f.state, k.kit, u.name as unit_name,
       u.kind as unit_kind, k.setting
  from risk_centre.finding f
  join kernel.unit u on (u.node_id, u.id) = (f.node_id, f.unit_id)
  cross join lateral (
    select s.kit, (array_agg(own.setting order by s.at desc, s.id desc))[1] as setting
      from risk_centre.signal s
      cross join lateral (
        select coalesce(string_agg(each.key || '=' || each.value, '; ' order by each.key), '') as setting
          from jsonb_each_text(case when jsonb_typeof(s.verdict->'settings') = 'object' then s.verdict->'settings' else '{}' end) each
         where each.key not like 'llr%') own
     where s.node_id = f.node_id and s.finding_id = f.id group by s.kit) k
 where f.outcome is not null;
