import { type Id, refuse, type Refusal, tableOfMoves } from '@opengoa/kernel';
import { callStates, emergencyStates, rightStates } from './words.zh.ts';

/** 应急调用权限: which unit may call how much of which class out of a store. */
export interface CallRight {
  readonly id: Id;
  readonly caller: Id;
  /** Empty for all classes. */
  readonly class: string;
  readonly most: number | null;
}
export interface Called {
  readonly id: Id;
  readonly unit: Id;
  readonly keeper: Id;
  readonly offer: Id;
  readonly number: string;
  readonly quantity: number;
  readonly dueDay: string;
  readonly emergency: string;
  readonly state: 'called' | 'handed-out' | 'cancelled';
  readonly version: number;
}

export const rightMoves = tableOfMoves('assets.call-right', rightStates, 'kept', {
  kept: { 'assets.end-call-right': 'ended' },
  ended: {},
});
export const emergencyMoves = tableOfMoves('assets.emergency', emergencyStates, 'open', {
  open: { 'assets.end-emergency': 'ended' },
  ended: {},
});
export const callMoves = tableOfMoves('assets.emergency-call', callStates, 'called', {
  called: { 'assets.hand-out-call': 'handed-out', 'assets.cancel-call': 'cancelled' },
  'handed-out': {},
  cancelled: {},
});

export const rightOf = (id: Id) => ({ kind: 'assets.call-right', id });
export const emergencyOf = (id: Id) => ({ kind: 'assets.emergency', id });
export const callOf = (id: Id) => ({ kind: 'assets.emergency-call', id });

/**
 * The right by which so much of a class may be called: the widest of those that reach the class.
 * @param mine the rights of the calling unit to the store
 */
export function rightFor(
  mine: readonly CallRight[],
  { class: code, quantity, measure }: { readonly class: string; readonly quantity: number; readonly measure: string },
): CallRight | Refusal {
  const reaching = mine
    .filter((right) => code.startsWith(right.class))
    .toSorted((a, b) => (b.most ?? Infinity) - (a.most ?? Infinity) || a.id.localeCompare(b.id));
  const [widest] = reaching;
  if (!widest) return refuse('no-right-to-call', {}, { status: 409 });
  if (widest.most !== null && quantity > widest.most)
    return refuse('more-than-right', { most: widest.most, measure }, { status: 409 });
  return widest;
}

export interface Reserved {
  readonly id: Id;
  readonly unit: Id;
  readonly quantity: number;
}

/**
 * Which reservations give way to a call: the latest first, and no more of them than it takes.
 * @param free what nobody has spoken for
 * @param reserved the reservations that stand, the latest first
 */
export function yielding(free: number, asked: number, reserved: readonly Reserved[]): Reserved[] {
  const gone: Reserved[] = [];
  let have = free;
  for (const each of reserved) {
    if (have >= asked) break;
    gone.push(each);
    have += each.quantity;
  }
  return gone;
}
