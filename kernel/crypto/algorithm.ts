/** The four kinds of algorithm behind the crypto door. Each is a pure function of key and data; keys are opaque bytes to everybody else. */

/** Encryption that also authenticates: `open` answers null when key, ciphertext or `bound` differ from what was sealed. */
export interface Cipher {
  readonly name: string;
  readonly keyBytes: number;
  seal(key: Uint8Array, plain: Uint8Array, bound: Uint8Array): Buffer;
  open(key: Uint8Array, sealed: Uint8Array, bound: Uint8Array): Buffer | null;
}

export interface Digest {
  readonly name: string;
  readonly bytes: number;
  hash(data: Uint8Array | string): Buffer;
}

export interface Mac {
  readonly name: string;
  readonly keyBytes: number;
  mac(key: Uint8Array, data: Uint8Array): Buffer;
}

/** Private keys may be handles of an outside module: nothing but the algorithm itself looks into them (SEC-CR-03). */
export interface SignatureAlgorithm {
  readonly name: string;
  /** How C2SP signed notes name the kind: one byte, or 0xff and a longer name. */
  readonly noteType: Uint8Array;
  newKey(): { privateKey: Buffer; publicKey: Buffer };
  sign(privateKey: Uint8Array, publicKey: Uint8Array, data: Uint8Array): Buffer;
  verify(publicKey: Uint8Array, data: Uint8Array, signature: Uint8Array): boolean;
}

/** What a profile works with. Old data keeps the algorithm it names, whatever the profile of today. */
export interface Suite {
  readonly profile: CryptoProfile;
  readonly cipher: Cipher;
  readonly digest: Digest;
  readonly mac: Mac;
  readonly signature: SignatureAlgorithm;
}

export type CryptoProfile = 'international' | 'national';

/** Something is wrong with keys or sealed data. Never an expected answer: whoever catches it decides what to show. */
export class CryptoFault extends Error {
  readonly code: CryptoFaultCode;
  constructor(code: CryptoFaultCode, message: string) {
    super(message);
    this.name = 'CryptoFault';
    this.code = code;
  }
}

export type CryptoFaultCode =
  | 'malformed'
  | 'unknown-key'
  | 'unknown-algorithm'
  | 'not-authentic'
  | 'wrong-master-key'
  | 'master-key-missing'
  | 'master-key-unreadable'
  | 'master-key-open-to-others';

const encoder = new TextEncoder();
export const bytesOf = (data: Uint8Array | string): Uint8Array =>
  typeof data === 'string' ? encoder.encode(data) : data;

/**
 * Joins parts so that no two lists of parts give the same bytes: each is preceded by its length in four bytes, big-endian.
 */
export function joinWithLengths(parts: readonly (Uint8Array | string)[]): Buffer {
  const pieces: Uint8Array[] = [];
  for (const part of parts) {
    const bytes = bytesOf(part);
    const length = Buffer.allocUnsafe(4);
    length.writeUInt32BE(bytes.length);
    pieces.push(length, bytes);
  }
  return Buffer.concat(pieces);
}
