/**
 * What every method of the energy room answers. Silence is an answer: below its stated minimum of data a method
 * says so with reasons, and whoever reads it never mistakes "nothing found" for "nothing looked at".
 */
export type MethodResult<Found> = Ok<Found> | InsufficientData;

export type Ok<Found> = { readonly status: 'ok' } & Found;

export interface InsufficientData {
  readonly status: 'insufficient_data';
  /** Each reason names what was needed and what was there. Never empty. */
  readonly reasons: readonly Reason[];
}

export interface Reason {
  readonly code:
    | 'too-few-days'
    | 'too-few-hours'
    | 'too-few-values'
    | 'too-many-missing'
    | 'no-temperature'
    | 'slot-never-seen'
    | 'zero-mean'
    | 'no-spread'
    | 'not-fitted'
    | 'factor-missing';
  readonly zh: string;
  readonly en: string;
  readonly needed?: number;
  readonly found?: number;
}

export const ok = <Found extends object>(found: Found): Ok<Found> => ({ status: 'ok', ...found });

export const insufficient = (...reasons: readonly [Reason, ...Reason[]]): InsufficientData => ({
  status: 'insufficient_data',
  reasons,
});
