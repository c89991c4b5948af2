import { refuse } from '../refusal.ts';
import { selfOf } from './actor-of-session.ts';
import { FinishReset } from './contract.ts';
import { aside, beginReset } from './identity-store.ts';
import { foldedName } from './name-form.ts';
import { newPassword } from './new-password.ts';
import { followUp, sessionDoor, tooMany } from './session-door.ts';
import { paperCodeHash } from './session-token.ts';
import { noteFailure } from './sign-in.ts';

/**
 * 设置口令: with the one-time code that an administrator started. It opens no session: the person signs in as always, second factor
 * included, so that a reset is no way around it (SEC-ID-12). Unknown names, wrong, used and old codes answer alike (SEC-ID-09).
 */
export const finishReset = sessionDoor({
  name: 'kernel.finish-reset',
  title: { zh: '设置口令', en: 'Finish a reset' },
  input: FinishReset,
  who: 'anyone',
  refusals: ['reset-failed', 'too-many-tries', 'password-not-fitting', 'busy'],
  async open(identity, { name, code, next }, from) {
    const { kernel } = identity;
    const now = kernel.clock();
    const settings = identity.settings();
    const begun = await aside(kernel, null, (tx) =>
      beginReset(tx, foldedName(name), paperCodeHash(code), from.address ?? 'unknown', settings.signIn, now),
    );
    if (begun.verdict === 'too-many') return tooMany(begun.free_at, now);
    if (!begun.reset) {
      await noteFailure(identity, from, { account: null, what: 'password', locked: false, sprayed: false });
      return refuse('reset-failed', {}, { status: 401 });
    }
    const { account, id, purpose } = begun.reset;
    const made = await newPassword(identity, account, next, from.address);
    if ('refused' in made) return made;
    return followUp(
      identity,
      'kernel.set-password',
      { stored: made.stored, why: purpose === 'first-password' ? 'first' : 'reset', reset: id },
      selfOf(account, from.address),
    );
  },
});
