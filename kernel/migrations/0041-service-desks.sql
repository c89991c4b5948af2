-- Whom to call when something does not work: of a unit and all below it, by the office that answers. Everybody may know, also who cannot sign in.
create table kernel.service_desk (
  node_id int not null default kernel.node(),
  unit_id uuid not null,
  name text not null check (length(name) between 1 and 100),
  phone text not null check (length(phone) between 3 and 40),
  hours text not null default '' check (length(hours) <= 100),
  primary key (node_id, unit_id)
);
call kernel.guard_directory('kernel.service_desk');
grant select on kernel.service_desk to opengoa_work;
grant insert, update on kernel.service_desk to opengoa_kernel;
