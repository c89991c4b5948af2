import { newId } from '../id.ts';
import { verb } from '../verbs/verb.ts';
import { CountFailedSignIn, GuessingNoticed, SignInFailed } from './contract.ts';
import { accountFacts } from './identity-store.ts';

/**
 * 登录失败: a try that did not prove right is a fact, for a name that exists and for one that does not alike (SEC-ID-09, SEC-RE-01). What
 * was typed is not kept: people type passwords where names belong.
 */
export const countFailedSignIn = verb('kernel.count-failed-sign-in', {
  title: { zh: '登录失败', en: 'Count a failed sign-in' },
  input: CountFailedSignIn,
  who: ['anyone'],
  internal: true,
  facts: [SignInFailed, GuessingNoticed],
  refusals: [],
  async load(tx, { account }, { organisation }) {
    const known = await accountFacts(tx, account ?? newId());
    return { unit: known?.unit ?? organisation.units.find((unit) => unit.parent === null)?.id, nameless: newId() };
  },
  at: ({ unit, nameless }) => ({ unit: unit ?? nameless }),
  decide({ unit, nameless }, { account, what, locked, sprayed }, { actor }) {
    // Before the first unit is founded there is nowhere for a fact to belong.
    if (unit === undefined) return [];
    const object = { kind: 'account', id: account ?? nameless };
    const noticed = (how: 'one-name' | 'one-password-many-names') =>
      GuessingNoticed.of({ object, unit, body: { how, account, address: actor.address } });
    return [
      SignInFailed.of({ object, unit, body: { account, what, locked } }),
      ...(locked ? [noticed('one-name')] : []),
      ...(sprayed ? [noticed('one-password-many-names')] : []),
    ];
  },
});
