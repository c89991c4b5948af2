import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sha256 } from '../crypto/international.ts';
import { sm3 } from '../crypto/national.ts';
import {
  consistencyProof,
  emptyRoot,
  GrowingTree,
  inclusionProof,
  leafHash,
  nodeHash,
  rootOf,
  splitAt,
  verifyConsistency,
  verifyInclusion,
} from './merkle.ts';

// The reference vectors of Certificate Transparency (google/certificate-transparency, merkletree tests; also transparency-dev/merkle).
const entries = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
].map((hex) => Buffer.from(hex, 'hex'));
const roots = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];
const inclusions: [index: number, size: number, proof: string[]][] = [
  [0, 1, []],
  [
    0,
    8,
    [
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ],
  ],
  [
    5,
    8,
    [
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ],
  ],
  [2, 3, ['fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125']],
  [
    1,
    5,
    [
      '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
    ],
  ],
];
const consistencies: [older: number, newer: number, proof: string[]][] = [
  [1, 1, []],
  [
    1,
    8,
    [
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ],
  ],
  [
    6,
    8,
    [
      '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ],
  ],
  [
    2,
    5,
    [
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
    ],
  ],
];

const leaves = entries.map((entry) => leafHash(sha256, entry));
const hex = (hashes: readonly Buffer[]) => hashes.map((hash) => hash.toString('hex'));
const subtreeOf =
  (all: readonly Buffer[], digest = sha256) =>
  async (from: number, to: number) =>
    definition(digest, all.slice(from, to));

/** MTH as RFC 9162 §2.1.1 defines it, word for word: what the growing tree is compared with. */
function definition(digest: typeof sha256, all: readonly Buffer[]): Buffer {
  if (all.length === 0) return emptyRoot(digest);
  if (all.length === 1) return all[0]!;
  const k = splitAt(all.length);
  return nodeHash(digest, definition(digest, all.slice(0, k)), definition(digest, all.slice(k)));
}

describe('RFC 9162 Merkle tree', () => {
  test('reference roots of 0 to 8 entries', () => {
    expect(rootOf(sha256, []).toString('hex')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    for (let size = 1; size <= 8; size += 1) {
      expect(rootOf(sha256, leaves.slice(0, size)).toString('hex')).toBe(roots[size - 1]);
    }
  });

  test('reference inclusion proofs', async () => {
    for (const [index, size, proof] of inclusions) {
      const made = await inclusionProof(index, size, subtreeOf(leaves));
      expect(hex(made)).toEqual(proof);
      const root = Buffer.from(roots[size - 1]!, 'hex');
      expect(verifyInclusion(sha256, { leaf: leaves[index]!, index, size, proof: made, root })).toBe(true);
    }
  });

  test('reference consistency proofs', async () => {
    for (const [older, newer, proof] of consistencies) {
      const made = await consistencyProof(older, newer, subtreeOf(leaves));
      expect(hex(made)).toEqual(proof);
      const at = (size: number) => ({ size, root: Buffer.from(roots[size - 1]!, 'hex') });
      expect(verifyConsistency(sha256, at(older), at(newer), made)).toBe(true);
    }
  });

  test('any tree grown leaf by leaf has the root of the definition, with either hash', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 8 }), { maxLength: 70 }), fc.boolean(), (data, national) => {
        const digest = national ? sm3 : sha256;
        const all = data.map((entry) => leafHash(digest, entry));
        expect(rootOf(digest, all)).toEqual(definition(digest, all));
      }),
    );
  });

  test('a tree taken up again from its edge grows on as if it had never stopped', () => {
    fc.assert(
      fc.property(fc.nat(200), fc.nat(200), (before, after) => {
        const all = Array.from({ length: before + after }, (_, n) => leafHash(sha256, Buffer.from(String(n))));
        const first = new GrowingTree(sha256);
        for (const leaf of all.slice(0, before)) first.append(leaf);
        const second = new GrowingTree(sha256, first.size, first.edge);
        for (const leaf of all.slice(before)) second.append(leaf);
        expect(second.root()).toEqual(rootOf(sha256, all));
      }),
      { numRuns: 50 },
    );
  });

  test('proofs hold for what they prove and for nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 60 }), fc.nat(), fc.nat(), fc.nat(), async (size, a, b, flip) => {
        const all = Array.from({ length: size }, (_, n) => leafHash(sha256, Buffer.from(String(n))));
        const index = a % size;
        const root = rootOf(sha256, all);
        const proof = await inclusionProof(index, size, subtreeOf(all));
        const claim = { leaf: all[index]!, index, size, proof, root };
        expect(verifyInclusion(sha256, claim)).toBe(true);
        expect(verifyInclusion(sha256, { ...claim, leaf: leafHash(sha256, Buffer.from('another')) })).toBe(false);
        expect(verifyInclusion(sha256, { ...claim, index: (index + 1) % size })).toBe(size === 1);
        expect(verifyInclusion(sha256, { ...claim, proof: damaged(proof, flip) })).toBe(proof.length === 0);

        const older = 1 + (b % size);
        const steps = await consistencyProof(older, size, subtreeOf(all));
        const from = { size: older, root: rootOf(sha256, all.slice(0, older)) };
        expect(verifyConsistency(sha256, from, { size, root }, steps)).toBe(true);
        const other = leafHash(sha256, Buffer.from('fork'));
        expect(verifyConsistency(sha256, { size: older, root: other }, { size, root }, steps)).toBe(false);
        expect(verifyConsistency(sha256, from, { size, root }, damaged(steps, flip))).toBe(steps.length === 0);
      }),
    );
  });
});

function damaged(proof: readonly Buffer[], flip: number): Buffer[] {
  const at = flip % proof.length;
  return proof.map((hash, n) => {
    const copy = Buffer.from(hash);
    if (n === at) copy[flip % 32]! ^= 1;
    return copy;
  });
}
