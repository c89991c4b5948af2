-- What is fitted into a thing as it leaves: with a transfer it goes to the receiver’s cupboard when the thing is received, with a loan it is to come back. In
-- words, as the papers tell it.
alter table assets.transfer_line add column fitted text not null default '';
alter table assets.loan add column fitted text not null default '';
create or replace view assets_read.loan_v1 with (security_invoker = true) as
select l.node_id, case side when 'given' then l.id else md5(l.id::text || side)::uuid end as id, case side when 'taken' then l.unit_id else l.keeper_id end as unit_id,
       case side when 'taken' then l.keeper_id else l.unit_id end as other_id, side, l.id as loan_id, l.number, l.name, l.measure, l.quantity, l.from_day, l.due_day,
       l.purpose, l.state, l.returned_day, l.condition_out, l.condition_back, l.body_id, l.offer_id, l.version, l.fitted
  from assets.loan l cross join (values ('taken'), ('given')) s (side);
