-- A leave is ended by the person who was away (never by who stands in for them), or by whoever administers one of the person's posts.
create policy end_stand_in on kernel.stand_in for update
  using (node_id = (select kernel.node()) and (
    for_person_id = (select kernel.person())
    or for_person_id in (
      select h.person_id from kernel.holding h join kernel.post p on (p.node_id, p.id) = (h.node_id, h.post_id)
       where h.node_id = (select kernel.node()) and p.unit_id in (select kernel.scope_units()))));
revoke update on kernel.stand_in from opengoa_kernel;
grant update (valid_to) on kernel.stand_in to opengoa_kernel;
