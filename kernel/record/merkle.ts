import type { Digest } from '../crypto/algorithm.ts';

/**
 * Merkle trees as RFC 9162 §2.1 (and RFC 6962 before it) build them, over whichever hash the node's Record is made with.
 * Leaves are counted from 0 here; a fact's number is its leaf's index plus one.
 */

const leafPrefix = Uint8Array.of(0x00);
const nodePrefix = Uint8Array.of(0x01);

export const emptyRoot = (digest: Digest): Buffer => digest.hash(new Uint8Array(0));

export const leafHash = (digest: Digest, entry: Uint8Array): Buffer => digest.hash(Buffer.concat([leafPrefix, entry]));

const pair = Buffer.allocUnsafe(65);
export function nodeHash(digest: Digest, left: Uint8Array, right: Uint8Array): Buffer {
  if (left.length !== 32 || right.length !== 32) return digest.hash(Buffer.concat([nodePrefix, left, right]));
  pair[0] = nodePrefix[0]!;
  pair.set(left, 1);
  pair.set(right, 33);
  return digest.hash(pair);
}

/** The largest power of two below `size` (RFC 9162 §2.1.1); `size` is at least 2. */
export function splitAt(size: number): number {
  let k = 1;
  while (k * 2 < size) k *= 2;
  return k;
}

/** The root over leaf hashes. */
export function rootOf(digest: Digest, leaves: readonly Uint8Array[]): Buffer {
  const range = new GrowingTree(digest);
  for (const leaf of leaves) range.append(leaf);
  return range.root();
}

/** Called for each subtree the moment it is complete: all its leaves are there and it never changes again. */
export type OnComplete = (level: number, index: number, hash: Buffer) => void;

/**
 * A tree that only grows, kept as its right edge: the hashes of its complete subtrees, largest first. Memory and a step's work are
 * logarithmic in its size.
 */
export class GrowingTree {
  readonly #digest: Digest;
  #size: number;
  readonly #edge: Buffer[];

  constructor(digest: Digest, size = 0, edge: readonly Buffer[] = []) {
    if (edge.length !== bitsSet(size))
      throw new Error(`a tree of ${size} leaves has ${bitsSet(size)} hashes at its edge, not ${edge.length}`);
    this.#digest = digest;
    this.#size = size;
    this.#edge = [...edge];
  }

  get size(): number {
    return this.#size;
  }

  /** Hashes of the complete subtrees, largest first. */
  get edge(): readonly Buffer[] {
    return this.#edge;
  }

