import {
  bytesOf,
  CryptoFault,
  type CryptoProfile,
  type Digest,
  joinWithLengths,
  type SignatureAlgorithm,
  type Suite,
} from './algorithm.ts';
import {
  algorithmFor,
  cipherNamed,
  type DataKey,
  newDataKey,
  suites,
  unwrapDataKey,
  wrapDataKey,
  type WrappedKeyStore,
} from './data-key.ts';
import { createMasterKeys, type MasterKeyring, newMasterKey, readMasterKeys, replaceMasterKeys } from './master-key.ts';
import { type KeyPurpose, type PurposeOf, purposeNames } from './purpose.ts';
import { sameSecret } from './random.ts';
import { newLooseKey, openLooseKey, type LooseKey } from './loose-key.ts';
import type { SealPlace } from './seal-place.ts';
import { readToken, tokenHead, writeToken } from './token.ts';

export { CryptoFault, type CryptoProfile, type Digest } from './algorithm.ts';
export { cryptoInventory, type InventoryLine } from './crypto-inventory.ts';
export type { WrappedKey, WrappedKeyStore } from './data-key.ts';
export { keysInDatabase, keysInMemory } from './key-store.ts';
export type { LooseKey } from './loose-key.ts';
export type { SealPlace } from './seal-place.ts';
export { masterKeyPath } from './master-key.ts';
export { type KeyPurpose, purposes } from './purpose.ts';
export { randomBytes, randomSecret, sameSecret } from './random.ts';

export interface PublicKey {
  readonly keyId: string;
  readonly version: number;
  readonly algorithm: string;
  readonly publicKey: Buffer;
  readonly createdAt: Date;
}

/** The one crypto door (SEC-CR-01). Everything that is stored says itself which algorithm and key made it. */
export interface Crypto {
  readonly profile: CryptoProfile;
  /** The profile's hash on bytes. Stored hashes carry the algorithm's name: use `hash`, or keep `digest.name` beside them. */
  readonly digest: Digest;
  /** `sha-256:<hex>` or `sm3:<hex>`. */
  hash(data: Uint8Array | string): string;
  seal(plain: Uint8Array | string, place: SealPlace, purpose?: PurposeOf<'cipher'>): string;
  /** @throws CryptoFault `not-authentic` when it was changed or moved, `unknown-key` when its key is not here */
  open(sealed: string, place: SealPlace, purpose?: PurposeOf<'cipher'>): string;
  openBytes(sealed: string, place: SealPlace, purpose?: PurposeOf<'cipher'>): Buffer;
  /** A key of its own for one row (a data subject), wrapped: destroying the row's copy destroys what it sealed. */
  newKeyFor(place: SealPlace): string;
  keyFor(wrapped: string, place: SealPlace): LooseKey;
  mac(data: Uint8Array | string, purpose: PurposeOf<'mac'>): string;
  checkMac(data: Uint8Array | string, mac: string, purpose: PurposeOf<'mac'>): boolean;
  sign(data: Uint8Array | string, purpose: PurposeOf<'signature'>): string;
  verify(data: Uint8Array | string, signature: string, purpose: PurposeOf<'signature'>): boolean;
  /** Every version, newest first. */
  publicKeys(purpose: PurposeOf<'signature'>): readonly PublicKey[];
  /** A new version of the purpose's key makes new values from now on; old ones stay readable (SEC-CR-07). */
  rotate(purpose: KeyPurpose): Promise<void>;
  /** A new master key wraps every data key; the old one leaves the file. */
  rotateMaster(): Promise<void>;
  /** Learns keys that other programs on the same store made. */
  refresh(): Promise<void>;
  /** Everything in use, for the crypto inventory; no key material. */
  keys(): readonly Omit<DataKey, 'bytes' | 'wrapped'>[];
}

export interface CryptoOptions {
  readonly profile: CryptoProfile;
  /** `OPENGOA_DATA/keys`. */
  readonly keysFolder: string;
  readonly store: WrappedKeyStore;
}

/** The digest a stored name stands for. */
export function digestNamed(name: string): Digest {
  for (const suite of Object.values(suites)) if (suite.digest.name === name) return suite.digest;
  throw new CryptoFault('unknown-algorithm', `no hash named ${name}`);
}

