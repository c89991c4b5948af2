import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openAccount, signIn } from './accounts.ts';
import { town, type Town } from './town.ts';
import { Visitor, type Answer } from './visitor.ts';

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

const byStatus = (answers: readonly Answer[]) =>
  Object.fromEntries([...Map.groupBy(answers, ({ status }) => status)].map(([status, all]) => [status, all.length]));
const refusedSoon = (answers: readonly Answer[]) => {
  for (const { status, headers, millis } of answers)
    if (status === 429 || status === 503)
      expect([status, Number(headers['retry-after']) > 0, millis < 2_000]).toEqual([status, true, true]);
};

describe('SEC-BI-06 costly and public doors resist automation', () => {
  test('SEC-BI-06 a hundred exports at once by one person: one is made at a time, the others are told when to come again', async () => {
    const path = `/api/reads/vehicles.drivers.xlsx?reason=${encodeURIComponent('核对')}`;
    const answers = await Promise.all(Array.from({ length: 100 }, () => dispatcher.get(path)));
    const counted = byStatus(answers);
    expect(Object.keys(counted).toSorted()).toEqual(['200', '503']);
    expect(counted[503]).toBeGreaterThan(50);
    refusedSoon(answers);
    const told = await at.superuser.query(
      `select count(*)::int as n from kernel.fact where type = 'kernel.DataExported'`,
    );
    expect(told.rows[0].n).toBe(counted[200]);
    expect((await dispatcher.get(path)).status).toBe(200);
  });

  test('SEC-BI-06 a hundred uploads at once by one person: a few at a time', async () => {
    const body = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(200_000, 'x')]);
    const answers = await Promise.all(
      Array.from({ length: 100 }, () =>
        dispatcher.post(`/api/files/kernel.attachment?name=a.pdf`, body, { 'content-type': 'application/pdf' }),
      ),
    );
    expect(byStatus(answers)[503]).toBeGreaterThan(20);
    refusedSoon(answers);
  });

  test('SEC-BI-06 the public door of reports takes some a second and no more', async () => {
    const stranger = new Visitor(at.origin);
    const answers = await Promise.all(
      Array.from({ length: 300 }, () =>
        stranger.ask('/api/csp-reports', {
          method: 'POST',
          body: '{}',
          headers: { 'content-type': 'application/csp-report' },
        }),
      ),
    );
    const counted = byStatus(answers);
    expect(counted[204]).toBeLessThanOrEqual(150);
    expect(counted[429]).toBeGreaterThan(100);
    refusedSoon(answers);
    stranger.leave();
  });

  test('SEC-BI-06 a hundred guesses at the public door of sign-in: as many are judged as the standard allows, then none', async () => {
    await openAccount(at, '何涛', 'hetao');
    const guessers = Array.from({ length: 10 }, () => new Visitor(at.origin));
    const answers: Answer[] = [];
    for (let turn = 0; turn < 10; turn += 1)
      answers.push(...(await Promise.all(guessers.map((each, n) => each.signIn('hetao', `guess-${turn}-${n}-Aa1!`)))));
    expect(answers.some(({ status }) => status === 200)).toBe(false);
    const most = at.at.kernel.registers
      .standards()
      .numberOn('kernel.sign-in-limits', '2026-01-05', [], { item: 'failures-max' });
    const counted = await at.superuser.query(
      `select max(cardinality(failed_at))::int as n from kernel.sign_in_counter where key like 'name:%'`,
    );
    expect(counted.rows[0].n).toBeLessThanOrEqual(most);
    for (const each of guessers) each.leave();
  });
});
