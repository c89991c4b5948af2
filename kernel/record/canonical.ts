/**
 * The JSON Canonicalization Scheme, RFC 8785: members by name in UTF-16 order, no white space, strings and numbers as ECMAScript
 * writes them. Takes plain JSON data; `undefined` members are left out.
 */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') return canonicalNumber(value);
  if (value === null || typeof value === 'boolean') return String(value);
  if (value instanceof ExactNumber) return value.source;
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object') throw new TypeError(`no JSON for ${typeof value}`);
  const members = value as Record<string, unknown>;
  let text = '';
  for (const name of Object.keys(members).toSorted()) {
    const member = members[name];
    if (member === undefined) continue;
    text += `${text === '' ? '' : ','}${JSON.stringify(name)}:${canonicalJson(member)}`;
  }
  return `{${text}}`;
}

function canonicalNumber(value: number): string {
  if (!Number.isFinite(value)) throw new TypeError(`no JSON for ${value}`);
  return JSON.stringify(value);
}

/** A number as the database wrote it, that a double does not hold. RFC 8785 has no form for it; its digits stand as they are. */
class ExactNumber {
  readonly source: string;
  constructor(source: string) {
    this.source = source;
  }
}

const longNumber = /[0-9](?:[0-9.]){15}/;

/**
 * Canonical form of `jsonb` as PostgreSQL prints it. The database holds numbers with any count of digits; two that fall on the same
 * double must not hash alike, or the change of one into the other would go unseen.
 */
export function canonicalJsonb(text: string): string {
  if (!longNumber.test(text)) return canonicalJson(JSON.parse(text));
  return canonicalJson(
    JSON.parse(text, function (this: unknown, _name: string, value: unknown, context?: { source?: string }) {
      const source = context?.source;
      return typeof value === 'number' && source !== undefined && !sameDecimal(source, JSON.stringify(value))
        ? new ExactNumber(source)
        : value;
    } as (name: string, value: unknown) => unknown),
  );
}

/** Whether two decimal writings are the same number. */
function sameDecimal(a: string, b: string): boolean {
  const left = decimalOf(a);
  const right = decimalOf(b);
  return left.digits === right.digits && left.negative === right.negative && left.exponent === right.exponent;
}

/** Significant digits, and the power of ten of the last of them. */
function decimalOf(text: string): { negative: boolean; digits: string; exponent: number } {
  const [, sign, whole = '', fraction = '', power = '0'] = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/i.exec(text) ?? [];
  const all = `${whole}${fraction}`.replace(/^0+/, '');
  const digits = all.replace(/0+$/, '');
  if (digits === '') return { negative: false, digits: '', exponent: 0 };
  return { negative: sign === '-', digits, exponent: Number(power) - fraction.length + (all.length - digits.length) };
}
