import { type Context, type Id, type RiskSource, sql, type Tx } from '@opengoa/kernel';
import { cardsOf } from '../cards/cards-as-known.ts';
import { allowanceOf, heldOf, limits } from '../equipment/allowance.ts';
import { heldAsKnown, heldPieces } from '../equipment/held-pieces.ts';
import { declaringUnits, staffOfMany } from '../equipment/headcount-store.ts';
import { byItem } from '../equipment/limit-rows.ts';
import { equipmentItems, limitTitles } from '../equipment/words.zh.ts';
import { answersAsKnown } from '../purchase/answers-as-known.ts';
import { treeOf } from '../purchase/matches.ts';
import { askedOn, equipmentKnown, purchasesKnown } from './as-known.ts';
import type { BoughtWhileIdleInputs } from './bought-while-idle/risk.ts';
import type { OverStandardInputs } from './over-standard-equipment/risk.ts';

type Item = keyof typeof equipmentItems;

export interface Bought {
  readonly id: Id;
  readonly unit: Id;
  readonly number: string;
  readonly name: string;
  readonly class: string;
  readonly item: Item | null;
  readonly day: string;
  readonly quantity: number;
  readonly priceFen: number;
  readonly voucher: string;
  readonly supplier: string;
  readonly screen: boolean;
}

/**
 * Cards that were bought in these days, whatever became of them.
 * @param knownBefore as the Record had told of them before this instant; as they stand today where left out
 */
export const boughtIn = (tx: Tx, from: string, to: string, knownBefore?: Date): Promise<Bought[]> =>
  tx.rows<Bought>(sql`
    select id, unit_id as unit, number, name, class, assets.equipment_of(item, class) as item, acquired_on::text as day, quantity,
           (value_fen / quantity)::bigint as "priceFen", voucher, supplier, name like '%显示器%' as screen
      from ${cardsOf(knownBefore)} c
     where acquired_by = 'purchase' and value_kind = 'cost' and acquired_on >= ${from}::date and acquired_on < ${to}::date
     order by acquired_on, id limit 50000`);

export const institutionIn = ({ organisation }: Pick<Context, 'organisation'>) => {
  const known = new Map<Id, Id>();
  return (unit: Id): Id => {
    const found = known.get(unit) ?? organisation.institutionOf(unit)?.id ?? unit;
    known.set(unit, found);
    return found;
  };
};

/** A computer and the screens that came with it by invoice, or from the same seller on the same day, are one thing. Pure. */
export function asOneThing(own: readonly Bought[]): { readonly item: Item; readonly cards: readonly Bought[] }[] {
  const screens = own.filter(({ screen }) => screen);
  const used = new Set<Id>();
  return own.flatMap((card) => {
    if (card.item === null || card.screen) return [];
    const withIt =
      card.item === 'desktop' && card.quantity === 1
        ? screens.find(
            (screen) =>
              !used.has(screen.id) &&
              screen.quantity === 1 &&
              ((card.voucher !== '' && screen.voucher === card.voucher) ||
                (card.supplier !== '' && screen.supplier === card.supplier && screen.day === card.day)),
          )
        : undefined;
    if (withIt) used.add(withIt.id);
    return [{ item: card.item, cards: withIt ? [card, withIt] : [card] }];
  });
}

/** Every institution with people or things: what it holds and bought beside the standard of its region. */
export const overStandardEquipment: RiskSource = {
  kit: 'over-standard-equipment',
  asKnown: equipmentKnown,
  async gather(tx, [from, to], context, only, knownBefore) {
    const { organisation, standards } = context;
    const today = askedOn(context, knownBefore);
    const institutionOf = institutionIn(context);
    const bought = Map.groupBy(await boughtIn(tx, from, to, knownBefore), ({ unit }) => institutionOf(unit));
    const known = knownBefore && Map.groupBy(await heldAsKnown(tx, knownBefore), ({ unit }) => unit);
    const units =
      known && knownBefore
        ? [...[...known.keys()].map((unit) => ({ unit })), ...(await declaringUnits(tx, knownBefore))]
        : await tx.rows<{ unit: Id }>(sql`
      select distinct unit_id as unit from assets_read.equipment_card_v1 union select distinct unit_id from assets.headcount`);
    const institutions = [...new Set([...units.map(({ unit }) => institutionOf(unit)), ...bought.keys()])].filter(
      (unit) => !only || only.includes(unit),
    );
    const staff = await staffOfMany(tx, institutions, context, knownBefore);
    const cases = [];
    for (const [unit, of] of staff) {
      const place = organisation.place(unit);
      const held = byItem(
        known ? of.units.flatMap((each) => known.get(each) ?? []) : await heldPieces(tx, of.units, unit, context),
      );
      const told = limits.flatMap((counted) => {
        const { allowed, by } = allowanceOf(counted, of, standards, today, place);
        return allowed === null || by === null || by.confidence === 'recalled'
          ? []
          : [{ limit: counted.limit, title: limitTitles[counted.limit].zh, held: heldOf(counted, held), allowed }];
      });
      const things = asOneThing(bought.get(unit) ?? []).flatMap(({ item, cards }) => {
        const limit = standards.valueOn('assets.equipment-price', cards[0]!.day, place, { item, grade: 'senior' });
        return limit.found && limit.confidence !== 'recalled'
          ? [
              {
                item,
                limitFen: limit.value as number,
                cards: cards.map(({ id, number, name, priceFen }) => ({ id, number, name, priceFen })),
              },
            ]
          : [];
      });
      cases.push({
        subject: { kind: 'unit', id: unit, name: of.unitName },
        unit,
        period: [from, to] as const,
        opens: `/assets/equipment?unit=${unit}`,
        inputs: { people: of.basis, limits: told, bought: things } satisfies OverStandardInputs,
      });
    }
    return cases;
  },
};

