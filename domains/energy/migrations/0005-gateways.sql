-- Devices that are asked by Modbus TCP. Points: where each meter's register stands.
create table energy.gateway (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  name text not null check (length(name) between 1 and 100),
  host inet not null,
  port int not null check (port between 1 and 65535),
  station int not null check (station between 0 and 255),
  every_minutes int not null check (every_minutes between 1 and 1440),
  timeout_ms int not null check (timeout_ms between 200 and 10000),
  running boolean not null,
  points jsonb not null,
  tried_at timestamptz,
  answered_at timestamptz,
  failures int not null default 0,
  fault text,
  version int not null default 1,
  primary key (node_id, id)
);
create index gateway_unit on energy.gateway (node_id, unit_id, name);
call kernel.guard('energy.gateway');

-- The register map as somebody writes it: number, function code, address, type, word order, scale; one line a point.
create view energy_read.gateway_v1 with (security_invoker = true) as
select g.node_id, g.id, g.unit_id, g.name, host(g.host) || ':' || g.port as address, host(g.host) as host, g.port, g.station, g.every_minutes, g.running,
       jsonb_array_length(g.points) as points, g.tried_at, g.answered_at, g.fault, g.version,
       (select string_agg(concat_ws(',', i.key, p.point ->> 'functionCode', p.point ->> 'address', p.point ->> 'type', p.point ->> 'order',
                                    p.point ->> 'scale'), E'\n' order by p.n)
          from jsonb_array_elements(g.points) with ordinality as p (point, n)
          join energy.instrument i on i.node_id = g.node_id and i.meter_id = (p.point ->> 'meter')::uuid and i.to_at is null) as map
  from energy.gateway g;
