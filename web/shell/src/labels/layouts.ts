import type { Words } from '@opengoa/kernel/contract';

export type LayoutName = 'a4-24' | 'a4-10' | 'roll';

/** Sheets of labels as shops sell them. Millimetres are in label.css under the same name. */
export interface Layout {
  readonly name: LayoutName;
  readonly title: Words;
  /** Labels on one sheet. */
  readonly places: number;
}

export const layouts: readonly Layout[] = [
  { name: 'a4-24', title: { zh: 'A4 3×8（70×37 mm）', en: 'A4 3×8 (70×37 mm)' }, places: 24 },
  { name: 'a4-10', title: { zh: 'A4 2×5（105×57 mm）', en: 'A4 2×5 (105×57 mm)' }, places: 10 },
  { name: 'roll', title: { zh: '标签机（60×40 mm）', en: 'Label printer (60×40 mm)' }, places: 1 },
];

/**
 * Puts labels on sheets, beginning at a place of the first: what is left of a sheet is used.
 * @param from the first free place, 1 is the upper left one
 * @returns sheets of places, null where nothing is printed
 */
export function onSheets<Label>(
  labels: readonly Label[],
  { places, from, copies }: { readonly places: number; readonly from: number; readonly copies: number },
): (Label | null)[][] {
  const skipped = Math.min(Math.max(Math.trunc(from) || 1, 1), places) - 1;
  const each = Math.min(Math.max(Math.trunc(copies) || 1, 1), 50);
  const all: (Label | null)[] = [
    ...Array.from({ length: labels.length > 0 ? skipped : 0 }, () => null),
    ...labels.flatMap((label) => Array.from({ length: each }, () => label)),
  ];
  const sheets: (Label | null)[][] = [];
  for (let at = 0; at < all.length; at += places) sheets.push(all.slice(at, at + places));
  return sheets;
}
