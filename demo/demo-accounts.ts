import { readDemoAccounts } from './open-accounts.ts';

/** The accounts as the newcomer reads them after the start. */
export function demoAccountLines(data: string): string[] {
  const accounts = readDemoAccounts(data);
  if (accounts.length === 0) return [];
  return [
    `演示账号 demo accounts(口令均为 password for all: ${accounts[0]!.password})`,
    ...accounts
      .filter(({ about }) => about)
      .map(
        ({ account, name, about, totpSecret }) =>
          `  ${account.padEnd(14)}${name}  ${about}${totpSecret ? '(需动态口令 needs a one-time code: opengoa demo accounts)' : ''}`,
      ),
    '',
  ];
}