interface Idle {
  readonly id: Id;
  readonly unit: Id;
  readonly number: string;
  readonly class: string;
  readonly item: Item | null;
  readonly quantity: number;
  readonly acquiredOn: string;
  /** Units that declined it with a reason which whoever is above agreed to. */
  readonly declinedBy: readonly Id[];
}

const idleStanding = (tx: Tx) =>
  tx.rows<Idle>(sql`
      select i.card_id as id, i.unit_id as unit, i.number, i.class, i.equipment as item, i.quantity, i.acquired_on::text as "acquiredOn",
             array(select distinct a.unit_id from assets.match_answer a
                    where (a.node_id, a.card_id) = (i.node_id, i.card_id) and a.followed = 'agreed') as "declinedBy"
        from assets.idle_listing i
       where not exists (
         select from assets.match_answer a where (a.node_id, a.card_id) = (i.node_id, i.card_id) and a.answer = 'taken')
       order by i.card_id limit 20000`);

/** The same as the Record had told of them before an instant. */
async function idleKnown(tx: Tx, knownBefore: Date): Promise<Idle[]> {
  const { taken, declinedBy } = await answersAsKnown(tx, knownBefore);
  const idle = await tx.rows<Omit<Idle, 'declinedBy'>>(sql`
    select c.id, c.unit_id as unit, c.number, c.class, assets.equipment_of(c.item, c.class) as item, c.quantity, c.acquired_on::text as "acquiredOn"
      from ${cardsOf(knownBefore)} c
     where c.state in ('idle', 'pooled') and c.condition <> 'unusable' and c.facet_id is null
     order by c.id limit 20000`);
  return idle
    .filter(({ id }) => !taken.has(id))
    .map((thing) => ({ ...thing, declinedBy: declinedBy.get(thing.id) ?? [] }));
}

/** Every institution and item that something was bought of, with what lay idle of it in the region. */
export const boughtWhileIdle: RiskSource = {
  kit: 'bought-while-idle',
  asKnown: purchasesKnown,
  async gather(tx, [from, to], context, only, knownBefore) {
    const { organisation } = context;
    const institutionOf = institutionIn(context);
    const idle = knownBefore ? await idleKnown(tx, knownBefore) : await idleStanding(tx);
    const groups = Map.groupBy(
      await boughtIn(tx, from, to, knownBefore),
      ({ unit, item, class: code }) => `${institutionOf(unit)} ${item ?? code}`,
    );
    const trees = new Map<Id, ReadonlySet<Id>>();
    return [...groups.values()].flatMap((own) => {
      const [first] = own;
      const unit = institutionOf(first!.unit);
      if (only && !only.includes(unit)) return [];
      const tree = trees.get(unit) ?? treeOf(unit, context);
      trees.set(unit, tree);
      const fitting = idle.filter(
        (thing) =>
          tree.has(thing.unit) &&
          (first!.item === null ? thing.class === first!.class : thing.item === first!.item) &&
          thing.acquiredOn < first!.day &&
          !thing.declinedBy.some((by) => institutionOf(by) === unit) &&
          !own.some(({ id }) => id === thing.id),
      );
      return [
        {
          subject: { kind: 'unit', id: unit, name: organisation.unit(unit)?.name ?? '' },
          unit,
          period: [from, to] as const,
          opens: `/assets/purchases?f.unit_id=${unit}`,
          about: [`bought ${unit} ${first!.item ?? first!.class}`],
          inputs: {
            item: first!.item === null ? first!.name : equipmentItems[first!.item].zh,
            bought: own.map(({ id, number, day, quantity, priceFen }) => ({ id, number, day, quantity, priceFen })),
            idle: fitting.map(({ id, number, unit: at, quantity }) => ({
              id,
              number,
              unitName: organisation.unit(at)?.name ?? '',
              quantity,
            })),
          } satisfies BoughtWhileIdleInputs,
        },
      ];
    });
  },
};
