-- A room lets go of the files of one of its things: the rows say that they are gone, the quotas get their bytes back, and what lies on the disk goes
-- with the next sweep. Row-level security holds in here as everywhere: only files that whoever acts may reach.
create function kernel.remove_files_of(p_object uuid, p_at timestamptz) returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  gone record;
  removed int := 0;
begin
  for gone in
    update kernel.file f set removed_at = p_at
     where f.node_id = kernel.node() and f.object_id = p_object and f.removed_at is null
    returning f.id, f.unit_id, f.person_id, f.bytes
  loop
    delete from kernel.file_place p where p.node_id = kernel.node() and p.id = gone.id;
    -- The unit before the person, as where they came in: two acts never wait for each other crosswise.
    update kernel.file_use u set bytes = greatest(0, u.bytes - gone.bytes), files = greatest(0, u.files - 1)
     where u.node_id = kernel.node() and u.holder_id = gone.unit_id;
    update kernel.file_use u set bytes = greatest(0, u.bytes - gone.bytes), files = greatest(0, u.files - 1)
     where u.node_id = kernel.node() and u.holder_id = gone.person_id;
    removed := removed + 1;
  end loop;
  return removed;
end $$;
revoke execute on function kernel.remove_files_of(uuid, timestamptz) from public;
grant execute on function kernel.remove_files_of(uuid, timestamptz) to opengoa_work;
