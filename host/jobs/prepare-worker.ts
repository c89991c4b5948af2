import pg from 'pg';
import { Logger, runMigrations } from 'graphile-worker';

/**
 * Installs the queue as the owner and lets the program's worker role use it. The queue's tables have row-level security of their own,
 * so the role gets policies; it gets nothing outside the queue's schema.
 */
export async function prepareWorker(ownerUrl: string): Promise<void> {
  await runMigrations({ connectionString: ownerUrl, logger: quiet });
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(`
      do $$ begin
        if not exists (select from pg_roles where rolname = 'opengoa_worker') then create role opengoa_worker nologin; end if;
      exception when duplicate_object or unique_violation then null; end $$;
      do $$ begin
        if not pg_has_role('opengoa_app', 'opengoa_worker', 'member') then grant opengoa_worker to opengoa_app; end if;
      end $$;
      grant usage on schema graphile_worker to opengoa_worker;
      grant select, insert, update, delete on all tables in schema graphile_worker to opengoa_worker;
      grant usage, select on all sequences in schema graphile_worker to opengoa_worker;
      grant execute on all functions in schema graphile_worker to opengoa_worker;
      do $$ declare t record; begin
        for t in select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                  where n.nspname = 'graphile_worker' and c.relrowsecurity
                    and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'opengoa_worker') loop
          execute format('create policy opengoa_worker on graphile_worker.%I to opengoa_worker using (true) with check (true)', t.relname);
        end loop;
      end $$;`);
  } finally {
    await client.end();
  }
}

const quiet = new Logger(() => () => undefined);
