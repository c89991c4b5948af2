import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { PacketTooLarge, packetFollower } from './packet-limit.ts';

const packet = (length: number): number[] => {
  const bytes = [0x30];
  let rest = length;
  do {
    const byte = rest % 128;
    rest = Math.floor(rest / 128);
    bytes.push(rest > 0 ? byte | 0x80 : byte);
  } while (rest > 0);
  return [...bytes, ...Array.from({ length }, (_, n) => n % 256)];
};

test('packets within the limit pass however they are cut, and one beyond it is told from its header alone', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 10 }),
      fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 40 }),
      (lengths, cuts) => {
        const bytes = Uint8Array.from(lengths.flatMap(packet));
        const follow = packetFollower(() => 400);
        for (let at = 0, n = 0; at < bytes.length; n += 1) {
          const next = at + cuts[n % cuts.length]!;
          follow(bytes.subarray(at, next));
          at = next;
        }
        const header = Uint8Array.from(packet(401).slice(0, 3));
        expect(() => {
          for (const byte of header) follow(Uint8Array.of(byte));
        }).toThrow(PacketTooLarge);
      },
    ),
  );
});

test('a length that never ends is refused', () => {
  const follow = packetFollower(() => 2 ** 40);
  expect(() => follow(Uint8Array.of(0x30, 0x80, 0x80, 0x80, 0x80, 0x80))).toThrow(PacketTooLarge);
});
