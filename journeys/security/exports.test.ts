import { readdirSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openAccount, signIn } from './accounts.ts';
import { town, type Town } from './town.ts';
import { Visitor } from './visitor.ts';

let at: Town;
let dispatcher: Visitor;
beforeAll(async () => {
  at = await town();
  await openAccount(at, '吴调度', 'wudiaodu');
  dispatcher = await signIn(at, 'wudiaodu');
});
afterAll(async () => {
  dispatcher?.leave();
  await at?.close();
});

const passing = () => readdirSync(join(at.data, 'passing'));
const exportsOnRecord = async () =>
  (
    await at.superuser.query<{ body: { list: string; rows: number }; why: string | null; person: string }>(
      `select body, why, person_name as person from kernel.fact where type = 'kernel.DataExported' or verb = 'kernel.record-export' order by id`,
    )
  ).rows;

describe('SEC-FI-13 what leaves as a file', () => {
  test('SEC-FI-13 ledgers of people and of what they did ask why; the contract and the page say so beforehand', async () => {
    const asking = [...at.at.kernel.lists.values()].filter(({ sensitive }) => sensitive).map(({ name }) => name);
    expect(asking).toEqual(
      expect.arrayContaining([
        'vehicles.drivers',
        'kernel.persons',
        'kernel.accounts',
        'kernel.sessions',
        'kernel.facts',
      ]),
    );
    const meta = await dispatcher.get('/api/lists/vehicles.drivers');
    expect(meta.body).toMatchObject({ asksReason: true });
    expect((await dispatcher.get('/api/lists/vehicles.trips')).body).toMatchObject({ asksReason: false });
    const before = await exportsOnRecord();
    for (const query of ['', '?reason=', '?reason=%20x%20'])
      expect(await dispatcher.get(`/api/reads/vehicles.drivers.csv${query}`)).toMatchObject({
        code: 'export-asks-a-reason',
      });
    expect(await exportsOnRecord()).toEqual(before);
  });

  test('SEC-FI-13 with a reason it leaves marked with who, when, why and until when, and is on the Record', async () => {
    const { status, text } = await dispatcher.get(
      `/api/reads/vehicles.drivers.csv?reason=${encodeURIComponent('年度体检名单')}`,
    );
    expect(status).toBe(200);
    const mark = text.trimEnd().split('\n').at(-1)!;
    expect(mark).toMatch(
      /吴调度 · \d{4}-\d\d-\d\d \d\d:\d\d 导出 · \d+ 行 · 事由：年度体检名单 · 有效期至 \d{4}-\d\d-\d\d，逾期销毁/,
    );
    const [taken] = (await exportsOnRecord()).slice(-1);
    expect(taken).toMatchObject({ body: { list: 'vehicles.drivers' }, why: '年度体检名单', person: '吴调度' });
  });

  test('SEC-FI-13 nothing is left to be fetched again: not after it was sent, not when the taker went away', async () => {
    const path = `/api/reads/vehicles.drivers.xlsx?reason=${encodeURIComponent('核对')}`;
    expect((await dispatcher.get(path)).status).toBe(200);
    await expect.poll(passing).toEqual([]);
    for (let turn = 0; turn < 5; turn += 1)
      await new Promise<void>((done) => {
        const asking = request(`${at.origin}${path}`, {
          headers: { cookie: `opengoa=${dispatcher.cookies.get('opengoa')}`, 'sec-fetch-site': 'same-origin' },
        });
        asking.on('error', () => done());
        asking.on('response', (response) => {
          response.destroy();
          done();
        });
        asking.end();
        setTimeout(() => asking.destroy(), 5 * turn);
      });
    await expect.poll(passing, { timeout: 5_000 }).toEqual([]);
    // The same address without the session gives nothing.
    expect(
      (await dispatcher.ask(path, { headers: { cookie: undefined, 'sec-fetch-site': 'same-origin' } })).status,
    ).toBe(401);
  });

  test('SEC-SE-06 whoever has a second factor shows it again before such a ledger leaves', async () => {
    await openAccount(at, '林芳', 'linfang');
    const path = `/api/reads/kernel.facts.csv?reason=${encodeURIComponent('年度审计')}`;
    const here = await signIn(at, 'linfang');
    expect((await here.get(path)).status).toBe(200);
    const later = await at.anotherDoor({
      kernel: (kernel) => ({ ...kernel, clock: () => new Date(Date.now() + 6 * 60_000) }),
    });
    const there = new Visitor(later.origin);
    there.cookies.set('opengoa', here.cookies.get('opengoa')!);
    const before = await exportsOnRecord();
    expect(await there.get(path)).toMatchObject({ status: 403, code: 'factor-not-fresh' });
    expect(await exportsOnRecord()).toEqual(before);
    // What tells of nobody leaves as before, and so does what somebody without a factor may take.
    there.cookies.set('opengoa', dispatcher.cookies.get('opengoa')!);
    expect((await there.get(`/api/reads/vehicles.drivers.csv?reason=${encodeURIComponent('核对')}`)).status).toBe(200);
    here.leave();
    there.leave();
  });

  test('SEC-FI-13 no more rows than the standard lets out', async () => {
    const standards = at.at.kernel.registers.standards();
    const most = await at.anotherDoor({
      kernel: (kernel) => ({
        ...kernel,
        registers: {
          ...kernel.registers,
          standards: () => ({
            ...standards,
            numberOn: (id, day, place, selector) =>
              selector?.['item'] === 'export-rows-personal' ? 1 : standards.numberOn(id, day, place, selector),
          }),
        },
      }),
    });
    const { rows } = await at.superuser.query<{ count: number }>(`select count(*)::int as count from kernel.person`);
    expect(rows[0]!.count).toBeGreaterThan(1);
    const clerk = await signIn(at, 'wudiaodu', most.origin);
    const answer = await clerk.get(`/api/reads/kernel.persons.csv?reason=${encodeURIComponent('核对')}`);
    expect(answer).toMatchObject({ code: 'export-too-long' });
    expect(passing()).toEqual([]);
    clerk.leave();
  });
});