/** The signature algorithm a stored name stands for. */
export function signatureNamed(name: string): SignatureAlgorithm {
  for (const suite of Object.values(suites)) if (suite.signature.name === name) return suite.signature;
  throw new CryptoFault('unknown-algorithm', `no signature named ${name}`);
}

/**
 * Opens the door: reads the master key, unwraps the data keys, makes those that are missing or belong to another profile than today's.
 * An empty store and an empty folder make a new node; a store with keys and no master key, or another's, refuses (SEC-CR-07).
 * @throws CryptoFault `wrong-master-key`, `master-key-missing`, `master-key-unreadable`, `master-key-open-to-others`
 */
export async function openCrypto({ profile, keysFolder, store }: CryptoOptions): Promise<Crypto> {
  const suite = suites[profile];
  let masters = await mastersFor(suite, keysFolder, store);
  let ring = await Keyring.read(store, masters);
  for (const purpose of purposeNames) {
    const newest = ring.newestOrNone(purpose);
    if (newest?.algorithm !== algorithmFor(purpose, suite)) await addVersion(purpose);
  }
  ring = await Keyring.read(store, masters);

  async function addVersion(purpose: KeyPurpose): Promise<void> {
    const version = (ring.newestOrNone(purpose)?.version ?? 0) + 1;
    await store.add(newDataKey(purpose, version, suite, masters.keys.at(-1)!));
  }

  const crypto: Crypto = {
    profile,
    digest: suite.digest,
    hash: (data) => `${suite.digest.name}:${suite.digest.hash(data).toString('hex')}`,
    seal(plain, place, purpose = 'field') {
      const key = ring.newest(purpose);
      const head = tokenHead('sealed', key.algorithm, key.keyId, key.version);
      const payload = cipherNamed(key.algorithm).seal(key.bytes, bytesOf(plain), aad(head, place));
      return writeToken({
        use: 'sealed',
        algorithm: key.algorithm,
        keyId: key.keyId,
        keyVersion: key.version,
        payload,
      });
    },
    openBytes(sealed, place, purpose = 'field') {
      const token = readToken(sealed, 'sealed');
      const key = ring.made(token, purpose);
      const head = tokenHead('sealed', token.algorithm, token.keyId, token.keyVersion);
      const plain = cipherNamed(key.algorithm).open(key.bytes, token.payload, aad(head, place));
      if (plain === null) {
        throw new CryptoFault('not-authentic', `sealed value of ${place.table}.${place.column} was changed or moved`);
      }
      return plain;
    },
    open: (sealed, place, purpose) => crypto.openBytes(sealed, place, purpose).toString('utf8'),
    newKeyFor: (place) => newLooseKey(suite.cipher, (plain) => crypto.seal(plain, place, 'subject')),
    keyFor: (wrapped, place) => openLooseKey(crypto.openBytes(wrapped, place, 'subject')),
    mac(data, purpose) {
      const key = ring.newest(purpose);
      const payload = macWith(key, data);
      return writeToken({ use: 'mac', algorithm: key.algorithm, keyId: key.keyId, keyVersion: key.version, payload });
    },
    checkMac(data, mac, purpose) {
      const token = readToken(mac, 'mac');
      return sameSecret(macWith(ring.made(token, purpose), data), token.payload);
    },
    sign(data, purpose) {
      const key = ring.newest(purpose);
      const payload = signatureNamed(key.algorithm).sign(key.bytes, publicKeyOf(key), bytesOf(data));
      return writeToken({ use: 'sig', algorithm: key.algorithm, keyId: key.keyId, keyVersion: key.version, payload });
    },
    verify(data, signature, purpose) {
      const token = readToken(signature, 'sig');
      const key = ring.made(token, purpose);
      return signatureNamed(key.algorithm).verify(publicKeyOf(key), bytesOf(data), token.payload);
    },
    publicKeys: (purpose) =>
      ring
        .versions(purpose)
        .map((key) => ({
          keyId: key.keyId,
          version: key.version,
          algorithm: key.algorithm,
          publicKey: publicKeyOf(key),
          createdAt: key.createdAt,
        }))
        .toReversed(),
    async rotate(purpose) {
      await crypto.refresh();
      await addVersion(purpose);
      ring = await Keyring.read(store, masters);
    },
    async rotateMaster() {
      // The new key is on disk beside the old before any data key needs it, and the old leaves only when none does:
      // a stop at any moment leaves a file that opens everything.
      const next = newMasterKey(suite.cipher);
      masters = { keys: [...((await readMasterKeys(keysFolder)) ?? masters).keys, next] };
      await replaceMasterKeys(keysFolder, masters);
      ring = await Keyring.read(store, masters);
      await store.rewrap(ring.all().map((key) => ({ keyId: key.keyId, wrapped: wrapDataKey(key, next) })));
      masters = { keys: [next] };
      ring = await Keyring.read(store, masters);
      await replaceMasterKeys(keysFolder, masters);
    },
    async refresh() {
      masters = (await readMasterKeys(keysFolder)) ?? masters;
      ring = await Keyring.read(store, masters);
    },
    keys: () =>
      ring.all().map(({ purpose, version, keyId, algorithm, publicKey, createdAt }) => ({
        purpose,
        version,
        keyId,
        algorithm,
        publicKey,
        createdAt,
      })),
  };
  return crypto;
}

