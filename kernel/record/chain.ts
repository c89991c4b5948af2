import type { Digest } from '../crypto/algorithm.ts';

/** What the chain of a node's Record begins with, before its first fact. */
export const chainBegin = (digest: Digest, origin: string): Buffer => digest.hash(`opengoa record chain\n${origin}\n`);

/** The next link: over the one before, the number, and the leaf. 0x02 keeps it apart from leaves and nodes of the tree. */
export function chainNext(digest: Digest, before: Uint8Array, seq: number, leaf: Uint8Array): Buffer {
  const link = Buffer.allocUnsafe(1 + before.length + 8 + leaf.length);
  link[0] = 0x02;
  link.set(before, 1);
  link.writeBigUInt64BE(BigInt(seq), 1 + before.length);
  link.set(leaf, 9 + before.length);
  return digest.hash(link);
}
