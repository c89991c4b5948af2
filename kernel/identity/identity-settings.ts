import type { Day } from '../calendar/calendar.ts';
import type { StandardPlace, StandardSet } from '../standards/standards.ts';
import type { HashCost } from './password-hash.ts';
import type { PasswordProfile } from './password-profile.ts';
import type { SessionLimits } from './session-limits.ts';

/** Limits of failed sign-ins. */
export interface SignInLimits {
  readonly failuresMax: number;
  readonly windowMinutes: number;
  readonly lockMinutes: number;
  readonly addressFailuresMax: number;
  readonly totalFailuresMax: number;
  readonly namesPerPasswordMax: number;
  readonly namesPerPasswordMinutes: number;
}

/** Everything about identity that is a dated value and no constant of the program (Appendix E of the checklist). */
export interface IdentitySettings {
  readonly profile: PasswordProfile;
  readonly cost: HashCost;
  readonly signIn: SignInLimits;
  readonly sessions: { readonly staff: SessionLimits; readonly administrator: SessionLimits };
  readonly factorAskedOf: 'officers' | 'everyone';
  readonly factorFreshMinutes: number;
  readonly unusedDays: number;
  readonly resetCodeHours: number;
  readonly firstCodeHours: number;
  readonly machineKeyDaysMax: number;
}

/** The values in force on `day` at `place`. @throws RangeError when a standard of the kernel is missing: the program cannot work without */
export function identitySettings(standards: StandardSet, day: Day, place: StandardPlace = []): IdentitySettings {
  const number = (id: string, selector: Record<string, string> = {}) =>
    standards.numberOn(`kernel.${id}`, day, place, selector);
  const word = <Word extends string>(
    id: string,
    words: readonly Word[],
    selector: Record<string, string> = {},
  ): Word => {
    const found = standards.valueOn(`kernel.${id}`, day, place, selector);
    const value = found.found ? found.value : undefined;
    if (!words.includes(value as Word)) throw new RangeError(`kernel.${id} on ${day}: none of ${words.join(', ')}`);
    return value as Word;
  };
  const profile = word('password-profile', ['national', 'asvs']);
  const rule = (item: string) => number('password-rules', { profile, item });
  const storage = (item: string) => number('password-storage', { item });
  const limit = (item: string) => number('sign-in-limits', { item });
  const session = (who: string): SessionLimits => ({
    idleMinutes: number('session-limits', { who, item: 'idle-minutes' }),
    absoluteHours: number('session-limits', { who, item: 'absolute-hours' }),
    parallelMax: number('session-limits', { who, item: 'parallel-sessions' }),
  });
  const account = (item: string) => number('account-limits', { item });
  return {
    profile: {
      name: profile,
      lengthMin: rule('length-min'),
      classesMin: rule('classes-min'),
      lifeDays: rule('life-days'),
      historyCount: rule('history-count'),
    },
    cost:
      word('password-storage', ['argon2id', 'pbkdf2-sm3'], { item: 'function' }) === 'pbkdf2-sm3'
        ? { function: 'pbkdf2-sm3', rounds: storage('rounds') }
        : {
            function: 'argon2id',
            memoryKiB: storage('memory-kib'),
            passes: storage('passes'),
            lanes: storage('lanes'),
          },
    signIn: {
      failuresMax: limit('failures-max'),
      windowMinutes: limit('window-minutes'),
      lockMinutes: limit('lock-minutes'),
      addressFailuresMax: limit('address-failures-max'),
      totalFailuresMax: limit('total-failures-max'),
      namesPerPasswordMax: limit('names-per-password-max'),
      namesPerPasswordMinutes: limit('names-per-password-minutes'),
    },
    sessions: { staff: session('staff'), administrator: session('administrator') },
    factorAskedOf: word('second-factor', ['officers', 'everyone']),
    factorFreshMinutes: number('re-authentication'),
    unusedDays: account('unused-days'),
    resetCodeHours: account('reset-code-hours'),
    firstCodeHours: account('first-code-hours'),
    machineKeyDaysMax: account('machine-key-days-max'),
  };
}

/** The limits as the counting functions of the database take them. */
export const countedLimits = (limits: SignInLimits) =>
  JSON.stringify({
    nameMax: limits.failuresMax,
    addressMax: limits.addressFailuresMax,
    totalMax: limits.totalFailuresMax,
    window: `${limits.windowMinutes} minutes`,
    lock: `${limits.lockMinutes} minutes`,
    printMax: limits.namesPerPasswordMax,
    printWindow: `${limits.namesPerPasswordMinutes} minutes`,
  });
