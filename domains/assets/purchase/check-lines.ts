import { type Context, refuse, type Refusal } from '@opengoa/kernel';
import { check, explain, type Verdict } from '@opengoa/kernel/standards';
import { allowanceOf, heldOf, type Held, limitsOf } from '../equipment/allowance.ts';
import type { EquipmentItem, Note, Staff } from '../equipment/contract.ts';
import { equipmentItems } from '../equipment/words.zh.ts';
import type { PlannedLine } from './contract.ts';

export interface LineToCheck extends Pick<PlannedLine, 'name' | 'grade' | 'quantity' | 'priceFen' | 'mode'> {
  readonly equipment: EquipmentItem | null;
}

const noteOf = (verdict: Verdict): Note => ({
  standard: verdict.standard,
  version: verdict.version,
  article: verdict.article ?? verdict.source.article ?? '',
  observed: verdict.observed as number,
  allowed: verdict.allowed as number,
  outcome: verdict.outcome === 'ok' ? 'inform' : verdict.outcome,
  explained: explain(verdict),
});

/**
 * 配置核对: price of each piece and number of pieces against the standard. Only what is confirmed stops a plan; a single source warns, what is recalled
 * is told.
 * @param held what the unit has, `ordered` what is approved and still to come; pieces
 */
export function checkLines(
  lines: readonly LineToCheck[],
  staff: Staff,
  held: Held,
  ordered: Held,
  { standards, organisation, today }: Pick<Context, 'standards' | 'organisation' | 'today'>,
): Refusal | { readonly notes: Note[] } {
  const notes: Note[] = [];
  const place = organisation.place(staff.unit);
  const asked: Partial<Record<EquipmentItem, number>> = {};
  for (const { equipment, name, grade, priceFen, quantity, mode } of lines) {
    if (equipment === null) continue;
    asked[equipment] = (asked[equipment] ?? 0) + quantity;
    const limit = standards.valueOn('assets.equipment-price', today, place, { item: equipment, grade });
    if (!limit.found || mode === 'donation') continue;
    const verdict = check(limit, priceFen);
    if (verdict.outcome === 'block') return refuse('price-over-standard', { name, explained: explain(verdict) });
    if (verdict.outcome !== 'ok') notes.push(noteOf(verdict));
  }
  const looked = new Set<string>();
  for (const { equipment, name } of lines) {
    if (equipment === null) continue;
    for (const counted of limitsOf(equipment)) {
      if (looked.has(counted.limit)) continue;
      looked.add(counted.limit);
      const { allowed, by } = allowanceOf(counted, staff, standards, today, place);
      if (allowed === null || by === null) continue;
      const [own, coming, more] = [held, ordered, asked].map((each) => heldOf(counted, each)) as [
        number,
        number,
        number,
      ];
      const all = own + coming + more;
      if (all <= allowed) continue;
      if (by.confidence === 'confirmed' && !by.draft)
        return refuse('over-allowance', { name, allowed, held: own, ordered: coming, asked: more });
      const title = equipmentItems[equipment];
      const paper = `${by.source.document}${by.source.article ? ` ${by.source.article}` : ''}`;
      notes.push({
        standard: by.id,
        version: by.day,
        article: by.source.article ?? '',
        observed: all,
        allowed,
        outcome: by.confidence === 'recalled' ? 'inform' : 'warn',
        explained: {
          zh: `${title.zh}：现有 ${own}，在途 ${coming}，本次 ${more}，合计 ${all}，多于${paper}的 ${allowed}。该依据尚待核实，只作提示。`,
          en: `${title.en}: ${own} held, ${coming} on order, ${more} asked for: ${all} against ${allowed} of ${paper}. The source is yet to be confirmed; this is a hint.`,
        },
      });
    }
  }
  return { notes };
}
