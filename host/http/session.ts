import type { FastifyInstance } from 'fastify';
import type { Session } from '@opengoa/kernel/contract';
import {
  deskFor,
  describeSession,
  mayCome,
  reading,
  sessionDoors,
  type Identity,
  type Kernel,
} from '@opengoa/kernel/host';
import { sql, type Actor } from '@opengoa/kernel';
import { whoIsAtTheDoor } from './doors.ts';

export interface SessionParts {
  readonly kernel: Kernel;
  readonly identity: Identity;
  readonly demo: boolean;
}

/** `GET /api/session`: who is here, in which post, and which doors are open to them. The pages draw navigation from it and nothing else. */
export function serveSession(server: FastifyInstance, { kernel, identity, demo }: SessionParts): void {
  server.get('/api/session', async (request, reply) => {
    const { caller, actor, token } = await whoIsAtTheDoor(identity, request);
    const signedIn = actor.kind === 'person' && actor.person !== null;
    const answer: Session = {
      ...(await describeSession(identity, caller, token)),
      may: signedIn ? openDoorsOf(kernel, actor) : [],
      demo,
      waiting: signedIn ? await waiting(kernel, actor) : { tasks: 0, messages: 0 },
      desk: await reading(kernel, { actor, who: ['anyone'], room: 'kernel' }, (tx, context) =>
        deskFor(tx, actor.unit, context),
      ),
      setAside: { readOnly: kernel.setAside() !== null },
    };
    return reply.send(answer);
  });
}

function openDoorsOf(kernel: Kernel, actor: Actor): string[] {
  const open: string[] = [...sessionDoors.keys()];
  for (const [name, door] of [...kernel.verbs, ...kernel.reads, ...kernel.lists]) {
    if (!('internal' in door && door.internal) && mayCome(actor, door.who)) open.push(name);
  }
  return open;
}

const waiting = (kernel: Kernel, actor: Actor) =>
  reading(kernel, { actor, who: ['signed-in'], room: 'kernel' }, async (tx) => {
    const row = await tx.one<{ tasks: number; messages: number }>(sql`
      select (select count(*) from (select 1 from kernel.task t join kernel.task_holder h on (h.node_id, h.task_id) = (t.node_id, t.id)
                                     where h.person_id = any (kernel.persons()) and h.part = 'holder' and t.state = 'open' limit 1000) w)::int as tasks,
             (select count(*) from (select 1 from kernel.message where person_id = kernel.person() and read_at is null limit 1000) m)::int as messages`);
    return row;
  });
