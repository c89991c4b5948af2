import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { withDatabase } from '../../host/postgres/addresses.ts';
import { clusterPaths } from '../../host/postgres/cluster-folder.ts';
import { clearOrphan } from '../../host/postgres/orphan.ts';
import { prepareRoles, withClient } from '../../host/postgres/prepare-roles.ts';
import { processState } from '../../host/postgres/process-state.ts';
import { startCluster } from '../../host/postgres/start-cluster.ts';

/** What the run tells its test files. Databases of a run bear its name, so that a shared server can be left as it was. */
export interface TestCluster {
  readonly run: string;
  /** Superuser, database `postgres`. */
  readonly maintenanceUrl: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    testCluster: TestCluster;
  }
}

/** Known on purpose: these roles exist in throw-away clusters, and on a server that was handed over for tests. */
export const passwordsInTests = {
  superuser: 'superuser-in-tests',
  owner: 'owner-in-tests',
  app: 'app-in-tests',
} as const;

const prefix = 'opengoa-test-';

/**
 * Vitest's global setup: one PostgreSQL for the run. It is the embedded one in a temporary folder without fsync, right there and
 * only there; with `TEST_DATABASE_URL` (a superuser of a server for tests) it is that server.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const run = randomBytes(4).toString('hex');
  const given = process.env['TEST_DATABASE_URL'];
  if (given) {
    const maintenanceUrl = withDatabase(given, 'postgres');
    await prepareRoles(maintenanceUrl, passwordsInTests);
    project.provide('testCluster', { run, maintenanceUrl });
    return () => dropDatabasesOf(run, maintenanceUrl);
  }

  await sweep();
  const folder = mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`));
  chmodSync(folder, 0o711);
  writeFileSync(clusterPaths(folder).passwords, JSON.stringify(passwordsInTests), { mode: 0o600 });
  const cluster = await startCluster({ folder, durable: false, connections: 150 });
  project.provide('testCluster', { run, maintenanceUrl: withDatabase(cluster.superUrl, 'postgres') });
  return async () => {
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}

/** Clusters of runs that were killed: their folder bears the process id of the run. */
async function sweep(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(prefix))) {
    const pid = Number(name.slice(prefix.length).split('-')[0]);
    if (processState(pid).is === 'running') continue;
    const folder = realpathSync(join(tmpdir(), name));
    await clearOrphan(clusterPaths(folder).data, 2).catch(() => undefined); // not ours to stop: another person's run
    rmSync(folder, { recursive: true, force: true });
  }
}

async function dropDatabasesOf(run: string, maintenanceUrl: string): Promise<void> {
  await withClient(maintenanceUrl, async (client) => {
    const found = await client.query<{ datname: string }>('select datname from pg_database where datname like $1', [
      `goa\\_${run}\\_%`,
    ]);
    for (const { datname } of found.rows) {
      const name = client.escapeIdentifier(datname);
      await client.query(`alter database ${name} is_template false`);
      await client.query(`drop database if exists ${name} with (force)`);
    }
  });
}
