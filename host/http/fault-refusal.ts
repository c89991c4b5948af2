import type { FastifyError } from 'fastify';
import { refuse, type Refusal } from '@opengoa/kernel';
import { JsonRefused } from './strict-json.ts';

/** A request that contradicts itself, or says less than a request must. */
export class MalformedRequest extends Error {}
/** A body in a form that this door does not read. */
export class WrongMediaType extends Error {}

/** The database is away, starting or full of waiting work: nobody's mistake, and gone again soon. */
const away =
  /timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error|the database system is |terminating connection|server closed the connection|Query read timeout/i;
const awayCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOENT',
  'ETIMEDOUT',
  '57P01',
  '57P02',
  '57P03',
  '53300',
  '08000',
  '08001',
  '08003',
  '08006',
]);

/** Did the database fail rather than the program? `ENOENT` is its socket file between two lives. */
export const isDatabaseAway = (error: { message?: string; code?: string; syscall?: string }): boolean =>
  away.test(error.message ?? '') ||
  (awayCodes.has(error.code ?? '') && (error.syscall === undefined || /^(?:connect|read|write)$/.test(error.syscall)));

/** The refusal that stands for something thrown: what the sender did wrong, what is busy, or a fault of ours that tells nothing (REL-30). */
export function refusalOf(error: FastifyError): Refusal {
  if (error instanceof JsonRefused || error instanceof MalformedRequest)
    return refuse('malformed', {}, { status: 400 });
  if (error instanceof WrongMediaType) return refuse('wrong-media-type', {}, { status: 415 });
  switch (error.code) {
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return refuse('wrong-media-type', {}, { status: 415 });
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return refuse('too-large', {}, { status: 413 });
    default:
  }
  if (isDatabaseAway(error)) return refuse('away', {}, { status: 503 });
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500)
    return refuse('malformed', {}, { status: 400 });
  return refuse('fault', {}, { status: 500 });
}
