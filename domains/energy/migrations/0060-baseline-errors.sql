-- What a baseline's days are off by with their tails, and how far they lean on one another over weeks; empty in what was fitted without them.
alter table energy.baseline add column residual_rmse double precision;
alter table energy.baseline add column residual_long_run double precision;
