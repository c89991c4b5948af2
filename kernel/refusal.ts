/**
 * A refusal is expected: the official can act on it. It is returned, never thrown by rooms, and worded in the room's words.
 * `status` follows the checklist: 403 this role may not, 404 not there or not yours to know, 409 state or version conflict,
 * 422 well-formed but not acceptable.
 */
export interface Refusal {
  readonly refused: true;
  readonly code: string;
  readonly status: number;
  readonly data: Readonly<Record<string, unknown>>;
  /** Verbs or wording keys of what is possible instead. */
  readonly possible?: readonly string[];
}

/** `refuse('too-few-seats', { seats: 5, people: 9 })`: well-formed, but not acceptable (422 unless said otherwise). */
export function refuse(
  code: string,
  data: Record<string, unknown> = {},
  more: { status?: number; possible?: readonly string[] } = {},
): Refusal {
  return {
    refused: true,
    code,
    status: more.status ?? 422,
    data,
    ...(more.possible ? { possible: more.possible } : {}),
  };
}

export const isRefusal = (value: unknown): value is Refusal =>
  typeof value === 'object' && value !== null && (value as { refused?: unknown }).refused === true;

/** Carries a refusal out of a transaction, so that the transaction rolls back. Only the kernel and stores throw it. */
export class Refused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

/** Not there, or not yours to know: one answer for both (SEC-AC-04). */
export const notFound = (): Refusal => refuse('not-found', {}, { status: 404 });
/** The thing was changed since it was read (SEC-BI-03); `version` is the present one. */
export const stale = (data: { version: number }): Refusal => refuse('stale-version', data, { status: 409 });
