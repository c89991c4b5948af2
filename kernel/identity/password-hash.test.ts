import { pbkdf2Sync } from 'node:crypto';
import { sm3 } from 'sm-crypto-v2';
import { describe, expect, test } from 'vitest';
import { boundedQueue } from './bounded-queue.ts';
import { type HashCost, isOutdated, passwordHasher } from './password-hash.ts';

const hasher = passwordHasher(boundedQueue({ running: 2, waiting: 50, waitingPerOrigin: 50, patienceMs: 30_000 }));
const argon: HashCost = { function: 'argon2id', memoryKiB: 1024, passes: 1, lanes: 1 };
const national: HashCost = { function: 'pbkdf2-sm3', rounds: 500 };

describe('SEC-ID-05 slow salted storage that names its function and cost', () => {
  test.each([
    ['argon2id', argon, /^\$argon2id\$v=19\$m=1024,t=1,p=1\$/],
    ['PBKDF2-HMAC-SM3', national, /^\$pbkdf2-sm3\$i=500\$/],
  ])('SEC-ID-05 %s', async (_name, cost, form) => {
    const stored = await hasher.store('正确 horse', cost);
    expect(stored).toMatch(form);
    expect(stored).not.toBe(await hasher.store('正确 horse', cost));
    expect(await hasher.matches('正确 horse', stored)).toBe(true);
    expect(await hasher.matches('正确 hors', stored)).toBe(false);
  });

  test('SEC-ID-05 a raised cost or another function makes the stored one outdated', async () => {
    const old = await hasher.store('x', argon);
    expect(isOutdated(old, argon)).toBe(false);
    expect(isOutdated(old, { ...argon, passes: 2 })).toBe(true);
    expect(isOutdated(old, national)).toBe(true);
    const sm3Stored = await hasher.store('x', national);
    expect(isOutdated(sm3Stored, national)).toBe(false);
    expect(isOutdated(sm3Stored, { ...national, rounds: 501 })).toBe(true);
  });

  test('SEC-ID-05 PBKDF2 stands on HMAC-SM3, compared with an independent SM3 (RFC 8018 §5.2, GB/T 32905)', () => {
    const hmac = (key: Uint8Array, data: Uint8Array) => {
      const block = new Uint8Array(64);
      block.set(key.length > 64 ? Buffer.from(sm3(key), 'hex') : key);
      const inner = Buffer.from(sm3(Buffer.concat([block.map((b) => b ^ 0x36), data])), 'hex');
      return Buffer.from(sm3(Buffer.concat([block.map((b) => b ^ 0x5c), inner])), 'hex');
    };
    const [password, salt] = [Buffer.from('临江市 password'), Buffer.from('0123456789abcdef')];
    let turn = hmac(password, Buffer.concat([salt, Buffer.from([0, 0, 0, 1])]));
    const key = Buffer.from(turn);
    for (let i = 1; i < 300; i += 1) {
      turn = hmac(password, turn);
      for (let b = 0; b < 32; b += 1) key[b]! ^= turn[b]!;
    }
    expect(pbkdf2Sync(password, salt, 300, 32, 'sm3').toString('hex')).toBe(key.toString('hex'));
  });
});

describe('SEC-ID-04 verified exactly as typed', () => {
  test.each([argon, national])(
    'SEC-ID-04 no trimming, no cutting at 72 bytes, no normalising ($function)',
    async (cost) => {
      const long = 'a'.repeat(72);
      for (const [stored, tried] of [
        [`${long}b`, `${long}c`],
        [`${long}b`, long],
        [' space', 'space'],
        ['space ', 'space'],
        ['Password', 'password'],
        ['\u00e9', 'e\u0301'],
        ['ab\u0000cd', 'ab'],
        ['字'.repeat(128), '字'.repeat(127)],
      ] as const) {
        const kept = await hasher.store(stored, cost);
        expect(await hasher.matches(tried, kept)).toBe(false);
        expect(await hasher.matches(stored, kept)).toBe(true);
      }
    },
  );
});

describe('SEC-ID-06 off the main thread', () => {
  test.each<HashCost>([
    { function: 'argon2id', memoryKiB: 65_536, passes: 4, lanes: 1 },
    { function: 'pbkdf2-sm3', rounds: 200_000 },
  ])('SEC-ID-06 the event loop turns while $function works', async (cost) => {
    let turns = 0;
    const timer = setInterval(() => (turns += 1), 1);
    await hasher.store('x', cost);
    clearInterval(timer);
    expect(turns).toBeGreaterThan(5);
  });
});

test('SEC-ID-09 a name that does not exist costs a real comparison', async () => {
  const cost: HashCost = { function: 'argon2id', memoryKiB: 19_456, passes: 2, lanes: 1 };
  const stored = await hasher.store('x', cost);
  await hasher.matchesNothing('warm', cost);
  const time = async (work: () => Promise<unknown>) => {
    const times: number[] = [];
    for (let i = 0; i < 9; i += 1) {
      const start = performance.now();
      await work();
      times.push(performance.now() - start);
    }
    return times.toSorted((a, b) => a - b)[4]!;
  };
  const real = await time(() => hasher.matches('wrong', stored));
  const decoy = await time(() => hasher.matchesNothing('wrong', cost));
  expect(await hasher.matchesNothing('anything', cost)).toBe(false);
  expect(decoy).toBeGreaterThan(real * 0.5);
  expect(decoy).toBeLessThan(real * 2);
});
