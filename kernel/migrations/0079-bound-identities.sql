-- A bound identity is named by itself, so that one of them can be taken off.
alter table kernel.oidc_identity add column id uuid not null default gen_random_uuid(), add unique (node_id, id);
create index oidc_identity_account on kernel.oidc_identity (node_id, account_id);

create view kernel.identity_v1 with (security_invoker = true) as
select i.node_id, i.id, i.unit_id, i.account_id, a.person_id, a.name as account_name, p.name as person_name, i.issuer, i.subject, i.linked_at
  from kernel.oidc_identity i
  join kernel.account a on (a.node_id, a.id) = (i.node_id, i.account_id)
  left join kernel.person p on (p.node_id, p.id) = (a.node_id, a.person_id);
grant select on kernel.identity_v1 to opengoa_kernel;
