import { describe, expect, test } from 'vitest';
import { intent } from './intent.ts';
import { uuid } from './uuid.ts';

const input = { trip: 't1', vehicle: 'v1' };
const refusal = () => true;
const silence = () => false;
const failing = () => Promise.reject(new Error('no'));

describe('SEC-WB-08 one wish makes one submission', () => {
  test('SEC-WB-08 a double click sends once and both presses get the answer', async () => {
    const keys: string[] = [];
    const wish = intent();
    const send = async (key: string) => {
      keys.push(key);
      return `answer to ${key}`;
    };
    const [first, second] = await Promise.all([wish.send(input, send, refusal), wish.send(input, send, refusal)]);
    expect(keys).toHaveLength(1);
    expect(second).toBe(first);
  });

  test('SEC-WB-08 the second half of a slow double click, after the answer, sends nothing', async () => {
    let now = 0;
    let sent = 0;
    const wish = intent(undefined, () => now);
    const send = async () => (sent += 1);
    await wish.send(input, send, refusal);
    now = 900;
    await wish.send(input, send, refusal);
    expect(sent).toBe(1);
    now = 5000;
    await wish.send(input, send, refusal);
    expect(sent).toBe(2);
  });

  test('SEC-WB-08 after silence the next press carries the same key', async () => {
    const keys: string[] = [];
    const wish = intent();
    const send = (key: string) => {
      keys.push(key);
      return failing();
    };
    await expect(wish.send(input, send, silence)).rejects.toThrow('no');
    await expect(wish.send(input, send, silence)).rejects.toThrow('no');
    expect(keys).toHaveLength(2);
    expect(keys[1]).toBe(keys[0]);
  });

  test('after a refusal, and for another input, the wish is a new one', async () => {
    const keys: string[] = [];
    const wish = intent();
    const refused = (key: string) => {
      keys.push(key);
      return failing();
    };
    await expect(wish.send(input, refused, refusal)).rejects.toThrow('no');
    await expect(wish.send(input, refused, refusal)).rejects.toThrow('no');
    await expect(wish.send({ ...input, vehicle: 'v2' }, refused, silence)).rejects.toThrow('no');
    await expect(wish.send({ ...input, vehicle: 'v3' }, refused, silence)).rejects.toThrow('no');
    expect(new Set(keys).size).toBe(4);
  });

  test('SEC-WB-08 two tabs on one draft carry the key kept with it', async () => {
    const keys: string[] = [];
    const kept = uuid();
    const send = async (key: string) => keys.push(key);
    await intent(kept).send(input, send, refusal);
    await intent(kept).send(input, send, refusal);
    expect(keys).toEqual([kept, kept]);
  });
});

test('a key is a UUID also where the page is not served over https', () =>
  expect(uuid()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/));
