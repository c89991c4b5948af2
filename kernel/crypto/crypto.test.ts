import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CryptoProfile } from './algorithm.ts';
import { cryptoInventory } from './crypto-inventory.ts';
import { type Crypto, openCrypto } from './crypto.ts';
import type { WrappedKeyStore } from './data-key.ts';
import { keysInMemory } from './key-store.ts';
import { masterKeyPath } from './master-key.ts';
import { purposeNames } from './purpose.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'opengoa-keys-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const keysFolder = () => join(folder, 'keys');
const open = (store: WrappedKeyStore, profile: CryptoProfile = 'international'): Promise<Crypto> =>
  openCrypto({ profile, keysFolder: keysFolder(), store });
const place = { table: 'identity.person', row: '018f0000-0000-7000-8000-000000000001', column: 'phone' };

describe.each(['international', 'national'] as const)('the crypto door, %s profile', (profile) => {
  test('SEC-CR-01 algorithm, key id and version stand with every ciphertext, MAC and signature', async () => {
    const crypto = await open(keysInMemory(), profile);
    const algorithms =
      profile === 'international'
        ? ['aes-256-gcm', 'hmac-sha256', 'ed25519']
        : ['sm4-ctr-hmac-sm3', 'hmac-sm3', 'sm2-sm3'];
    expect(crypto.seal('13800138000', place)).toMatch(
      new RegExp(`^oga1\\.sealed\\.${algorithms[0]}\\.field-[0-9a-f]{8}\\.1\\.`),
    );
    expect(crypto.mac('何涛', 'grant')).toMatch(
      new RegExp(`^oga1\\.mac\\.${algorithms[1]}\\.grant-[0-9a-f]{8}\\.1\\.`),
    );
    expect(crypto.sign('何涛', 'record')).toMatch(
      new RegExp(`^oga1\\.sig\\.${algorithms[2]}\\.record-[0-9a-f]{8}\\.1\\.`),
    );
    expect(crypto.hash('abc')).toMatch(profile === 'international' ? /^sha-256:[0-9a-f]{64}$/ : /^sm3:[0-9a-f]{64}$/);
  });

  test('SEC-CR-05 a ciphertext moved to another table, row, column or purpose does not open', async () => {
    const crypto = await open(keysInMemory(), profile);
    const sealed = crypto.seal('13800138000', place);
    expect(crypto.open(sealed, place)).toBe('13800138000');
    for (const moved of [
      { table: 'identity.account' },
      { row: '018f0000-0000-7000-8000-000000000002' },
      { column: 'mail' },
    ]) {
      expect(() => crypto.open(sealed, { ...place, ...moved })).toThrow(/changed or moved/);
    }
    expect(() => crypto.open(sealed, place, 'factor')).toThrow(/no factor key/);
    expect(() => crypto.open(`${sealed.slice(0, -2)}AA`, place)).toThrow(/changed or moved|not a stored/);
    expect(() => crypto.open('13800138000', place)).toThrow(/not a stored sealed value/);
    expect(() => crypto.open(crypto.mac('a', 'grant'), place)).toThrow(/not a stored sealed value/);
  });

  test('SEC-CR-06 a MAC holds for its data and purpose only', async () => {
    const crypto = await open(keysInMemory(), profile);
    const mac = crypto.mac('林芳 审计 临江市', 'grant');
    expect(crypto.checkMac('林芳 审计 临江市', mac, 'grant')).toBe(true);
    expect(crypto.checkMac('林芳 审计 青山省', mac, 'grant')).toBe(false);
    expect(() => crypto.checkMac('林芳 审计 临江市', mac, 'credential')).toThrow(/no credential key/);
  });

  test('SEC-CR-07 rotation while running: new values take the new key, old ones stay readable, another program follows', async () => {
    const store = keysInMemory();
    const crypto = await open(store, profile);
    const other = await open(store, profile);
    const before = { sealed: crypto.seal('甲', place), signed: crypto.sign('甲', 'record') };
    await crypto.rotate('field');
    await crypto.rotate('record');
    const after = { sealed: crypto.seal('乙', place), signed: crypto.sign('乙', 'record') };
    expect(after.sealed.split('.').slice(3, 5)).not.toEqual(before.sealed.split('.').slice(3, 5));
    expect(after.sealed).toContain('.2.');
    expect(crypto.open(before.sealed, place)).toBe('甲');
    expect(crypto.verify('甲', before.signed, 'record')).toBe(true);
    expect(() => other.open(after.sealed, place)).toThrow(/no field key/);
    await other.refresh();
    expect(other.open(after.sealed, place)).toBe('乙');
    expect(other.verify('乙', after.signed, 'record')).toBe(true);
  });
});

test('SEC-CR-01 the profile is a setting: after a switch old data opens and verifies, new data takes the other algorithms', async () => {
  const store = keysInMemory();
  const international = await open(store);
  const before = {
    sealed: international.seal('甲', place),
    mac: international.mac('甲', 'grant'),
    signed: international.sign('甲', 'record'),
  };
  const national = await open(store, 'national');
  expect(national.open(before.sealed, place)).toBe('甲');
  expect(national.checkMac('甲', before.mac, 'grant')).toBe(true);
  expect(national.verify('甲', before.signed, 'record')).toBe(true);
  const after = national.seal('乙', place);
  expect(after).toContain('.sm4-ctr-hmac-sm3.');
  const back = await open(store);
  expect(back.open(after, place)).toBe('乙');
  expect(back.seal('丙', place)).toContain('.aes-256-gcm.');
});

