import { describe, expect, test } from 'vitest';
import { needsOf, sessionEnd } from './session-limits.ts';

const limits = { idleMinutes: 15, absoluteHours: 12, parallelMax: 2 };
const at = (time: string) => new Date(`2026-03-02T${time}+08:00`);
const living = {
  openedAt: at('08:00:00'),
  activeAt: at('09:00:00'),
  ended: false,
  accountActive: true,
  postLost: false,
};

describe('SEC-SE-03 idle and absolute limits', () => {
  test('SEC-SE-03 idle from exactly the fifteenth minute', () => {
    expect(sessionEnd(living, limits, at('09:14:59'))).toBeUndefined();
    expect(sessionEnd(living, limits, at('09:15:00'))).toBe('idle');
  });
  test('SEC-SE-03 twelve hours whatever the activity', () => {
    const busy = { ...living, activeAt: at('19:59:59') };
    expect(sessionEnd(busy, limits, at('19:59:59'))).toBeUndefined();
    expect(sessionEnd(busy, limits, at('20:00:00'))).toBe('too-old');
  });
  test('SEC-SE-04 ended, disabled and moved come first', () => {
    expect(sessionEnd({ ...living, ended: true }, limits, at('09:00:01'))).toBe('ended');
    expect(sessionEnd({ ...living, accountActive: false }, limits, at('09:00:01'))).toBe('account-disabled');
    expect(sessionEnd({ ...living, postLost: true }, limits, at('09:00:01'))).toBe('post-lost');
  });
});

describe('SEC-ID-10 what must come first', () => {
  const rules = {
    factorAskedOf: 'officers',
    profile: { name: 'national', lengthMin: 10, classesMin: 3, lifeDays: 90, historyCount: 5 },
  } as const;
  const clerk = {
    roles: ['staff', 'clerk'],
    factorConfirmed: false,
    factorShown: false,
    method: 'password',
    mustChange: false,
    passwordAt: at('00:00:00'),
  } as const;
  const now = at('09:00:00');
  test('SEC-ID-10 an officer without a factor must enrol, with one must show it', () => {
    for (const role of ['system-admin', 'security-admin', 'audit-admin']) {
      expect(needsOf({ ...clerk, roles: [role] }, rules, now)).toBe('second-factor');
      expect(needsOf({ ...clerk, roles: [role], factorConfirmed: true }, rules, now)).toBe('second-factor');
      expect(
        needsOf({ ...clerk, roles: [role], factorConfirmed: true, factorShown: true }, rules, now),
      ).toBeUndefined();
      expect(needsOf({ ...clerk, roles: [role], method: 'oidc' }, rules, now)).toBe('second-factor');
    }
  });
  test('SEC-ID-10 staff may enrol, and must where the standard says everyone', () => {
    expect(needsOf(clerk, rules, now)).toBeUndefined();
    expect(needsOf({ ...clerk, factorConfirmed: true }, rules, now)).toBe('second-factor');
    expect(needsOf(clerk, { ...rules, factorAskedOf: 'everyone' }, now)).toBe('second-factor');
  });
  test('SEC-ID-02 a password past its days, or set by a reset, is changed first', () => {
    expect(needsOf({ ...clerk, mustChange: true }, rules, now)).toBe('new-password');
    expect(needsOf({ ...clerk, passwordAt: new Date('2025-11-01T00:00:00Z') }, rules, now)).toBe('new-password');
    expect(
      needsOf({ ...clerk, passwordAt: new Date('2025-11-01T00:00:00Z'), method: 'oidc' }, rules, now),
    ).toBeUndefined();
  });
});
