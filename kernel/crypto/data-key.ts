import { type Cipher, CryptoFault, joinWithLengths, type Suite } from './algorithm.ts';
import { international } from './international.ts';
import type { MasterKey, MasterKeyring } from './master-key.ts';
import { national } from './national.ts';
import { type KeyPurpose, purposes } from './purpose.ts';
import { randomBytes } from './random.ts';
import { readToken, tokenHead, writeToken } from './token.ts';

/** A data key as it is kept: useless without the master key. */
export interface WrappedKey {
  readonly purpose: string;
  /** Counts from 1 within the purpose; the highest makes new values. */
  readonly version: number;
  readonly keyId: string;
  readonly algorithm: string;
  /** The key, sealed under a master key. */
  readonly wrapped: string;
  /** Base64url; signature keys only. */
  readonly publicKey: string | null;
  readonly createdAt: Date;
}

/** Where wrapped keys are kept. A node keeps them in its database; tests may keep them anywhere. */
export interface WrappedKeyStore {
  list(): Promise<readonly WrappedKey[]>;
  /** False, and nothing kept, when the purpose already has this version: another program was quicker. */
  add(key: WrappedKey): Promise<boolean>;
  /** The same keys under another master key: all or none. */
  rewrap(keys: readonly Pick<WrappedKey, 'keyId' | 'wrapped'>[]): Promise<void>;
}

/** A data key in use. */
export interface DataKey extends WrappedKey {
  readonly purpose: KeyPurpose;
  readonly bytes: Buffer;
}

/** Every algorithm a stored value may name, of whichever profile. */
export const suites: Readonly<Record<Suite['profile'], Suite>> = { international, national };

export function cipherNamed(name: string): Cipher {
  for (const suite of Object.values(suites)) if (suite.cipher.name === name) return suite.cipher;
  throw new CryptoFault('unknown-algorithm', `no cipher named ${name}`);
}

/** The algorithm of the profile for keys of this purpose. */
export const algorithmFor = (purpose: KeyPurpose, suite: Suite): string => suite[purposes[purpose].kind].name;

/** What binds a wrapped key to its place in the list, so that none can be swapped for another. */
const wrapBinding = (
  head: string,
  key: Pick<WrappedKey, 'purpose' | 'version' | 'keyId' | 'algorithm' | 'publicKey'>,
) =>
  joinWithLengths(['data-key', head, key.purpose, String(key.version), key.keyId, key.algorithm, key.publicKey ?? '']);

/** Makes a data key and wraps it under the newest master key. */
export function newDataKey(
  purpose: KeyPurpose,
  version: number,
  suite: Suite,
  master: MasterKey,
  now = new Date(),
): DataKey {
  const kind = purposes[purpose].kind;
  const made =
    kind === 'signature'
      ? suite.signature.newKey()
      : { privateKey: randomBytes(suite[kind].keyBytes), publicKey: null };
  const plain = {
    purpose,
    version,
    keyId: `${purpose}-${randomBytes(4).toString('hex')}`,
    algorithm: algorithmFor(purpose, suite),
    publicKey: made.publicKey?.toString('base64url') ?? null,
    createdAt: now,
    bytes: made.privateKey,
  };
  return { ...plain, wrapped: wrapDataKey(plain, master) };
}

export function wrapDataKey(key: Omit<DataKey, 'wrapped'>, master: MasterKey): string {
  const cipher = cipherNamed(master.algorithm);
  const head = tokenHead('sealed', cipher.name, master.id, 1);
  const payload = cipher.seal(master.bytes, key.bytes, wrapBinding(head, key));
  return writeToken({ use: 'sealed', algorithm: cipher.name, keyId: master.id, keyVersion: 1, payload });
}

/**
 * @throws CryptoFault `wrong-master-key` when none of the master keys opens it: the key file belongs to another node or another time,
 *   or the kept key was changed
 */
export function unwrapDataKey(key: WrappedKey, masters: MasterKeyring): DataKey {
  const token = readToken(key.wrapped, 'sealed');
  const master = masters.keys.find(({ id }) => id === token.keyId);
  const head = tokenHead('sealed', token.algorithm, token.keyId, token.keyVersion);
  const bytes = master && cipherNamed(token.algorithm).open(master.bytes, token.payload, wrapBinding(head, key));
  if (!bytes || !(key.purpose in purposes)) {
    throw new CryptoFault(
      'wrong-master-key',
      `the master key file does not open data key ${key.keyId}; put back the keys folder that belongs to this database (needed: ${token.keyId})`,
    );
  }
  return { ...key, purpose: key.purpose as KeyPurpose, bytes };
}
