import { type Id, tableOfMoves } from '@opengoa/kernel';
import { orderStates, planStates } from './words.zh.ts';

/** 维护计划 and its work orders. */
export interface Plan {
  readonly id: Id;
  readonly unit: Id;
  readonly card: Id;
  readonly everyMonths: number;
  readonly state: 'running' | 'ended';
  readonly version: number;
  /** The number of an order of it that is not done. */
  readonly openOrder: string | null;
}
export interface Order {
  readonly id: Id;
  readonly unit: Id;
  readonly card: Id;
  readonly plan: Id | null;
  readonly everyMonths: number | null;
  readonly number: string;
  readonly state: 'open' | 'done' | 'cancelled';
  readonly version: number;
}

export const planMoves = tableOfMoves('assets.upkeep-plan', planStates, 'running', {
  running: { 'assets.order-upkeep': 'running', 'assets.end-upkeep': 'ended' },
  ended: {},
});
export const orderMoves = tableOfMoves('assets.upkeep-order', orderStates, 'open', {
  open: { 'assets.finish-upkeep': 'done', 'assets.cancel-upkeep': 'cancelled' },
  done: {},
  cancelled: {},
});

export const planOf = (id: Id) => ({ kind: 'assets.upkeep-plan', id });
export const orderOf = (id: Id) => ({ kind: 'assets.upkeep-order', id });

/**
 * The same day so many months later; the last day of a shorter month.
 * @param day YYYY-MM-DD
 */
export function monthsLater(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(date, last));
  return first.toISOString().slice(0, 10);
}
