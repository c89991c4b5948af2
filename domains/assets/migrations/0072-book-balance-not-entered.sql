-- A class for which no balance was entered has none, rather than 0: what its cards sum up to is told, and no difference.
alter table assets.difference alter column other_fen drop not null;
