import { isRefusal, type Id } from '@opengoa/kernel';
import { expect, test } from 'vitest';
import { ProposeWindow } from './contract.ts';
import { commonUnit, daysLeft, notOpen, standingOf } from './window.ts';
import { windowRefusals, windowStandingWords, windowStateWords } from './words.ts';
import { windowStandings, windowStates } from './contract.ts';

const open = { state: 'open', from: '2026-03-05', to: '2026-03-20' } as const;

test('a window is open on its first and its last day, and on neither side of them', () => {
  const on = (today: string) => standingOf(open, today);
  expect([on('2026-03-04'), on('2026-03-05'), on('2026-03-20'), on('2026-03-21')]).toEqual([
    'ahead',
    'open',
    'open',
    'over',
  ]);
  expect([daysLeft(open, '2026-03-05'), daysLeft(open, '2026-03-20'), daysLeft(open, '2026-03-21')]).toEqual([
    16, 1, 0,
  ]);
  expect(daysLeft(open, '2026-03-04')).toBe(0);
});

test('why nothing is to be seen is said for each standing, and nothing where it is open', () => {
  const why = (state: 'proposed' | 'open' | 'closed' | 'ended', today: string) =>
    notOpen({ ...open, state }, today)?.code;
  expect(why('proposed', '2026-03-10')).toBe('window-not-confirmed');
  expect(why('closed', '2026-03-10')).toBe('window-closed');
  expect(why('open', '2026-03-04')).toBe('window-not-begun');
  expect(why('open', '2026-03-21')).toBe('window-over');
  // Marked as over it stays so, whatever the day.
  expect(why('ended', '2026-03-10')).toBe('window-over');
  expect(why('open', '2026-03-10')).toBeUndefined();
  expect(isRefusal(notOpen({ ...open, state: 'closed' }, '2026-03-10'))).toBe(true);
});

const chains: Record<string, readonly string[]> = {
  province: ['province'],
  city: ['city', 'province'],
  finance: ['finance', 'city', 'province'],
  office: ['office', 'finance', 'city', 'province'],
  county: ['county', 'city', 'province'],
  elsewhere: ['elsewhere'],
};
const organisation = { chain: (id: Id) => chains[id]!.map((each) => ({ id: each })) };

test('a window stands at the nearest unit that all of it lies below', () => {
  const common = (...units: string[]) => commonUnit(units, { organisation } as never);
  expect(common('office')).toBe('office');
  expect(common('office', 'finance')).toBe('finance');
  expect(common('office', 'county')).toBe('city');
  expect(common('office', 'elsewhere')).toBeUndefined();
  expect(common()).toBeUndefined();
});

test('nobody is named twice, and somebody is named', () => {
  const person = '0192f0c0-0000-7000-8000-000000000001';
  const asked = {
    units: [person],
    purpose: '专项检查',
    paper: '临纪监〔2026〕3号',
    from: '2026-03-05',
    to: '2026-03-20',
  };
  expect(ProposeWindow.safeParse({ ...asked, inspectors: [person] }).success).toBe(true);
  expect(ProposeWindow.safeParse({ ...asked, inspectors: [person, person] }).success).toBe(false);
  expect(ProposeWindow.safeParse({ ...asked, inspectors: [] }).success).toBe(false);
});

test('every state, every standing and every refusal is told in both languages', () => {
  expect(Object.keys(windowStateWords)).toEqual([...windowStates]);
  expect(Object.keys(windowStandingWords)).toEqual([...windowStandings]);
  const places = (text: string) => new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
  for (const { zh, en } of Object.values({ ...windowStateWords, ...windowStandingWords, ...windowRefusals })) {
    expect(zh).toMatch(/[一-鿿]/);
    expect(en).not.toMatch(/[一-鿿]/);
    expect(places(zh)).toEqual(places(en));
  }
});
