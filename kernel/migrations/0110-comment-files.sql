-- Files beside a comment. Each belongs to its comment (kernel.file.object_id), and is opened by whoever may read the thing that is talked about.
alter table kernel.comment add column files uuid[] not null default '{}' check (cardinality(files) <= 6);
