import { newId } from '@opengoa/kernel';
import type { Session } from '@opengoa/kernel/contract';
import { describe, expect } from 'vitest';
import { said, soon } from './on-the-page.ts';
import { phone, test, type OpenProgram } from './open-program.ts';

/** Our pages inside 企业微信 and 钉钉: the same pages, and nobody types a password there. */

const agents = {
  wecom:
    'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/126.0 Mobile Safari/537.36 wxwork/4.1.28 MicroMessenger/7.0.1',
  dingtalk:
    'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/126.0 Mobile Safari/537.36 AliApp(DingTalk/7.6.0)',
};

function allowApps({ program, watch, skip }: Pick<OpenProgram, 'program' | 'watch'> & { skip(why: string): void }) {
  if (program.workApps === null) return skip('the program that runs already knows no application');
  watch.allow(new RegExp(`${program.workApps}/`));
}

const isAtTheApp = (workApps: string, who: string) => fetch(`${workApps}/who?is=${who}`);

/** Somebody who has no account yet is given one, bound to who they are at the platform. */
async function bound(through: OpenProgram['through'], origin: string, platform: string): Promise<[string, string]> {
  const { providers } = (await (await fetch(`${origin}/api/session`)).json()) as Session;
  const { issuer } = providers.find((provider) => provider.platform === platform)!;
  const administrator = await through('许志远');
  const rows = async (list: string) =>
    ((await administrator.read(list, { size: '200' })).body as { rows: Record<string, string | null>[] }).rows;
  const taken = new Set((await rows('kernel.accounts')).map(({ person_id }) => person_id));
  const person = (await rows('kernel.persons')).find(({ id, post }) => post?.startsWith('科员') && !taken.has(id!))!;
  const [account, subject] = [newId(), `walker-${newId().slice(-8)}`];
  const it = { id: account, unit: person['unit_id'], name: subject, person: person['id'] };
  await administrator.does('kernel.create-account', it);
  await administrator.does('kernel.bind-identity', { account, issuer, subject });
  return [subject, person['name']!];
}

describe('our pages inside an app', () => {
  for (const platform of ['wecom', 'dingtalk'] as const)
    test(`SEC-ID-01 ${platform}: the page asked for opens signed in, and out means out`, async ({
      nobody,
      through,
      program,
      watch,
      skip,
    }) => {
      allowApps({ program, watch, skip });
      const [subject, name] = await bound(through, program.origin, platform);
      await isAtTheApp(program.workApps!, subject);
      const page = await nobody({ agent: agents[platform] });
      await page.goto('/vehicles/trips?state=asked');
      await page.getByRole('navigation').first().waitFor();
      await soon(() => new URL(page.url()).pathname).toBe('/vehicles/trips');
      expect(page.url()).not.toMatch(/code=|state=[0-9a-f]{64}/i);
      await page.locator('.f-person').click();
      await said(page.getByRole('menu'), name);
      // What is still being asked when somebody signs out is refused, as it should be.
      await page.waitForLoadState('networkidle');
      await page.getByRole('menuitem', { name: '退出登录' }).click();
      await page.getByLabel('账号').waitFor();
      await page.waitForTimeout(800);
      await page.getByLabel('账号').waitFor();
    });

  test('SEC-TA-04 a stranger is told so once, and not sent round in a circle', async ({
    nobody,
    program,
    watch,
    skip,
  }) => {
    allowApps({ program, watch, skip });
    watch.allow(/status of 40[13]/);
    await isAtTheApp(program.workApps!, 'outsider');
    const page = await nobody({ viewport: phone, agent: agents.wecom });
    await page.goto('/');
    await said(page.getByRole('alert'), '没有关联可用的账号');
    await page.getByRole('button', { name: '返回登录' }).click();
    await page.getByLabel('账号').waitFor();
    await page.getByRole('button', { name: '企业微信登录' }).waitFor();
    await page.waitForTimeout(800);
    expect(new URL(page.url()).pathname).toBe('/');
  });

  test('in a browser beside the app nobody is sent anywhere unasked', async ({ nobody, program, watch, skip }) => {
    allowApps({ program, watch, skip });
    const page = await nobody();
    await page.goto('/');
    await page.getByRole('button', { name: '钉钉登录' }).waitFor();
    expect(new URL(page.url()).origin).toBe(program.origin);
  });
});
