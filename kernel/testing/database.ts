import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inject } from 'vitest';
import { withDatabase, withPerson } from '../../host/postgres/addresses.ts';
import { prepareDatabase, withClient } from '../../host/postgres/prepare-roles.ts';
import { defaults } from '../../host/postgres/settings.ts';
import { passwordsInTests } from './cluster.ts';

/** A database of one test file. */
export interface FreshDatabase {
  /** The app role: what the program works as. */
  readonly url: string;
  /** The owner role: what migrations run as. Forced row-level security holds for it too. */
  readonly ownerUrl: string;
  /** A superuser: for looking behind row-level security in a test. */
  readonly superUrl: string;
  readonly name: string;
  drop(): Promise<void>;
}

export interface FreshOptions {
  /**
   * Which template to copy. `house` (the default) has every room's migrations; `kernel` the kernel's alone; `empty` nothing. Any
   * other name is made by `prepare`.
   */
  readonly template?: string;
  /** Makes the template named above, once per run, as the owner. It must close its connections. */
  readonly prepare?: (ownerUrl: string) => Promise<void>;
}

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Any number will do, as long as nobody else uses it on the maintenance database. */
const templateLock = 20_261_121;

let counter = 0;

/**
 * A new database, copied from a template that is made once per run (about 0.1 s a copy). Files run side by side, each in its own.
 */
export async function freshDatabase(options: FreshOptions = {}): Promise<FreshDatabase> {
  const { run, maintenanceUrl } = inject('testCluster');
  const template = await templateOf(run, maintenanceUrl, options);
  const name = `goa_${run}_${process.pid}_${process.env['VITEST_WORKER_ID'] ?? 0}_${Date.now().toString(36)}_${(counter += 1)}`;
  await withClient(maintenanceUrl, async (client) => {
    await client.query(`create database ${name} owner ${defaults.owner} template ${client.escapeIdentifier(template)}`);
    await client.query(`revoke all on database ${name} from public`);
    await client.query(`grant connect on database ${name} to ${defaults.app}`);
  });
  const superUrl = withDatabase(maintenanceUrl, name);
  return {
    url: withPerson(superUrl, defaults.app, passwordsInTests.app),
    ownerUrl: withPerson(superUrl, defaults.owner, passwordsInTests.owner),
    superUrl,
    name,
    drop: () =>
      withClient(maintenanceUrl, async (client) => {
        await client.query(`drop database if exists ${name} with (force)`);
      }),
  };
}

/** Makes the template when this run has none yet; other workers wait for it. A template that failed is dropped and tried anew. */
async function templateOf(run: string, maintenanceUrl: string, options: FreshOptions): Promise<string> {
  const kind = options.template ?? 'house';
  const name = `goa_${run}_template_${kind.replaceAll(/[^a-z0-9]+/g, '_')}`;
  await withClient(maintenanceUrl, async (client) => {
    await client.query('select pg_advisory_lock($1)', [templateLock]);
    const found = await client.query('select 1 from pg_database where datname = $1 and datistemplate', [name]);
    if (found.rowCount) return;
    await client.query(`drop database if exists ${name} with (force)`);
    await prepareDatabase(maintenanceUrl, name);
    const prepare = options.prepare ?? preparation(kind);
    await prepare(withPerson(withDatabase(maintenanceUrl, name), defaults.owner, passwordsInTests.owner));
    await client.query(`alter database ${name} is_template true`);
  });
  return name;
}

function preparation(kind: string): (ownerUrl: string) => Promise<void> {
  if (kind === 'empty') return async () => undefined;
  if (kind === 'kernel') return (ownerUrl) => migrateRooms(ownerUrl, [join(root, 'kernel')]);
  if (kind === 'house') return (ownerUrl) => migrateRooms(ownerUrl, roomsWithMigrations());
  throw new Error(`nobody said how to make the template "${kind}": give freshDatabase a prepare function`);
}

/** Every room that has a `migrations` folder, the kernel first: found by looking at the disk. */
function roomsWithMigrations(): string[] {
  const domains = existsSync(join(root, 'domains'))
    ? readdirSync(join(root, 'domains'))
        .toSorted()
        .map((name) => join('domains', name))
    : [];
  return ['kernel', ...domains, 'risk-centre']
    .map((room) => join(root, room))
    .filter((room) => existsSync(join(room, 'migrations')));
}

async function migrateRooms(ownerUrl: string, roots: string[]): Promise<void> {
  const path = join(root, 'kernel', 'database', 'migrate.ts');
  if (!existsSync(path)) return;
  const { migrate } = (await import(path)) as {
    migrate(asked: { ownerUrl: string; roots: string[] }): Promise<unknown>;
  };
  await migrate({ ownerUrl, roots });
}
