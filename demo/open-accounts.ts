import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isRefusal } from '@opengoa/kernel';
import { codeAtStep, openDoor, openIdentity, sessionDoors, stepAt, type Kernel } from '@opengoa/kernel/host';
import { atTime, does, founder } from './acting.ts';
import { accountId, named, personId, unitId } from './cast.ts';

/** Known on purpose, in demo mode only: an empty production start has no account at all (SEC-ID-13). */
export const demoPassword = 'Bamboo-Rain-26';

export interface DemoAccount {
  readonly name: string;
  readonly account: string;
  readonly password: string;
  readonly unit: string;
  readonly post: string;
  readonly roles: readonly string[];
  /** Secret of the one-time code, for the three officers: any authenticator takes it. */
  readonly totpSecret?: string;
  readonly about?: string;
}

/** The code an authenticator app would show for this secret at this moment. */
export function codeOf(secretBase32: string, at: Date): string {
  const bits = [...secretBase32]
    .map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))
    .join('');
  const bytes = bits.match(/.{8}/g)!.map((byte) => parseInt(byte, 2));
  return codeAtStep(Uint8Array.from(bytes), stepAt(at));
}

const file = (data: string) => join(data, 'demo', 'accounts.json');

/** Accounts of the cast. Each chooses the demo's password with a first-password code; officers enrol their second factor, as anybody would. */
export async function openAccounts(kernel: Kernel, data: string, signal: AbortSignal): Promise<void> {
  // An hour ago: a one-time code works once, and the half-minute of this start belongs to whoever signs in first.
  const before = atTime(kernel, new Date(kernel.clock().getTime() - 3_600_000));
  const identity = openIdentity(before);
  const caller = { address: '127.0.0.1', agent: 'demo' };
  const opened: DemoAccount[] = [];
  const door = async (name: string, input: unknown, token?: string) => {
    const answer = await openDoor(identity, sessionDoors.get(name)!, input, { ...caller, token });
    if (isRefusal(answer)) throw new Error(`demo: ${name}: ${answer.code} ${JSON.stringify(answer.data)}`);
    return answer;
  };
  try {
    for (const { name, unit, post, rights, account, about } of named) {
      if (account === undefined) continue;
      signal.throwIfAborted();
      const created = await does(before, founder(), 'kernel.create-account', {
        id: accountId(name),
        unit: unitId(unit),
        name: account,
        person: personId(name),
      });
      const { code } = created.result as { code: string };
      await door('kernel.finish-reset', { name: account, code, next: demoPassword });
      const officer = rights.some(([role]) => role.endsWith('-admin'));
      let totpSecret: string | undefined;
      if (officer) {
        const { token } = await door('kernel.sign-in', { name: account, password: demoPassword });
        const enrolled = await door('kernel.enrol-second-factor', {}, token ?? undefined);
        totpSecret = (enrolled.result as { secret: string }).secret;
        const code = codeOf(totpSecret, before.clock());
        const kept = await door('kernel.confirm-second-factor', { code }, token ?? undefined);
        await door('kernel.sign-out', {}, kept.token ?? undefined);
      }
      opened.push({
        name,
        account,
        password: demoPassword,
        unit,
        post,
        roles: rights.map(([role]) => role),
        ...(totpSecret ? { totpSecret } : {}),
        ...(about ? { about } : {}),
      });
    }
  } finally {
    await identity.stop();
  }
  mkdirSync(dirname(file(data)), { recursive: true, mode: 0o700 });
  writeFileSync(file(data), JSON.stringify(opened, null, 2), { mode: 0o600 });
}

/** What `opengoa demo accounts` prints; empty where no demo was loaded here. */
export const readDemoAccounts = (data: string): readonly DemoAccount[] =>
  existsSync(file(data)) ? (JSON.parse(readFileSync(file(data), 'utf8')) as DemoAccount[]) : [];
