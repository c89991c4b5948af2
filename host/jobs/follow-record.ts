import type { Logger } from 'pino';
import { newId } from '@opengoa/kernel';
import { contextFor, jobActorAtRoots, schemaOf, setContext, type Kernel } from '@opengoa/kernel/host';
import { follow, type Follower } from '@opengoa/kernel/record';

/** Starts every room's followers, each with its own cursor on the sealed Record; one that keeps failing is parked and the others go on. */
export function startFollowers(kernel: Kernel, log: Logger): { stop(): Promise<void> } {
  const running: Follower[] = [];
  for (const room of kernel.rooms) {
    for (const follower of room.followers ?? []) {
      const { name, of } = follower;
      const full = `${room.name}.${name}`;
      const wanted = new Set(of);
      let queued: ReturnType<NonNullable<typeof follower.queues>>;
      const actor = () => jobActorAtRoots(full, kernel.registers.organisation(''));
      running.push(
        follow(
          kernel.pool,
          full,
          0,
          async (facts, tx) => {
            const mine = wanted.has('*') ? facts : facts.filter((fact) => wanted.has(fact.type));
            queued = undefined;
            if (mine.length === 0) return;
            const context = contextFor(kernel, actor(), newId());
            await follower.follow(tx, mine, context);
            queued = follower.queues?.(mine, context);
          },
          {
            node: kernel.node,
            role: `opengoa_${schemaOf(room.name)}`,
            context: (client) => setContext(client, { node: kernel.node, actor: actor(), who: ['job'], audit: true }),
            onKept: () => {
              if (!queued) return;
              kernel
                .queue(queued.job, queued.asked)
                .catch((fault: unknown) => log.warn({ err: fault, follower: full }, 'not queued'));
              queued = undefined;
            },
            onFault: (fault) => log.warn({ err: fault, follower: full }, 'follower'),
            onParked: (parked) => log.error({ parked }, 'follower parked'),
          },
        ),
      );
    }
  }
  return {
    async stop() {
      await Promise.all(running.map((follower) => follower.stop()));
    },
  };
}
