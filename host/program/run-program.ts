import type { Logger } from 'pino';
import { startSealer } from '@opengoa/kernel/record';
import { guardDisk } from '../postgres/guard-disk.ts';
import { openDoors } from '../http/open-doors.ts';
import { openIdentity, type Identity } from '@opengoa/kernel/host';
import { startCollector, type Collector } from '../collect/start-collector.ts';
import { prepareWorker } from '../jobs/prepare-worker.ts';
import { startWorker, type Worker } from '../jobs/work.ts';
import { startFollowers } from '../jobs/follow-record.ts';
import { scanWith } from '../scan/clamd.ts';
import { doorLimits } from './door-limits.ts';
import { holdsDemo } from './holds-demo.ts';
import { listenOn } from './listen-on.ts';
import { openDeviceDoors } from './open-device-doors.ts';
import { settleMode } from './mode-of-folder.ts';
import { openHouse, type OpenHouse, type OpenOptions } from './open-house.ts';
import type { Settings } from './settings.ts';

/** Which parts of the program this process is. One office runs all in one; a city runs many of each. */
export type Part = 'server' | 'worker' | 'sealer' | 'collector';

export interface ProgramOptions {
  readonly settings: Settings;
  readonly log: Logger;
  readonly progress: (line: string) => void;
  readonly parts: ReadonlySet<Part>;
  /** Folder of built pages, or null where there are none to serve. May still be under way: it is waited for before anything is served. */
  readonly pages: string | null | Promise<string | null>;
  /** Runs when the store is open and nothing serves yet: the demo city is loaded here. */
  readonly before?: (house: OpenHouse) => Promise<void>;
  /** Ends a start that is under way; what it began is stopped. */
  readonly signal?: AbortSignal;
  readonly alsoRooms?: OpenOptions['alsoRooms'];
}

export interface Program {
  readonly house: OpenHouse;
  readonly address: string | null;
  /** Ports of the doors for devices that are open, by name. */
  readonly devices: Readonly<Record<string, number>>;
  /** Whether the store holds the demo city. */
  readonly demo: boolean;
  readonly worker: Worker | null;
  readonly collector: Collector | null;
  stop(): Promise<void>;
}

/** Starts the parts in order and stops them in reverse; a start that fails half-way stops what it began (REL-26). */
export async function runProgram({
  settings,
  log,
  progress,
  parts,
  pages,
  before,
  signal,
  alsoRooms,
}: ProgramOptions): Promise<Program> {
  const house = await openHouse({ settings, log, progress, ...(alsoRooms ? { alsoRooms } : {}) });
  const closing: (() => Promise<unknown> | void)[] = [() => house.close()];
  const stop = async () => {
    for (const step of closing.splice(0).toReversed()) await step();
  };
  try {
    settleMode(settings, await holdsDemo(house.kernel));
    signal?.throwIfAborted();
    await prepareWorker(house.urls.owner);
    if (house.urls.superuser) {
      const guard = await guardDisk({
        folder: settings.data,
        superUrl: house.urls.superuser,
        onChange: (disk) => {
          house.setAside = disk.low ? 'disk' : null;
          log.warn({ disk }, 'disk');
        },
      });
      closing.push(() => guard.stop());
    }
    await before?.(house);
    const demo = await holdsDemo(house.kernel);
    const folder = await pages;
    signal?.throwIfAborted();
    if (parts.has('sealer')) {
      const sealer = startSealer({
        pool: house.pool,
        node: house.kernel.node,
        crypto: house.kernel.crypto,
        onFault: (fault) => log.error({ err: fault }, 'sealer'),
      });
      closing.push(() => sealer.stop());
    }
    let worker: Worker | null = null;
    if (parts.has('worker')) {
      const started = await startWorker({ kernel: house.kernel, appUrl: house.urls.app, log });
      worker = started;
      house.kernel.queue = (job, asked) => started.add(job, asked);
      closing.push(() => started.stop());
      const followers = startFollowers(house.kernel, log);
      closing.push(() => followers.stop());
    }
    const devices: Record<string, number> = {};
    if (parts.has('collector')) {
      const doors = await openDeviceDoors(house.kernel, settings, log);
      closing.push(() => doors.close());
      for (const { name, port } of doors.open) devices[name] = port;
    }
    let address: string | null = null;
    let identity: Identity | null = null;
    if (parts.has('server') || parts.has('collector')) {
      const opened = openIdentity(house.kernel, {
        onFault: (fault) => log.warn({ err: fault }, 'identity'),
        oidc: settings.oidc,
        workApps: settings.workApps,
        ...(settings.officers ? { officerAddresses: settings.officers } : {}),
      });
      identity = opened;
      closing.push(() => opened.stop());
    }
    let collector: Collector | null = null;
    if (identity && parts.has('collector')) {
      const started = await startCollector({ kernel: house.kernel, identity, log }, settings.collecting);
      collector = started;
      closing.push(() => started.stop());
    }
    if (identity && parts.has('server')) {
      const server = await openDoors({
        kernel: house.kernel,
        identity,
        pool: house.pool,
        log,
        limits: doorLimits(house.kernel),
        proxies: settings.proxies,
        pages: folder,
        demo,
        data: settings.data,
        ...(collector ? { messages: collector.receiver.figures } : {}),
        ...(settings.scanner
          ? { scan: scanWith(settings.scanner, (fault) => log.warn({ err: fault }, 'scanner')) }
          : {}),
      });
      closing.push(() => server.close());
      address = await listenOn(server, settings);
    }
    return { house, address, devices, demo, worker, collector, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
