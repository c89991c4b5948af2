-- What the kernel publishes to be read as ledgers.

-- A person's desk: one row for each box a task lies in.
create view kernel.my_task_v1 with (security_invoker = true) as
select t.node_id, t.id, t.unit_id, h.person_id, t.kind, t.title->>'zh' as title, t.title->>'en' as title_en, t.summary, t.object_kind, t.object_id,
       t.raised_at, t.due_at, t.ended_at, t.answer, t.verbs, t.opens, t.asker_id, t.state,
       (t.state = 'open' and t.due_at < now()) as overdue,
       case when h.part = 'copied' then 'copied' when t.state = 'open' then 'waiting' else 'done' end as box
  from kernel.task t join kernel.task_holder h on (h.node_id, h.task_id) = (t.node_id, t.id)
 where t.state <> 'withdrawn' and h.person_id = any (kernel.persons())
union all
select t.node_id, t.id, t.unit_id, t.asker_id, t.kind, t.title->>'zh', t.title->>'en', t.summary, t.object_kind, t.object_id,
       t.raised_at, t.due_at, t.ended_at, t.answer, '{}', t.opens, t.asker_id, t.state,
       (t.state = 'open' and t.due_at < now()), 'started'
  from kernel.task t where t.asker_id = any (kernel.persons());

create view kernel.my_message_v1 with (security_invoker = true) as
select node_id, id, null::uuid as unit_id, person_id, title->>'zh' as title, title->>'en' as title_en, opens, object_id, at, read_at, (read_at is not null) as seen
  from kernel.message where person_id = kernel.person();

create view kernel.unit_v1 with (security_invoker = true) as
select u.node_id, u.id, u.id as unit_id, u.code, u.name, u.short_name, u.kind, u.level, u.region_code, u.valid_from, u.valid_to, p.parent_id,
       (select count(*) from kernel.post x join kernel.holding h on (h.node_id, h.post_id) = (x.node_id, x.id)
         where (x.node_id, x.unit_id) = (u.node_id, u.id) and h.valid_to is null)::int as people,
       (select sum(x.establishment) from kernel.post x where (x.node_id, x.unit_id) = (u.node_id, u.id) and x.valid_to is null)::int as establishment
  from kernel.unit u
  left join kernel.unit_parent p on (p.node_id, p.unit_id) = (u.node_id, u.id) and p.valid_to is null;

-- People as the directory shows them: with the main post.
create view kernel.person_v1 with (security_invoker = true) as
select p.node_id, p.id, x.unit_id, p.id as person_id, p.name, p.initials, p.number, x.title as post, x.rank, u.name as unit_name, p.valid_from, p.valid_to
  from kernel.person p
  left join kernel.holding h on (h.node_id, h.person_id) = (p.node_id, p.id) and h.kind = 'main' and h.valid_to is null
  left join kernel.post x on (x.node_id, x.id) = (h.node_id, h.post_id)
  left join kernel.unit u on (u.node_id, u.id) = (x.node_id, x.unit_id);

grant select on kernel.my_task_v1, kernel.my_message_v1, kernel.unit_v1, kernel.person_v1 to opengoa_work;

-- The Record as the audit officer and the timelines read it. Bodies are not part of it: administration pages tell who, when,
-- what kind and which id (SEC-TA-08).
create view kernel.fact_v1 with (security_invoker = true) as
select f.node_id, f.id, f.unit_id, f.person_id, s.seq, f.happened_at, f.recorded_at, f.actor_kind, f.person_name, f.stand_in_for, f.post_title, f.address,
       f.verb, f.type, f.object_kind, f.object_id, f.outcome, f.refusal, f.why, f.request_id, f.cause_id, f.corrects_id
  from kernel.fact f left join kernel.seal s on (s.node_id, s.fact_id) = (f.node_id, f.id);
grant select on kernel.fact_v1 to opengoa_work;
create index fact_by_id on kernel.fact (node_id, id desc);
