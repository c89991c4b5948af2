import { createSecretKey, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Actor, Grant } from '../actor.ts';
import { jobActor, nobody } from '../actor.ts';
import { openCrypto } from '../crypto/crypto.ts';
import { keysInDatabase } from '../crypto/key-store.ts';
import { newId } from '../id.ts';
import { assemble } from '../assemble.ts';
import type { Kernel } from '../kernel.ts';
import { kernelRoom } from '../kernel-room.ts';
import { liveRegisters } from '../live-registers.ts';
import { migrate } from '../database/migrate.ts';
import { openPool } from '../database/open-pool.ts';
import { isRefusal, type Refusal } from '../refusal.ts';
import { loadKits } from '../risk-kit/load-kits.ts';
import { runList } from '../reads/run-list.ts';
import { runRead } from '../reads/run-read.ts';
import type { Room, VerbAnswer } from '../room.ts';
import { findStandards, loadStandards } from '../standards/standards.ts';
import { loadSteps } from '../tasks/cases.ts';
import { onTheWay } from '../verbs/refusals-on-the-way.ts';
import { runVerb } from '../verbs/run-verb.ts';
import { cast, raiseCast, type CastName } from './cast.ts';
import { freshDatabase } from './database.ts';
import type { Person } from './person.ts';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

export interface House {
  readonly kernel: Kernel;
  readonly ids: typeof cast.ids;
  readonly urls: { readonly app: string; readonly owner: string; readonly superuser: string };
  as(name: CastName, more?: Partial<Actor>): Person;
  /** Somebody with exactly these rights, for walls and matrices. */
  with(grants: readonly Grant[], more?: Partial<Actor>): Person;
  close(): Promise<void>;
}

/** Whoever calls a verb knows its refusals and its result from the contract: in every test, what it answers is what it declares. */
function asDeclared(kernel: Kernel, name: string, answer: VerbAnswer | Refusal): VerbAnswer | Refusal {
  const verb = kernel.verbs.get(name);
  if (!verb) return answer;
  if (isRefusal(answer)) {
    if (![...verb.refusals, ...onTheWay].includes(answer.code))
      throw new Error(`${name} refuses with ${answer.code}, which it does not declare`);
    return answer;
  }
  if (verb.result) verb.result.parse(answer.result);
  else if (answer.result !== undefined) throw new Error(`${name} answers with a result that it does not declare`);
  return answer;
}

/**
 * A migrated house with the cast: 青山省, 临江市 with its bureau and two units, 石桥县; 周敏 asks, 何涛 approves, 孙师傅 drives, 林芳 audits.
 * @param clock fixed or moving time of the house
 */
export async function house({
  rooms,
  clock,
  applicationWall,
  migrated,
}: {
  rooms: readonly Room[];
  /** Folders of rooms the product does not have, migrated for this test alone. */
  migrated?: { name: string; roots: readonly string[] };
  clock?: () => Date;
  applicationWall?: boolean;
}): Promise<House> {
  const database = await freshDatabase(
    migrated
      ? {
          template: migrated.name,
          prepare: async (ownerUrl) =>
            void (await migrate({ ownerUrl, roots: [join(root, 'kernel'), ...migrated.roots] })),
        }
      : {},
  );
  const pool = openPool(
    database.url,
    { size: 10, waitMs: 10_000, statementMs: 10_000, lockMs: 5_000, idleTransactionMs: 15_000 },
    () => undefined,
  );
  const keysFolder = mkdtempSync(join(tmpdir(), 'opengoa-keys-'));
  const registers = await liveRegisters(pool, {
    node: 1,
    standards: loadStandards(await findStandards(root)),
    steps: await loadSteps(root),
    every: 200,
    onFault: () => undefined,
    ...(clock ? { clock } : {}),
  });
  const kernel = assemble({
    node: 1,
    pool,
    rooms: [kernelRoom, ...rooms],
    registers,
    crypto: await openCrypto({ profile: 'international', keysFolder, store: keysInDatabase(pool, 1) }),
    kits: await loadKits(rooms),
    cursorKey: createSecretKey(randomBytes(32)),
    ...(clock ? { clock } : {}),
    ...(applicationWall === undefined ? {} : { applicationWall }),
  });
  const person = (actor: Actor): Person => {
    const run: Person['run'] = async (name, input, requestId = newId()) =>
      asDeclared(kernel, name, await runVerb(kernel, { name, input, actor, requestId }));
    return {
      actor,
      run,
      async does(name, input) {
        const answer = await run(name, input);
        if (isRefusal(answer)) throw new Error(`${name} refused: ${answer.code} ${JSON.stringify(answer.data)}`);
        return answer;
      },
      read: (name, query = {}) => runRead(kernel, name, query, actor),
      list: (name, query = {}) => runList(kernel, name, query, actor),
    };
  };
  await raiseCast(
    person(jobActor('cast', [{ role: 'system-admin', unit: cast.ids.province, below: true }], cast.ids.province)),
    kernel,
  );
  return {
    kernel,
    ids: cast.ids,
    urls: { app: database.url, owner: database.ownerUrl, superuser: database.superUrl },
    as: (name, more) => person({ ...cast.actor(name, registers.organisation('')), ...more }),
    with: (grants, more) =>
      person({
        ...nobody(),
        kind: 'person',
        person: newId(),
        account: newId(),
        name: '某人',
        unit: grants[0]?.unit ?? null,
        grants,
        ...more,
      }),
    async close() {
      registers.stop();
      await pool.end();
      await database.drop();
      rmSync(keysFolder, { recursive: true, force: true });
    },
  };
}
