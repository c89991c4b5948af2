import { describe, expect, test } from 'vitest';
import { Refused } from '../refusal.ts';
import { boundedQueue } from './bounded-queue.ts';

const size = { running: 2, waiting: 3, waitingPerOrigin: 3, patienceMs: 1000 };

function gate() {
  let open!: () => void;
  const closed = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, pass: () => closed };
}

describe('SEC-ID-06 hashing behind a limit', () => {
  test('SEC-ID-06 runs two, lets three wait, refuses the rest at once with a time to come back', async () => {
    const queue = boundedQueue(size);
    const door = gate();
    let most = 0;
    const work = async () => {
      most = Math.max(most, queue.figures.running);
      await door.pass();
      return 'done';
    };
    const asked = Array.from({ length: 9 }, (_, i) => queue.run(work, `address ${i}`));
    const refusals = asked.slice(5).map((ask) => ask.catch((error: Refused) => error.refusal));
    for (const refusal of await Promise.all(refusals)) {
      expect(refusal).toMatchObject({ code: 'busy', status: 503, data: { retryAfterSeconds: 1 } });
    }
    expect(queue.figures).toEqual({ running: 2, waiting: 3, refused: 4 });
    door.open();
    expect(await Promise.all(asked.slice(0, 5))).toEqual(Array(5).fill('done'));
    expect(most).toBe(2);
    expect(queue.figures).toMatchObject({ running: 0, waiting: 0 });
  });

  test('SEC-ID-06 one address cannot fill the queue for the others', async () => {
    const queue = boundedQueue({ ...size, running: 1, waitingPerOrigin: 1 });
    const door = gate();
    const first = queue.run(door.pass, 'a');
    const second = queue.run(door.pass, 'a');
    await expect(queue.run(door.pass, 'a')).rejects.toBeInstanceOf(Refused);
    const other = queue.run(door.pass, 'b');
    door.open();
    await Promise.all([first, second, other]);
  });

  test('SEC-ID-06 who waits too long is refused and the next one keeps its turn', async () => {
    const queue = boundedQueue({ ...size, running: 1, patienceMs: 20 });
    const door = gate();
    const first = queue.run(door.pass);
    await expect(queue.run(async () => 'late')).rejects.toBeInstanceOf(Refused);
    const next = queue.run(async () => 'next');
    door.open();
    await first;
    expect(await next).toBe('next');
    expect(queue.figures.running).toBe(0);
  });

  test('SEC-ID-06 work that fails gives its place back', async () => {
    const queue = boundedQueue({ ...size, running: 1 });
    await expect(queue.run(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await queue.run(async () => 1)).toBe(1);
  });
});
