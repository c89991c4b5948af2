-- How many messages are parked is shown where the data of all offices are looked at; what they hold stays with those who may open them.
grant select (node_id, unit_id, parked_at) on kernel.parked_message to opengoa_work;
