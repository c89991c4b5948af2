import type { Id } from '@opengoa/kernel';

/** A register that fell and was not explained, with the readings around it. */
export interface Fallen {
  readonly meter: Id;
  readonly unit: Id;
  readonly name: string;
  readonly building: string;
  readonly measure: string;
  readonly digits: number | null;
  readonly at: Date;
  readonly day: string;
  readonly register: number;
  readonly beforeDay: string;
  readonly before: number;
  readonly after: readonly { readonly day: string; readonly register: number }[];
  readonly usual: number | null;
}

/** How many readings after the fall are looked at, and how many days before it tell the usual use. */
export const [readingsAfter, usualDays] = [10, 60];
