import { type Context, type Id, type Words, words } from '@opengoa/kernel';
import type { Valued } from '@opengoa/kernel/standards';

/** What a rank may have as an office at a unit, and what the standard calls the rank. */
export interface OfficeCap {
  readonly valued: Valued | null;
  readonly capM2: number | null;
  readonly title: Words | null;
  /** The rank in the table of areas. */
  readonly rankKey: string | null;
}

/** Ranks of the table of areas. */
const ranks: Readonly<Record<string, Words>> = {
  minister: words('省部级正职', 'Minister'),
  'vice-minister': words('省部级副职', 'Vice minister'),
  'bureau-chief': words('厅局级正职', 'Head of a bureau'),
  'bureau-deputy': words('厅局级副职', 'Deputy head of a bureau'),
  'division-chief': words('县处级正职', 'Head of a division'),
  'division-deputy': words('县处级副职', 'Deputy head of a division'),
  'section-chief': words('乡科级正职', 'Head of a section'),
  'section-deputy': words('乡科级副职', 'Deputy head of a section'),
  staff: words('科级以下', 'Staff'),
};
const unknown: OfficeCap = { valued: null, capM2: null, title: null, rankKey: null };

/** Caps of the offices of a unit on a day, by the rank of a post in its own words; each is looked up once. */
export function officeCaps(
  { standards, organisation }: Pick<Context, 'standards' | 'organisation'>,
  unit: Id,
  day: string,
): (rank: string | null) => OfficeCap {
  const level = organisation.unit(unit)?.level ?? 'county';
  const place = organisation.place(unit);
  const known = new Map<string | null, OfficeCap>();
  const lookUp = (post: string | null): OfficeCap => {
    if (post === null) return unknown;
    const rank = standards.valueOn('space.post-ranks', day, place, { level, post });
    if (!rank.found) return unknown;
    const rankKey = String(rank.value);
    const title = ranks[rankKey] ?? null;
    const area = standards.valueOn('space.office-area', day, place, { level, rank: rankKey });
    return area.found ? { valued: area, capM2: Number(area.value), title, rankKey } : { ...unknown, title, rankKey };
  };
  return (said) => {
    let cap = known.get(said);
    if (!cap) known.set(said, (cap = lookUp(said)));
    return cap;
  };
}
