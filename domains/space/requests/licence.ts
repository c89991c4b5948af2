import type { Id, Offer } from '@opengoa/kernel';

/** 使用凭证: which rooms a unit may use from which day. */
export interface Licence {
  readonly id: Id;
  readonly unit: Id;
  readonly number: string;
  readonly request: Id | null;
  readonly from: string;
  readonly until: string | null;
  readonly paper: string;
  readonly terms: string;
  readonly issuedName: string;
  readonly issuedAt: Date;
  readonly version: number;
}

export interface LicenceRoom {
  readonly room: Id;
  /** Whose building it is in: a room that is handed back is kept there. */
  readonly keeper: Id;
  /** Whose it is today. */
  readonly unit: Id;
  readonly number: string;
  readonly building: string;
  readonly floor: number | null;
  readonly use: string;
  readonly areaM2: number;
  readonly from: string;
  readonly vacateBy: string | null;
  readonly vacateWhy: string | null;
  readonly backDay: string | null;
  readonly people: number;
}

export const licenceOf = ({ id }: { readonly id: Id }) => ({ kind: 'space.licence', id });

export const stateOf = (rooms: readonly Pick<LicenceRoom, 'vacateBy' | 'backDay'>[]) => {
  const used = rooms.filter(({ backDay }) => backDay === null);
  if (used.length === 0) return 'returned' as const;
  return used.some(({ vacateBy }) => vacateBy !== null) ? ('vacating' as const) : ('in-force' as const);
};

export const licenceOffers = (unit: Id, state: string): Offer => ({
  verbs: state === 'returned' ? [] : ['space.order-vacating', 'space.take-rooms-back'],
  place: { unit },
});
