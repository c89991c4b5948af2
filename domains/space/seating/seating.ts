import type { Id } from '@opengoa/kernel';
import type { Standing } from './contract.ts';

/** 座位: who sits in a room, on which days, and how that is to be understood. */
export interface Seating {
  readonly id: Id;
  readonly unit: Id;
  readonly room: Id;
  readonly person: Id;
  readonly standing: Standing;
  readonly paper: string;
  readonly from: string;
  readonly toExclusive: string | null;
  readonly version: number;
}
