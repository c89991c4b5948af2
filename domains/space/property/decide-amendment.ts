import { type Context, type Id, refuse, type Refusal, stale, type Tx } from '@opengoa/kernel';
import { openTasksOf } from '../decision-task.ts';
import {
  type Amendment,
  proposedAmendment,
  servedStretches,
  settledUntil,
  signedAmendments,
} from './amendment-store.ts';
import { lockContract } from './property-store.ts';
import { contractMoves, type ServiceContract } from './service-contract.ts';

/** What signing and refusing an amendment have in common: somebody else than who proposed it. */
export const decidesAmendment = {
  on: 'space.service-contract',
  who: ['head', 'leader'],
  async load<Input extends { contract: Id }>(tx: Tx, { contract: id }: Input, { today }: Pick<Context, 'today'>) {
    const contract = await lockContract(tx, id);
    return {
      contract,
      amendment: await proposedAmendment(tx, id),
      served: (await servedStretches(tx, id)).filter(({ to }) => to === null).map((each) => each.id),
      last: (await signedAmendments(tx, id)).at(-1)?.from ?? null,
      settled: await settledUntil(tx, contract, today),
      tasks: await openTasksOf(tx, id),
    };
  },
  at: ({ contract }: { contract: ServiceContract }) => ({ unit: contract.unit }),
};

export function cannotDecideAmendment(
  { contract, amendment }: { readonly contract: ServiceContract; readonly amendment: Amendment | undefined },
  verb: string,
  version: number,
  { actor }: Context,
): Refusal | undefined {
  const closed = contractMoves.refusal(contract.state, verb);
  if (closed) return closed;
  if (version !== contract.version) return stale({ version: contract.version });
  if (!amendment) return refuse('amendment-none', {}, { status: 409 });
  return amendment.askedBy !== null && amendment.askedBy === actor.person
    ? refuse('contract-asked-by-yourself')
    : undefined;
}
