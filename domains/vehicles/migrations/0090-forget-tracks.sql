-- Where vehicles went is where people went: it is kept for the days of `kernel.retention` and cleared by the job named so, and by nobody else.
grant delete on vehicles.position, vehicles.crossing to opengoa_vehicles;
create policy retention on vehicles.position as restrictive for delete using ((select kernel.actor()) = 'job:forget-tracks');
create policy retention on vehicles.crossing as restrictive for delete using ((select kernel.actor()) = 'job:forget-tracks');
