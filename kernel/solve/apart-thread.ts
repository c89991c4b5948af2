import { parentPort, workerData } from 'node:worker_threads';

/** The body of a thread that does the one thing its module is for. */
const { module, input } = workerData as { module: string; input: unknown };
const { default: work } = (await import(module)) as { default: (input: unknown) => unknown };
parentPort?.postMessage(await work(input), []);
