import { factType } from '@opengoa/kernel/contract';
import { z } from 'zod';
import { day, id, maybe, oneOf, text, version } from '../contract.ts';
import { capLacks, roomStatuses, seatingFactWords, seatMarks, standings } from './words.zh.ts';

/** Who sits where, and what the standard gives them: inputs, facts and answers. */

export const Standing = oneOf(standings);
export type Standing = z.infer<typeof Standing>;

/** A room by its id, or as a sheet knows it. */
const whichRoom = z.union([
  id,
  z.strictObject({ keeper: id, building: text(100), floor: z.int().min(-20).max(200), number: text(30) }),
]);
/** A person by id, or by name and the unit of a post. */
const whichPerson = z.union([id, z.strictObject({ name: text(100), unit: id })]);

export const SeatPerson = z.strictObject({
  room: whichRoom,
  person: whichPerson,
  from: day,
  standing: Standing.default('ordinary'),
  paper: maybe(200),
  /** What a count has found is entered as it is, two rooms of one person too: the check is another matter. */
  asFound: z.boolean().default(false),
});
export const MovePerson = z.strictObject({
  seating: id,
  version,
  to: id,
  from: day,
  standing: Standing.default('ordinary'),
  paper: maybe(200),
});
export const EndSeating = z.strictObject({ seating: id, version, day, why: maybe(200) });
export const ChangeStanding = z.strictObject({ seating: id, version, standing: Standing, paper: maybe(200) });
export const ReckonSeats = z.strictObject({ unit: id });

const fact = <Shape extends z.ZodRawShape>(name: keyof typeof seatingFactWords, shape: Shape) =>
  factType(name, { title: seatingFactWords[name], body: z.strictObject(shape) });
const seat = { room: id, person: id, from: day, standing: Standing, paper: z.string() };
export const PersonSeated = fact('space.PersonSeated', { ...seat, asFound: z.boolean() });
/** One act over both rooms: the seat it names ends on the day the new one begins. */
export const PersonMoved = fact('space.PersonMoved', { ...seat, was: id, wasRoom: id });
export const SeatingEnded = fact('space.SeatingEnded', { room: id, person: id, day, why: z.string() });
export const StandingChanged = fact('space.StandingChanged', { person: id, standing: Standing, paper: z.string() });
export const SeatsReckoned = fact('space.SeatsReckoned', { rooms: z.int() });

const Told = z.strictObject({
  seating: id,
  person: id,
  name: z.string(),
  post: z.string().nullable(),
  rank: z.string().nullable(),
  standing: Standing,
  paper: z.string(),
  from: day,
  toExclusive: day.nullable(),
  version,
  /** Square metres of that day's standard; null where it cannot be told, and why. */
  capM2: z.number().nullable(),
  lacks: oneOf(capLacks).nullable(),
  standardDay: day.nullable(),
  confidence: z.string().nullable(),
  marks: z.array(oneOf(seatMarks)),
});
export const RoomPeopleAnswer = z.strictObject({
  room: id,
  unit: id,
  day,
  areaM2: z.number(),
  /** Whether the use is one that the standard of offices speaks of. */
  judged: z.boolean(),
  people: z.array(Told),
  capM2: z.number().nullable(),
  excessM2: z.number().nullable(),
  toleranceM2: z.number(),
  status: oneOf(roomStatuses),
  /** A toilet inside, beside what the standard gives its people. */
  toilet: z.strictObject({ areaM2: z.number(), allowedM2: z.number().nullable() }),
});
