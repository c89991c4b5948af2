import { createSecretKey } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { type Actor, type Id, isRefusal, jobActor, newId, type Room, type VerbAnswer } from '@opengoa/kernel';
import { openCrypto } from '@opengoa/kernel/crypto';
import {
  assemble,
  type Kernel,
  kernelRoom,
  keysInDatabase,
  liveRegisters,
  loadKits,
  loadSteps,
  migrate,
  openPool,
  runVerb,
} from '@opengoa/kernel/host';
import { findStandards, loadStandards } from '@opengoa/kernel/standards';
import { startCluster } from '../host/postgres/start-cluster.ts';

const root = join(import.meta.dirname, '..');

/** A durable database of its own with one unit, and rooms on it: what a bench of a room's verbs needs, and no more. */
export interface SmallHouse {
  readonly kernel: Kernel;
  readonly pool: pg.Pool;
  readonly superUrl: string;
  readonly standing: Standing;
  /** A city; everything in the bench belongs to it. */
  readonly unit: Id;
  /** Somebody with these rights at the city and below. */
  actor(...roles: string[]): Actor;
  /** Runs a verb and expects no refusal. */
  does(actor: Actor, name: string, input: unknown): Promise<VerbAnswer>;
  close(): Promise<void>;
}

/** Where a small house stands: for opening it from another process. */
export interface Standing {
  readonly appUrl: string;
  readonly keysFolder: string;
}

/** The kernel with these rooms on a database that stands, and nothing else in the process. */
export async function openKernel(
  { appUrl, keysFolder }: Standing,
  { rooms, connections }: { readonly rooms: readonly Room[]; readonly connections: number },
): Promise<{ readonly kernel: Kernel; readonly pool: pg.Pool; close(): Promise<void> }> {
  const limits = { waitMs: 30_000, statementMs: 60_000, lockMs: 30_000, idleTransactionMs: 60_000 };
  const pool = openPool(appUrl, { size: connections + 2, ...limits }, () => undefined);
  const registers = await liveRegisters(pool, {
    node: 1,
    standards: loadStandards(await findStandards(root)),
    steps: await loadSteps(root),
    onFault: (fault) => {
      throw fault;
    },
  });
  const kernel = assemble({
    node: 1,
    pool,
    rooms: [kernelRoom, ...rooms],
    registers,
    crypto: await openCrypto({ profile: 'international', keysFolder, store: keysInDatabase(pool, 1) }),
    kits: await loadKits(rooms),
    cursorKey: createSecretKey(Buffer.alloc(32)),
  });
  return {
    kernel,
    pool,
    async close() {
      registers.stop();
      await pool.end();
    },
  };
}

/** A job with these rights at a unit and below. */
export const actorAt = (unit: Id, ...roles: string[]): Actor =>
  jobActor(
    'bench',
    roles.map((role) => ({ role, unit, below: true })),
    unit,
  );

export async function smallHouse({
  rooms,
  connections,
}: {
  rooms: readonly Room[];
  connections: number;
}): Promise<SmallHouse> {
  const folder = mkdtempSync(join(tmpdir(), 'opengoa-bench-'));
  const cluster = await startCluster({ folder, durable: true });
  await migrate({ ownerUrl: cluster.ownerUrl, roots: [join(root, 'kernel'), ...rooms.map((room) => room.folder)] });
  const standing = { appUrl: cluster.appUrl, keysFolder: join(folder, 'keys') };
  const { kernel, pool, close } = await openKernel(standing, { rooms, connections });
  const unit = newId();
  const actor = (...roles: string[]) => actorAt(unit, ...roles);
  const does = async (by: Actor, name: string, input: unknown) => {
    const answer = await runVerb(kernel, { name, input, actor: by, requestId: newId() });
    if (isRefusal(answer)) throw new Error(`${name}: ${answer.code} ${JSON.stringify(answer.data)}`);
    return answer;
  };
  await does(actor('system-admin'), 'kernel.found-unit', {
    id: unit,
    parent: null,
    name: '临江市',
    kind: 'region',
    level: 'city',
    from: '2010-01-01',
  });
  await kernel.registers.refresh();
  return {
    kernel,
    pool,
    superUrl: cluster.superUrl,
    standing,
    unit,
    actor,
    does,
    async close() {
      await close();
      await cluster.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
