import { createCipheriv, createDecipheriv, createHmac, hash } from 'node:crypto';
import { sm2 } from 'sm-crypto-v2';
import {
  type Cipher,
  type Digest,
  joinWithLengths,
  type Mac,
  type SignatureAlgorithm,
  type Suite,
} from './algorithm.ts';
import { randomBytes, sameSecret } from './random.ts';

const ivBytes = 16;
const tagBytes = 32;
const encryptionKeyBytes = 16;

/** SM3, GB/T 32905-2016. */
export const sm3: Digest = {
  name: 'sm3',
  bytes: 32,
  hash: (data) => hash('sm3', data, 'buffer'),
};

/** HMAC with SM3, GB/T 15852.2. */
export const hmacSm3: Mac = {
  name: 'hmac-sm3',
  keyBytes: 32,
  mac: (key, data) => createHmac('sm3', key).update(data).digest(),
};

/**
 * SM4 (GB/T 32907-2016) in counter mode, then HMAC-SM3 over bound data, IV and ciphertext (SEC-CR-04). The key is the 16-byte
 * encryption key followed by the 32-byte MAC key. Sealed bytes are iv ‖ ciphertext ‖ tag; nothing is decrypted before the tag agrees.
 */
export const sm4ThenHmacSm3: Cipher = {
  name: 'sm4-ctr-hmac-sm3',
  keyBytes: encryptionKeyBytes + hmacSm3.keyBytes,
  seal(key, plain, bound) {
    const iv = randomBytes(ivBytes);
    const cipher = createCipheriv('sm4-ctr', key.subarray(0, encryptionKeyBytes), iv);
    const ciphertext = Buffer.concat([cipher.update(plain), cipher.final()]);
    const tag = hmacSm3.mac(key.subarray(encryptionKeyBytes), joinWithLengths([bound, iv, ciphertext]));
    return Buffer.concat([iv, ciphertext, tag]);
  },
  open(key, sealed, bound) {
    if (sealed.length < ivBytes + tagBytes) return null;
    const iv = sealed.subarray(0, ivBytes);
    const ciphertext = sealed.subarray(ivBytes, sealed.length - tagBytes);
    const tag = hmacSm3.mac(key.subarray(encryptionKeyBytes), joinWithLengths([bound, iv, ciphertext]));
    if (!sameSecret(tag, sealed.subarray(sealed.length - tagBytes))) return null;
    const decipher = createDecipheriv('sm4-ctr', key.subarray(0, encryptionKeyBytes), iv);
    return Buffer.concat([decipher.update(ciphertext), decipher.final()]);
  },
};

/** The signer's id every Chinese implementation assumes when none is agreed, GM/T 0009-2012 clause 10. */
export const sm2UserId = '1234567812345678';

/** Order of the SM2 curve's base point, GB/T 32918.5-2017. */
const order = 0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123n;
const numberOf = (bytes: Uint8Array): bigint => BigInt(`0x${Buffer.from(bytes).toString('hex')}`);

/** SM2 signatures over SM3, GB/T 32918.2-2016. Private key 32 bytes, public key 04 ‖ x ‖ y, signature r ‖ s. */
export const sm2Sm3: SignatureAlgorithm = {
  name: 'sm2-sm3',
  noteType: Buffer.concat([Uint8Array.of(0xff), Buffer.from('opengoa sm2-sm3')]),
  newKey() {
    for (;;) {
      const privateKey = randomBytes(32);
      const d = numberOf(privateKey);
      if (d === 0n || d >= order - 1n) continue;
      return { privateKey, publicKey: Buffer.from(sm2.getPublicKeyFromPrivateKey(privateKey.toString('hex')), 'hex') };
    }
  },
  sign(privateKey, publicKey, data) {
    const options = { hash: true, der: false, publicKey: hexOf(publicKey), userId: sm2UserId };
    return Buffer.from(sm2.doSignature(data, hexOf(privateKey), options), 'hex');
  },
  verify(publicKey, data, signature) {
    if (publicKey.length !== 65 || signature.length !== 64) return false;
    // GB/T 32918.2 7.1 B1 and B2; the library leaves them to its caller.
    for (const half of [signature.subarray(0, 32), signature.subarray(32)]) {
      const n = numberOf(half);
      if (n === 0n || n >= order) return false;
    }
    try {
      const options = { hash: true, der: false, userId: sm2UserId };
      return sm2.doVerifySignature(data, hexOf(signature), hexOf(publicKey), options);
    } catch {
      return false; // a point that is not on the curve
    }
  },
};

const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

export const national: Suite = {
  profile: 'national',
  cipher: sm4ThenHmacSm3,
  digest: sm3,
  mac: hmacSm3,
  signature: sm2Sm3,
};
