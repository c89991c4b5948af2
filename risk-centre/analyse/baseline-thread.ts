import { parentPort } from 'node:worker_threads';
import { baselineAnswer, type BaselineJob } from './baseline-answer.ts';

/** The body of a thread: one meter after the other, each answered before the next one comes. */
parentPort!.on('message', (job: BaselineJob) => parentPort!.postMessage(baselineAnswer(job)));
