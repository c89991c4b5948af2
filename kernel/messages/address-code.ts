import { createHash, randomInt, timingSafeEqual } from 'node:crypto';
import type { Id } from '../id.ts';

/** The code that proves that a mail address is read by whoever entered it; pure, but for the dice. */

/** Eight digits, each code as likely as every other. */
export const newAddressCode = (): string => String(randomInt(100_000_000)).padStart(8, '0');

/** What a code is known again by: bound to the mail that brought it, so that no other code's is the same. */
export const addressCodeHash = (delivery: Id, code: string): string =>
  createHash('sha256').update(`${delivery}/${code}`).digest('hex');

/** Is this the code that the mail brought? Takes as long for a near one as for any other. */
export const isAddressCode = (hash: string, delivery: Id, code: string): boolean =>
  timingSafeEqual(Buffer.from(hash, 'hex'), Buffer.from(addressCodeHash(delivery, code), 'hex'));

/** Where a code is sealed. The address beside it is sealed for the place it goes to once it is confirmed. */
export const codePlace = (person: Id, channel: Id) => ({
  table: 'kernel.receiver_code',
  row: `${person}/${channel}`,
  column: 'code_sealed',
});
