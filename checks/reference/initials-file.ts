import { format } from 'oxfmt';
import { pinyin } from 'pinyin-pro';
import { everyRoom } from '@opengoa/web-shell/every-room';

const path = 'web/shell/src/frame/initials.ts';

const first = { pattern: 'first', toneType: 'none', type: 'array', nonZh: 'removed' } as const;
const isHan = (each: string) => /\p{Script=Han}/u.test(each);

/**
 * What the search needs to find a page by the pinyin initials of its title: characters by their letter, and whole titles where a character is
 * read otherwise than alone (调阅, 重启). The whole of pinyin is too large for the pages to carry.
 */
export async function initialsFile(): Promise<[path: string, text: string]> {
  const titles = new Set((await everyRoom()).flatMap(({ pages }) => pages.map((page) => page.title.zh)));
  const letters = new Map<string, Set<string>>();
  const alone = (character: string) => pinyin(character, first)[0] ?? '';
  const otherwise: Record<string, string> = {};
  for (const title of titles) {
    const characters = [...title].filter(isHan);
    const said = pinyin(title, first).join('');
    if (characters.map(alone).join('') !== said) otherwise[title] = said;
    else
      for (const each of characters) {
        const letter = alone(each);
        letters.set(letter, (letters.get(letter) ?? new Set()).add(each));
      }
  }
  const table = Object.fromEntries(
    [...letters]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([letter, all]) => [letter, [...all].toSorted().join('')]),
  );
  const text = `/** Made by scripts/reference.ts from the titles of the pages. */
export const byInitial: Readonly<Record<string, string>> = ${JSON.stringify(table)};

export const byTitle: Readonly<Record<string, string>> = ${JSON.stringify(otherwise)};
`;
  const { code } = await format(path, text, { printWidth: 120, singleQuote: true, trailingComma: 'all' });
  return [path, code];
}
