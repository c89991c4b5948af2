-- 处置: what came of it, and what was paid in to the treasury.
alter table assets.paper add column proceeds_fen bigint, add column paid_fen bigint not null default 0, add column pay_by date;
create index paper_owed on assets.paper (node_id, pay_by) where proceeds_fen > paid_fen;

-- Whoever decides on a paper by a task of their own sees the cards on it.
create policy by_task on assets.card for all
  using (node_id = (select kernel.node()) and handed_paper is not null and handed_paper = any ((select kernel.objects())::uuid[]))
  with check (node_id = (select kernel.node()) and handed_paper is not null and handed_paper = any ((select kernel.objects())::uuid[]));

create table assets.disposal_income (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  paper_id uuid not null,
  amount_fen bigint not null check (amount_fen > 0),
  paid_on date not null,
  -- 缴款凭证 of the treasury
  receipt text not null check (length(receipt) between 1 and 60),
  entered_name text not null,
  entered_at timestamptz not null,
  primary key (node_id, id),
  foreign key (node_id, paper_id) references assets.paper (node_id, id)
);
create index disposal_income_paper on assets.disposal_income (node_id, paper_id);
call kernel.guard('assets.disposal_income', null, null);

create view assets_read.disposal_v1 with (security_invoker = true) as
select node_id, id, unit_id, number, state, day, cards, value_fen, about->>'manner' as manner, about->'grounds' as grounds, about->>'recipient' as recipient,
       (about->>'appraisalFen')::bigint as appraisal_fen, proceeds_fen, paid_fen, proceeds_fen - paid_fen as owed_fen, pay_by, made_name, made_at, ended_name,
       ended_at, search, version
  from assets.paper where kind = 'dispose';
