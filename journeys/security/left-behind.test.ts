import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FileFolder } from '@opengoa/kernel/files';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dataFolder } from '../../host/http/data-folder.ts';
import { tendFiles } from '../../host/scan/tend-files.ts';
import { openAccount, password, signIn } from './accounts.ts';
import { town, type Town } from './town.ts';
import { Visitor } from './visitor.ts';

let at: Town;
let folder: FileFolder;
beforeAll(async () => {
  at = await town();
  folder = new FileFolder(join(at.data, 'files'));
  await openAccount(at, '周敏', 'zhoumin');
  await openAccount(at, '何涛', 'hetao');
});
afterAll(() => at?.close());

const bring = async (visitor: Visitor) => {
  const answer = await visitor.post(
    `/api/files/kernel.attachment?name=${encodeURIComponent('回执.pdf')}`,
    Buffer.from('%PDF-1.7\nsomething private\n%%EOF'),
    { 'content-type': 'application/pdf' },
  );
  expect(answer.status).toBe(200);
  return (answer.body as { id: string }).id;
};
const tended = (more: Partial<Parameters<typeof tendFiles>[2]> = {}) => {
  const faults: string[] = [];
  const tending = tendFiles(at.at.kernel, folder, {
    onFault: ({ message }) => faults.push(message),
    olderThanMillis: 0,
    ...more,
  });
  tending.stop();
  return tending.once().then(() => faults);
};

describe('SEC-DC-06 nothing readable is left for the next user', () => {
  test('SEC-DC-06 a session that was left opens nothing, and the store never held what would open it', async () => {
    const visitor = await signIn(at, 'zhoumin');
    const token = visitor.cookies.get('opengoa')!;
    expect((await visitor.get('/api/session')).headers['cache-control']).toContain('no-store');
    await visitor.run('kernel.sign-out');
    const later = new Visitor(at.origin);
    later.cookies.set('opengoa', token);
    expect((await later.get('/api/reads/kernel.my-tasks')).status).toBe(401);
    const tables = await at.superuser.query<{ table: string }>(
      `select format('%I.%I', schemaname, tablename) as "table" from pg_tables where schemaname in ('kernel', 'vehicles', 'energy', 'risk_centre')`,
    );
    expect(tables.rows.length).toBeGreaterThan(60);
    for (const { table } of tables.rows) {
      const found = await at.superuser.query(
        `select 1 from ${table} t where t::text like any (array['%' || $1 || '%', '%' || $2 || '%']) limit 1`,
        [token, password],
      );
      expect([table, found.rows]).toEqual([table, []]);
    }
    visitor.leave();
    later.leave();
  });

  test('SEC-DC-06 SEC-FI-07 bytes of a removed file are gone from the disk once the store was tended; what is kept stays', async () => {
    const visitor = await signIn(at, 'zhoumin');
    const [gone, kept] = [await bring(visitor), await bring(visitor)];
    expect(existsSync(folder.pathOf(gone))).toBe(true);
    await visitor.does('kernel.remove-file', { file: gone });
    expect((await visitor.get(`/api/files/${gone}`)).status).toBe(404);
    await new Promise((done) => setTimeout(done, 20));
    expect(await tended()).toEqual([]);
    expect([existsSync(folder.pathOf(gone)), existsSync(folder.pathOf(kept))]).toEqual([false, true]);
    visitor.leave();
  });

  test('SEC-DC-06 what an earlier life of the program left on its way is removed at the start, and the folder is nobody else’s', async () => {
    const data = mkdtempSync(join(tmpdir(), 'opengoa-left-'));
    try {
      const first = await dataFolder(data);
      writeFileSync(first.passing(), 'half an export of people');
      await dataFolder(data);
      expect(readdirSync(join(data, 'passing'))).toEqual([]);
      expect(statSync(join(data, 'passing')).mode & 0o077).toBe(0);
    } finally {
      rmSync(data, { recursive: true, force: true });
    }
  });
});

describe('SEC-FI-10 files that came while no scanner stood ready', () => {
  test('SEC-FI-10 are held back from others, are looked at later, and an infected one is given to nobody', async () => {
    const zhou = await signIn(at, 'zhoumin');
    const he = await signIn(at, 'hetao');
    const [clean, bad] = [await bring(zhou), await bring(zhou)];
    for (const id of [clean, bad]) {
      expect((await zhou.get(`/api/files/${id}`)).status).toBe(200);
      expect(await he.get(`/api/files/${id}`)).toMatchObject({ status: 409, code: 'file-not-scanned' });
    }
    expect(await tended({ scan: async () => 'unscanned' })).toEqual([]);
    expect(await he.get(`/api/files/${clean}`)).toMatchObject({ code: 'file-not-scanned' });
    expect(await tended({ scan: async (path) => (path === folder.pathOf(bad) ? 'infected' : 'clean') })).toEqual([]);
    expect((await he.get(`/api/files/${clean}`)).status).toBe(200);
    for (const visitor of [he, zhou]) expect((await visitor.get(`/api/files/${bad}`)).status).toBe(404);
    const told = await at.superuser.query(
      `select body->>'scan' as scan, count(*)::int as n from kernel.fact where type = 'kernel.FileScanned' group by 1 order by 1`,
    );
    expect(told.rows).toContainEqual({ scan: 'infected', n: 1 });
    zhou.leave();
    he.leave();
  });

  test('SEC-FI-10 where the place’s own rule says so, an unscanned file is given to others after its hours', async () => {
    const zhou = await signIn(at, 'zhoumin');
    const he = await signIn(at, 'hetao');
    const id = await bring(zhou);
    const hours = at.at.kernel.registers.standards().numberOn('kernel.unscanned-files', '2026-01-05', []);
    await at.superuser.query(`update kernel.file set stored_at = now() - make_interval(hours => $2) where id = $1`, [
      id,
      hours - 1,
    ]);
    expect(await he.get(`/api/files/${id}`)).toMatchObject({ code: 'file-not-scanned' });
    await at.superuser.query(`update kernel.file set stored_at = now() - make_interval(hours => $2) where id = $1`, [
      id,
      hours + 1,
    ]);
    expect((await he.get(`/api/files/${id}`)).status).toBe(200);
    zhou.leave();
    he.leave();
  });
});
