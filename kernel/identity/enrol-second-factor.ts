import { z } from 'zod';
import { refuse } from '../refusal.ts';
import { staleFactor } from '../rights/stale-factor.ts';
import { Nothing, ShowSecondFactor } from './contract.ts';
import { factorUri, newFactorSecret, toBase32 } from './one-time-code.ts';
import { ownSession } from './own-session.ts';
import { followUp, sessionDoor } from './session-door.ts';
import { newPaperCode, newToken, paperCodeHash, tokenHash } from './session-token.ts';
import { noteFailure } from './sign-in.ts';
import { factorPlace, tryFactor } from './try-factor.ts';

const recoveryCodeCount = 10;

/** 开始绑定动态口令. Whoever has one already shows it first: nobody replaces the factor of a session left open. */
export const enrolSecondFactor = sessionDoor({
  name: 'kernel.enrol-second-factor',
  title: { zh: '绑定动态口令', en: 'Enrol a second factor' },
  input: Nothing,
  who: 'session',
  refusals: ['not-signed-in', 'factor-not-fresh'],
  result: z.strictObject({ secret: z.string(), uri: z.string() }),
  async open(identity, _input, from) {
    const { account, caller, self } = await ownSession(identity, from);
    const { factorFreshMinutes } = identity.settings(account.unit);
    const stale = account.factorConfirmed && staleFactor(caller.actor, identity.kernel.clock(), factorFreshMinutes);
    if (stale) return stale;
    const secret = newFactorSecret();
    const sealed = identity.kernel.crypto.seal(secret, factorPlace(account.id), 'factor');
    const answer = await followUp(identity, 'kernel.offer-second-factor', { sealed }, self);
    return { ...answer, result: { secret: toBase32(secret), uri: factorUri(secret, account.accountName, 'OpenGOA') } };
  },
});

/** 确认绑定: the first code proves that the secret arrived. Recovery codes are shown this once. */
export const confirmSecondFactor = sessionDoor({
  name: 'kernel.confirm-second-factor',
  title: { zh: '确认绑定动态口令', en: 'Confirm a second factor' },
  input: ShowSecondFactor,
  who: 'session',
  refusals: ['not-signed-in', 'code-wrong'],
  result: z.strictObject({ recoveryCodes: z.array(z.string()) }),
  async open(identity, { code }, from) {
    const { account, self } = await ownSession(identity, from);
    const tried = await tryFactor(identity, account.id, code, { pending: true });
    if (tried.verdict !== 'right') {
      await noteFailure(identity, from, {
        account: account.id,
        what: 'factor',
        locked: tried.verdict === 'locked',
        sprayed: false,
      });
      return refuse('code-wrong', {}, { status: 401 });
    }
    const recoveryCodes = Array.from({ length: recoveryCodeCount }, newPaperCode);
    const token = newToken();
    const answer = await followUp(
      identity,
      'kernel.keep-second-factor',
      {
        tokenHash: tokenHash(token).toString('hex'),
        step: tried.step,
        recoveryCodes: recoveryCodes.map((each) => paperCodeHash(each).toString('hex')),
      },
      self,
    );
    return { ...answer, result: { recoveryCodes }, token };
  },
});
