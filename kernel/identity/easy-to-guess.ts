import { pinyin } from 'pinyin-pro';
import { commonPasswords, commonWords, plainReadings } from './common-passwords.ts';

/** What an attacker would know about this person and office. */
export interface Surroundings {
  /** Names of the person's unit, institution and region, long and short. */
  readonly unitNames: readonly string[];
  readonly personName: string;
  readonly accountName: string;
  /** Staff or telephone numbers. */
  readonly numbers: readonly string[];
}

const hasHan = (text: string) => /\p{Script=Han}/u.test(text);

/** Words a name can be written with: itself, its pinyin in both orders for a person, and its initials. */
export function spellingsOf(name: string, isPerson: boolean): { full: string[]; short: string[] } {
  const folded = name.normalize('NFKC').toLowerCase().trim();
  if (folded === '') return { full: [], short: [] };
  if (!hasHan(folded)) return { full: [folded.replaceAll(/\s/g, '')], short: [] };
  const syllables = pinyin(folded, {
    toneType: 'none',
    type: 'array',
    nonZh: 'consecutive',
    surname: isPerson ? 'head' : 'off',
  })
    .map((syllable) => syllable.toLowerCase().replaceAll('ü', 'v').replaceAll(/\s/g, ''))
    .filter(Boolean);
  const full = [folded, syllables.join('')];
  const short = [syllables.map((syllable) => syllable[0]).join('')];
  if (isPerson && syllables.length > 1) {
    full.push([...syllables.slice(1), syllables[0]].join(''));
    short.push([...syllables.slice(1), syllables[0]].map((syllable) => syllable![0]).join(''));
  } else if (syllables.length > 2) {
    // 临江市 is guessed as linjiang as well as linjiangshi; 临江市财政局 as linjiang…
    full.push(syllables.slice(0, 2).join(''));
  }
  return { full, short };
}

/**
 * What is left of a password when a word is taken out. A long pass phrase may well hold the city's name; a password that is little else
 * may not.
 */
function isLittleElseThan(word: string, password: string): boolean {
  if (word.length < 4 && !hasHan(word)) return false;
  const lower = password.normalize('NFKC').toLowerCase();
  return [lower, ...plainReadings(lower)].some((text) => text.includes(word) && text.replaceAll(word, '').length < 8);
}

/** Initials are too short to look for anywhere; as the only letters, in front of digits and signs, they are the whole idea. */
const isOnlyInitials = (initials: string, password: string): boolean =>
  initials.length >= 2 && password.toLowerCase().replaceAll(/[^\p{L}]/gu, '') === initials;

export function namesTheUnit(password: string, { unitNames }: Surroundings): boolean {
  return unitNames.some((name) => {
    const { full, short } = spellingsOf(name, false);
    return (
      [...full, ...short].some((word) => isLittleElseThan(word, password)) ||
      short.some((word) => isOnlyInitials(word, password))
    );
  });
}

export function namesThePerson(password: string, { personName, accountName, numbers }: Surroundings): boolean {
  const own = spellingsOf(personName, true);
  return (
    [...own.full, accountName.normalize('NFKC').toLowerCase()].some((word) => isLittleElseThan(word, password)) ||
    own.short.some((word) => isOnlyInitials(word, password)) ||
    numbers.some(
      (number) => number.length >= 4 && password.replaceAll(/\D/g, '').includes(number.replaceAll(/\D/g, '') || '\0'),
    )
  );
}

const isRun = (text: string): boolean => {
  const codes = [...text].map((letter) => letter.codePointAt(0)!);
  const steps = new Set(codes.slice(1).map((code, i) => code - codes[i]!));
  return steps.size === 1 && [0, 1, -1].includes([...steps][0]!);
};

const isDay = (digits: string): boolean => /^(19|20)\d\d(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/.test(digits);

/** A piece over and over: `abcabcabc`. */
const isRepetition = (text: string): boolean => /^(.{1,5})\1{2,}$/su.test(text);

/**
 * On the list as it stands, in other letters or signs, twice; a listed word with a handful of digits and signs about it; a run, a
 * repetition or a birthday.
 */
export function isCommon(password: string): boolean {
  const lower = password.normalize('NFKC').toLowerCase();
  const list = commonPasswords();
  const halves =
    lower.length % 2 === 0 && lower.slice(0, lower.length / 2) === lower.slice(lower.length / 2)
      ? [lower.slice(0, lower.length / 2)]
      : [];
  if ([lower, ...plainReadings(lower), ...halves].some((text) => list.has(text))) return true;
  if (isRun(lower) || isRepetition(lower)) return true;
  const core = lower.replace(/^[^\p{L}]+/u, '').replace(/[^\p{L}]+$/u, '');
  const about = lower.length - core.length;
  const rest = lower.replace(core, '').replaceAll(/\D/g, '');
  const words = commonWords();
  if (core === '') return isDay(rest) || isRun(rest);
  const letters = [core, core.replaceAll(/[^a-z]/g, ''), ...plainReadings(core)];
  return letters.some((word) => words.has(word)) && (about <= 6 || isDay(rest) || isRun(rest) || list.has(rest));
}
