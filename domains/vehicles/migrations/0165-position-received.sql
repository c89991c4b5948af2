-- When a position came in, beside when the vehicle was there: a terminal that was out of reach sends hours or days later, and what was known on a
-- past day is read by it. Rows from before have none: when they came was never written down, and no past day is said to have known them.
alter table vehicles.position add column received_at timestamptz;
