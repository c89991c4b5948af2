-- Which instants of a meter a batch spoke of, and in which order the batches of a meter came: the first that held an instant brought its
-- reading. Batches from before know no more than their stretch.
alter table energy.batch_meter add column held tstzmultirange;
alter table energy.batch_meter add column turn bigint generated always as identity;
