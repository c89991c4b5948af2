import { afterAll, beforeAll, expect, test } from 'vitest';
import { isRefusal } from '../refusal.ts';
import { house, policiesOff, type House } from '../testing/testing.ts';

let at: House;
beforeAll(async () => {
  at = await house({ rooms: [] });
  const officer = at.as('系统员', { factorAt: new Date() });
  for (const [unit, title] of [
    [at.ids.city, '临江市邮件'],
    [at.ids.county, '石桥县邮件'],
  ] as const)
    await officer.does('kernel.register-channel', {
      unit,
      kind: 'mail',
      title,
      address: 'smtps://mail.linjiang.example:465',
      settings: { from: 'no-reply@linjiang.example', user: 'opengoa', domains: ['linjiang.example'] },
      secret: 'mail-password',
    });
  await policiesOff(at.urls.superuser);
});
afterAll(() => at?.close());

interface Mine {
  readonly channels: readonly { id: string; title: string; set: boolean }[];
}
const mine = async (name: '周敏' | '何涛' | '石会计') => (await at.as(name).read('kernel.my-notices')) as Mine;

test('SEC-AC-17 with the policies off, one is offered the channels that reach one’s own unit, and no other', async () => {
  expect((await mine('周敏')).channels.map(({ title }) => title)).toEqual(['临江市邮件']);
  expect((await mine('石会计')).channels.map(({ title }) => title).toSorted()).toEqual(['临江市邮件', '石桥县邮件']);
});

test('SEC-AC-17 with the policies off, what somebody else chose or set is not taken for one’s own', async () => {
  const zhou = at.as('周敏');
  const { channels } = await mine('周敏');
  await zhou.does('kernel.set-receiver', { channel: channels[0]!.id, address: 'zhou@linjiang.example' });
  // A code waits for 周敏, and for nobody else; the address counts once it is typed in.
  expect((await mine('周敏')).channels).toMatchObject([{ set: false, codeUntil: expect.any(String) as string }]);
  expect((await mine('何涛')).channels).toMatchObject([{ set: false, codeUntil: null }]);
});

test('SEC-AC-17 with the policies off, codes of somebody else are not counted as one’s own, nor is their address taken away', async () => {
  const most = at.kernel.registers.standards().numberOn('kernel.address-codes', '2026-01-05', [], { item: 'an-hour' });
  const [he, zhou] = [at.as('何涛'), at.as('周敏')];
  const { id: channel } = (await mine('何涛')).channels[0]!;
  const set = (who: typeof he, address: string | null) => who.run('kernel.set-receiver', { channel, address });
  for (let n = 0; n < most; n += 1) expect(isRefusal(await set(he, `he${n}@linjiang.example`)), String(n)).toBe(false);
  expect(await set(he, 'he@linjiang.example')).toMatchObject({ code: 'codes-too-often' });
  // 周敏 may still ask for one, and 何涛's waits on while 周敏 takes theirs away.
  expect(isRefusal(await set(zhou, 'zhou2@linjiang.example'))).toBe(false);
  expect(isRefusal(await set(zhou, null))).toBe(false);
  expect((await mine('何涛')).channels).toMatchObject([{ codeUntil: expect.any(String) as string }]);
  expect((await mine('周敏')).channels).toMatchObject([{ codeUntil: null }]);
});
