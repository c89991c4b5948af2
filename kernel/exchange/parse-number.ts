import type { MoneyUnit } from './sheet-definition.ts';

/** An exact decimal: `units` times ten to the power of minus `scale`, without trailing zeros. */
export interface Decimal {
  readonly units: bigint;
  readonly scale: number;
}

const decimalForm = /^([+-]?)(\d+|\d{1,3}(?:,\d{3})+)?(?:\.(\d*))?(?:e([+-]?\d{1,3}))?$/i;

/**
 * Reads a number exactly, as people and spreadsheets write it: thousand separators in groups of three, a point, wide
 * digits, a percent-free body. `1.234,56` and `1,5` are not read, since they could mean two things.
 * A spreadsheet's binary number is taken with the 15 digits that such a program shows.
 */
export function parseDecimal(cell: string | number): Decimal | null {
  const text =
    typeof cell === 'number' ? cell.toPrecision(15) : cell.normalize('NFKC').replaceAll(/\s/g, '').replace('−', '-');
  const parts = decimalForm.exec(text);
  if (!parts) return null;
  const [, sign, whole = '', fraction = '', exponent = '0'] = parts;
  if (whole === '' && fraction === '') return null;
  const digits = whole.replaceAll(',', '') + fraction;
  if (digits.length > 40) return null;
  const units = BigInt(digits) * (sign === '-' ? -1n : 1n);
  return shortest(units, fraction.length - Number(exponent));
}

function shortest(units: bigint, scale: number): Decimal {
  if (units === 0n) return { units: 0n, scale: 0 };
  while (scale > 0 && units % 10n === 0n) {
    units /= 10n;
    scale -= 1;
  }
  return scale < 0 ? { units: units * 10n ** BigInt(-scale), scale: 0 } : { units, scale };
}

/** The number as JavaScript holds it, or null when it would lose digits. */
export function exactNumber({ units, scale }: Decimal): number | null {
  if (units > 999_999_999_999_999n || units < -999_999_999_999_999n) return null;
  return Number(`${units}e-${scale}`);
}

export const decimalText = ({ units, scale }: Decimal): string => {
  const digits = String(units < 0n ? -units : units).padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  return `${units < 0n ? '-' : ''}${whole}${scale > 0 ? `.${digits.slice(-scale)}` : ''}`;
};

const moneyMarks = /^(?:¥|rmb|cny|人民币)?([^元万]*?)(万元|万|元)?(?:整)?$/i;

export type Money = { readonly fen: number } | 'not-money' | 'part-of-a-fen' | 'too-large';

/**
 * Reads an amount to integer fen without rounding: `1,234.5`, `￥12`, `3.5万元`.
 * @param writtenIn what a number without its own unit counts: yuan, or ten thousand yuan
 */
export function parseMoney(cell: string | number, writtenIn: MoneyUnit): Money {
  const text = typeof cell === 'number' ? null : moneyMarks.exec(cell.normalize('NFKC').replaceAll(/\s/g, ''));
  if (typeof cell !== 'number' && !text) return 'not-money';
  const amount = parseDecimal(typeof cell === 'number' ? cell : (text?.[1] ?? ''));
  if (!amount) return 'not-money';
  const unit = text?.[2] === undefined ? writtenIn : text[2] === '元' ? 'yuan' : 'wan-yuan';
  const fen = shortest(amount.units * (unit === 'yuan' ? 100n : 1_000_000n), amount.scale);
  if (fen.scale > 0) return 'part-of-a-fen';
  if (fen.units > BigInt(Number.MAX_SAFE_INTEGER) || fen.units < BigInt(Number.MIN_SAFE_INTEGER)) return 'too-large';
  return { fen: Number(fen.units) };
}

/** The unit that a header names in brackets, `购置价（万元）`, or null. */
export function moneyUnitOfHeader(header: string): MoneyUnit | null {
  const found = /[([【]\s*(?:单位[::]?)?\s*(万元|元|万|yuan|cny|rmb)\s*[)\]】]\s*$/i.exec(header.normalize('NFKC'));
  if (!found) return null;
  return found[1]!.startsWith('万') ? 'wan-yuan' : 'yuan';
}

/** Fen as yuan with two places, exact: `1234567` -> `12345.67`. */
export const yuanText = (fen: number): string => {
  const digits = String(Math.abs(fen)).padStart(3, '0');
  return `${fen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
};
