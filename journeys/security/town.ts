import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import pg from 'pg';
import pino from 'pino';
import { openIdentity, type Identity, type IdentityOptions, type Kernel } from '@opengoa/kernel/host';
import { house, type House } from '@opengoa/kernel/testing';
import { openDoors } from '../../host/http/open-doors.ts';
import type { DoorLimits } from '../../host/http/serve.ts';
import { doorLimits } from '../../host/program/door-limits.ts';
import { findRooms } from '../../host/program/find-rooms.ts';

/** One front door over a kernel, listening on a loopback port of its own. */
export interface FrontDoor {
  readonly server: FastifyInstance;
  readonly identity: Identity;
  readonly port: number;
  /** `http://127.0.0.1:<port>` */
  readonly origin: string;
  close(): Promise<void>;
}

/** The house with every room of the disk, the cast in it, its front door open, and what it logged. */
export interface Town extends FrontDoor {
  readonly at: House;
  /** Sees behind row-level security. */
  readonly superuser: pg.Pool;
  readonly log: string[];
  /** The folder of what is stored and of what comes or goes for a moment. */
  readonly data: string;
  /** Another door over the same house: with one wall off, other limits, or another clock. */
  anotherDoor(more: DoorOptions): Promise<FrontDoor>;
}

export interface DoorOptions {
  readonly kernel?: (kernel: Kernel) => Kernel;
  readonly limits?: Partial<DoorLimits>;
  readonly proxies?: readonly string[];
  readonly pages?: string | null;
  readonly identity?: IdentityOptions;
}

export interface TownOptions extends DoorOptions {
  readonly clock?: () => Date;
}

/** Builds the town. Rooms are found on the disk as the program finds them: a ninth office is under test without an edit here. */
export async function town({ clock, ...options }: TownOptions = {}): Promise<Town> {
  const [, ...rooms] = await findRooms();
  const at = await house({ rooms, ...(clock ? { clock } : {}) });
  const superuser = new pg.Pool({ connectionString: at.urls.superuser, max: 4 });
  superuser.on('error', () => undefined);
  const log: string[] = [];
  // One folder for all doors: what one stored, another gives out.
  const data = mkdtempSync(join(tmpdir(), 'opengoa-town-'));
  const opened: FrontDoor[] = [];
  const open = async (more: DoorOptions): Promise<FrontDoor> => {
    const door = await frontDoor(more.kernel?.(at.kernel) ?? at.kernel, { ...more, data, log });
    opened.push(door);
    return door;
  };
  const door = await open(options);
  return {
    ...door,
    at,
    superuser,
    log,
    data,
    anotherDoor: open,
    async close() {
      for (const each of opened.toReversed()) await each.close();
      await superuser.end();
      await at.close();
      rmSync(data, { recursive: true, force: true });
    },
  };
}

async function frontDoor(
  kernel: Kernel,
  { data, log, limits, proxies, pages, identity: options }: DoorOptions & { data: string; log: string[] },
): Promise<FrontDoor> {
  const identity = openIdentity(kernel, { onFault: () => undefined, ...options });
  const lines = new Writable({
    write(piece: Buffer, _encoding, done) {
      log.push(piece.toString());
      done();
    },
  });
  const server = await openDoors({
    kernel,
    identity,
    pool: kernel.pool,
    log: pino({ level: 'info' }, lines),
    limits: { ...doorLimits(kernel), ...limits },
    proxies: proxies ?? [],
    pages: pages ?? null,
    demo: false,
    data,
  });
  await server.listen({ port: 0, host: '127.0.0.1' });
  const { port } = server.server.address() as { port: number };
  return {
    server,
    identity,
    port,
    origin: `http://127.0.0.1:${port}`,
    async close() {
      await server.close();
      await identity.stop();
    },
  };
}
