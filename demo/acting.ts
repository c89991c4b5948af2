import { isRefusal, jobActor, newId, nobody, type Actor, type VerbAnswer } from '@opengoa/kernel';
import { runVerb, runVerbs, type Kernel } from '@opengoa/kernel/host';
import { accountId, named, personId, postId, unitId } from './cast.ts';

/** Runs a verb and insists that it is done: a demo that is refused is a fault of the demo. */
export async function does(kernel: Kernel, actor: Actor, name: string, input: unknown): Promise<VerbAnswer> {
  const answer = await runVerb(kernel, { name, input, actor, requestId: newId() });
  if (isRefusal(answer)) throw new Error(`demo: ${actor.name} ${name}: ${answer.code} ${JSON.stringify(answer.data)}`);
  return answer;
}

/** Runs acts of one verb that know nothing of each other, many in one transaction as the rows of a file are; one that is refused is a fault too. */
export async function doesAll(kernel: Kernel, actor: Actor, name: string, inputs: readonly unknown[]): Promise<void> {
  if (inputs.length === 0) return;
  const acts = inputs.map((input) => ({ input, requestId: newId() }));
  const answers = await runVerbs(kernel, { name, actor, acts });
  if (answers === null) throw new Error(`demo: ${actor.name} ${name}: ${inputs.length} acts do not go together`);
  for (const answer of answers)
    if (isRefusal(answer))
      throw new Error(`demo: ${actor.name} ${name}: ${answer.code} ${JSON.stringify(answer.data)}`);
}

/** The founder of the demo city: lays out the organisation and hands over. */
export const founder = (): Actor =>
  jobActor('demo', [{ role: 'system-admin', unit: unitId('省'), below: true }], unitId('省'));

/** Somebody of the cast at work, with the rights of the post. */
export function as(name: string): Actor {
  const person = named.find((each) => each.name === name);
  if (!person) throw new Error(`demo: nobody called ${name}`);
  return {
    ...nobody('127.0.0.1'),
    kind: 'person',
    person: personId(name),
    account: accountId(name),
    name,
    post: { id: postId(name), title: person.post, rank: person.rank },
    unit: unitId(person.unit),
    grants: person.rights.map(([role, at, below]) => ({ role, unit: unitId(at), below })),
    factorAt: new Date(),
  };
}

/** The same house at another time: facts of the past month are written as they would have been. */
export const atTime = (kernel: Kernel, now: Date): Kernel => ({ ...kernel, clock: () => now });
