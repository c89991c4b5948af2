import type { FastifyInstance } from 'fastify';
import type { Session } from '@opengoa/kernel/contract';
import { mayCome, reading, type Kernel } from '@opengoa/kernel/host';
import { sql, type Actor } from '@opengoa/kernel';
import type { Doorman } from './doors.ts';

export interface SessionParts {
  readonly kernel: Kernel;
  readonly doorman: Doorman;
  readonly demo: boolean;
  readonly setAside: () => string | null;
}

/** `GET /api/session`: who is here, in which post, and which doors are open to them. The pages draw navigation from it and nothing else. */
export function serveSession(server: FastifyInstance, { kernel, doorman, demo, setAside }: SessionParts): void {
  server.get('/api/session', async (request, reply) => {
    const caller = await doorman.know(request);
    const { actor } = caller;
    const organisation = kernel.registers.organisation('');
    const unit = actor.unit === null ? undefined : organisation.unit(actor.unit);
    const signedIn = actor.kind === 'person' && actor.person !== null;
    const answer: Session = {
      person: signedIn ? { id: actor.person!, name: actor.name } : null,
      post: actor.post ? { id: actor.post.id, title: actor.post.title } : null,
      unit: unit ? { id: unit.id, name: unit.name } : null,
      posts: signedIn ? postsOf(kernel, actor) : [],
      roles: [...new Set(actor.grants.map((grant) => grant.role))],
      may: signedIn ? openDoorsOf(kernel, actor) : [],
      proof: caller.proof,
      ...(caller.needs ? { needs: caller.needs } : {}),
      demo,
      waiting: signedIn ? await waiting(kernel, actor) : { tasks: 0, messages: 0 },
      setAside: { readOnly: setAside() !== null },
    };
    return reply.send(answer);
  });
}

/** Every post this person may act in today: own ones, and those of people stood in for. */
function postsOf(kernel: Kernel, actor: Actor): Session['posts'] {
  const organisation = kernel.registers.organisation('');
  const held = (person: string, standInFor?: string) =>
    organisation.holdings
      .filter((holding) => holding.person === person)
      .flatMap(({ post }) => {
        const found = organisation.post(post);
        const unit = found ? organisation.unit(found.unit) : undefined;
        return found && unit ? [{ id: found.id, title: found.title, unit: { id: unit.id, name: unit.name }, ...(standInFor ? { standInFor } : {}) }] : [];
      });
  return [
    ...held(actor.person!),
    ...organisation.standIns.filter(({ person }) => person === actor.person).flatMap(({ forPerson }) => held(forPerson, organisation.personName(forPerson) ?? forPerson)),
  ];
}

function openDoorsOf(kernel: Kernel, actor: Actor): string[] {
  const open: string[] = [];
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
