import type { Id } from '../id.ts';
import { aside, beginFactor, endFactor, useRecoveryCode, useStep } from './identity-store.ts';
import { stepOfCode } from './one-time-code.ts';
import type { Identity } from './open-identity.ts';
import { paperCodeHash } from './session-token.ts';

/** Where an account's secret is sealed: a value moved to another row does not open. */
export const factorPlace = (account: Id) => ({ table: 'kernel.second_factor', row: account, column: 'secret' });

export interface FactorTried {
  readonly verdict: 'right' | 'wrong' | 'locked';
  readonly by: 'code' | 'recovery-code';
  /** The step of the code, where a waiting secret was meant. */
  readonly step: number;
}

/**
 * Tries a one-time code, or a recovery code, against the account's factor. Counted like a password; a right code is used up before
 * anybody is told that it was right, so that of two who show the same one only one gets in (SEC-ID-11).
 * @param pending tries the secret that waits to be enrolled instead
 */
export async function tryFactor(
  identity: Identity,
  account: Id,
  code: string,
  { pending = false } = {},
): Promise<FactorTried> {
  const { kernel } = identity;
  const now = kernel.clock();
  const limits = identity.settings().signIn;
  const kept = await aside(kernel, null, (tx) => beginFactor(tx, account, limits, now));
  const wrong = { verdict: 'wrong', by: 'code', step: 0 } as const;
  if (kept?.verdict === 'locked') return { ...wrong, verdict: 'locked' };
  const sealed = pending ? kept?.pending_sealed : kept?.secret_sealed;
  if (!kept || !sealed) return wrong;
  const secret = kernel.crypto.openBytes(sealed, factorPlace(account), 'factor');
  const step = stepOfCode(secret, code, now, pending ? 0 : (kept.last_step ?? 0));
  return aside(kernel, null, async (tx): Promise<FactorTried> => {
    let tried: FactorTried = wrong;
    if (step !== undefined) {
      if (pending || (await useStep(tx, account, step))) tried = { verdict: 'right', by: 'code', step };
    } else if (!pending) {
      const hash = paperCodeHash(code).toString('hex');
      const paper = kept.codes?.find((candidate) => candidate.hash === hash);
      if (paper && (await useRecoveryCode(tx, account, paper.id, now)))
        tried = { verdict: 'right', by: 'recovery-code', step: 0 };
    }
    await endFactor(tx, account, tried.verdict === 'right' ? 'right' : 'wrong', now);
    return tried;
  });
}
