import { refuse, type Refusal } from '../refusal.ts';
import type { Surroundings } from './easy-to-guess.ts';
import { type AccountFacts, aside, numberOf, ownPasswords } from './identity-store.ts';
import type { Identity } from './open-identity.ts';
import { faultsOf } from './password-profile.ts';

/** What an attacker would know about this account: its own names and number, and those of its units up to the region. */
async function surroundingsOf(
  identity: Identity,
  account: Pick<AccountFacts, 'person' | 'unit' | 'name' | 'accountName'>,
): Promise<Surroundings> {
  const { kernel } = identity;
  const chain = kernel.registers.organisation('').chain(account.unit);
  const { person } = account;
  const number = person === null ? null : await aside(kernel, null, (tx) => numberOf(tx, person));
  return {
    unitNames: chain.flatMap((unit) => (unit.shortName ? [unit.name, unit.shortName] : [unit.name])),
    personName: account.name,
    accountName: account.accountName,
    numbers: number ? [number] : [],
  };
}

/**
 * Judges a new password by the profile and against the account's earlier ones (SEC-ID-02, SEC-ID-03), and makes what is stored.
 * @returns what to store, or `password-not-fitting` with everything that is wrong
 */
export async function newPassword(
  identity: Identity,
  account: Pick<AccountFacts, 'id' | 'person' | 'unit' | 'name' | 'accountName'>,
  next: string,
  address: string | null,
): Promise<{ stored: string } | Refusal> {
  const { profile, cost } = identity.settings(account.unit);
  const faults: string[] = faultsOf(next, profile, await surroundingsOf(identity, account));
  if (faults.length === 0 && profile.historyCount > 0) {
    const earlier = await aside(identity.kernel, account.id, (tx) => ownPasswords(tx, profile.historyCount));
    for (const stored of earlier) {
      if (await identity.hasher.matches(next, stored, address ?? '')) {
        faults.push('password-used-before');
        break;
      }
    }
  }
  if (faults.length > 0) {
    return refuse('password-not-fitting', {
      faults,
      lengthMin: profile.lengthMin,
      classesMin: profile.classesMin,
      historyCount: profile.historyCount,
    });
  }
  return { stored: await identity.hasher.store(next, cost, address ?? '') };
}
