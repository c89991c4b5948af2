import { type Context, newId, refuse, type Refusal, stale, verb } from '@opengoa/kernel';
import { addDays } from '@opengoa/kernel/calendar';
import { taskToDecide } from '../decision-task.ts';
import { proposedAmendment, servedStretches, settledUntil, signedAmendments } from './amendment-store.ts';
import { AmendServiceContract, ContractAmendmentProposed, type Dimension } from './contract.ts';
import { buildingsNamed, lockContract } from './property-store.ts';
import { contractMoves, contractOf, type ServiceContract } from './service-contract.ts';

interface Begins {
  readonly from: string;
  readonly to: string;
}

/** From which day an amendment may hold: within the contract, after the last one, and never over what is settled. */
export function amendmentDayRefusal(
  contract: Pick<ServiceContract, 'from' | 'to'>,
  { from, to }: Begins,
  { settled, last }: { readonly settled: string | null; readonly last: string | null },
): Refusal | undefined {
  const earliest = addDays(contract.from, 1);
  const latest = addDays(contract.to, 1);
  if (from < earliest || from > latest || to < from)
    return refuse('amendment-day-outside', { from: earliest, to: latest });
  if (settled !== null && from <= settled)
    return refuse('amendment-before-settled', { day: settled, from: addDays(settled, 1) });
  return last !== null && from <= last ? refuse('amendment-before-edition', { day: last }) : undefined;
}

const sameSet = (one: readonly string[], other: readonly string[]): boolean =>
  new Set([...one, ...other]).size === new Set(one).size && new Set(one).size === new Set(other).size;

/** 提出变更: a supplementary agreement with its paper and reason, and all terms as they will be from its day on; somebody else signs it. */
export const amendServiceContract = verb('space.amend-service-contract', {
  title: { zh: '变更合同', en: 'Amend' },
  input: AmendServiceContract,
  who: ['space-clerk'],
  on: 'space.service-contract',
  facts: [ContractAmendmentProposed],
  refusals: [
    'not-now',
    'stale-version',
    'amendment-open',
    'contract-buildings-needed',
    'amendment-day-outside',
    'amendment-before-settled',
    'amendment-before-edition',
    'amendment-changes-nothing',
  ],
  async load(tx, { contract: id, buildings }, { today }) {
    const contract = await lockContract(tx, id);
    return {
      id: newId(),
      contract,
      buildings: await buildingsNamed(tx, buildings),
      served: (await servedStretches(tx, id)).filter(({ to }) => to === null),
      open: await proposedAmendment(tx, id),
      last: (await signedAmendments(tx, id)).at(-1)?.from ?? null,
      settled: await settledUntil(tx, contract, today),
    };
  },
  at: ({ contract, buildings }) =>
    [...new Set([contract.unit, ...buildings.map(({ unit }) => unit)])].map((unit) => ({ unit })),
  decide(
    { id, contract, buildings, served, open, last, settled },
    { contract: _contract, version, ...terms },
    context,
  ) {
    const closed = contractMoves.refusal(contract.state, 'space.amend-service-contract');
    if (closed) return closed;
    if (version !== contract.version) return stale({ version: contract.version });
    if (open) return refuse('amendment-open', { paper: open.paper }, { status: 409 });
    if (buildings.length !== terms.buildings.length) return refuse('contract-buildings-needed');
    const outside = amendmentDayRefusal(contract, terms, { settled, last });
    if (outside) return outside;
    const dimensions: Dimension[] = [...new Set(terms.dimensions)];
    const isSame =
      terms.to === contract.to &&
      terms.annualFeeFen === contract.annualFeeFen &&
      terms.energyTargets === contract.energyTargets &&
      sameSet(dimensions, contract.dimensions) &&
      sameSet(
        terms.buildings,
        served.map((each) => each.id),
      );
    if (isSame) return refuse('amendment-changes-nothing');
    const about = { object: contractOf(contract), unit: contract.unit };
    return [
      ContractAmendmentProposed.of({ ...about, body: { ...terms, dimensions, amendment: id } }),
      ...waiting(contract, terms, context),
    ];
  },
});

const waiting = (
  contract: ServiceContract,
  { paper, from, why }: { readonly paper: string; readonly from: string; readonly why: string },
  context: Context,
) =>
  taskToDecide(
    {
      object: contractOf(contract),
      unit: contract.unit,
      kind: 'space.decide-contract-amendment',
      title: { zh: '审批物业合同变更', en: 'Decide on an amendment' },
      summary: `${contract.supplier} ${contract.number}：${paper}，自 ${from} 起，${why}`,
      opens: `/space/property-contracts/${contract.id}?tab=editions`,
      verbs: ['space.sign-contract-amendment', 'space.refuse-contract-amendment'],
    },
    context,
  );
