import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  hash,
  sign,
  verify,
} from 'node:crypto';
import type { Cipher, Digest, Mac, SignatureAlgorithm, Suite } from './algorithm.ts';
import { randomBytes } from './random.ts';

const ivBytes = 12;
const tagBytes = 16;

/** AES-256-GCM, NIST SP 800-38D: random 96-bit IV, 128-bit tag. Sealed bytes are iv ‖ ciphertext ‖ tag. */
export const aes256Gcm: Cipher = {
  name: 'aes-256-gcm',
  keyBytes: 32,
  seal(key, plain, bound) {
    const iv = randomBytes(ivBytes);
    const cipher = createCipheriv('aes-256-gcm', key, iv);
    cipher.setAAD(bound);
    return Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  },
  open(key, sealed, bound) {
    if (sealed.length < ivBytes + tagBytes) return null;
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, ivBytes), { authTagLength: tagBytes });
    decipher.setAAD(bound);
    decipher.setAuthTag(sealed.subarray(sealed.length - tagBytes));
    const plain = decipher.update(sealed.subarray(ivBytes, sealed.length - tagBytes));
    try {
      return Buffer.concat([plain, decipher.final()]);
    } catch {
      return null;
    }
  },
};

/** SHA-256, FIPS 180-4. */
export const sha256: Digest = {
  name: 'sha-256',
  bytes: 32,
  hash: (data) => hash('sha256', data, 'buffer'),
};

/** HMAC-SHA-256, RFC 2104. */
export const hmacSha256: Mac = {
  name: 'hmac-sha256',
  keyBytes: 32,
  mac: (key, data) => createHmac('sha256', key).update(data).digest(),
};

// RFC 8410: the fixed DER around a raw 32-byte Ed25519 key.
const privatePrefix = Buffer.from('302e020100300506032b657004220420', 'hex');
const publicPrefix = Buffer.from('302a300506032b6570032100', 'hex');
const rawOf = (der: Buffer) => der.subarray(der.length - 32);

/** Ed25519, RFC 8032. Keys are the raw 32 bytes. */
export const ed25519: SignatureAlgorithm = {
  name: 'ed25519',
  noteType: Uint8Array.of(0x01),
  newKey() {
    const pair = generateKeyPairSync('ed25519');
    return {
      privateKey: rawOf(pair.privateKey.export({ format: 'der', type: 'pkcs8' })),
      publicKey: rawOf(pair.publicKey.export({ format: 'der', type: 'spki' })),
    };
  },
  sign(privateKey, _publicKey, data) {
    const key = createPrivateKey({ key: Buffer.concat([privatePrefix, privateKey]), format: 'der', type: 'pkcs8' });
    return sign(null, data, key);
  },
  verify(publicKey, data, signature) {
    if (publicKey.length !== 32 || signature.length !== 64) return false;
    const key = createPublicKey({ key: Buffer.concat([publicPrefix, publicKey]), format: 'der', type: 'spki' });
    return verify(null, data, key, signature);
  },
};

export const international: Suite = {
  profile: 'international',
  cipher: aes256Gcm,
  digest: sha256,
  mac: hmacSha256,
  signature: ed25519,
};
