import { createCipheriv, createDecipheriv } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { joinWithLengths } from './algorithm.ts';
import { suites } from './data-key.ts';
import { aes256Gcm, ed25519, hmacSha256, sha256 } from './international.ts';
import { hmacSm3, sm2Sm3, sm2UserId, sm3, sm4ThenHmacSm3 } from './national.ts';
import { sameSecret } from './random.ts';

const bytes = (hex: string) => Buffer.from(hex.replaceAll(/\s/g, ''), 'hex');

describe('SEC-CR-02 published vectors, national profile', () => {
  test('SM3: GB/T 32905-2016 Annex A', () => {
    expect(sm3.hash('abc').toString('hex')).toBe('66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0');
    expect(sm3.hash('abcd'.repeat(16)).toString('hex')).toBe(
      'debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732',
    );
  });

  test('HMAC-SM3: GM/T 0042-2015 Appendix D.3', () => {
    const text = 'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq'.repeat(2);
    expect(
      hmacSm3
        .mac(bytes('0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f20'), Buffer.from(text))
        .toString('hex'),
    ).toBe('ca05e144ed05d1857840d1f318a4a8669e559fc8391f414485bfdf7bb408963a');
    const key = bytes('0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f202122232425');
    expect(hmacSm3.mac(key, Buffer.alloc(50, 0xcd)).toString('hex')).toBe(
      '220bf579ded555393f0159f66c99877822a3ecf610d1552154b41d44b94db3ae',
    );
  });

  test('SM4: GB/T 32907-2016 Annex A, and counter mode of draft-ribose-cfrg-sm4 A.2.5.1', () => {
    const key = bytes('0123456789abcdeffedcba9876543210');
    // One block in counter mode over zeros is the bare block cipher on the counter.
    const block = createCipheriv('sm4-ctr', key, key).update(Buffer.alloc(16));
    expect(block.toString('hex')).toBe('681edf34d206965e86b3e94f536e4246');
    const plain = bytes(
      'aaaaaaaaaaaaaaaabbbbbbbbbbbbbbbbccccccccccccccccddddddddddddddddeeeeeeeeeeeeeeeeffffffffffffffffaaaaaaaaaaaaaaaabbbbbbbbbbbbbbbb',
    );
    const iv = bytes('000102030405060708090a0b0c0d0e0f');
    expect(createCipheriv('sm4-ctr', key, iv).update(plain).toString('hex')).toBe(
      'ac3236cb970cc20791364c395a1342d1a3cbc1878c6f30cd074cce385cdd70c7f234bc0e24c11980fd1286310ce37b926e02fcd0faa0baf38b2933851d824514',
    );
    // What the door makes is that cipher under the first 16 bytes of its key.
    const sealed = sm4ThenHmacSm3.seal(Buffer.concat([key, Buffer.alloc(32, 7)]), plain, Buffer.alloc(0));
    const inside = createDecipheriv('sm4-ctr', key, sealed.subarray(0, 16)).update(sealed.subarray(16, -32));
    expect(inside).toEqual(plain);
  });

  test('SM2: the signature of GB/T 32918.5-2017 Annex A verifies', () => {
    const publicKey = bytes(`04
      09f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020
      ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13`);
    const signature = bytes(`
      f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3
      b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa`);
    expect(sm2UserId).toBe('1234567812345678');
    expect(sm2Sm3.verify(publicKey, Buffer.from('message digest'), signature)).toBe(true);
    expect(sm2Sm3.verify(publicKey, Buffer.from('message digesu'), signature)).toBe(false);
  });

  test('SM2: a signature of OpenSSL 3.0 with user id 1234567812345678 verifies; with another id it does not', () => {
    const publicKey = bytes(`04
      7bfb5b5721e8eefe29dce19a0d329b090174f0eca6f5a0a3d806cb7b2fd11f1f
      ddc6615ae2719defe7760e16f5e504512056f4fc9ee86e343f769695a5db8a63`);
    const message = Buffer.from('周敏申请用车\n第二行');
    const same = bytes(`
      9289df6fd5ca92d447aad12e3dcd3774de16ad1e768166fdd5ed4ca59c902985
      6df7a74829a0017ebe45bed1aaab463adf609dcef4ceba9bfc7e8e63e9c954f7`);
    const another = bytes(`
      9ee7b24b69c9ba572040994d56c49e27ff4d4afae528d6a37f6d2cbb675f9a7c
      09c5299cb9e80c8fbb66d6905419a9f1c5c5571ed7239b9e8796d9f06fd32054`);
    expect(sm2Sm3.verify(publicKey, message, same)).toBe(true);
    expect(sm2Sm3.verify(publicKey, message, another)).toBe(false);
  });

  test('SM2: signatures out of range and keys off the curve are refused, not thrown', () => {
    const { publicKey, privateKey } = sm2Sm3.newKey();
    const message = Buffer.from('x');
    const good = sm2Sm3.sign(privateKey, publicKey, message);
    expect(sm2Sm3.verify(publicKey, message, good)).toBe(true);
    const order = bytes('fffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123');
    expect(sm2Sm3.verify(publicKey, message, Buffer.concat([Buffer.alloc(32), good.subarray(32)]))).toBe(false);
    expect(sm2Sm3.verify(publicKey, message, Buffer.concat([good.subarray(0, 32), order]))).toBe(false);
    expect(sm2Sm3.verify(Buffer.concat([bytes('04'), Buffer.alloc(64, 9)]), message, good)).toBe(false);
    expect(sm2Sm3.verify(publicKey.subarray(1), message, good)).toBe(false);
  });
});

