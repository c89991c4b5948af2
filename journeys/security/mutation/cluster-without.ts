import { randomBytes } from 'node:crypto';
import type { TestProject } from 'vitest/node';
import { withDatabase } from '../../../host/postgres/addresses.ts';
import { withClient } from '../../../host/postgres/prepare-roles.ts';
import type { TestCluster } from '../../../kernel/testing/cluster.ts';

/**
 * The cluster of the run that plays, `OPENGOA_CLUSTER` as JSON, whose templates stand already. With `OPENGOA_WITHOUT_SQL` the tests copy from
 * templates of their own, to which that was done.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = JSON.parse(process.env['OPENGOA_CLUSTER']!) as TestCluster;
  const statements = process.env['OPENGOA_WITHOUT_SQL'];
  if (!statements) {
    project.provide('testCluster', given);
    return () => Promise.resolve();
  }
  const { maintenanceUrl } = given;
  const run = randomBytes(4).toString('hex');
  for (const kind of ['house', 'kernel']) {
    const template = `goa_${run}_template_${kind}`;
    await withClient(maintenanceUrl, async (client) => {
      await client.query(`create database ${template} template goa_${given.run}_template_${kind}`);
      await client.query(`alter database ${template} is_template true`);
    });
    await withClient(withDatabase(maintenanceUrl, template), async (client) => {
      await client.query(statements).catch((fault: { code?: string }) => {
        // Of a room: the kernel alone has no such table.
        if (kind === 'house' || !['42P01', '3F000', '42704'].includes(fault.code ?? '')) throw fault;
      });
    });
  }
  project.provide('testCluster', { run, maintenanceUrl });
  return () =>
    withClient(maintenanceUrl, async (client) => {
      const { rows } = await client.query<{ name: string }>(
        'select datname as name from pg_database where datname like $1',
        [`goa\\_${run}\\_%`],
      );
      for (const { name } of rows) {
        await client.query(`alter database ${name} is_template false`);
        await client.query(`drop database if exists ${name} with (force)`);
      }
    });
}
