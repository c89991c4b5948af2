import { refuse } from '../refusal.ts';
import { ChangePassword } from './contract.ts';
import { newPassword } from './new-password.ts';
import { ownSession } from './own-session.ts';
import { followUp, sessionDoor } from './session-door.ts';
import { newToken, tokenHash } from './session-token.ts';
import { provePassword } from './sign-in.ts';

/** 更改口令: the present one is asked for and counted like a sign-in; every other session of the account ends. */
export const changePassword = sessionDoor({
  name: 'kernel.change-password',
  title: { zh: '更改口令', en: 'Change the password' },
  input: ChangePassword,
  who: 'session',
  refusals: [
    'not-signed-in',
    'second-factor-first',
    'sign-in-failed',
    'too-many-tries',
    'password-not-fitting',
    'busy',
  ],
  async open(identity, { current, next }, from) {
    const { account, caller, self } = await ownSession(identity, from);
    if (caller.needs === 'second-factor') return refuse('second-factor-first', {}, { status: 403 });
    const proved = await provePassword(identity, account.accountName, current, from);
    if ('refused' in proved) return proved;
    const made = await newPassword(identity, account, next, from.address);
    if ('refused' in made) return made;
    const token = newToken();
    const answer = await followUp(
      identity,
      'kernel.set-password',
      { stored: made.stored, why: 'changed', tokenHash: tokenHash(token).toString('hex') },
      self,
    );
    return { ...answer, token };
  },
});
