import { refuse } from '../refusal.ts';
import { ShowSecondFactor } from './contract.ts';
import { ownSession } from './own-session.ts';
import { followUp, sessionDoor } from './session-door.ts';
import { newToken, tokenHash } from './session-token.ts';
import { noteFailure } from './sign-in.ts';
import { tryFactor } from './try-factor.ts';

/** 输入动态口令: after the password, and again before a sensitive act. The session goes on under another token (SEC-SE-01). */
export const showSecondFactor = sessionDoor({
  name: 'kernel.show-second-factor',
  title: { zh: '输入动态口令', en: 'Show the second factor' },
  input: ShowSecondFactor,
  who: 'session',
  refusals: ['not-signed-in', 'no-second-factor', 'code-wrong'],
  async open(identity, { code }, from) {
    const { account, self } = await ownSession(identity, from);
    if (!account.factorConfirmed) return refuse('no-second-factor', {}, { status: 409 });
    const tried = await tryFactor(identity, account.id, code);
    if (tried.verdict !== 'right') {
      await noteFailure(identity, from, {
        account: account.id,
        what: 'factor',
        locked: tried.verdict === 'locked',
        sprayed: false,
      });
      return refuse('code-wrong', {}, { status: 401 });
    }
    const token = newToken();
    const answer = await followUp(
      identity,
      'kernel.prove-factor',
      { tokenHash: tokenHash(token).toString('hex'), by: tried.by },
      self,
    );
    return { ...answer, token };
  },
});
