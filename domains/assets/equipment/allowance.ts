import type { NoValue, StandardPlace, StandardSet, Valued } from '@opengoa/kernel/standards';
import type { EquipmentItem, Limit, Staff } from './contract.ts';

type Standards = Pick<StandardSet, 'valueOn'>;

/** Pieces of each item that a unit has. */
export type Held = Readonly<Partial<Record<EquipmentItem, number>>>;

/** What counts towards a limit, and how much a piece weighs. */
interface Counted {
  readonly limit: Limit;
  readonly of: Readonly<Partial<Record<EquipmentItem, number>>>;
  readonly per: 'person' | 'office' | 'copier';
}

const one = (limit: Limit & EquipmentItem, per: Counted['per']): Counted => ({ limit, of: { [limit]: 1 }, per });

/** Every limit of quantity, in the order of the paper. */
export const limits: readonly Counted[] = [
  one('desktop', 'person'),
  one('notebook', 'person'),
  {
    limit: 'printer',
    of: { 'printer-a4': 1, 'printer-a4-colour': 1, 'printer-a3': 1, 'printer-a3-colour': 1 },
    per: 'person',
  },
  { limit: 'printer-a3', of: { 'printer-a3': 1, 'printer-a3-colour': 1 }, per: 'person' },
  { limit: 'printer-colour', of: { 'printer-a4-colour': 1, 'printer-a3-colour': 1 }, per: 'person' },
  one('copier', 'copier'),
  one('multifunction', 'person'),
  one('scanner', 'person'),
  one('shredder', 'person'),
  one('projector', 'person'),
  one('desk', 'person'),
  one('chair', 'person'),
  one('bookcase', 'person'),
  one('file-cabinet', 'person'),
  // One three-seater or two single ones: a single one is half.
  { limit: 'sofa', of: { 'sofa-three': 1, 'sofa-single': 0.5 }, per: 'office' },
  { limit: 'tea-table', of: { 'tea-table-large': 1, 'tea-table-small': 1 }, per: 'office' },
  one('wardrobe', 'office'),
  one('visitor-chair', 'office'),
  one('tea-cabinet', 'office'),
];

export const limitOf = (limit: Limit): Counted => limits.find((each) => each.limit === limit)!;
export const itemsOf = (limit: Limit): EquipmentItem[] => Object.keys(limitOf(limit).of) as EquipmentItem[];

/** 编制内实有人数: who is there, at most as many as are established. Persons. */
export const basisOf = (establishment: number | null, actual: number): number =>
  establishment === null ? actual : Math.min(establishment, actual);

/** What is held towards a limit, in its measure. */
export const heldOf = ({ of }: Counted, held: Held): number =>
  Object.entries(of).reduce((sum, [item, weight]) => sum + weight * (held[item as EquipmentItem] ?? 0), 0);

export interface Allowance {
  /** Null where no standard speaks of it. */
  readonly allowed: number | null;
  readonly by: Valued | null;
}

/** A part of a piece counts as one: the paper says so of copiers alone, and nobody is stopped by how a part is read. */
const whole = (pieces: number): number => Math.max(0, Math.ceil(pieces - 1e-9));

/**
 * How many a unit may have of what counts towards a limit, on a day.
 * @see 财资〔2016〕27号 附1、附2
 * @returns pieces, and the value it rests on (the stricter confidence is that of the row itself)
 */
export function allowanceOf(
  counted: Counted,
  staff: Pick<Staff, 'basis' | 'seniors' | 'offices' | 'secrecy'>,
  standards: Standards,
  day: string,
  place: StandardPlace,
): Allowance {
  const { limit, per } = counted;
  const ask = (standard: string, selector: Record<string, string>): Valued | NoValue =>
    standards.valueOn(standard, day, place, selector);
  if (per === 'copier') {
    const [first, within, above] = ['first-staff', 'persons-in-the-first', 'persons-above'].map((item) =>
      ask('assets.copier-quantity', { item }),
    ) as [Valued | NoValue, Valued | NoValue, Valued | NoValue];
    if (!first.found || !within.found || !above.found) return { allowed: null, by: null };
    const early = Math.min(staff.basis, first.value as number);
    const late = staff.basis - early;
    return { allowed: whole(early / (within.value as number)) + whole(late / (above.value as number)), by: within };
  }
  const standard = per === 'person' ? 'assets.equipment-per-person' : 'assets.equipment-per-office';
  const more = per === 'person' ? { secrecy: staff.secrecy } : {};
  const of = (grade: 'ordinary' | 'senior') => ask(standard, { item: limit, grade, ...more });
  const [ordinary, senior] = [of('ordinary'), of('senior')];
  if (!ordinary.found || !senior.found) return { allowed: null, by: null };
  const all = per === 'person' ? staff.basis : staff.offices;
  // A director-general sits in an office of his own.
  const seniors = Math.min(staff.seniors, all);
  const pieces = seniors * (senior.value as number) + (all - seniors) * (ordinary.value as number);
  return { allowed: whole(pieces), by: ordinary };
}

/** Limits that an item counts towards. */
export const limitsOf = (item: EquipmentItem): readonly Counted[] => limits.filter(({ of }) => Object.hasOwn(of, item));
