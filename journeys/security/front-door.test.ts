import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openAccount, signIn } from './accounts.ts';
import { town, type Town } from './town.ts';
import { Visitor } from './visitor.ts';

let at: Town;

beforeAll(async () => {
  at = await town();
  await openAccount(at, '周敏', 'zhoumin');
  await openAccount(at, '林芳', 'linfang');
});
afterAll(() => at?.close());

describe('the front door', () => {
  test('an honest browser signs in, sees itself and leaves', async () => {
    const zhou = await signIn(at, 'zhoumin');
    expect(await zhou.session()).toMatchObject({
      person: { name: '周敏' },
      roles: ['staff'],
      may: expect.arrayContaining(['vehicles.request-trip']),
    });
    expect((await zhou.read('vehicles.trips')).status).toBe(200);
    await zhou.run('kernel.sign-out');
    expect(zhou.cookies.has('opengoa')).toBe(false);
    expect(await new Visitor(at.origin).read('vehicles.trips')).toMatchObject({ status: 401, code: 'not-signed-in' });
  });

  test('an officer enrols a factor on the way', async () => {
    const lin = await signIn(at, 'linfang');
    expect(await lin.session()).toMatchObject({ roles: ['audit-admin'] });
    expect((await lin.read('kernel.facts')).status).toBe(200);
  });
});
