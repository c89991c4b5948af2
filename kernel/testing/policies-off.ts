import pg from 'pg';

/**
 * Takes row-level security off every table, so that a test sees what the program's own checks let through by themselves (SEC-AC-17).
 * @param url the superuser's, of a database of the test's own
 */
export async function policiesOff(url: string): Promise<void> {
  const superuser = new pg.Client({ connectionString: url });
  await superuser.connect();
  try {
    const { rows } = await superuser.query<{ name: string }>(
      `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relrowsecurity`,
    );
    await superuser.query(
      rows
        .flatMap(({ name }) => ['no force', 'disable'].map((how) => `alter table ${name} ${how} row level security`))
        .join('; '),
    );
  } finally {
    await superuser.end();
  }
}
