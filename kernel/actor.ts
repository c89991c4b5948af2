import type { Id } from './id.ts';

/** The rights words that no room brings. A role says what kind of work; a grant says where. A room adds its own (`roles` of its definition). */
export const roles = [
  'staff',
  'clerk',
  'head',
  'leader',
  'dispatcher',
  'driver',
  'fleet-clerk',
  'energy-clerk',
  'risk-officer',
  'superior',
  'system-admin',
  'security-admin',
  'audit-admin',
  // Clearances are granted like rights, by two people; they open nothing by themselves.
  'cleared-sensitive',
  'cleared-important',
] as const;
export type OfficeRole = (typeof roles)[number] | `${string}-clerk`;

/** One dated right as it stands today: this role, at this unit, and below it or not. */
export interface Grant {
  readonly role: string;
  readonly unit: Id;
  readonly below: boolean;
}

/** Who acts. Post and unit come from the session, never from the request (SEC-AC-10). */
export interface Actor {
  readonly kind: 'person' | 'machine' | 'job' | 'device' | 'nobody';
  readonly person: Id | null;
  readonly account: Id | null;
  readonly name: string;
  readonly post: { readonly id: Id; readonly title: string; readonly rank: string | null } | null;
  readonly unit: Id | null;
  /** Whose post this is, when the person acts as a stand-in: both names go on the record. */
  readonly standInFor: Id | null;
  readonly grants: readonly Grant[];
  readonly session: Id | null;
  /** When the second factor was last shown, for verbs that ask for it again. */
  readonly factorAt: Date | null;
  readonly address: string | null;
}

export const nobody = (address: string | null = null): Actor => ({
  kind: 'nobody',
  person: null,
  account: null,
  name: '',
  post: null,
  unit: null,
  standInFor: null,
  grants: [],
  session: null,
  factorAt: null,
  address,
});

/** The program itself doing a scheduled or following piece of work, under its own name (SEC-ID-01). */
export const jobActor = (name: string, grants: readonly Grant[], unit: Id | null = null): Actor => ({
  ...nobody(),
  kind: 'job',
  name,
  unit,
  grants,
});

/** Which labels this actor may read: 0 ordinary, 1 sensitive (敏感), 2 important (重要). Jobs of the program see what they must work on. */
export function clearanceOf({ kind, grants }: Pick<Actor, 'kind' | 'grants'>): number {
  if (kind === 'job') return 2;
  return grants.reduce(
    (most, { role }) => Math.max(most, role === 'cleared-important' ? 2 : role === 'cleared-sensitive' ? 1 : 0),
    0,
  );
}
