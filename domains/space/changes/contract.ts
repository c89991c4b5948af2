import { factType } from '@opengoa/kernel/contract';
import { z } from 'zod';
import { day, id } from '../contract.ts';
import { TenureKind } from '../ledger/contract.ts';
import { Standing } from '../seating/contract.ts';
import { changeFactWords } from './words.zh.ts';

/** Premises follow the unit that has succeeded: input, facts and result. */

export const FollowSuccession = z.strictObject({
  /** The unit that was merged or split. */
  unit: id,
  to: id,
  /** Which of its rooms; all of them and what it keeps, where one unit took it over whole. */
  rooms: z.array(id).max(500).default([]),
});
/** How many followed, and how many wait for the next turn. */
export const Followed = z.strictObject({ rooms: z.int(), buildings: z.int(), left: z.int() });

/** The unit of the fact is the heir; the day is that of the succession. */
export const RoomFollowed = factType('space.RoomFollowed', {
  title: changeFactWords['space.RoomFollowed'],
  body: z.strictObject({
    was: id,
    from: day,
    kind: TenureKind,
    paper: z.string(),
    seats: z.array(z.strictObject({ was: id, now: id, person: id, standing: Standing, paper: z.string() })),
  }),
});
export const BuildingFollowed = factType('space.BuildingFollowed', {
  title: changeFactWords['space.BuildingFollowed'],
  body: z.strictObject({ was: id, from: day, paper: z.string(), name: z.string() }),
});
