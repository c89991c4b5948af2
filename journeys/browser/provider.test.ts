import { newId } from '@opengoa/kernel';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { said, soon } from './on-the-page.ts';
import { test, type OpenProgram } from './open-program.ts';

/** 统一身份登录, as a person walks it: from our page to the provider's and back. */

/** The provider's own pages are no business of ours; everything else stays on our origin. */
function allowProvider({ program, watch, skip }: Pick<OpenProgram, 'program' | 'watch'> & { skip(why: string): void }) {
  if (program.issuer === null) return skip('the program that runs already knows no provider');
  watch.allow(new RegExp(`${program.issuer}/`));
  // Its pages ask for a font outside, which is not there.
  watch.allow(/fonts\.googleapis\.com/);
}

async function signInAtProvider(page: Page, issuer: string, subject: string): Promise<void> {
  await page.goto('/');
  await page.getByRole('button', { name: '市统一身份' }).click();
  await page.waitForURL((url) => url.origin === issuer);
  await page.locator('input[name="login"]').fill(subject);
  await page.locator('input[name="password"]').fill('anything');
  await page.locator('button[type="submit"]').click();
  await page.getByRole('button', { name: /continue/i }).click();
}

/** Somebody of the city who has no account yet is given one that is bound to the provider, and no password. */
async function openAccount(through: OpenProgram['through'], issuer: string, subject: string): Promise<string> {
  const administrator = await through('许志远');
  const accounts = (await administrator.read('kernel.accounts', { size: '200' })).body as {
    rows: { person_id: string | null }[];
  };
  const people = (await administrator.read('kernel.persons', { size: '200' })).body as {
    rows: { id: string; name: string; unit_id: string; post: string | null }[];
  };
  const taken = new Set(accounts.rows.map(({ person_id }) => person_id));
  const person = people.rows.find(({ id, post }) => post?.startsWith('科员') && !taken.has(id));
  expect(person, 'somebody without an account').toBeDefined();
  await administrator.does('kernel.create-account', {
    id: newId(),
    unit: person!.unit_id,
    name: subject,
    person: person!.id,
    oidc: { issuer, subject },
  });
  return person!.name;
}

describe('sign-in at a provider', () => {
  test('SEC-ID-01 from the button to the desk, and out again', async ({ nobody, through, program, watch, skip }) => {
    allowProvider({ program, watch, skip });
    const subject = `walker-${newId().slice(-8)}`;
    const name = await openAccount(through, program.issuer!, subject);
    const page = await nobody();
    await signInAtProvider(page, program.issuer!, subject);
    await page.getByRole('navigation', { name: '主导航' }).waitFor();
    await page.getByRole('heading', { name: '我的待办' }).waitFor();
    // What the provider said is gone from the address.
    expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe('/');
    await page.locator('.f-person').click();
    await said(page.getByRole('menu'), name);
    await page.getByRole('menuitem', { name: '退出登录' }).click();
    await page.getByLabel('账号').waitFor();
    // Out means out: the way back leads to the sign-in page as well.
    await page.goBack();
    await page.goto('/vehicles/trips');
    await page.getByLabel('账号').waitFor();
  });

  test('SEC-ID-01 whoever has no account here is told so and gets no session', async ({
    nobody,
    program,
    watch,
    skip,
  }) => {
    allowProvider({ program, watch, skip });
    watch.allow(/status of 40[13]/);
    const page = await nobody();
    await signInAtProvider(page, program.issuer!, 'stranger');
    await said(page.getByRole('alert'), '没有关联可用的账号');
    await page.getByRole('button', { name: '返回登录' }).click();
    await page.getByLabel('账号').waitFor();
    await soon(() => new URL(page.url()).pathname).toBe('/');
    const session = await page.evaluate(
      async () => (await fetch('/api/session')).json() as Promise<{ person: unknown }>,
    );
    expect(session.person).toBeNull();
  });
});
