import { Client } from 'pg';
import { withDatabase } from './addresses.ts';
import { defaults } from './settings.ts';

/**
 * The roles that the program expects, on a server where we may make them. The owner migrates and may make roles; the app role
 * works, owns nothing, inherits nothing from the roles it may step into and bypasses no row-level security (SEC-DB-01).
 * Neither is a superuser. Doing it twice changes nothing.
 *
 * @param maintenanceUrl a superuser's address
 */
export async function prepareRoles(maintenanceUrl: string, passwords: { owner: string; app: string }): Promise<void> {
  await withClient(maintenanceUrl, async (client) => {
    await role(client, defaults.owner, passwords.owner, 'createrole inherit');
    await role(client, defaults.app, passwords.app, 'nocreaterole noinherit');
    const version = await client.query<{ server_version_num: string }>('show server_version_num');
    // The owner looks after the app role (its time limits, its memberships) and does not inherit from it.
    const grant =
      Number(version.rows[0]!.server_version_num) >= 160_000 ? 'admin true, inherit false, set true' : 'admin option';
    await client.query(`grant ${defaults.app} to ${defaults.owner} with ${grant}`);
  });
}

/** The program's database, owned by the owner; strangers may neither connect nor make things in its public schema. */
export async function prepareDatabase(maintenanceUrl: string, database: string): Promise<void> {
  await withClient(maintenanceUrl, async (client) => {
    const found = await client.query('select 1 from pg_database where datname = $1', [database]);
    const name = client.escapeIdentifier(database);
    if (found.rowCount === 0) await client.query(`create database ${name} owner ${defaults.owner} template template0`);
    await client.query(`revoke all on database ${name} from public`);
    await client.query(`grant connect on database ${name} to ${defaults.app}`);
  });
  await withClient(withDatabase(maintenanceUrl, database), async (client) => {
    await client.query(`alter schema public owner to ${defaults.owner}`);
    await client.query('revoke create on schema public from public');
    await letSearchUseItsIndex(client);
  });
}

/**
 * Under row-level security the planner gives a condition to an index only when its operator is declared to tell nothing of the rows it passes
 * over. "Contains all of these" of arrays is not, because it stands for every type of element; of texts, which is what is searched here, it
 * compares with an operator that is (docs/decisions/0011). Only a superuser may say so; where nobody did, a search reads the whole table.
 */
async function letSearchUseItsIndex(client: Client): Promise<void> {
  const contains = 'pg_catalog.arraycontains(anyarray, anyarray)';
  const { rows } = await client.query<{ said: boolean }>(
    `select p.proleakproof or not r.rolsuper as said from pg_proc p, pg_roles r where p.oid = '${contains}'::regprocedure and r.rolname = current_user`,
  );
  if (!rows[0]!.said) await client.query(`alter function ${contains} leakproof`);
}

/** One connection for the duration of `work`. */
export async function withClient<T>(address: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: address });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function role(client: Client, name: string, password: string, rights: string): Promise<void> {
  const found = await client.query('select 1 from pg_roles where rolname = $1', [name]);
  const verb = found.rowCount === 0 ? 'create' : 'alter';
  // Names and rights are our own constants; the password is quoted by the driver.
  const plain = 'login nosuperuser nobypassrls nocreatedb noreplication';
  await client.query(`${verb} role ${name} ${plain} ${rights} password ${client.escapeLiteral(password)}`);
}
