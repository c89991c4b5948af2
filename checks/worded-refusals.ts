import type { Words } from '@opengoa/kernel';
import type { Check, Problem } from './check.ts';
import { roomsOf } from './rooms.ts';

const spoken = (words: Words | undefined, language: keyof Words) => (words?.[language] ?? '').trim();
const places = (text: string) =>
  [...text.matchAll(/\{(\w+)\}/g)]
    .map((match) => match[1])
    .toSorted((a, b) => (a! < b! ? -1 : 1))
    .join();

/** Every refusal is read by an official: Chinese with English beside it, saying the same. */
export const wordedRefusals: Check = {
  title: 'Refusals: every code has words in both languages, with the same places to fill',
  async examine(house) {
    const rooms = await roomsOf(house);
    const kernel = rooms.find(({ room }) => room.name === 'kernel')?.room.refusals ?? {};
    const problems: Problem[] = [];
    const codes = new Set<string>();
    for (const { folder, room } of rooms) {
      const path = folder === 'kernel' ? 'kernel/kernel-room.ts' : `${folder}/domain.ts`;
      for (const verb of room.verbs) {
        for (const code of verb.refusals) {
          codes.add(`${room.name}/${code}`);
          if (!room.refusals[code] && !kernel[code])
            problems.push({ path, says: `${verb.name} refuses with ${code}, which has no words` });
        }
      }
      for (const [code, words] of Object.entries(room.refusals)) {
        codes.add(`${room.name}/${code}`);
        if (!/\p{Script=Han}/u.test(spoken(words, 'zh')))
          problems.push({ path, says: `refusal ${code} is not worded in Chinese` });
        if (!/[a-z]/i.test(spoken(words, 'en')))
          problems.push({ path, says: `refusal ${code} is not worded in English` });
        const filled = { zh: places(spoken(words, 'zh')), en: places(spoken(words, 'en')) };
        const lost = filled.en.split(',').filter((place) => place && !filled.zh.split(',').includes(place));
        if (lost.length > 0)
          problems.push({ path, says: `refusal ${code}: the Chinese does not say {${lost.join('}, {')}}` });
      }
    }
    return { examined: codes.size, of: 'refusal codes', problems };
  },
};
