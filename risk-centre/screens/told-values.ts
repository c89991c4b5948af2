import { day, instant, number, unitMark, yuan, yuanMark, type Language } from '@opengoa/web-kit';

/** As exact as it is: whole numbers without decimals. */
export const exactly = (value: number): string => number(value, Number.isInteger(value) ? 0 : 2);

/** A figure without its unit; money, which is kept in fen, in yuan. */
export const bare = (value: number, unit: string): string => (unit === 'fen' ? yuan(value) : exactly(value));

/** The mark that stands behind such a figure. */
export const markOf = (unit: string, language: Language): string =>
  unit === 'fen' ? yuanMark() : unitMark(unit, language);

/** A figure with its unit, as people read it. */
export const measured = (value: number, unit: string, language: Language): string =>
  `${bare(value, unit)} ${markOf(unit, language)}`;

const SHOWN = 12;
const said = { yes: { zh: '是', en: 'yes' }, no: { zh: '否', en: 'no' } } as const;

/**
 * A value of the evidence as people read it; a series is told in full as long as it can be taken in.
 * @param field its name among the evidence: what ends in `Fen` is money
 */
export function valueText(value: unknown, field: string, language: Language): string {
  if (value === null || value === undefined) return '—';
  if (Array.isArray(value)) {
    const told = value.slice(0, SHOWN).map((each) => valueText(each, field, language));
    const between = value.length === 2 && value.every((each) => typeof each === 'string') ? ' – ' : '、';
    return told.join(between) + (value.length > SHOWN ? ` … (${String(value.length)})` : '');
  }
  if (typeof value === 'number') return field.endsWith('Fen') ? measured(value, 'fen', language) : exactly(value);
  if (typeof value === 'boolean') return value ? said.yes[language] : said.no[language];
  const text = String(value);
  if (/^\d{4}-\d{2}-\d{2}T/.test(text)) return instant(text, language);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? day(text, language) : text;
}
