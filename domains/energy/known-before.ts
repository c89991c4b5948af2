/** What a row of the past was as it was known before an instant. Without an instant the queries of the room stay as they are. */
import { type Sql, empty, sql } from '@opengoa/kernel';

/** A further condition: entered before an instant; none where no instant is given. */
export const andBefore = (enteredAt: Sql, knownBefore: Date | undefined): Sql =>
  knownBefore === undefined ? empty : sql`and ${enteredAt} < ${knownBefore}`;

/** A condition on `kernel.fact f`: it happened, and it was recorded before the instant. When it says it happened is another matter. */
export const recordedBefore = (knownBefore: Date): Sql => sql`f.outcome = 'done' and f.recorded_at < ${knownBefore}`;

/** A condition on `energy.tenure t`: the move was entered before the instant. The first row says what was before any move. */
export const tenureBefore = (knownBefore: Date): Sql =>
  sql`(t.set_at < ${knownBefore} or t.from_day = '0001-01-01'::date)`;
