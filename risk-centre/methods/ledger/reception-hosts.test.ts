import { expect, test } from 'vitest';
import { mostHosts } from './reception-hosts.ts';

const limits = { guests: 10, few: 3, guestsPerHost: 3 };

test('FI-06: three hosts up to ten guests, above that a third of the guests', () => {
  expect([1, 10, 11, 12, 20].map((guests) => mostHosts(guests, limits))).toEqual([3, 3, 3, 4, 6]);
  expect(() => mostHosts(0, limits)).toThrow(RangeError);
});
