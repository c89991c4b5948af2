import { expect, test } from 'vitest';
import { surveillance } from './no-surveillance.ts';

const plain = { zh: '用车申请', en: 'Trips' };

test('P08 what the rule forbids is known by its name and by its title', () => {
  for (const name of [
    'kernel.check-in',
    'CheckIn',
    'staff.points',
    'kernel.leaderboard',
    'kernel.online-time',
    'kernel.active_days',
    'desk.ranking',
  ])
    expect([name, surveillance(name, plain)]).not.toEqual([name, undefined]);
  for (const zh of ['每日打卡', '上班签到', '个人积分', '处室排行榜', '在线时长统计'])
    expect([zh, surveillance('kernel.something', { zh, en: 'x' })]).not.toEqual([zh, undefined]);
});

test('P08 what only sounds like it passes', () => {
  for (const name of ['kernel.sign-in', 'energy.check-meter', 'vehicles.rank-proposals', 'energy.set-point'])
    expect([name, surveillance(name, plain)]).toEqual([name, undefined]);
  expect(surveillance('kernel.sessions', { zh: '登录会话', en: 'Sessions' })).toBeUndefined();
});
