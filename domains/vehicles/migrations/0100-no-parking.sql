-- A place where vehicles of the unit are not to stand.
alter table vehicles.fence drop constraint fence_use_check;
alter table vehicles.fence add constraint fence_use_check check (use in ('area', 'custody', 'no-parking'));
