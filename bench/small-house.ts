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
  /** A city; everything in the bench belongs to it. */
  readonly unit: Id;
  /** Somebody with these rights at the city and below. */
  actor(...roles: string[]): Actor;
  /** Runs a verb and expects no refusal. */
  does(actor: Actor, name: string, input: unknown): Promise<VerbAnswer>;
  close(): Promise<void>;
}

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
  const limits = { waitMs: 30_000, statementMs: 60_000, lockMs: 30_000, idleTransactionMs: 60_000 };
  const pool = openPool(cluster.appUrl, { size: connections + 2, ...limits }, () => undefined);
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
    crypto: await openCrypto({
      profile: 'international',
      keysFolder: join(folder, 'keys'),
      store: keysInDatabase(pool, 1),
    }),
    kits: await loadKits(rooms),
    cursorKey: createSecretKey(Buffer.alloc(32)),
  });
  const unit = newId();
  const actor = (...roles: string[]) =>
    jobActor(
      'bench',
      roles.map((role) => ({ role, unit, below: true })),
      unit,
    );
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
  await registers.refresh();
  return {
    kernel,
    pool,
    superUrl: cluster.superUrl,
    unit,
    actor,
    does,
    async close() {
      registers.stop();
      await pool.end();
      await cluster.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
