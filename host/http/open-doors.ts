import type { FastifyInstance } from 'fastify';
import type pg from 'pg';
import type { Logger } from 'pino';
import type { Scan } from '@opengoa/kernel/files';
import type { Identity, Kernel } from '@opengoa/kernel/host';
import { tendFiles } from '../scan/tend-files.ts';
import type { Receiver } from '../collect/receive-message.ts';
import { serveCalendar } from './calendar.ts';
import { serveCspReports } from './csp-reports.ts';
import { dataFolder } from './data-folder.ts';
import { serveExports } from './exports.ts';
import { serveTables } from './tables.ts';
import { serveWorkbooks } from './workbooks.ts';
import { serveFaultReports } from './fault-door.ts';
import { serveFiles } from './files.ts';
import { serveHealth } from './health.ts';
import { hostContract } from './host-contract.ts';
import { serveImports } from './imports.ts';
import { measure } from './measures.ts';
import { openApiOf } from './openapi.ts';
import { servePages } from './pages.ts';
import { serve, type DoorLimits } from './serve.ts';
import { serveSession } from './session.ts';

export interface Doors {
  readonly kernel: Kernel;
  readonly identity: Identity;
  /** The pool whose connections are measured and asked whether the database is there. */
  readonly pool: pg.Pool;
  readonly log: Logger;
  readonly limits: DoorLimits;
  readonly proxies: readonly string[];
  /** Folder of built pages, or null where there are none to serve. */
  readonly pages: string | null;
  readonly demo: boolean;
  /** `OPENGOA_DATA`: attachments, and what comes or goes for a moment. */
  readonly data: string;
  /** Looks for malware in what is brought in; without one, files are marked as not looked at (SEC-FI-10). */
  readonly scan?: Scan | undefined;
  /** What became of the messages of devices, where this process takes them. */
  readonly messages?: Receiver['figures'] | undefined;
}

/** Every door of the program on one server, not yet listening: the rooms' doors, session, health, figures and pages. */
export async function openDoors({
  kernel,
  identity,
  pool,
  log,
  limits,
  proxies,
  pages,
  demo,
  data,
  scan,
  messages,
}: Doors): Promise<FastifyInstance> {
  const folder = await dataFolder(data);
  return serve({
    kernel,
    identity,
    log,
    limits,
    proxies,
    async also(server, { work }) {
      const { registry, blocked } = measure(server, { pool, work, messages });
      serveHealth(server, {
        registry,
        openApi: () => openApiOf(kernel, hostContract(kernel), limits),
        ready: async () => kernel.setAside() === null && (await pool.query('select 1')).rowCount === 1,
      });
      serveSession(server, { kernel, identity, demo });
      serveExports(server, { kernel, identity, folder });
      serveWorkbooks(server, { kernel, identity });
      serveTables(server, { kernel, identity, folder });
      serveFaultReports(server, { kernel, identity, folder });
      serveFiles(server, { kernel, identity, folder, uploadMost: limits.upload, scan });
      const tending = tendFiles(kernel, folder.files, { scan, onFault: (fault) => log.error({ err: fault }, 'files') });
      server.addHook(
        'onReady',
        async () => void tending.once().catch((fault: Error) => log.error({ err: fault }, 'files')),
      );
      server.addHook('onClose', async () => tending.stop());
      serveImports(server, {
        kernel,
        identity,
        folder,
        uploadMost: limits.upload,
        onFault: (fault) => log.error({ err: fault }, 'import'),
      });
      serveCalendar(server, kernel);
      serveCspReports(server, kernel, blocked);
      if (pages) await servePages(server, pages);
    },
  });
}