describe('SEC-CR-07 the master key', () => {
  test('stands in a file of its own that only its owner reads, and is nowhere in the wrapped keys', async () => {
    const store = keysInMemory();
    await open(store);
    const path = masterKeyPath(keysFolder());
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(statSync(keysFolder()).mode & 0o777).toBe(0o700);
    const [master] = (JSON.parse(readFileSync(path, 'utf8')) as { keys: { key: string }[] }).keys;
    expect(JSON.stringify(await store.list())).not.toContain(Buffer.from(master!.key, 'base64').toString('base64url'));
  });

  test('another master key, or none, refuses the start and says which folder to put back', async () => {
    const store = keysInMemory();
    await open(store);
    rmSync(keysFolder(), { recursive: true });
    await expect(open(store)).rejects.toMatchObject({ code: 'master-key-missing' });
    await open(keysInMemory());
    await expect(open(store)).rejects.toMatchObject({
      code: 'wrong-master-key',
      message: expect.stringContaining('keys folder'),
    });
  });

  test('a file that others may read, or that is not ours, refuses the start', async () => {
    const store = keysInMemory();
    await open(store);
    chmodSync(masterKeyPath(keysFolder()), 0o640);
    await expect(open(store)).rejects.toMatchObject({ code: 'master-key-open-to-others' });
    writeFileSync(masterKeyPath(keysFolder()), 'not json');
    chmodSync(masterKeyPath(keysFolder()), 0o600);
    await expect(open(store)).rejects.toMatchObject({ code: 'master-key-unreadable' });
  });

  test('a wrapped key that was swapped for another, or given another public key, refuses the start', async () => {
    const store = keysInMemory();
    await open(store);
    const keys = await store.list();
    const [field, factor] = ['field', 'factor'].map((name) => keys.find(({ purpose }) => purpose === name)!);
    await store.rewrap([{ keyId: field!.keyId, wrapped: factor!.wrapped }]);
    await expect(open(store)).rejects.toMatchObject({ code: 'wrong-master-key' });
    const swapped: WrappedKeyStore = {
      ...store,
      list: async () =>
        keys.map((key) =>
          key.purpose === 'record' ? { ...key, publicKey: Buffer.alloc(32).toString('base64url') } : key,
        ),
    };
    await expect(open(swapped)).rejects.toMatchObject({ code: 'wrong-master-key' });
  });

  test('rotation wraps every data key anew, the old key leaves the file, everything still opens', async () => {
    const store = keysInMemory();
    const crypto = await open(store);
    const sealed = crypto.seal('甲', place);
    const before = readFileSync(masterKeyPath(keysFolder()), 'utf8');
    const wrappedBefore = (await store.list()).map(({ wrapped }) => wrapped);
    await crypto.rotateMaster();
    const file = JSON.parse(readFileSync(masterKeyPath(keysFolder()), 'utf8')) as { keys: { id: string }[] };
    expect(file.keys).toHaveLength(1);
    expect(before).not.toContain(file.keys[0]!.id);
    expect((await store.list()).some(({ wrapped }) => wrappedBefore.includes(wrapped))).toBe(false);
    expect(crypto.open(sealed, place)).toBe('甲');
    expect((await open(store)).open(sealed, place)).toBe('甲');
  });

  test('a rotation that is cut after the new key is on disk, or after the data keys are wrapped, leaves a node that starts', async () => {
    const kept = keysInMemory();
    let fail = true;
    const store: WrappedKeyStore = {
      ...kept,
      async rewrap(keys) {
        if (fail) throw new Error('cut');
        await kept.rewrap(keys);
      },
    };
    const crypto = await open(store);
    const sealed = crypto.seal('甲', place);
    await expect(crypto.rotateMaster()).rejects.toThrow('cut');
    expect((await open(store)).open(sealed, place)).toBe('甲');
    fail = false;
    const again = await open(store);
    await again.rotateMaster();
    expect((await open(store)).open(sealed, place)).toBe('甲');
  });

  test('two programs that start on an empty node at once end with the same keys', async () => {
    const store = keysInMemory();
    const [a, b] = await Promise.all([open(store), open(store)]);
    expect(b.open(a.seal('甲', place), place)).toBe('甲');
    expect(a.keys()).toEqual(b.keys());
    expect(a.keys()).toHaveLength(purposeNames.length);
  });
});

test('SEC-DC-05 a key of its own for one row: what it sealed opens by it alone', async () => {
  const crypto = await open(keysInMemory());
  const row = { table: 'kernel.subject_key', row: 'p1', column: 'wrapped' };
  const first = crypto.keyFor(crypto.newKeyFor(row), row);
  const sealed = first.seal('周敏', place);
  expect(first.open(sealed, place)).toBe('周敏');
  expect(() => first.open(sealed, { ...place, row: 'other' })).toThrow(/changed or moved/);
  expect(crypto.keyFor(crypto.newKeyFor(row), row).open(sealed, place)).toBeNull();
});

test('SEC-CR-12 the crypto inventory lists every purpose with algorithm, key, life and owner', async () => {
  const crypto = await open(keysInMemory());
  await crypto.rotate('record');
  const inventory = cryptoInventory(crypto);
  expect(inventory.map(({ purpose }) => purpose)).toEqual(['master', 'digest', ...purposeNames]);
  for (const line of inventory) {
    expect(line.owner.zh).not.toBe('');
    expect(line.algorithm.international).not.toBe('');
    expect(line.algorithm.national).toMatch(/sm[234]/);
  }
  const record = inventory.find(({ purpose }) => purpose === 'record')!;
  expect(record.keys.map(({ version }) => version)).toEqual([2, 1]);
  expect(record.keys[0]!.dueDay).toMatch(/^\d{4}-\d\d-\d\d$/);
  expect(JSON.stringify(inventory)).not.toContain('oga1.');
  expect(cryptoInventory().every(({ keys }) => keys.length === 0)).toBe(true);
});
