import { codeOf, readDemoAccounts } from './open-accounts.ts';
import { units } from './cast.ts';

/** One account as the command prints it. */
export interface DemoAccountNow {
  /** What `kernel.sign-in` takes as `name`; the same as `account`. */
  readonly name: string;
  readonly account: string;
  readonly password: string;
  readonly person: string;
  readonly unit: string;
  readonly post: string;
  readonly roles: readonly string[];
  readonly about?: string;
  /** For the three officers: the secret for an authenticator, and the code it shows now and for so many seconds more. */
  readonly totpSecret?: string;
  readonly code?: string;
  readonly codeSeconds?: number;
}

/** The demo's accounts at this moment; empty where no demo was loaded. */
export function demoAccountsNow(data: string, now: Date): DemoAccountNow[] {
  return readDemoAccounts(data).map(({ name, account, password, unit, post, roles, totpSecret, about }) => ({
    name: account,
    account,
    password,
    person: name,
    unit: units.find(({ key }) => key === unit)?.name ?? unit,
    post,
    roles,
    ...(about ? { about } : {}),
    ...(totpSecret
      ? { totpSecret, code: codeOf(totpSecret, now), codeSeconds: 30 - (Math.floor(now.getTime() / 1_000) % 30) }
      : {}),
  }));
}

/** The accounts as the newcomer reads them after the start. */
export function demoAccountLines(data: string): string[] {
  const accounts = readDemoAccounts(data);
  if (accounts.length === 0) return [];
  return [
    `演示账号 demo accounts(口令均为 password for all: ${accounts[0]!.password})`,
    ...accounts
      .filter(({ about }) => about)
      .map(
        ({ account, name, about, totpSecret }) => `  ${account.padEnd(13)}${name}  ${about}${totpSecret ? ' *' : ''}`,
      ),
    '  * 另需动态口令 also asks for a one-time code: npx opengoa demo accounts',
    '',
  ];
}
