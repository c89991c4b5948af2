import { refuse } from '../refusal.ts';
import { dayOf } from '../calendar/calendar.ts';
import { SwitchPost } from './contract.ts';
import { aside, postsOn } from './identity-store.ts';
import { ownSession } from './own-session.ts';
import { followUp, sessionDoor } from './session-door.ts';
import { newToken, tokenHash } from './session-token.ts';

/** 切换岗位: to another post held today, or to one of somebody stood in for. Rights are then those of that post. */
export const switchPost = sessionDoor({
  name: 'kernel.switch-post',
  title: { zh: '切换岗位', en: 'Switch the post' },
  input: SwitchPost,
  who: 'session',
  refusals: ['not-signed-in', 'second-factor-first', 'post-not-yours'],
  async open(identity, { post, standInFor = null }, from) {
    const { caller, account, self } = await ownSession(identity, from);
    if (caller.needs) return refuse('second-factor-first', {}, { status: 403 });
    const today = dayOf(identity.kernel.clock());
    const posts =
      account.person === null ? [] : await aside(identity.kernel, null, (tx) => postsOn(tx, account.person!, today));
    const chosen = posts.find((each) => each.id === post && each.standInFor === standInFor);
    if (!chosen) return refuse('post-not-yours', {}, { status: 404 });
    const token = newToken();
    const answer = await followUp(
      identity,
      'kernel.take-post',
      { tokenHash: tokenHash(token).toString('hex'), post, title: chosen.title, standInFor },
      self,
    );
    return { ...answer, token };
  },
});
