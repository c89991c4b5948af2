import { expect, test } from 'vitest';
import { addressKey, rateIn } from './rate-by-address.ts';

test('a key has its share in a window and gets it again when the window has passed', () => {
  const rate = rateIn(1_000);
  expect([1, 2, 3].map((at) => rate.take('a', 2, at))).toEqual([true, true, false]);
  expect(rate.take('b', 2, 4)).toBe(true);
  expect(rate.take('a', 2, 1_002)).toBe(true);
});

test('a flood of keys shares one count when the memory is full', () => {
  const rate = rateIn(1_000);
  for (let n = 0; n < 20_000; n += 1) rate.take(`k${n}`, 1, 1);
  expect(rate.take('one more', 1, 2)).toBe(true);
  expect(rate.take('and another', 1, 2)).toBe(false);
});

test('addresses of one IPv6 subscriber count as one, and IPv4 ones each for itself', () => {
  expect(addressKey('2001:db8:1:2:aaaa::1')).toBe(addressKey('2001:db8:1:2:bbbb::9'));
  expect(addressKey('2001:db8:1:3::1')).not.toBe(addressKey('2001:db8:1:2::1'));
  expect(addressKey('10.0.0.1')).not.toBe(addressKey('10.0.0.2'));
});
