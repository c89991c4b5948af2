-- 工作质量: what of the risk work itself is to be looked at again. Until when the unit could speak stays with the finding; older rows do not know it.
alter table risk_centre.finding add column answer_due_at timestamptz;

create view risk_centre_read.quality_v1 with (security_invoker = true) as
select f.node_id, md5(q.code || f.id)::uuid as id, f.unit_id, u.name as unit_name, q.code as "check", split_part(f.kit, '/', 1) as office, f.kit, f.id as finding_id,
       null::uuid as risk_id, f.number || ' ' || f.subject_name as about, q.since, f.shadow
  from risk_centre.finding f
  join kernel.unit u on (u.node_id, u.id) = (f.node_id, f.unit_id)
  cross join lateral (
    select 'closed-without-evidence' as code, f.closed_at as since where f.state = 'closed' and f.papers = '{}'
    union all
    select 'decided-before-answer', f.decided_at where f.decided_at < f.answer_due_at and f.answered_at is null
    union all
    select 'rectification-overdue', f.due_at where f.state = 'assigned' and f.due_at < now()) q
union all
select r.node_id, md5('acceptance-expired' || r.id)::uuid, r.unit_id, u.name, 'acceptance-expired', r.office, null, null, r.id, r.name,
       (r.accepted_until + 1)::timestamp at time zone 'Asia/Shanghai', false
  from risk_centre.risk r
  join kernel.unit u on (u.node_id, u.id) = (r.node_id, r.unit_id)
 where r.state = 'expired' or (r.state = 'accepted' and (r.accepted_until + 1)::timestamp at time zone 'Asia/Shanghai' <= now());
