import { type Id, type Offer, type Place, tableOfMoves } from '@opengoa/kernel';
import type { Basis, RequestState, Wanted, Way } from './contract.ts';
import { requestStates } from './words.zh.ts';

/** 用房申请: what a unit needs, how it stands, and by which way it is met. */
export interface RoomRequest extends Wanted {
  readonly id: Id;
  readonly unit: Id;
  readonly asker: Id;
  readonly askerName: string;
  readonly number: string;
  readonly state: RequestState;
  readonly basis: Basis;
  readonly way: Way | null;
  readonly said: string;
  readonly requestedAt: Date;
  readonly version: number;
}

export const requestMoves = tableOfMoves('space.request', requestStates, 'requested', {
  requested: {
    'space.approve-request': ['requested', 'deciding'],
    'space.refuse-request': 'refused',
    'space.send-request-back': ['requested', 'sent-back'],
    'space.withdraw-request': 'withdrawn',
  },
  'sent-back': { 'space.revise-request': 'requested', 'space.withdraw-request': 'withdrawn' },
  refused: {},
  withdrawn: {},
  deciding: {
    'space.allot-to-request': 'allotted',
    'space.rule-out-way': 'deciding',
    'space.choose-way': 'handed-on',
    'space.decline-request': 'refused',
  },
  allotted: {},
  'handed-on': {},
});

export const requestOf = ({ id }: { readonly id: Id }) => ({ kind: 'space.request', id });
/** Where rights on a request are judged: at its unit; it is the asker's own; a task may open it. */
export const requestPlace = ({ unit, asker, id }: Pick<RoomRequest, 'unit' | 'asker' | 'id'>): Place => ({
  unit,
  person: asker,
  object: id,
});

/** The act of the case behind each verb of approval. */
const actBehind: Readonly<Record<string, string>> = {
  'space.approve-request': 'approve',
  'space.refuse-request': 'refuse',
  'space.send-request-back': 'return',
  'space.withdraw-request': 'withdraw',
  'space.revise-request': 'resubmit',
};

/** What may be done with a request now. A list has not read its case, and offers no act of approval. */
export const offersFor = (
  request: Pick<RoomRequest, 'id' | 'unit' | 'asker' | 'state'>,
  acts: readonly string[] = [],
): Offer => ({
  verbs: requestMoves
    .from(request.state)
    .filter((verb) => actBehind[verb] === undefined || acts.includes(actBehind[verb])),
  place: requestPlace(request),
});

/** 需要办公室 120㎡（12 人）：新设科室用房 */
export const summaryOf = ({ needM2, people, purpose }: Wanted, unit: string): string =>
  `${unit} 需要 ${needM2}㎡（${people} 人）：${purpose}`;

/** SR-2026-00012 of a request, SL of a licence. */
export const paperNumber = (series: 'SR' | 'SL', year: number, count: number): string =>
  `${series}-${year}-${String(count).padStart(5, '0')}`;
