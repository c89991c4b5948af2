import type { Crypto } from '../crypto/crypto.ts';
import { readSignedNote, strictBase64, type VerifierKey, verifySignedNote } from './signed-note.ts';

/** A tree head as it leaves the machine, https://c2sp.org/tlog-checkpoint: whose Record, how many facts, and the root over them. */
export interface Checkpoint {
  readonly origin: string;
  readonly size: number;
  readonly root: Buffer;
  /** Our lines after the root, covered by the signature; a witness may pass over them. */
  readonly chainHash: Buffer;
  readonly at: Date;
  readonly hashAlgorithm: string;
}

/** The text that is signed. Extension lines: the hash of the tree, the chain's last link, and when. */
export function checkpointText({ origin, size, root, chainHash, at, hashAlgorithm }: Checkpoint): string {
  return `${origin}\n${size}\n${root.toString('base64')}\nhash ${hashAlgorithm}\nchain ${chainHash.toString('base64')}\nat ${at.toISOString()}\n`;
}

/** Null when it is not a checkpoint of ours. */
export function readCheckpointText(text: string): Checkpoint | null {
  const [origin, sizeText, rootText, hashLine, chainLine, atLine, ...rest] = text.split('\n');
  if (!origin || !/^(0|[1-9][0-9]{0,15})$/.test(sizeText ?? '') || rest.length !== 1 || rest[0] !== '') return null;
  const root = strictBase64(rootText ?? '');
  const hashAlgorithm = /^hash ([a-z0-9-]+)$/.exec(hashLine ?? '')?.[1];
  const chainHash = strictBase64(/^chain (\S+)$/.exec(chainLine ?? '')?.[1] ?? '');
  const at = new Date(/^at (\S+)$/.exec(atLine ?? '')?.[1] ?? '');
  if (root === null || root.length !== 32 || chainHash === null || chainHash.length !== 32 || !hashAlgorithm)
    return null;
  if (Number.isNaN(at.getTime())) return null;
  const checkpoint = { origin, size: Number(sizeText), root, chainHash, at, hashAlgorithm };
  return checkpointText(checkpoint) === text ? checkpoint : null;
}

/**
 * Reads an exported checkpoint.
 * @param trusted keys of the Record it should come from, and of witnesses
 * @returns null when it is malformed or a trusted key's signature does not check; `signedBy` is empty when nobody known signed it
 */
export function readCheckpoint(
  note: string,
  trusted: readonly VerifierKey[],
): { checkpoint: Checkpoint; signedBy: readonly VerifierKey[] } | null {
  const signed = readSignedNote(note);
  const checkpoint = signed && readCheckpointText(signed.text);
  if (!signed || !checkpoint) return null;
  const signedBy = verifySignedNote(signed, trusted);
  return signedBy && { checkpoint, signedBy };
}

/** The Record's own public keys, as others would trust them: every version, newest first. */
export const recordKeys = (crypto: Crypto, origin: string): VerifierKey[] =>
  crypto.publicKeys('record').map(({ algorithm, publicKey }) => ({ name: origin, algorithm, publicKey }));
