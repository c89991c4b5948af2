import { bytesOf, type SignatureAlgorithm } from '../crypto/algorithm.ts';
import { signatureNamed } from '../crypto/crypto.ts';
import { sha256 } from '../crypto/international.ts';

/** Signed notes, https://c2sp.org/signed-note: a text, a blank line, and lines of signatures that anybody holding a key may check. */
export interface SignedNote {
  /** Ends with a line break; this, byte for byte, is what is signed. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

export interface NoteSignature {
  readonly name: string;
  /** Four bytes that tell keys of one name apart. */
  readonly keyHash: Buffer;
  readonly signature: Buffer;
}

/** A public key somebody decided to trust, under the name it signs with. */
export interface VerifierKey {
  readonly name: string;
  readonly algorithm: string;
  readonly publicKey: Buffer;
}

const noteAlgorithms: readonly SignatureAlgorithm[] = [signatureNamed('ed25519'), signatureNamed('sm2-sm3')];

const nameForm = /^[^\s+]+$/u;

function keyHash({ name, algorithm, publicKey }: VerifierKey): Buffer {
  const { noteType } = signatureNamed(algorithm);
  return sha256.hash(Buffer.concat([bytesOf(`${name}\n`), noteType, publicKey])).subarray(0, 4);
}

/** `<name>+<key hash>+<base64 of type and key>`: how a key is handed to a witness or the audit officer. */
export const writeVerifierKey = (key: VerifierKey): string =>
  `${key.name}+${keyHash(key).toString('hex')}+${Buffer.concat([signatureNamed(key.algorithm).noteType, key.publicKey]).toString('base64')}`;

/** Null when it is not a key, its hash does not fit, or its kind is not known here. */
export function readVerifierKey(text: string): VerifierKey | null {
  const [, name, hash, encoded] = /^([^+\s]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+=*)$/u.exec(text) ?? [];
  if (name === undefined || hash === undefined || encoded === undefined) return null;
  const typed = strictBase64(encoded);
  if (typed === null) return null;
  for (const { name: algorithm, noteType } of noteAlgorithms) {
    if (!typed.subarray(0, noteType.length).equals(noteType)) continue;
    const publicKey = typed.subarray(noteType.length);
    if (publicKey.length !== (algorithm === 'ed25519' ? 32 : 65)) continue;
    const key = { name, algorithm, publicKey };
    return keyHash(key).toString('hex') === hash ? key : null;
  }
  return null;
}

export function writeSignedNote(
  text: string,
  signatures: readonly { key: VerifierKey; signature: Uint8Array }[],
): string {
  if (!text.endsWith('\n')) throw new Error('the text of a signed note ends with a line break');
  const lines = signatures.map(({ key, signature }) => {
    if (!nameForm.test(key.name)) throw new Error(`not a name for a signed note: ${key.name}`);
    return `— ${key.name} ${Buffer.concat([keyHash(key), signature]).toString('base64')}\n`;
  });
  return `${text}\n${lines.join('')}`;
}

/** Null when it is not a signed note. Says nothing yet about who signed it. */
export function readSignedNote(note: string): SignedNote | null {
  // oxlint-disable-next-line no-control-regex -- the format forbids control characters, so they are named here
  if (note.length > 1_000_000 || /[\u0000-\u0009\u000b-\u001f]/.test(note)) return null;
  const split = note.lastIndexOf('\n\n');
  if (split < 0 || !note.endsWith('\n')) return null;
  const lines = note.slice(split + 2, -1).split('\n');
  if (lines.length > 100) return null;
  const signatures: NoteSignature[] = [];
  for (const line of lines) {
    const [, name, encoded] = /^— ([^\s+]+) ([A-Za-z0-9+/]+=*)$/u.exec(line) ?? [];
    const bytes = encoded === undefined ? null : strictBase64(encoded);
    if (name === undefined || bytes === null || bytes.length < 5) return null;
    signatures.push({ name, keyHash: bytes.subarray(0, 4), signature: bytes.subarray(4) });
  }
  return { text: note.slice(0, split + 1), signatures };
}

/**
 * The trusted keys that signed the note. Signatures by unknown keys are passed over; one that claims a trusted key and does not
 * check refuses the whole note (null), as the format asks.
 */
export function verifySignedNote(note: SignedNote, trusted: readonly VerifierKey[]): readonly VerifierKey[] | null {
  const good: VerifierKey[] = [];
  for (const key of trusted) {
    const hash = keyHash(key);
    const claimed = note.signatures.find((line) => line.name === key.name && line.keyHash.equals(hash));
    if (!claimed) continue;
    if (!signatureNamed(key.algorithm).verify(key.publicKey, bytesOf(note.text), claimed.signature)) return null;
    good.push(key);
  }
  return good;
}

/** Base64 in its one canonical spelling. */
export function strictBase64(text: string): Buffer | null {
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? bytes : null;
}
