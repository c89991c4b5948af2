-- An idle thing that another unit offers to all is taken by a match: its giver agrees first, and where it declines the plan looks on.
alter table assets.match_answer add column match_id uuid;
create index match_answer_match on assets.match_answer (node_id, match_id) where match_id is not null;
