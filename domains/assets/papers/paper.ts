import { type Id, type Offer, type Refusal, tableOfMoves } from '@opengoa/kernel';
import { disposalOffers } from '../disposal/disposal-moves.ts';
import type { PaperAbout, PaperKind, PaperState } from './contract.ts';
import { paperStates } from './words.zh.ts';

/** 单据, as its row holds it. */
export interface Paper {
  readonly id: Id;
  readonly unit: Id;
  readonly otherUnit: Id | null;
  readonly number: string;
  readonly kind: PaperKind;
  readonly state: PaperState;
  readonly day: string;
  readonly dueOn: string | null;
  readonly about: PaperAbout;
  readonly person: Id | null;
  readonly madeBy: Id | null;
  readonly version: number;
}

const { 'awaiting-signature': awaiting, 'partly-signed': partly, signed, refused, withdrawn, open, done } = paperStates;

/** What waits for the other side: a person's signature, or another unit's. */
export const signatureMoves = tableOfMoves(
  'assets.paper',
  { 'awaiting-signature': awaiting, 'partly-signed': partly, signed, refused, withdrawn },
  'awaiting-signature',
  {
    'awaiting-signature': {
      'assets.sign-hand-over': ['signed', 'partly-signed', 'refused'],
      'assets.take-transfer': 'signed',
      'assets.refuse-transfer': 'refused',
      'assets.withdraw-paper': 'withdrawn',
    },
    'partly-signed': {},
    signed: {},
    refused: {},
    withdrawn: {},
  },
);

export const repairMoves = tableOfMoves('assets.paper', { open, done }, 'open', {
  open: { 'assets.end-repair': 'done' },
  done: {},
});

export const paperOf = ({ id }: { readonly id: Id }) => ({ kind: 'assets.paper', id });

type Offered = Pick<Paper, 'id' | 'unit' | 'otherUnit' | 'kind' | 'state' | 'person'>;

/** What may be done with a paper now: the giver takes it back, the other side signs. */
export function paperOffers(paper: Offered): readonly Offer[] {
  const { id, unit, otherUnit, kind, state, person } = paper;
  if (kind === 'dispose') return disposalOffers(paper);
  if (kind === 'repair') return state === 'open' ? [{ verbs: repairMoves.from('open'), place: { unit } }] : [];
  if (state !== 'awaiting-signature') return [];
  const back = { verbs: ['assets.withdraw-paper'], place: { unit } };
  if (kind === 'hand-over') return [{ verbs: ['assets.sign-hand-over'], place: { unit, person, object: id } }, back];
  if (kind === 'transfer' && otherUnit !== null)
    return [{ verbs: ['assets.take-transfer', 'assets.refuse-transfer'], place: { unit: otherUnit } }, back];
  return [];
}

const signedBy: Readonly<Record<string, readonly string[]>> = {
  'hand-over': ['assets.sign-hand-over', 'assets.withdraw-paper'],
  transfer: ['assets.take-transfer', 'assets.refuse-transfer', 'assets.withdraw-paper'],
};

/** Why this verb may not touch the paper now; one of another kind has nothing to be signed. */
export function signatureRefusal({ kind, state }: Pick<Paper, 'kind' | 'state'>, verb: string): Refusal | undefined {
  const fits = signedBy[kind]?.includes(verb) === true && state === 'awaiting-signature';
  return signatureMoves.refusal(fits ? state : 'signed', verb);
}