  append(leaf: Uint8Array, onComplete?: OnComplete): void {
    let hash: Buffer = Buffer.from(leaf);
    let index = this.#size;
    let level = 0;
    onComplete?.(level, index, hash);
    while (index % 2 === 1) {
      hash = nodeHash(this.#digest, this.#edge.pop()!, hash);
      index = (index - 1) / 2;
      level += 1;
      onComplete?.(level, index, hash);
    }
    this.#edge.push(hash);
    this.#size += 1;
  }

  root(): Buffer {
    if (this.#size === 0) return emptyRoot(this.#digest);
    let hash = this.#edge.at(-1)!;
    for (let at = this.#edge.length - 2; at >= 0; at -= 1) hash = nodeHash(this.#digest, this.#edge[at]!, hash);
    return hash;
  }
}

function bitsSet(size: number): number {
  let bits = 0;
  for (let rest = size; rest > 0; rest = Math.floor(rest / 2)) bits += rest % 2;
  return bits;
}

/** The hash of the subtree over leaves `from` (included) to `to` (excluded). Where it comes from is the caller's: memory or a database. */
export type SubtreeHash = (from: number, to: number) => Promise<Buffer>;

/** Proof that leaf `index` is in the tree of `size` leaves (RFC 9162 §2.1.3.1): hashes from the leaf's sibling up. */
export async function inclusionProof(index: number, size: number, subtree: SubtreeHash): Promise<Buffer[]> {
  if (index < 0 || index >= size) throw new Error(`no leaf ${index} in a tree of ${size}`);
  const path = async (m: number, from: number, to: number): Promise<Buffer[]> => {
    if (to - from === 1) return [];
    const k = from + splitAt(to - from);
    return m < k
      ? [...(await path(m, from, k)), await subtree(k, to)]
      : [...(await path(m, k, to)), await subtree(from, k)];
  };
  return path(index, 0, size);
}

/** Proof that the tree of `older` leaves is the beginning of the tree of `newer` (RFC 9162 §2.1.4.1). */
export async function consistencyProof(older: number, newer: number, subtree: SubtreeHash): Promise<Buffer[]> {
  if (older < 0 || older > newer) throw new Error(`a tree of ${older} leaves is not older than one of ${newer}`);
  if (older === 0 || older === newer) return [];
  const sub = async (m: number, from: number, to: number, whole: boolean): Promise<Buffer[]> => {
    if (m === to - from) return whole ? [] : [await subtree(from, to)];
    const k = splitAt(to - from);
    return m <= k
      ? [...(await sub(m, from, from + k, whole)), await subtree(from + k, to)]
      : [...(await sub(m - k, from + k, to, false)), await subtree(from, from + k)];
  };
  return sub(older, 0, newer, true);
}

/** Checks an inclusion proof against a root (RFC 9162 §2.1.3.2). */
export function verifyInclusion(
  digest: Digest,
  {
    leaf,
    index,
    size,
    proof,
    root,
  }: { leaf: Uint8Array; index: number; size: number; proof: readonly Uint8Array[]; root: Uint8Array },
): boolean {
  if (index < 0 || index >= size) return false;
  let fn = index;
  let sn = size - 1;
  let hash: Buffer = Buffer.from(leaf);
  for (const step of proof) {
    if (sn === 0) return false;
    if (fn % 2 === 1 || fn === sn) {
      hash = nodeHash(digest, step, hash);
      while (fn % 2 === 0 && fn !== 0) {
        fn /= 2;
        sn = Math.floor(sn / 2);
      }
    } else {
      hash = nodeHash(digest, hash, step);
    }
    fn = Math.floor(fn / 2);
    sn = Math.floor(sn / 2);
  }
  return sn === 0 && hash.equals(root);
}

/** Checks a consistency proof between two roots (RFC 9162 §2.1.4.2). */
export function verifyConsistency(
  digest: Digest,
  older: { size: number; root: Uint8Array },
  newer: { size: number; root: Uint8Array },
  proof: readonly Uint8Array[],
): boolean {
  if (older.size > newer.size) return false;
  if (older.size === newer.size) return proof.length === 0 && Buffer.from(older.root).equals(newer.root);
  if (older.size === 0) return proof.length === 0 && emptyRoot(digest).equals(older.root);
  const steps = isPowerOfTwo(older.size) ? [older.root, ...proof] : [...proof];
  const first = steps.shift();
  if (first === undefined) return false;
  let fn = older.size - 1;
  let sn = newer.size - 1;
  while (fn % 2 === 1) {
    fn = Math.floor(fn / 2);
    sn = Math.floor(sn / 2);
  }
  let fr: Buffer = Buffer.from(first);
  let sr: Buffer = Buffer.from(first);
  for (const step of steps) {
    if (sn === 0) return false;
    if (fn % 2 === 1 || fn === sn) {
      fr = nodeHash(digest, step, fr);
      sr = nodeHash(digest, step, sr);
      while (fn % 2 === 0 && fn !== 0) {
        fn /= 2;
        sn = Math.floor(sn / 2);
      }
    } else {
      sr = nodeHash(digest, sr, step);
    }
    fn = Math.floor(fn / 2);
    sn = Math.floor(sn / 2);
  }
  return sn === 0 && fr.equals(older.root) && sr.equals(newer.root);
}

const isPowerOfTwo = (size: number): boolean => size === 1 || splitAt(size) * 2 === size;
