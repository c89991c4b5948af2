import { newId } from '../id.ts';
import type { Kernel } from '../kernel.ts';
import { reading } from '../reads/run-read.ts';
import { contextFor } from '../verbs/context-for.ts';
import { runVerb } from '../verbs/run-verb.ts';
import { jobActorAtRoots } from './job-actor.ts';

export interface JobOptions {
  readonly signal: AbortSignal;
  readonly asked?: Readonly<Record<string, unknown>>;
  readonly progress?: (done: number, of: number, words?: { zh: string; en: string }) => void;
}

/**
 * Runs one job now. What it changes it changes through verbs, as itself.
 *
 * @param name `<room>.<job>`
 * @throws when there is no such job
 */
export async function runJob(kernel: Kernel, name: string, { signal, asked, progress }: JobOptions): Promise<void> {
  const job = kernel.jobs.get(name);
  if (!job) throw new Error(`no such job: ${name}`);
  const [room = ''] = name.split('.', 1);
  const actor = jobActorAtRoots(job.name, kernel.registers.organisation(''));
  await job.run(
    {
      context: contextFor(kernel, actor, newId()),
      kits: kernel.kits,
      verb: (verb, input, requestId = newId()) => runVerb(kernel, { name: verb, input, actor, requestId }),
      reading: (work) => reading(kernel, { actor, who: ['job'], room }, (tx, context) => work(tx, context)),
      connect: (to, options) => kernel.connect(to, options),
      files() {
        if (!kernel.files) throw new Error('no folder of files here');
        return kernel.files;
      },
      progress: progress ?? (() => undefined),
      signal,
    },
    asked ?? {},
  );
}
