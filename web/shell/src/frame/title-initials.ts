import { byInitial, byTitle } from './initials.ts';

const initials = new Map(
  Object.entries(byInitial).flatMap(([letter, characters]) => [...characters].map((each) => [each, letter])),
);

/** Pinyin initials of a page's title: 车辆台账 → cltz. */
export const titleInitials = (title: string): string =>
  byTitle[title] ?? title.replaceAll(/[^\x20-\x7e]/g, (each) => initials.get(each) ?? '').replaceAll(/[^a-z]/g, '');
