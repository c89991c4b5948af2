import { describe, expect, test } from 'vitest';
import { sm2Sm3 } from '../crypto/national.ts';
import { ed25519 } from '../crypto/international.ts';
import { type Checkpoint, checkpointText, readCheckpoint, readCheckpointText } from './checkpoint.ts';
import { readSignedNote, readVerifierKey, verifySignedNote, writeSignedNote, writeVerifierKey } from './signed-note.ts';

// The example of the format's reference implementation, golang.org/x/mod/sumdb/note.
const peter = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
const peterSecret = Buffer.from('AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz', 'base64').subarray(1);
const text = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
const note = `${text}\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n`;

describe('C2SP signed notes', () => {
  test('the reference key and note are read, verified and written byte for byte', () => {
    const key = readVerifierKey(peter)!;
    expect(key.name).toBe('PeterNeumann');
    expect(writeVerifierKey(key)).toBe(peter);
    expect(verifySignedNote(readSignedNote(note)!, [key])).toEqual([key]);
    const signature = ed25519.sign(peterSecret, key.publicKey, Buffer.from(text));
    expect(writeSignedNote(text, [{ key, signature }])).toBe(note);
  });

  test('a changed text under a known key refuses the whole note; an unknown key is passed over', () => {
    const key = readVerifierKey(peter)!;
    expect(verifySignedNote(readSignedNote(note.replace('answer', 'answers'))!, [key])).toBeNull();
    const { publicKey } = ed25519.newKey();
    expect(verifySignedNote(readSignedNote(note)!, [{ name: 'another', algorithm: 'ed25519', publicKey }])).toEqual([]);
  });

  test('malformed keys and notes are not read', () => {
    for (const bad of [
      peter.slice(1),
      peter.replace('c74f20a3', 'c74f20a4'),
      'PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==',
      'PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW',
      '',
    ]) {
      expect(readVerifierKey(bad)).toBeNull();
    }
    for (const bad of [
      text,
      `${text}\n`,
      note.trimEnd(),
      note.replace('—', '-'),
      note.replace('x08go', 'x08g!'),
      `\u0007${note}`,
      note.replace('Neumann x', 'Neumann  x'),
    ]) {
      expect(readSignedNote(bad)).toBeNull();
    }
  });

  test('SM2 keys travel as 0xff kinds and verify', () => {
    const { privateKey, publicKey } = sm2Sm3.newKey();
    const key = { name: 'lin-jiang.gov.cn/record', algorithm: 'sm2-sm3', publicKey };
    const read = readVerifierKey(writeVerifierKey(key))!;
    expect(read).toEqual(key);
    const signed = writeSignedNote(text, [{ key, signature: sm2Sm3.sign(privateKey, publicKey, Buffer.from(text)) }]);
    expect(verifySignedNote(readSignedNote(signed)!, [read])).toEqual([read]);
    expect(verifySignedNote(readSignedNote(signed.replace('think', 'thank'))!, [read])).toBeNull();
  });
});

describe('checkpoints', () => {
  const checkpoint: Checkpoint = {
    origin: 'opengoa-record-node-1',
    size: 42,
    root: Buffer.alloc(32, 1),
    chainHash: Buffer.alloc(32, 2),
    at: new Date('2026-03-01T00:00:00.000Z'),
    hashAlgorithm: 'sha-256',
  };

  test('are origin, size and root, with our lines after them', () => {
    const written = checkpointText(checkpoint);
    expect(written.split('\n').slice(0, 3)).toEqual([
      'opengoa-record-node-1',
      '42',
      checkpoint.root.toString('base64'),
    ]);
    expect(readCheckpointText(written)).toEqual(checkpoint);
  });

  test('that say the same in another spelling, or less, or more, are not read', () => {
    const written = checkpointText(checkpoint);
    for (const bad of [
      written.replace('\n42\n', '\n042\n'),
      written.replace('\n42\n', '\n-1\n'),
      written.replace('\n42\n', '\n99999999999999999999\n'),
      written.replace('at 2026-03-01T00:00:00.000Z', 'at 2026-03-01'),
      written.replace('hash sha-256', 'hash SHA 256'),
      `${written}more\n`,
      written.slice(written.indexOf('\n')),
      written.trimEnd(),
    ]) {
      expect(readCheckpointText(bad)).toBeNull();
    }
  });

  test('SEC-RE-04 a second line of signature by a witness does not hinder ours, and ours alone counts as ours', () => {
    const [ours, witness] = [ed25519.newKey(), ed25519.newKey()];
    const key = { name: checkpoint.origin, algorithm: 'ed25519', publicKey: ours.publicKey };
    const other = { name: 'qingshan.gov.cn/witness', algorithm: 'ed25519', publicKey: witness.publicKey };
    const body = checkpointText(checkpoint);
    const sign = ({ privateKey, publicKey }: typeof ours) => ed25519.sign(privateKey, publicKey, Buffer.from(body));
    const both = writeSignedNote(body, [
      { key: other, signature: sign(witness) },
      { key, signature: sign(ours) },
    ]);
    expect(readCheckpoint(both, [key])!.signedBy).toEqual([key]);
    expect(readCheckpoint(both, [key, other])!.signedBy).toEqual([key, other]);
    const forged = writeSignedNote(body, [{ key, signature: sign(witness) }]);
    expect(readCheckpoint(forged, [key])).toBeNull();
  });
});
