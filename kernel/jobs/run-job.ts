import { newId } from '../id.ts';
import type { Kernel } from '../kernel.ts';
import { reading } from '../reads/run-read.ts';
import type { Job } from '../room.ts';
import { contextFor } from '../verbs/context-for.ts';
import { runVerb } from '../verbs/run-verb.ts';
import { jobActorAtRoots } from './job-actor.ts';

export interface JobOptions {
  readonly signal: AbortSignal;
  readonly asked?: Readonly<Record<string, unknown>>;
  readonly progress?: (done: number, of: number, words?: { zh: string; en: string }) => void;
}

/** Runs one job now. What it changes it changes through verbs, as itself. */
export async function runJob(
  kernel: Kernel,
  room: string,
  job: Job,
  { signal, asked, progress }: JobOptions,
): Promise<void> {
  const actor = jobActorAtRoots(job.name, kernel.registers.organisation(''));
  await job.run(
    {
      kernel,
      context: contextFor(kernel, actor, newId()),
      verb: (name, input, requestId = newId()) => runVerb(kernel, { name, input, actor, requestId }),
      reading: (work) => reading(kernel, { actor, who: ['job'], room }, (tx, context) => work(tx, context)),
      progress: progress ?? (() => undefined),
      signal,
    },
    asked ?? {},
  );
}