describe('SEC-CR-02 published vectors, international profile', () => {
  test('SHA-256: FIPS 180-4; HMAC-SHA-256: RFC 4231 case 2', () => {
    expect(sha256.hash('abc').toString('hex')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(hmacSha256.mac(Buffer.from('Jefe'), Buffer.from('what do ya want for nothing?')).toString('hex')).toBe(
      '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
    );
  });

  test('AES-256-GCM: test case 16 of the GCM specification', () => {
    const key = bytes('feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308');
    const plain = bytes(
      'd9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39',
    );
    const sealed = bytes(`cafebabefacedbaddecaf888
      522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662
      76fc6ece0f4e1768cddf8853bb2d551b`);
    const bound = bytes('feedfacedeadbeeffeedfacedeadbeefabaddad2');
    expect(aes256Gcm.open(key, sealed, bound)).toEqual(plain);
    expect(aes256Gcm.open(key, sealed, bytes('00'))).toBeNull();
  });

  test('Ed25519: RFC 8032 §7.1 tests 1 and 2', () => {
    const samples = [
      {
        secret: '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60',
        open: 'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
        message: '',
        signature:
          'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
      },
      {
        secret: '4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb',
        open: '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
        message: '72',
        signature:
          '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
      },
    ];
    for (const { secret, open, message, signature } of samples) {
      expect(ed25519.sign(bytes(secret), bytes(open), bytes(message)).toString('hex')).toBe(signature);
      expect(ed25519.verify(bytes(open), bytes(message), bytes(signature))).toBe(true);
      expect(ed25519.verify(bytes(open), bytes(`${message}00`), bytes(signature))).toBe(false);
    }
  });
});

describe('every cipher and signature of the door', () => {
  const ciphers = Object.values(suites).map(({ cipher }) => cipher);
  test.each(ciphers)('SEC-CR-04 $name opens what it sealed, and nothing else; a fresh IV each time', (cipher) => {
    const key = Buffer.alloc(cipher.keyBytes, 3);
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 200 }),
        fc.uint8Array({ maxLength: 20 }),
        fc.nat(),
        (plain, bound, flip) => {
          const sealed = cipher.seal(key, plain, bound);
          expect(cipher.open(key, sealed, bound)).toEqual(Buffer.from(plain));
          expect(cipher.seal(key, plain, bound)).not.toEqual(sealed);
          const changed = Buffer.from(sealed);
          changed[flip % changed.length]! ^= 1 << (flip % 8);
          expect(cipher.open(key, changed, bound)).toBeNull();
          expect(cipher.open(key, sealed, Buffer.concat([bound, Buffer.of(0)]))).toBeNull();
          expect(cipher.open(Buffer.alloc(cipher.keyBytes, 4), sealed, bound)).toBeNull();
          expect(cipher.open(key, sealed.subarray(0, flip % sealed.length), bound)).toBeNull();
        },
      ),
      { numRuns: 60 },
    );
  });

  test('SEC-CR-04 SM4 without its tag checked is never decrypted: a wrong tag gives nothing', () => {
    const key = Buffer.alloc(sm4ThenHmacSm3.keyBytes, 1);
    const sealed = sm4ThenHmacSm3.seal(key, Buffer.from('机密'), Buffer.alloc(0));
    const otherMacKey = Buffer.concat([key.subarray(0, 16), Buffer.alloc(32, 2)]);
    expect(sm4ThenHmacSm3.open(otherMacKey, sealed, Buffer.alloc(0))).toBeNull();
  });

  test.each(Object.values(suites).map(({ signature }) => signature))('$name signs and verifies', (algorithm) => {
    const { privateKey, publicKey } = algorithm.newKey();
    const other = algorithm.newKey();
    const signature = algorithm.sign(privateKey, publicKey, Buffer.from('树根'));
    expect(algorithm.verify(publicKey, Buffer.from('树根'), signature)).toBe(true);
    expect(algorithm.verify(publicKey, Buffer.from('树杈'), signature)).toBe(false);
    expect(algorithm.verify(other.publicKey, Buffer.from('树根'), signature)).toBe(false);
  });

  test('SEC-CR-09 secrets are compared whole', () => {
    expect(sameSecret('令牌', '令牌')).toBe(true);
    expect(sameSecret('令牌', '令牍')).toBe(false);
    expect(sameSecret('令牌', '令')).toBe(false);
    expect(sameSecret('', '')).toBe(true);
  });

  test('no two lists of parts join to the same bytes', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { maxLength: 4 }), fc.array(fc.string(), { maxLength: 4 }), (a, b) => {
        expect(joinWithLengths(a).equals(joinWithLengths(b))).toBe(JSON.stringify(a) === JSON.stringify(b));
      }),
    );
    expect(joinWithLengths(['ab', 'c'])).not.toEqual(joinWithLengths(['a', 'bc']));
  });
});
