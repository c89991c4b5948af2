import { parentPort, workerData } from 'node:worker_threads';
import type { Program } from './program.ts';
import { solveProgram } from './solve-program.ts';

/** The body of the solving thread: one program, one answer. */
const { program, start, seconds } = workerData as { program: Program; start: Float64Array; seconds: number };
parentPort?.postMessage(await solveProgram(program, start, seconds), []);
