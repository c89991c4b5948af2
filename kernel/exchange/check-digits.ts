/**
 * Codes that carry their own proof. Each function answers whether the text is a well-formed code whose check digit
 * fits; each modulus is a prime larger than no weight divides, so that every single wrong character is caught.
 */

const creditAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
/** 3^(i-1) mod 31 for the places before the check digit. */
export const creditWeights = Array.from({ length: 17 }, (_, place) => Number(3n ** BigInt(place) % 31n));

/**
 * Unified social credit code (统一社会信用代码), 18 characters, capitals.
 * Source: GB 32100-2015, modulus 31 with weights 3^(i-1) mod 31; I, O, S, V and Z are not used.
 */
export function isCreditCode(text: string): boolean {
  if (text.length !== 18) return false;
  let sum = 0;
  for (let place = 0; place < 17; place++) {
    const value = creditAlphabet.indexOf(text.charAt(place));
    if (value < 0) return false;
    sum += value * creditWeights[place]!;
  }
  return creditAlphabet.charAt((31 - (sum % 31)) % 31) === text.charAt(17);
}

const idWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const idCheck = '10X98765432';

/**
 * Citizen identity number (公民身份号码), 18 characters, capital X; the birthday must be a real day.
 * Source: GB 11643-1999 (ISO 7064:1983 MOD 11-2).
 */
export function isIdNumber(text: string): boolean {
  if (!/^[1-9]\d{16}[\dX]$/.test(text)) return false;
  const sum = idWeights.reduce<number>((total, weight, place) => total + weight * Number(text.charAt(place)), 0);
  return idCheck.charAt(sum % 11) === text.charAt(17) && isRealDay(text.slice(6, 14));
}

function isRealDay(digits: string): boolean {
  const year = Number(digits.slice(0, 4));
  const month = Number(digits.slice(4, 6));
  const day = Number(digits.slice(6, 8));
  const date = new Date(Date.UTC(year, month - 1, day));
  return year >= 1800 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

const vinAlphabet = '0123456789ABCDEFGHJKLMNPRSTUVWXYZ';
const vinDigits = '012345678912345678123457923456789';
const vinValue = (character: string): number => Number(vinDigits.charAt(vinAlphabet.indexOf(character)));
const vinWeights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2] as const;

/**
 * Vehicle identification number (车辆识别代号), 17 characters, capitals without I, O and Q.
 * Source: GB 16735 (ISO 3779 with the check digit at place 9, modulus 11). Letters share values (A, J and 1 are all 1),
 * so that a letter taken for another of the same value is not caught; every wrong digit is.
 */
export function isVin(text: string): boolean {
  if (!/^[0-9A-HJ-NPR-Z]{17}$/.test(text)) return false;
  const sum = vinWeights.reduce<number>((total, weight, place) => total + weight * vinValue(text.charAt(place)), 0);
  return 'X'.padStart(11, '0123456789').charAt(sum % 11) === text.charAt(8);
}

const province = '[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]';
const plateForms = [
  // Ordinary plates, and those whose last place is a word: police, trailer, driving school, Hong Kong, Macao.
  new RegExp(`^${province}[A-HJ-NP-Z][A-HJ-NP-Z0-9]{4}[A-HJ-NP-Z0-9警挂学港澳]$`),
  // New-energy plates: small ones mark the third place, large ones the last.
  new RegExp(`^${province}[A-HJ-NP-Z][A-HJK][A-HJ-NP-Z0-9]\\d{4}$`),
  new RegExp(`^${province}[A-HJ-NP-Z]\\d{5}[A-HJK]$`),
];

/**
 * Number plate of a civil motor vehicle (机动车号牌), in capitals without separators. A plate has no check digit:
 * only its form can be judged. Source: GA 36-2018 (letters I and O are not used; new-energy plates have 8 characters).
 */
export const isPlate = (text: string): boolean => plateForms.some((form) => form.test(text));

/** A plate as registers write it: wide characters made narrow, capitals, no space, dot or hyphen. */
export const plainPlate = (text: string): string =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s.·•・-]/g, '');
