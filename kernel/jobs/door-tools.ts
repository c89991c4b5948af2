import { newId } from '../id.ts';
import type { Kernel } from '../kernel.ts';
import { reading } from '../reads/run-read.ts';
import type { DoorTools } from '../room.ts';
import { runVerb } from '../verbs/run-verb.ts';
import { jobActorAtRoots } from './job-actor.ts';

/**
 * What a door for devices works with. It acts as a device under its own name, at no unit: what it is refused is counted by the door and not
 * written on the Record, where strangers would fill it.
 *
 * @param name `<room>.<door>`
 */
export function doorTools(kernel: Kernel, name: string, warn: DoorTools['warn']): DoorTools {
  const [room = ''] = name.split('.', 1);
  const actor = () =>
    ({ ...jobActorAtRoots(name, kernel.registers.organisation('')), kind: 'device', unit: null }) as const;
  return {
    verb: (verb, input, requestId = newId()) => runVerb(kernel, { name: verb, input, actor: actor(), requestId }),
    reading: (work) => reading(kernel, { actor: actor(), who: ['job'], room }, (tx, context) => work(tx, context)),
    crypto: kernel.crypto,
    clock: kernel.clock,
    warn,
  };
}
