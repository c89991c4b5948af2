import { type Context, type Id, refuse, type Refusal, stale, type Tx } from '@opengoa/kernel';
import { openTasksOf } from '../decision-task.ts';
import { lockContract } from './property-store.ts';
import { contractMoves, type ServiceContract } from './service-contract.ts';

/** What signing and refusing have in common: somebody else than who registered it. */
export const decidesContract = {
  on: 'space.service-contract',
  who: ['head', 'leader'],
  load: async <Input extends { contract: Id }>(tx: Tx, { contract: id }: Input) => ({
    contract: await lockContract(tx, id),
    tasks: await openTasksOf(tx, id),
  }),
  at: ({ contract }: { contract: ServiceContract }) => ({ unit: contract.unit }),
};

export function cannotDecideContract(
  { contract }: { readonly contract: ServiceContract },
  verb: string,
  version: number,
  { actor }: Context,
): Refusal | undefined {
  const closed = contractMoves.refusal(contract.state, verb);
  if (closed) return closed;
  if (version !== contract.version) return stale({ version: contract.version });
  return contract.askedBy !== null && contract.askedBy === actor.person
    ? refuse('contract-asked-by-yourself')
    : undefined;
}
