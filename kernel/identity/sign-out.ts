import { Nothing } from './contract.ts';
import { findActor } from './find-actor.ts';
import { followUp, sessionDoor } from './session-door.ts';
import { ownSession } from './own-session.ts';

/** 退出登录: ends this session; without one there is nothing to end and the cookie goes all the same. */
export const signOut = sessionDoor({
  name: 'kernel.sign-out',
  title: { zh: '退出登录', en: 'Sign out' },
  input: Nothing,
  who: 'anyone',
  refusals: [],
  async open(identity, _input, from) {
    const caller = await findActor(identity, from.token, from.address);
    if (caller.session === null) return { facts: [], token: null };
    const { session, self } = await ownSession(identity, from);
    return { ...(await followUp(identity, 'kernel.end-session', { session }, self)), token: null };
  },
});
