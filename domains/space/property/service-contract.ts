import { type Id, type Offer, tableOfMoves } from '@opengoa/kernel';
import type { ContractState, Dimension, RectificationState } from './contract.ts';
import { contractStates, rectificationStates } from './words.zh.ts';

/** 物业服务合同: which company serves which buildings in what. Money in fen. */
export interface ServiceContract {
  readonly id: Id;
  readonly unit: Id;
  readonly number: string;
  readonly state: ContractState;
  readonly supplier: string;
  readonly from: string;
  /** The last day. */
  readonly to: string;
  readonly annualFeeFen: number;
  readonly dimensions: readonly Dimension[];
  readonly energyTargets: string;
  readonly note: string;
  readonly askedBy: Id | null;
  readonly askedName: string;
  readonly decidedName: string | null;
  readonly said: string;
  readonly endedOn: string | null;
  readonly version: number;
}
/** 整改: what the company is asked to put right after a check. */
export interface Rectification {
  readonly id: Id;
  readonly unit: Id;
  readonly contract: Id;
  readonly due: string;
  readonly state: RectificationState;
  readonly version: number;
}

export const contractMoves = tableOfMoves('space.service-contract', contractStates, 'draft', {
  draft: { 'space.sign-service-contract': 'in-force', 'space.refuse-service-contract': 'refused' },
  'in-force': {
    'space.check-service': 'in-force',
    'space.amend-service-contract': 'in-force',
    'space.sign-contract-amendment': 'in-force',
    'space.refuse-contract-amendment': 'in-force',
    'space.end-service-contract': 'ended',
  },
  refused: {},
  // The last month is checked when it is over.
  ended: { 'space.check-service': 'ended' },
});
export const rectificationMoves = tableOfMoves('space.service-rectification', rectificationStates, 'open', {
  open: { 'space.answer-rectification': 'answered', 'space.correct-service-check': 'withdrawn' },
  answered: { 'space.verify-rectification': ['closed', 'open'] },
  closed: {},
  withdrawn: {},
});

export const contractOf = ({ id }: Pick<ServiceContract, 'id'>) => ({ kind: 'space.service-contract', id });
export const rectificationOf = ({ id }: Pick<Rectification, 'id'>) => ({ kind: 'space.service-rectification', id });
const decidesAmendment = ['space.sign-contract-amendment', 'space.refuse-contract-amendment'];
const ofAmendment = ['space.amend-service-contract', ...decidesAmendment];
/** Amendments are for its page, where one sees what stands and what would change. */
export const contractOffers = ({ unit, state }: Pick<ServiceContract, 'unit' | 'state'>): Offer => ({
  verbs: contractMoves.from(state).filter((verb) => !ofAmendment.includes(verb)),
  place: { unit },
});
/** Its page offers to amend it, or to decide on what waits; and to record the fee of last month as an expense. */
export const pageOffers = (
  contract: Pick<ServiceContract, 'unit' | 'state'> & { readonly fee: object | null; readonly proposed: object | null },
): Offer => {
  const { verbs, place } = contractOffers(contract);
  const isServed = contract.state === 'in-force' || contract.state === 'ended';
  const runs = contract.state === 'in-force';
  return {
    verbs: [
      ...(runs && contract.proposed !== null ? decidesAmendment : []),
      ...verbs,
      ...(runs && contract.proposed === null ? ['space.amend-service-contract'] : []),
      ...(isServed && contract.fee !== null ? ['space.record-expense'] : []),
    ],
    place,
  };
};
/** A rectification is withdrawn by correcting its check, which is offered there. */
export const rectificationOffers = ({ unit, state }: Pick<Rectification, 'unit' | 'state'>): Offer => ({
  verbs: rectificationMoves.from(state).filter((verb) => verb !== 'space.correct-service-check'),
  place: { unit },
});

/** The last day on which it serves: of its terms, or earlier where it was ended. */
export const lastDayOf = ({ to, endedOn }: Pick<ServiceContract, 'to' | 'endedOn'>): string =>
  endedOn !== null && endedOn < to ? endedOn : to;
