import { isExpired, type PasswordProfile } from './password-profile.ts';

export interface SessionLimits {
  readonly idleMinutes: number;
  readonly absoluteHours: number;
  readonly parallelMax: number;
}

export const officerRoles = ['system-admin', 'security-admin', 'audit-admin'] as const;
export const isOfficerRole = (role: string): boolean => (officerRoles as readonly string[]).includes(role);

/** Why a session no longer counts. */
export type SessionEnd = 'idle' | 'too-old' | 'ended' | 'account-disabled' | 'post-lost';

/** What is judged of a session; all instants by the server's clock. */
export interface SessionState {
  readonly openedAt: Date;
  readonly activeAt: Date;
  readonly ended: boolean;
  readonly accountActive: boolean;
  /** A post was chosen and is not held (or lent) today. */
  readonly postLost: boolean;
}

/** Whether a session still lives (SEC-SE-03, SEC-SE-04). An officer's session ends sooner. */
export function sessionEnd(state: SessionState, limits: SessionLimits, now: Date): SessionEnd | undefined {
  if (state.ended) return 'ended';
  if (!state.accountActive) return 'account-disabled';
  if (state.postLost) return 'post-lost';
  if (now.getTime() - state.openedAt.getTime() >= limits.absoluteHours * 3_600_000) return 'too-old';
  if (now.getTime() - state.activeAt.getTime() >= limits.idleMinutes * 60_000) return 'idle';
  return undefined;
}

export type Needs = 'second-factor' | 'new-password';

/** What must come first: a session that needs something has no rights at all until it is given (SEC-ID-10). */
export function needsOf(
  state: {
    readonly roles: readonly string[];
    readonly factorConfirmed: boolean;
    readonly factorShown: boolean;
    readonly method: 'password' | 'oidc';
    readonly mustChange: boolean;
    readonly passwordAt: Date | null;
  },
  rules: { readonly factorAskedOf: 'officers' | 'everyone'; readonly profile: PasswordProfile },
  now: Date,
): Needs | undefined {
  const asked = rules.factorAskedOf === 'everyone' || state.roles.some(isOfficerRole);
  if ((state.factorConfirmed && !state.factorShown) || (asked && !state.factorConfirmed)) return 'second-factor';
  if (
    state.method === 'password' &&
    (state.mustChange || (state.passwordAt !== null && isExpired(state.passwordAt, now, rules.profile)))
  )
    return 'new-password';
  return undefined;
}