const aad = (head: string, place: SealPlace) => joinWithLengths([head, place.table, place.row, place.column]);

async function mastersFor(suite: Suite, keysFolder: string, store: WrappedKeyStore): Promise<MasterKeyring> {
  const found = await readMasterKeys(keysFolder);
  if (found !== null) return found;
  if ((await store.list()).length > 0) {
    // Another program that starts at this moment may have put both in place since.
    const since = await readMasterKeys(keysFolder);
    if (since !== null) return since;
    throw new CryptoFault(
      'master-key-missing',
      `the database holds wrapped keys but ${keysFolder} holds no master key; put back the keys folder of this node`,
    );
  }
  return createMasterKeys(keysFolder, newMasterKey(suite.cipher));
}

function macWith(key: DataKey, data: Uint8Array | string): Buffer {
  const algorithm = Object.values(suites).find(({ mac }) => mac.name === key.algorithm)?.mac;
  if (!algorithm) throw new CryptoFault('unknown-algorithm', `no MAC named ${key.algorithm}`);
  return algorithm.mac(key.bytes, bytesOf(data));
}

const publicKeyOf = (key: DataKey): Buffer => Buffer.from(key.publicKey ?? '', 'base64url');

/** The data keys in memory. */
class Keyring {
  readonly #byId = new Map<string, DataKey>();
  readonly #byPurpose = new Map<KeyPurpose, DataKey[]>();

  static async read(store: WrappedKeyStore, masters: MasterKeyring): Promise<Keyring> {
    const ring = new Keyring();
    for (const wrapped of [...(await store.list())].toSorted((a, b) => a.version - b.version)) {
      const key = unwrapDataKey(wrapped, masters);
      ring.#byId.set(key.keyId, key);
      ring.#byPurpose.set(key.purpose, [...(ring.#byPurpose.get(key.purpose) ?? []), key]);
    }
    return ring;
  }

  all = (): DataKey[] => [...this.#byId.values()];
  versions = (purpose: KeyPurpose): readonly DataKey[] => this.#byPurpose.get(purpose) ?? [];
  newestOrNone = (purpose: KeyPurpose): DataKey | undefined => this.versions(purpose).at(-1);

  newest(purpose: KeyPurpose): DataKey {
    const key = this.newestOrNone(purpose);
    if (!key) throw new CryptoFault('unknown-key', `no key for ${purpose}`);
    return key;
  }

  /** The key a stored value names, if it is one of this purpose and says the algorithm it has. */
  made(token: { keyId: string; keyVersion: number; algorithm: string }, purpose: KeyPurpose): DataKey {
    const key = this.#byId.get(token.keyId);
    if (!key || key.purpose !== purpose || key.version !== token.keyVersion || key.algorithm !== token.algorithm) {
      throw new CryptoFault(
        'unknown-key',
        `no ${purpose} key ${token.keyId} version ${token.keyVersion} for ${token.algorithm}`,
      );
    }
    return key;
  }
}
