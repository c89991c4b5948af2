import type { Context, Id } from '@opengoa/kernel';
import type { StandardSet } from '@opengoa/kernel/standards';
import { draftLevels, draftRanks } from './words.zh.ts';

/** Caps that a draft changes, laid over the standards that hold: nothing of it is kept. */

export interface DraftCap {
  readonly level: keyof typeof draftLevels;
  readonly rank: keyof typeof draftRanks;
  readonly capM2: number;
}

/** `city/staff=8,county/division-chief=24` as caps; the first that names no level or rank of the standard, where one does not. */
export function readDraft(caps: string): { readonly caps: readonly DraftCap[] } | { readonly unknown: string } {
  const read: DraftCap[] = [];
  for (const entry of caps === '' ? [] : caps.split(',')) {
    const [which = '', value = ''] = entry.split('=');
    const [level = '', rank = ''] = which.split('/');
    if (!(level in draftLevels) || !(rank in draftRanks)) return { unknown: which };
    read.push({ level: level as DraftCap['level'], rank: rank as DraftCap['rank'], capM2: Number(value) });
  }
  return { caps: read };
}

/** The caps in force for the levels at and below a unit. */
export function capsInForce(
  { standards, organisation }: Pick<Context, 'standards' | 'organisation'>,
  unit: Id,
  day: string,
  levels: readonly DraftCap['level'][],
): DraftCap[] {
  const place = organisation.place(unit);
  return levels.flatMap((level) =>
    (Object.keys(draftRanks) as DraftCap['rank'][]).flatMap((rank) => {
      const found = standards.valueOn('space.office-area', day, place, { level, rank });
      return found.found ? [{ level, rank, capM2: Number(found.value) }] : [];
    }),
  );
}

/**
 * The set with the draft in the place of the caps that hold. A value of the draft is asked as any other; places that have one of their own keep it where
 * theirs is the stricter.
 */
export function draftSet(standards: StandardSet, draft: readonly DraftCap[], day: string): StandardSet {
  if (draft.length === 0) return standards;
  const of = new Map(draft.map(({ level, rank, capM2 }) => [`${level}/${rank}`, capM2]));
  return {
    ...standards,
    valueOn(id, on, place, selector) {
      const found = standards.valueOn(id, on, place, selector);
      const cap = id === 'space.office-area' ? of.get(`${selector?.['level']}/${selector?.['rank']}`) : undefined;
      return found.found && cap !== undefined && on === day ? { ...found, value: cap, draft: true } : found;
    },
  };
}
