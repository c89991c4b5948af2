/** What a method answers: a result, or why there is none. */
export type MethodResult<Found> = ({ readonly status: 'ok' } & Found) | InsufficientData;

export interface InsufficientData {
  readonly status: 'insufficient_data';
  readonly reasons: readonly Reason[];
}

export interface Reason {
  readonly zh: string;
  readonly en: string;
  readonly needed: number;
  readonly found: number;
}

export const ok = <Found extends object>(found: Found): { readonly status: 'ok' } & Found => ({
  status: 'ok',
  ...found,
});

export const insufficient = (...reasons: readonly [Reason, ...Reason[]]): InsufficientData => ({
  status: 'insufficient_data',
  reasons,
});
