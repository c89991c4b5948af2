/**
 * Where the holidays come from: the kept package `chinese-days` (State Council notices since 2004), and YAML laid over it
 * for a year the package does not know yet, or for a region's own days (an autonomous region's festival, a day lost to a typhoon).
 */
import packaged from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import { parse } from 'yaml';
import { z } from 'zod';
import { isDay, type Day } from './day.ts';

const day = z.string().refine(isDay, 'a day that exists, YYYY-MM-DD');
const words = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });

/**
 * One calendar file. `years` are the years it makes known in full; a file without them only changes single days.
 * `region` limits it to the places whose chain of codes holds that code.
 */
export const HolidayData = z.strictObject({
  title: words,
  source: z.strictObject({
    document: z.string().min(1),
    number: z.string().min(1).optional(),
    published: day.optional(),
  }),
  region: z.string().min(1).optional(),
  years: z.array(z.number().int().min(1949).max(2200)).default([]),
  holidays: z.record(day, words).default({}),
  'makeup-workdays': z.record(day, words).default({}),
  /** Days that are nothing special after all: the word of a lower layer is taken back. */
  ordinary: z.array(day).default([]),
});
export type HolidayData = z.input<typeof HolidayData>;

export type SpecialDay = { kind: 'holiday' | 'makeup-workday'; name: { zh: string; en: string } };
export type SpecialDays = { years: ReadonlySet<number>; days: ReadonlyMap<Day, SpecialDay> };

/** The package's data, as it came: 'English,中文,days'. */
export function packagedDays(): SpecialDays {
  const days = new Map<Day, SpecialDay>();
  const years = new Set<number>();
  const take = (from: Record<string, string>, kind: SpecialDay['kind']): void => {
    for (const [on, text] of Object.entries(from)) {
      const [en = '', zh = ''] = text.split(',');
      days.set(on, { kind, name: { zh, en } });
      years.add(Number(on.slice(0, 4)));
    }
  };
  take(packaged.holidays, 'holiday');
  take(packaged.workdays, 'makeup-workday');
  return { years, days };
}

/** Lays files over the package in their order; the later word on a day wins. Throws a ZodError on a file of the wrong shape. */
export function layOver(base: SpecialDays, files: readonly HolidayData[], place: readonly string[]): SpecialDays {
  const years = new Set(base.years);
  const days = new Map(base.days);
  for (const raw of files) {
    const file = HolidayData.parse(raw);
    const twice = Object.keys(file.holidays).find((on) => on in file['makeup-workdays']);
    if (twice) throw new RangeError(`${file.title.zh}: ${twice} is both a holiday and a working day`);
    if (file.region !== undefined && !place.includes(file.region)) continue;
    for (const year of file.years) years.add(year);
    for (const on of file.ordinary) days.delete(on);
    for (const [on, name] of Object.entries(file.holidays)) days.set(on, { kind: 'holiday', name });
    for (const [on, name] of Object.entries(file['makeup-workdays'])) days.set(on, { kind: 'makeup-workday', name });
  }
  return { years, days };
}

/** Reads one calendar file. Throws with the file's name on wrong YAML or a wrong shape. */
export function readHolidayData(text: string, path: string): z.output<typeof HolidayData> {
  try {
    return HolidayData.parse(parse(text));
  } catch (cause) {
    throw new Error(`${path}: not a calendar file`, { cause });
  }
}
