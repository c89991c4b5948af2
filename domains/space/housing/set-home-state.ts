import { stale, verb } from '@opengoa/kernel';
import { HomeStateSet, SetHomeState } from './contract.ts';
import { homeMoves, homeOf } from './home.ts';
import { lockHome, roomForHome } from './housing-store.ts';

/** 变更状态: under repair, vacant again, or withdrawn for good. A home that is let is moved out of first. */
export const setHomeState = verb('space.set-home-state', {
  title: { zh: '变更状态', en: 'Set its state' },
  input: SetHomeState,
  who: ['space-clerk'],
  on: 'space.home',
  facts: [HomeStateSet],
  refusals: ['not-now', 'stale-version'],
  async load(tx, { home: id }) {
    const home = await lockHome(tx, id);
    return { home, room: home.room === null ? null : await roomForHome(tx, home.room) };
  },
  at: ({ home, room }) => [{ unit: home.unit }, ...(room === null ? [] : [{ unit: room.unit }])],
  decide({ home }, { version, state, why }) {
    const closed = homeMoves.refusal(home.state, 'space.set-home-state');
    if (closed) return closed;
    if (version !== home.version) return stale({ version: home.version });
    const body = { state, was: home.state, room: home.room, why };
    return [HomeStateSet.of({ object: homeOf(home), unit: home.unit, body })];
  },
});
