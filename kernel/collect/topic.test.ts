import { describe, expect, test } from 'vitest';
import { matchTopic, patternFault, subscriptionOf } from './topic.ts';

describe('主题', () => {
  test('a named place stands for exactly one level that is not empty', () => {
    expect(matchTopic('energy/readings/{device}', 'energy/readings/gw-7')).toEqual({ device: 'gw-7' });
    for (const topic of [
      'energy/readings',
      'energy/readings/',
      'energy/readings/a/b',
      'energy/other/a',
      'x/readings/a',
    ])
      expect([topic, matchTopic('energy/readings/{device}', topic)]).toEqual([topic, null]);
    expect(matchTopic('a/{device}/b/{meter}', 'a/x/b/y')).toEqual({ device: 'x', meter: 'y' });
  });

  test('a pattern begins with its room, names the device, and has no wildcard of the protocol', () => {
    expect(patternFault('energy/readings/{device}', 'energy')).toBeNull();
    for (const pattern of [
      'vehicles/{device}',
      'energy/readings',
      'energy/+/{device}',
      'energy/{device}/#',
      'energy/{device}/{device}',
      'energy//{device}',
    ])
      expect([pattern, patternFault(pattern, 'energy')]).not.toEqual([pattern, null]);
  });

  test('at a broker every named place is asked for as any level', () => {
    expect(subscriptionOf('a/{device}/b/{meter}')).toBe('a/+/b/+');
  });
});
