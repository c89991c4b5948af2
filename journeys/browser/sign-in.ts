import type { Page } from 'playwright-core';
import { inject } from 'vitest';
import { Visitor } from '../security/visitor.ts';
import type { RunningProgram } from './run-program.ts';

const kept = new Map<string, Promise<Visitor>>();

/** Somebody signed in. One session a person and test file: signing in is slow on purpose, and a one-time code works once. */
export function visitorOf(program: RunningProgram, name: string): Promise<Visitor> {
  const visitor = kept.get(name) ?? signIn(program, name);
  kept.set(name, visitor);
  return visitor;
}

export const accountOf = ({ accounts }: RunningProgram, name: string) => {
  const found = accounts.find((each) => each.name === name);
  if (!found) throw new Error(`${name} has no account in the demo`);
  return found;
};

/** A code that was not used in this run; waits for the next half-minute when it must. */
export async function freshCode(account: string): Promise<string> {
  const answer = await fetch(`${inject('programDesk')}/code/${account}`);
  return (await answer.json()) as string;
}

async function signIn(program: RunningProgram, name: string): Promise<Visitor> {
  const visitor = new Visitor(program.origin);
  const { account, password, totpSecret } = accountOf(program, name);
  const answer = await visitor.signIn(account, password);
  if (answer.status !== 200) throw new Error(`sign-in of ${name}: ${answer.text}`);
  if (totpSecret) {
    await visitor.does('kernel.show-second-factor', { code: await freshCode(account) });
    await visitor.session();
  }
  return visitor;
}

/** Signs in on the page as a person does, by keyboard, the second factor too. */
export async function signInByHand(page: Page, program: RunningProgram, name: string): Promise<void> {
  const { account, password, totpSecret } = accountOf(program, name);
  await page.goto('/');
  await page.getByLabel('账号').fill(account);
  await page.getByLabel('口令', { exact: true }).fill(password);
  await page.keyboard.press('Enter');
  if (totpSecret) {
    await page.getByLabel('动态口令').fill(await freshCode(account));
    await page.keyboard.press('Enter');
  }
  await page.getByRole('navigation', { name: '主导航' }).waitFor();
}
