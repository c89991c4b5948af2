-- Photographs and papers, by the thing of this room that an act took them for. Their walls are those of the files themselves.
create view space_read.paper_v1 with (security_invoker = true) as
select node_id, id, unit_id, person_id, point, object_kind, object_id, name, media_type, bytes, sha256, scan, stored_at
  from kernel.file
 where object_kind like 'space.%' and removed_at is null;
