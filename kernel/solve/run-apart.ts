import { Worker } from 'node:worker_threads';

/**
 * Does the work that a module exports as its default in a thread of its own, so that the program goes on answering meanwhile. What goes in and comes
 * out is copied, but for memory that is shared.
 * @throws what the work throws, and the signal’s reason when it is cancelled
 */
export async function runApart<Input, Output>(
  module: URL,
  input: Input,
  { signal }: { signal?: AbortSignal } = {},
): Promise<Output> {
  signal?.throwIfAborted();
  const thread = new Worker(new URL('apart-thread.ts', import.meta.url), {
    workerData: { module: module.href, input },
    execArgv: [],
    env: {},
    stdout: true,
    stderr: true,
  });
  const { promise, resolve, reject } = Promise.withResolvers<Output>();
  const stop = () => reject(signal?.reason);
  signal?.addEventListener('abort', stop, { once: true });
  thread.once('message', resolve);
  thread.once('error', reject);
  thread.once('exit', () => reject(new Error('the thread ended without an answer')));
  return promise.finally(() => {
    signal?.removeEventListener('abort', stop);
    void thread.terminate();
  });
}
