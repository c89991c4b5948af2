import { type Id, type Offer, tableOfMoves } from '@opengoa/kernel';
import type { AllocationState, AskedUnit, Found } from './contract.ts';
import { type AllocationQuestion, type Closeness, type GivenFloor, type Placing, projectWeights } from './question.ts';
import { allocationStates } from './words.zh.ts';

/** 统筹配置方案: a draft over rooms, from asking to applying. */
export interface Allocation {
  readonly id: Id;
  readonly unit: Id;
  readonly title: string;
  readonly state: AllocationState;
  readonly surplusCap: number;
  readonly seconds: number;
  readonly question: Asked;
  readonly result: Found | null;
  readonly turns: number;
  readonly askedAt: Date;
  readonly madeName: string;
  readonly paper: string;
  readonly from: string | null;
  readonly why: string;
  readonly version: number;
}

/** What was asked, as it stood then; rooms stand in rows of their own. */
export interface Asked {
  readonly units: readonly AskedUnit[];
  readonly floors: readonly (GivenFloor & { readonly buildingName: string })[];
}

export interface AllocationRoom {
  readonly room: Id;
  readonly floor: Id;
  readonly number: string;
  readonly areaM2: number;
  readonly zone: Closeness;
  readonly today: Id | null;
  readonly fixed: boolean;
  readonly plan: Id | null;
  readonly byHand: boolean;
}

export const allocationMoves = tableOfMoves('space.allocation', allocationStates, 'searching', {
  searching: {
    'space.stop-allocation': 'stopping',
    'space.keep-allocation': 'found',
    'space.search-again': 'searching',
    'space.drop-allocation': 'dropped',
  },
  stopping: {
    'space.keep-allocation': 'found',
    'space.search-again': 'searching',
    'space.drop-allocation': 'dropped',
  },
  found: {
    'space.edit-allocation': 'found',
    'space.search-again': 'searching',
    'space.apply-allocation': 'applied',
    'space.drop-allocation': 'dropped',
  },
  applied: {},
  dropped: {},
});

export const allocationOf = ({ id }: Pick<Allocation, 'id'>) => ({ kind: 'space.allocation', id });
/** What people may do now; a job keeps what it found by itself. */
export const offersFor = ({ unit, state }: Pick<Allocation, 'unit' | 'state'>): Offer => ({
  verbs: allocationMoves.from(state).filter((verb) => verb !== 'space.keep-allocation'),
  place: { unit },
});

/** The question of a draft as the search takes it. @param keepByHand rooms placed by hand stay */
export function questionOf(
  { question, surplusCap }: Pick<Allocation, 'question' | 'surplusCap'>,
  rooms: readonly AllocationRoom[],
  keepByHand = false,
): AllocationQuestion {
  return {
    units: question.units,
    floors: question.floors,
    surplusCap,
    weights: projectWeights,
    rooms: rooms.map(({ room, number, areaM2, floor, zone, today, fixed, plan, byHand }) => ({
      id: room,
      number,
      areaM2,
      floor,
      zone,
      today,
      fixed: keepByHand && byHand && plan !== null ? plan : fixed ? today : null,
    })),
  };
}

export const plannedOf = (rooms: readonly AllocationRoom[]): Placing =>
  new Map(rooms.flatMap(({ room, plan }) => (plan === null ? [] : [[room, plan] as const])));
