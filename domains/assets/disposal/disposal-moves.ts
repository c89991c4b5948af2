import { type Id, type Offer, tableOfMoves } from '@opengoa/kernel';
import { paperStates } from '../papers/words.zh.ts';

const { proposed, approved, refused, withdrawn, done } = paperStates;

/** 处置: proposed with what it stands on, approved by steps, done with its papers. */
export const disposalMoves = tableOfMoves(
  'assets.disposal',
  { proposed, approved, refused, withdrawn, done },
  'proposed',
  {
    proposed: {
      'assets.approve-disposal': ['proposed', 'approved'],
      'assets.refuse-disposal': 'refused',
      'assets.withdraw-disposal': 'withdrawn',
    },
    approved: { 'assets.finish-disposal': 'done', 'assets.withdraw-disposal': 'withdrawn' },
    refused: {},
    withdrawn: {},
    done: { 'assets.record-income': 'done' },
  },
);
type State = 'proposed' | 'approved' | 'refused' | 'withdrawn' | 'done';

/** What may be done with a disposal now. */
export const disposalOffers = ({
  id,
  unit,
  state,
}: {
  readonly id: Id;
  readonly unit: Id;
  readonly state: string;
}): readonly Offer[] =>
  disposalMoves.states.includes(state as State)
    ? [{ verbs: disposalMoves.from(state as State), place: { unit, object: id } }]
    : [];
