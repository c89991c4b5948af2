import { type Id, type Offer, type Place, tableOfMoves } from '@opengoa/kernel';
import type { PlanState, Rule } from './contract.ts';
import { planStates } from './words.zh.ts';

/** 调控方案: what is wanted of points, by whom it was proposed, and by whom approved. */
export interface Plan {
  readonly id: Id;
  readonly unit: Id;
  readonly name: string;
  readonly points: readonly Id[];
  readonly rules: readonly Rule[];
  readonly from: string;
  readonly to: string;
  readonly state: PlanState;
  readonly shadowSince: Date;
  readonly proposedBy: Id;
  readonly proposedName: string;
  readonly proposedAt: Date;
  readonly approvedBy: Id | null;
  readonly approvedName: string | null;
  readonly approvedAt: Date | null;
  readonly opinion: string | null;
  readonly stoppedName: string | null;
  readonly stoppedAt: Date | null;
  readonly stoppedWhy: string | null;
  readonly version: number;
}

/** Changed, it runs beside again and is to be approved anew, whatever it was. */
export const planMoves = tableOfMoves('energy.regulation-plan', planStates, 'shadow', {
  shadow: {
    'energy.approve-regulation': 'active',
    'energy.change-regulation': 'shadow',
    'energy.stop-regulation': 'stopped',
    'energy.regulate': 'ended',
  },
  active: {
    'energy.stop-regulation': 'stopped',
    'energy.change-regulation': 'shadow',
    'energy.regulate': 'ended',
  },
  stopped: { 'energy.change-regulation': 'shadow' },
  ended: {},
});

export const planOf = ({ id }: Pick<Plan, 'id'>) => ({ kind: 'energy.regulation-plan', id });
export const planPlace = ({ unit, id }: Pick<Plan, 'unit' | 'id'>): Place => ({ unit, object: id });
export const offersOfPlan = (plan: Pick<Plan, 'unit' | 'id' | 'state'>): Offer => ({
  verbs: planMoves.from(plan.state).filter((each) => each !== 'energy.regulate'),
  place: planPlace(plan),
});

/** Who may stop at once whatever acts: whoever keeps the energy, and whoever answers for the place. */
export const stoppers = ['energy-clerk', 'clerk', 'head', 'leader'] as const;
/** Who may approve. */
export const approvers = ['energy-clerk', 'head', 'leader'] as const;
/** Who sees what is regulated, and its log. */
export const regulationReaders = ['energy-clerk', 'clerk', 'head', 'leader', 'risk-officer', 'superior'] as const;
