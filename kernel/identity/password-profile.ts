import { type Surroundings, isCommon, namesThePerson, namesTheUnit } from './easy-to-guess.ts';

/** The rules for passwords as a value of the standard `kernel.password-profile`; national and ASVS profiles are two values of it. */
export interface PasswordProfile {
  readonly name: 'national' | 'asvs';
  /** Counted in characters, not bytes. */
  readonly lengthMin: number;
  /** How many of the four classes: upper case, lower case, digits, everything else. 0 asks for none. */
  readonly classesMin: number;
  /** Days until a new one is asked for; 0 never. */
  readonly lifeDays: number;
  /** How many earlier ones may not come again; 0 does not look back. */
  readonly historyCount: number;
}

/** More than anyone types, less than would keep a server busy; ASVS V6.2.9 asks for at least 64. */
export const passwordLengthMax = 256;

export type PasswordFault =
  | 'password-too-short'
  | 'password-too-long'
  | 'password-not-text'
  | 'password-too-simple'
  | 'password-too-common'
  | 'password-names-unit'
  | 'password-names-self';

/** How many of the four classes a password uses. Letters without case, Chinese among them, count with the signs. */
export function classesIn(password: string): number {
  const other = /[^\p{Lu}\p{Ll}\p{Nd}]/u;
  return [/\p{Lu}/u, /\p{Ll}/u, /\p{Nd}/u, other].filter((form) => form.test(password)).length;
}

/**
 * Everything that is wrong with a new password, so that the person mends it in one go (SEC-ID-02, SEC-ID-03). Its earlier ones are
 * compared elsewhere: that needs the slow function.
 */
export function faultsOf(password: string, profile: PasswordProfile, around: Surroundings): PasswordFault[] {
  const length = [...password].length;
  if (length > passwordLengthMax) return ['password-too-long'];
  // Half a surrogate pair cannot be stored as it was typed (SEC-ID-04).
  if (!password.isWellFormed()) return ['password-not-text'];
  const faults: PasswordFault[] = [];
  if (length < profile.lengthMin) faults.push('password-too-short');
  if (classesIn(password) < profile.classesMin) faults.push('password-too-simple');
  if (isCommon(password)) faults.push('password-too-common');
  if (namesTheUnit(password, around)) faults.push('password-names-unit');
  if (namesThePerson(password, around)) faults.push('password-names-self');
  return faults;
}

/** The day after which a new password is asked for, or null when the profile sets none. */
export const isExpired = (changedAt: Date, now: Date, profile: PasswordProfile): boolean =>
  profile.lifeDays > 0 && now.getTime() - changedAt.getTime() > profile.lifeDays * 86_400_000;
