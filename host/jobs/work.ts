import pg from 'pg';
import { Logger as WorkerLogger, parseCronItems, run, type CronItem, type Task, type TaskList } from 'graphile-worker';
import type { Logger } from 'pino';
import type { Job } from '@opengoa/kernel';
import { runJob, type Kernel } from '@opengoa/kernel/host';

export interface Worker {
  /** Queues a job by its name `<room>.<job>`; the same key while it waits is one run. */
  add(name: string, asked?: Record<string, unknown>, key?: string): Promise<void>;
  stop(): Promise<void>;
}

/** Daily at an Asia/Shanghai time is one fixed minute of UTC: there is no summer time. */
function utcPattern(job: Job): string | undefined {
  if (job.everyMinutes !== undefined) return `*/${job.everyMinutes} * * * *`;
  if (job.dailyAt === undefined) return undefined;
  const [hour, minute] = job.dailyAt.split(':').map(Number) as [number, number];
  return `${minute} ${(hour + 16) % 24} * * *`;
}

/**
 * Runs the rooms' jobs on graphile-worker: any number of processes, each run at most once at a time, a failing one retried with
 * growing pauses and then parked with its reason (REL-24); a clock that jumps neither repeats nor silently skips (REL-25).
 */
export async function startWorker({
  kernel,
  appUrl,
  log,
  concurrency = 2,
}: {
  kernel: Kernel;
  appUrl: string;
  log: Logger;
  concurrency?: number;
}): Promise<Worker> {
  const pool = new pg.Pool({
    connectionString: appUrl,
    max: concurrency + 3,
    options: '-c role=opengoa_worker',
    application_name: 'opengoa worker',
  });
  pool.on('error', (fault) => log.warn({ err: fault }, 'worker pool'));
  // A client in use may lose its server too; the library asks for a listener of its own on each.
  pool.on('connect', (client) => client.on('error', (fault) => log.warn({ err: fault }, 'worker connection')));
  const { jobs } = kernel;
  const stopping = new AbortController();
  const taskList: Record<string, Task> = {};
  for (const name of jobs.keys()) {
    taskList[name] = async (payload) => {
      const began = Date.now();
      try {
        await runJob(kernel, name, { signal: stopping.signal, asked: (payload ?? {}) as Record<string, unknown> });
        log.debug({ job: name, ms: Date.now() - began }, 'job done');
      } catch (error) {
        log.error({ err: error as Error, job: name }, 'job failed');
        throw error;
      }
    };
  }
  const runner = await run({
    pgPool: pool,
    concurrency,
    noHandleSignals: true,
    pollInterval: 2_000,
    taskList: taskList as TaskList,
    logger: new WorkerLogger(() => (level, message) => {
      if (level === 'error') log.error({ message }, 'worker');
    }),
    parsedCronItems: parseCronItems(
      [...jobs].flatMap(([name, job]): CronItem[] => {
        const match = utcPattern(job);
        return match ? [{ task: name as never, match, options: { backfillPeriod: 0, maxAttempts: 5 } }] : [];
      }),
    ),
  });
  return {
    async add(name, asked = {}, key) {
      if (!jobs.has(name)) throw new Error(`no such job: ${name}`);
      await runner.addJob(name, asked, { maxAttempts: 5, ...(key ? { jobKey: key } : {}) });
    },
    async stop() {
      stopping.abort();
      await runner.stop();
      await pool.end();
    },
  };
}
