import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { peerGroup, spreadOf, type PeerTraits } from './peer-groups.ts';

const office = (id: string, size: number | null, climate: string | null = 'cold', type = 'office'): PeerTraits => ({
  id,
  type,
  size,
  climate,
});
const eight = (from: number, size: number, climate = 'cold') =>
  Array.from({ length: 8 }, (_, i) => office(`p${from + i}`, size, climate));

test('the narrowest group with eight others, and it says in what they are alike', () => {
  const subject = office('own', 1_000);
  expect(peerGroup(subject, [subject, ...eight(0, 1_500), ...eight(20, 9_000)])).toMatchObject({
    peers: eight(0, 0).map(({ id }) => id),
    alikeIn: ['type', 'size', 'climate'],
    sizeWithin: 2,
  });
  expect(peerGroup(subject, eight(0, 3_500))).toMatchObject({ alikeIn: ['type', 'size', 'climate'], sizeWithin: 4 });
  expect(peerGroup(subject, eight(0, 9_000))).toMatchObject({ alikeIn: ['type', 'climate'], sizeWithin: null });
  expect(peerGroup(subject, eight(0, 1_500, 'hot'))).toMatchObject({ alikeIn: ['type', 'size'], sizeWithin: 2 });
  expect(peerGroup(office('own', null, null), eight(0, 1))).toMatchObject({ alikeIn: ['type'] });
});

test('another type is no peer: too few is said, and never widened to all', () => {
  const schools = eight(0, 1_000).map((each) => ({ ...each, type: 'school' }));
  expect(peerGroup(office('own', 1_000), [...schools, ...eight(20, 1_000).slice(1)])).toMatchObject({
    status: 'insufficient_data',
    reasons: [{ needed: 8, found: 7 }],
  });
});

test('every peer is of its type and never itself, whatever the order', () => {
  const traits = fc.record({
    id: fc.integer({ min: 0, max: 60 }).map(String),
    type: fc.constantFrom('office', 'school'),
    size: fc.option(fc.integer({ min: 1, max: 10_000 })),
    climate: fc.option(fc.constantFrom('cold', 'hot')),
  });
  fc.assert(
    fc.property(traits, fc.uniqueArray(traits, { selector: ({ id }) => id, maxLength: 60 }), (subject, others) => {
      const found = peerGroup(subject, others);
      expect(peerGroup(subject, others.toReversed())).toEqual(found);
      if (found.status !== 'ok') return;
      expect(found.peers.length).toBeGreaterThanOrEqual(8);
      for (const id of found.peers) {
        const peer = others.find((each) => each.id === id)!;
        expect(peer.type).toBe(subject.type);
        expect(id).not.toBe(subject.id);
        if (found.sizeWithin !== null)
          expect(Math.max(peer.size! / subject.size!, subject.size! / peer.size!)).toBeLessThanOrEqual(
            found.sizeWithin,
          );
      }
    }),
  );
});

test('quartiles of a spread', () => {
  expect(spreadOf([4, 1, 3, 2, 5])).toEqual({ n: 5, low: 1, q1: 2, median: 3, q3: 4, high: 5 });
  expect(spreadOf([7])).toEqual({ n: 1, low: 7, q1: 7, median: 7, q3: 7, high: 7 });
});
