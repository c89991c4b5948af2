import { z } from 'zod';
import { day, id, oneOf } from '../contract.ts';
import { draftLevels, draftRanks, outcomes } from './words.zh.ts';

/** 标准推演: what a draft of the standard of offices would mean for the rooms there are. Areas in m². */

const Level = oneOf(draftLevels);
const DraftRank = oneOf(draftRanks);
/** `city/staff=8`, several by commas: the caps that the draft changes. Asked for nothing, today’s standard is tried. */
const draftPattern = /^(?:[a-z]+\/[a-z-]+=\d{1,3}(?:\.\d)?(?:,[a-z]+\/[a-z-]+=\d{1,3}(?:\.\d)?)*)?$/u;
export const WhatIfQuery = z.strictObject({
  unit: id,
  caps: z.string().max(2_000).regex(draftPattern).default(''),
});

const Over = z.strictObject({
  room: id,
  name: z.string(),
  unit: id,
  unitName: z.string(),
  areaM2: z.number(),
  mayM2: z.number(),
  excessM2: z.number(),
  excessTodayM2: z.number(),
  bound: z.boolean(),
  outcome: oneOf(outcomes),
});
export const WhatIfAnswer = z.strictObject({
  unit: id,
  unitName: z.string(),
  day,
  /** The caps in force at the levels of the unit, and those the draft puts in their place. */
  caps: z.array(
    z.strictObject({ level: Level, rank: DraftRank, nowM2: z.number(), draftM2: z.number(), people: z.int() }),
  ),
  rooms: z.int(),
  people: z.int(),
  notJudged: z.int(),
  today: z.strictObject({ rooms: z.int(), excessM2: z.number() }),
  draft: z.strictObject({ rooms: z.int(), excessM2: z.number() }),
  unsettled: z.int(),
  moveCount: z.int(),
  /** How much over is taken as an error of measuring, and the share that a vacant room offers at least. */
  toleranceM2: z.number(),
  leastShare: z.number(),
  units: z.array(
    z.strictObject({ unit: id, name: z.string(), rooms: z.int(), excessM2: z.number(), newRooms: z.int() }),
  ),
  /** At most a thousand, the largest excess first. */
  over: z.array(Over),
  moves: z.array(
    z.strictObject({
      kind: z.enum(['vacant', 'swap']),
      room: id,
      roomName: z.string(),
      to: id,
      toName: z.string(),
      savedM2: z.number(),
    }),
  ),
});
export type WhatIfAnswer = z.infer<typeof WhatIfAnswer>;
