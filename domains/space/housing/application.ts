import { type Id, type Offer, type Place, tableOfMoves } from '@opengoa/kernel';
import type { ApplicationState, HomeApplicationAnswer } from './contract.ts';
import { applicationStates } from './words.zh.ts';

/** 住房申请: of somebody in service, for themselves. */
export interface HomeApplication {
  readonly id: Id;
  /** Where the asker serves. */
  readonly unit: Id;
  readonly asker: Id;
  readonly askerName: string;
  readonly post: string;
  readonly state: ApplicationState;
  readonly reason: HomeApplicationAnswer['reason'];
  readonly note: string;
  readonly from: string;
  /** The last day. */
  readonly to: string;
  readonly askedAt: Date;
  readonly decidedName: string | null;
  readonly said: string;
  readonly home: Id | null;
  readonly homeName: string | null;
  readonly stay: Id | null;
  readonly version: number;
}

export const applicationMoves = tableOfMoves('space.home-application', applicationStates, 'asked', {
  asked: {
    'space.approve-home-application': 'approved',
    'space.refuse-home-application': 'refused',
    'space.withdraw-home-application': 'withdrawn',
  },
  approved: {
    'space.assign-home': 'assigned',
    'space.decline-home-application': 'refused',
    'space.withdraw-home-application': 'withdrawn',
  },
  assigned: { 'space.move-in': 'housed', 'space.free-home': 'approved' },
  housed: {},
  refused: {},
  withdrawn: {},
});

export const applicationOf = ({ id }: Pick<HomeApplication, 'id'>) => ({ kind: 'space.home-application', id });
/** Where rights on an application are judged: at its unit; it is the asker's own; a task may open it. */
export const applicationPlace = ({ unit, asker, id }: Pick<HomeApplication, 'unit' | 'asker' | 'id'>): Place => ({
  unit,
  person: asker,
  object: id,
});
export const applicationOffers = (it: Pick<HomeApplication, 'unit' | 'asker' | 'id' | 'state'>): Offer => ({
  verbs: applicationMoves.from(it.state),
  place: applicationPlace(it),
});
