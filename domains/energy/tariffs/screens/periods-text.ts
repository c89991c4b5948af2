/** Periods as people write them: one season a line, `1-6,9-12月 0-8谷 8-10平 10-12峰 12-24平`. */
import { bands } from '../words.zh.ts';

const words: Readonly<Record<string, string>> = {
  尖: 'sharp',
  峰: 'peak',
  平: 'flat',
  谷: 'valley',
  深: 'deep',
  ...Object.fromEntries(Object.keys(bands).map((band) => [band, band])),
};
const bandOf = (text: string): string =>
  text.startsWith('尖') || text.startsWith('深')
    ? words[text[0]!]!
    : (words[text] ?? words[text.replaceAll(/[高低段]/g, '')] ?? text);

interface WrittenSeason {
  readonly months: readonly number[];
  readonly stretches: readonly { readonly fromHour: number; readonly toHour: number; readonly band: string }[];
}

/** What cannot be read is left to the server, which says which hour lacks its period. */
export function seasonsOf(text: string): WrittenSeason[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [head = '', ...rest] = line.split(/[\s;；:：]+/);
      return {
        months: head
          .replaceAll('月', '')
          .split(/[,，、]/)
          .flatMap((piece) => {
            const [first, last = first] = piece.split(/[-–~]/).map(Number);
            return first === undefined || last === undefined || Number.isNaN(first) || Number.isNaN(last)
              ? []
              : Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
          }),
        stretches: rest
          .join(' ')
          .split(/[\s,，、]+/)
          .flatMap((piece) => {
            const found = /^(\d{1,2})[-–~](\d{1,2})时?(.+)$/.exec(piece);
            return found ? [{ fromHour: Number(found[1]), toHour: Number(found[2]), band: bandOf(found[3]!) }] : [];
          }),
      };
    });
}
