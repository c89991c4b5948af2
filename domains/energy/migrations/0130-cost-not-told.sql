-- A statement in which no cost was entered has none; 0 would say that it cost nothing.
create or replace view energy_read.statement_v1 with (security_invoker = true) as
select s.node_id, s.id, s.unit_id, s.month, s.state, s.due_day, s.submitted_name, s.submitted_at, s.decided_name, s.decided_at, s.opinion, s.version,
       case when s.submitted_at is null or s.state = 'returned' then s.due_day < (now() at time zone 'Asia/Shanghai')::date
            else s.due_day < (s.submitted_at at time zone 'Asia/Shanghai')::date end as late,
       c.electricity, c.water, c.natural_gas, c.cost_fen, c.corrected
  from energy.statement s
 cross join lateral (
   select (max(value) filter (where line = 'electricity' and field = 'amount'))::numeric / 1000 as electricity,
          (max(value) filter (where line = 'water' and field = 'amount'))::numeric / 1000 as water,
          (max(value) filter (where line = 'natural-gas' and field = 'amount'))::numeric / 1000 as natural_gas,
          (sum(value) filter (where field = 'cost'))::bigint as cost_fen,
          (count(*) filter (where t.corrected))::int as corrected
     from energy.statement_cell t where (t.node_id, t.statement_id) = (s.node_id, s.id)) c;
