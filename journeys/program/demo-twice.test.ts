import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadDemo } from '../../demo/load-demo.ts';
import { loadingMark } from '../../host/program/mode-of-folder.ts';
import { openHouse } from '../../host/program/open-house.ts';
import { readSettings } from '../../host/program/settings.ts';
import { withClient } from '../../host/postgres/prepare-roles.ts';

/** The demo city on two stores of their own, at the same moment of a fixed day; the real meters are left out, they are the same file anyhow. */

interface Loaded {
  /** Rows of every table. */
  readonly rows: Readonly<Record<string, number>>;
  readonly facts: Readonly<Record<string, number>>;
  readonly states: Readonly<Record<string, number>>;
  readonly unread: Readonly<Record<string, number>>;
  /** When things happened, over all facts. */
  readonly latest: Date;
}

const now = new Date('2026-04-16T02:30:00Z');
const folders: string[] = [];
let one: Loaded;
let other: Loaded;

async function load(): Promise<Loaded> {
  const folder = mkdtempSync(join(tmpdir(), 'opengoa-demo-'));
  folders.push(folder);
  const settings = readSettings({ OPENGOA_DATA: folder });
  const house = await openHouse({
    settings,
    log: pino({ level: 'silent' }),
    progress: () => undefined,
    clock: () => now,
    poolSize: 6,
    statementMs: 120_000,
  });
  try {
    const { signal } = new AbortController();
    await loadDemo(house.kernel, {
      data: folder,
      mark: loadingMark(folder),
      meters: async () => null,
      progress: () => undefined,
      signal,
    });
    return await withClient(house.urls.superuser!, async (client) => {
      const counted = async (sql: string) => {
        const { rows } = await client.query<{ name: string; n: number }>(sql);
        return Object.fromEntries(rows.map(({ name, n }) => [name, n]));
      };
      const tables = await client.query<{ name: string }>(
        `select format('%I.%I', schemaname, tablename) as name from pg_tables
          where schemaname !~ '^(pg_|information_schema|graphile)' order by 1`,
      );
      const all = tables.rows.map(({ name }) => `select '${name}' as name, count(*)::int as n from ${name}`);
      const latest = await client.query<{ at: Date }>('select max(happened_at) as at from kernel.fact');
      return {
        rows: await counted(all.join(' union all ')),
        facts: await counted('select type as name, count(*)::int as n from kernel.fact group by 1'),
        states: await counted('select state as name, count(*)::int as n from risk_centre.finding group by 1'),
        unread: await counted(
          `select p.name, count(*)::int as n from kernel.message m join kernel.person p on p.id = m.person_id
            where m.read_at is null group by 1`,
        ),
        latest: latest.rows[0]!.at,
      };
    });
  } finally {
    await house.close();
  }
}

beforeAll(async () => {
  [one, other] = await Promise.all([load(), load()]);
});
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

describe('the demo city', () => {
  test('loads to the same rows and facts every time', () => {
    expect(one.rows['kernel.person']).toBe(100);
    expect(one.rows['vehicles.trip']).toBeGreaterThan(30);
    expect(other.rows).toEqual(one.rows);
    expect(other.facts).toEqual(one.facts);
  });

  test('shows findings at several stations of their life, and some wait', () => {
    expect(one.states).toMatchObject({ raised: 12, explained: 1, closed: 1 });
    expect(other.states).toEqual(one.states);
  });

  test('rings nobody’s bell for what is long past', () => {
    for (const [name, count] of Object.entries(one.unread)) expect(count, name).toBeLessThan(12);
  });

  test('puts nothing into the future', () => {
    expect(one.latest.getTime()).toBeLessThanOrEqual(now.getTime());
  });
});
