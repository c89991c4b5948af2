/**
 * A program as small as a program with an embedded database can be, for tests that kill it:
 *   standing-program.ts <data folder> [settings and restarts as JSON]
 * Prints `ready {…}`, then for every number it reads from its input writes a transaction of two rows and prints `kept <number>`
 * after the database has acknowledged it. SIGTERM and SIGINT stop it in order.
 */
import { createInterface } from 'node:readline';
import { Pool } from 'pg';
import { startCluster, type StartOptions } from '../start-cluster.ts';
import { StartRefused } from '../start-refused.ts';

const [folder, options] = process.argv.slice(2);
if (!folder) throw new Error('which data folder?');

try {
  const cluster = await startCluster({
    folder,
    progress: (line) => console.log(`progress ${line}`),
    onEvent: (event) => console.log(`event ${JSON.stringify(event)}`),
    ...(JSON.parse(options ?? '{}') as Pick<StartOptions, 'settings' | 'restarts'>),
  });
  const pool = new Pool({ connectionString: cluster.ownerUrl, max: 8 });
  pool.on('error', () => undefined); // connections that the killed database takes with it
  await pool.query('create table if not exists debit (number bigint primary key)');
  await pool.query('create table if not exists credit (number bigint primary key)');

  const stop = async () => {
    await pool.end().catch(() => undefined);
    await cluster.stop();
    process.exit(0);
  };
  for (const name of ['SIGTERM', 'SIGINT'] as const) process.on(name, () => void stop());

  const keep = async (number: string) => {
    try {
      await pool.query(`with d as (insert into debit values (${number})) insert into credit values (${number})`);
      process.stdout.write(`kept ${number}\n`);
    } catch {
      process.stdout.write(`lost ${number}\n`);
    }
  };
  createInterface({ input: process.stdin }).on('line', (line) => void keep(String(BigInt(line))));
  console.log(`ready ${JSON.stringify({ ...cluster, postmaster: cluster.pid() })}`);
} catch (error) {
  if (!(error instanceof StartRefused)) throw error;
  console.error(`refused ${error.code}\n${error.message}`);
  process.exit(3);
}
