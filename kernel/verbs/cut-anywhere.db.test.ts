import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../id.ts';
import type { Kernel } from '../kernel.ts';
import { library } from '../testing/library/library.ts';
import { house, type House } from '../testing/testing.ts';
import { runVerb } from './run-verb.ts';

let at: House;
let superuser: pg.Pool;
const tables = ['library.book', 'kernel.fact', 'kernel.request', 'kernel.task', 'kernel.message'];
const counts = async () =>
  Promise.all(
    tables.map(async (table) => Number((await superuser.query(`select count(*) as n from ${table}`)).rows[0].n)),
  );

/** What of the driver's connection is broken here. */
interface Wire {
  execute(message: unknown): void;
  flush(): void;
  _send(bytes: Buffer): boolean;
  readonly stream: { pause(): void; destroy(): void };
}

/**
 * The same house over connections that break at the k-th statement: before the database has it, or after it was done and before its answer
 * came. Statements leave in one piece, so the cut is made in the piece: what stands before it arrives and is done, nothing behind it.
 */
function breakingAt(kernel: Kernel, k: number, when: 'before' | 'after'): { kernel: Kernel; mend: () => void } {
  let executed = 0;
  const touched = new Set<Wire>();
  const connect = async () => {
    const client = await kernel.pool.connect();
    const wire = (client as unknown as { connection: Wire }).connection;
    if (touched.has(wire)) return client;
    touched.add(wire);
    const execute = wire.execute.bind(wire);
    const cut = () => {
      wire.flush();
      wire.stream.pause();
      wire._send = () => false;
      setTimeout(() => wire.stream.destroy(), 30);
    };
    wire.execute = (message) => {
      executed += 1;
      if (executed === k && when === 'before') return cut();
      execute(message);
      if (executed === k && when === 'after') cut();
    };
    return client;
  };
  const mend = () => {
    for (const wire of touched) delete (wire as Partial<Wire>).execute;
  };
  return { kernel: { ...kernel, pool: { connect } as unknown as pg.Pool }, mend };
}

beforeAll(async () => {
  at = await house({ rooms: [library], migrated: { name: 'library', roots: [library.folder] } });
  superuser = new pg.Pool({ connectionString: at.urls.superuser, max: 2 });
});
afterAll(async () => {
  await superuser?.end();
  await at?.close();
});

describe('REL-02 a verb stopped at any statement', () => {
  test.each(['before', 'after'] as const)(
    'REL-02 SEC-BI-02 cut %s the k-th statement, for every k: all of it or nothing, and the same request then does it once',
    async (when) => {
      const clerk = at.with([{ role: 'clerk', unit: at.ids.finance, below: true }], { unit: at.ids.finance });
      for (let k = 1; ; k += 1) {
        const before = await counts();
        const request = newId();
        const run = {
          name: 'library.shelve-book',
          input: { unit: at.ids.finance, title: `第${k}刀` },
          actor: clerk.actor,
          requestId: request,
        };
        const broken = breakingAt(at.kernel, k, when);
        const outcome = await runVerb(broken.kernel, run).catch((error: Error) => error);
        broken.mend();
        const cut = outcome instanceof Error;
        const after = await counts();
        // A commit that was done although its answer never came is whole as well: book, fact and remembered answer.
        if (cut) expect([before, before.map((n, table) => n + (table < 3 ? 1 : 0))]).toContainEqual(after);
        const again = await runVerb(at.kernel, run);
        expect('facts' in again).toBe(true);
        expect(await counts()).toEqual(before.map((n, table) => n + (table < 3 ? 1 : 0)));
        if (!cut) {
          expect(k).toBeGreaterThan(4);
          return;
        }
      }
    },
  );
});

describe('the Record comes first', () => {
  test('SEC-RE-07 when the Record cannot be written, the verb does not happen', async () => {
    const clerk = at.with([{ role: 'clerk', unit: at.ids.finance, below: true }], { unit: at.ids.finance });
    await superuser.query('alter table kernel.fact add constraint closed check (false) not valid');
    const before = await counts();
    await expect(clerk.run('library.shelve-book', { unit: at.ids.finance, title: '无记录' })).rejects.toThrow();
    expect(await counts()).toEqual(before);
    await superuser.query('alter table kernel.fact drop constraint closed');
    await clerk.does('library.shelve-book', { unit: at.ids.finance, title: '有记录' });
  });

  test('SEC-TA-05 no role of the program may change or empty the Record, its seals or its heads', async () => {
    const roles = (
      await superuser.query(
        `select rolname from pg_roles where rolname like 'opengoa\\_%' and rolname <> 'opengoa_owner'`,
      )
    ).rows.map((row) => row.rolname as string);
    expect(roles.length).toBeGreaterThan(4);
    const app = new pg.Client({ connectionString: at.urls.app });
    await app.connect();
    try {
      for (const role of roles) {
        if (role !== 'opengoa_app') await app.query(`set role ${role}`).catch(() => app.query('reset role'));
        for (const table of ['kernel.fact', 'kernel.seal', 'kernel.tree_head', 'kernel.tree_node']) {
          await expect(app.query(`delete from ${table}`), `${role} delete ${table}`).rejects.toThrow(
            /permission denied/,
          );
          await expect(app.query(`truncate ${table}`), `${role} truncate ${table}`).rejects.toThrow(
            /permission denied/,
          );
        }
        await expect(app.query(`update kernel.fact set verb = 'x'`), role).rejects.toThrow(/permission denied/);
        await expect(app.query(`update kernel.seal set seq = 1`), role).rejects.toThrow(/permission denied/);
        await app.query('reset role');
      }
    } finally {
      await app.end();
    }
  });

  test('SEC-RE-06 the Record is kept at least six months: its standard takes nothing less, and nothing in the program deletes facts', async () => {
    const standards = at.kernel.registers.standards();
    const retention = standards.get('kernel.record-retention');
    const [least] = (Array.isArray(retention.range) ? retention.range : Object.values(retention.range ?? {})[0]) as [
      number,
      number,
    ];
    const months =
      { months: 1, month: 1, years: 12, year: 12, days: 1 / 30, day: 1 / 30 }[
        String(typeof retention.unit === 'string' ? retention.unit : Object.values(retention.unit)[0])
      ] ?? 0;
    expect(least * months).toBeGreaterThanOrEqual(6);
  });
});
