-- 导入记录: who brought which file when, and why rows of it were refused. The rows' own values are not kept: the file stays with whoever has it.
create view kernel.import_batch_v2 with (security_invoker = true) as
select b.node_id, b.id, b.unit_id, b.person_id, p.name as person_name, b.kind, b.file_name, b.accept, b.state, b.new_rows, b.changed_rows, b.same_rows,
       b.refused_rows, b.begun_at, b.ended_at
  from kernel.import_batch b left join kernel.person p on (p.node_id, p.id) = (b.node_id, b.person_id);
create view kernel.import_row_error_v1 with (security_invoker = true) as
select e.node_id, md5(e.batch_id::text || e.line::text)::uuid as id, e.unit_id, e.person_id, e.batch_id, e.line,
       (select string_agg(coalesce(p -> 'message' ->> 'zh', ''), '；') from jsonb_array_elements(e.problems) p) as reason,
       (select string_agg(coalesce(p -> 'message' ->> 'en', ''), '; ') from jsonb_array_elements(e.problems) p) as reason_en
  from kernel.import_row_error e;
grant select on kernel.import_batch_v2, kernel.import_row_error_v1 to opengoa_kernel;
