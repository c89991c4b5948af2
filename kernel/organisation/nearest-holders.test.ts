import { expect, test } from 'vitest';
import { nearestHolders } from './nearest-holders.ts';
import type { Organisation } from './organisation.ts';

test('the nearest unit that has somebody; where the only one is left out, the next above', () => {
  const holders: Readonly<Record<string, readonly string[]>> = { office: ['a'], bureau: ['a', 'b'] };
  const organisation = {
    chain: () => ['office', 'bureau', 'city'].map((id) => ({ id })),
    holdersOfRole: (_role: string, unit: string) => holders[unit] ?? [],
  } as unknown as Organisation;
  expect(nearestHolders(organisation, 'head', 'office')).toEqual(['a']);
  expect(nearestHolders(organisation, 'head', 'office', 'a')).toEqual(['b']);
  expect(nearestHolders({ ...organisation, holdersOfRole: () => [] } as never, 'head', 'office')).toEqual([]);
});
