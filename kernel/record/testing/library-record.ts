import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { CryptoProfile } from '../../crypto/algorithm.ts';
import { type Crypto, openCrypto } from '../../crypto/crypto.ts';
import { keysInDatabase } from '../../crypto/key-store.ts';
import { txOn } from '../../database/tx.ts';
import { newId } from '../../id.ts';
import { freshDatabase } from '../../testing/database.ts';
import { appendFacts } from '../append-facts.ts';
import type { FactRow } from '../fact-row.ts';
import { asRole } from '../as-role.ts';
import { sealOnce, type SealerOptions } from '../sealer.ts';

/** A library that lends books: the world of the kernel's own tests. */
export const library = {
  unit: '018f0000-0000-7000-8000-00000000000a',
  branch: '018f0000-0000-7000-8000-00000000000b',
  reader: '018f0000-0000-7000-8000-0000000000c1',
  librarian: '018f0000-0000-7000-8000-0000000000c2',
};

export const bookLent = (more: Partial<FactRow> = {}): FactRow => ({
  id: newId(),
  happenedAt: new Date(),
  actorKind: 'person',
  person: library.librarian,
  personName: '何涛',
  standInFor: null,
  post: null,
  postTitle: '馆员',
  address: '10.0.0.7',
  unit: library.unit,
  verb: 'lending.lend-book',
  type: 'lending.BookLent',
  objectKind: 'book',
  objectId: newId(),
  outcome: 'done',
  refusal: null,
  why: null,
  requestId: newId(),
  cause: null,
  corrects: null,
  facets: null,
  body: { title: '本草纲目', days: 30, shelf: { row: 3, level: 2 } },
  subject: null,
  personal: [],
  ...more,
});

/** A Record on a database of its own. */
export interface LibraryRecord {
  readonly node: number;
  /** The program's pool. */
  readonly pool: pg.Pool;
  /** A superuser, who can do to the tables what an intruder on the machine could. */
  readonly intruder: pg.Client;
  readonly crypto: Crypto;
  append(...facts: FactRow[]): Promise<void>;
  /** Seals everything in one go, once no transaction of the cluster, in whichever database, can still precede a fact. */
  sealAll(options?: Partial<SealerOptions>): Promise<number>;
  close(): Promise<void>;
}

export async function libraryRecord(profile: CryptoProfile = 'international'): Promise<LibraryRecord> {
  const node = 7;
  const database = await freshDatabase({ template: 'kernel' });
  const keys = mkdtempSync(join(tmpdir(), 'opengoa-record-'));
  const pool = new pg.Pool({ connectionString: database.url, max: 30 });
  pool.on('error', () => undefined);
  const intruder = new pg.Client({ connectionString: database.superUrl });
  intruder.on('error', () => undefined);
  await intruder.connect();
  const crypto = await openCrypto({ profile, keysFolder: join(keys, 'keys'), store: keysInDatabase(pool, node) });
  return {
    node,
    pool,
    intruder,
    crypto,
    append: (...facts) =>
      asRole(pool, { node, role: 'opengoa_work' }, (client) => appendFacts(txOn(client), facts, crypto)),
    async sealAll(options = {}) {
      for (;;) {
        const { rows } = await intruder.query<{ open: boolean }>(
          `select exists (select from kernel.fact f, pg_current_snapshot() s
                           where f.tx >= pg_snapshot_xmin(s) and f.tx < pg_snapshot_xmax(s)) as open`,
        );
        if (!rows[0]!.open) return (await sealOnce(pool, { node, crypto, ...options })).size;
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    },
    async close() {
      await pool.end();
      await intruder.end();
      await database.drop();
      rmSync(keys, { recursive: true, force: true });
    },
  };
}
