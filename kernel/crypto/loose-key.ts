import { bytesOf, type Cipher, CryptoFault, joinWithLengths } from './algorithm.ts';
import type { SealPlace } from './seal-place.ts';
import { cipherNamed } from './data-key.ts';
import { randomBytes } from './random.ts';
import { readToken, tokenHead, writeToken } from './token.ts';

/** A key that belongs to one row alone. Its wrapped copy is the only one: when that is deleted, what it sealed is gone for good. */
export interface LooseKey {
  readonly keyId: string;
  seal(plain: Uint8Array | string, place: SealPlace): string;
  /** Null when the value was sealed by another key: the one before an erasure. @throws CryptoFault `not-authentic` */
  open(sealed: string, place: SealPlace): string | null;
}

/** `<key id>.<algorithm>.<base64url key>`, wrapped by `wrap`. */
export function newLooseKey(cipher: Cipher, wrap: (plain: string) => string): string {
  const keyId = `own-${randomBytes(6).toString('hex')}`;
  return wrap(`${keyId}.${cipher.name}.${randomBytes(cipher.keyBytes).toString('base64url')}`);
}

export function openLooseKey(unwrapped: Uint8Array): LooseKey {
  const [keyId = '', algorithm = '', encoded = ''] = Buffer.from(unwrapped).toString('utf8').split('.');
  const cipher = cipherNamed(algorithm);
  const key = Buffer.from(encoded, 'base64url');
  const head = tokenHead('sealed', cipher.name, keyId, 1);
  const bound = (place: SealPlace) => joinWithLengths([head, place.table, place.row, place.column]);
  return {
    keyId,
    seal: (plain, place) =>
      writeToken({
        use: 'sealed',
        algorithm: cipher.name,
        keyId,
        keyVersion: 1,
        payload: cipher.seal(key, bytesOf(plain), bound(place)),
      }),
    open(sealed, place) {
      const token = readToken(sealed, 'sealed');
      if (token.keyId !== keyId) return null;
      const plain = cipher.open(key, token.payload, bound(place));
      if (plain === null)
        throw new CryptoFault('not-authentic', `sealed value of ${place.table}.${place.column} was changed or moved`);
      return plain.toString('utf8');
    },
  };
}
