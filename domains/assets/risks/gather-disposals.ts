import { empty, type Id, type RiskSource, sql, type Tx } from '@opengoa/kernel';
import { addDays } from '@opengoa/kernel/calendar';
import { cardsOf } from '../cards/cards-as-known.ts';
import { yearsLater } from '../equipment/years.ts';
import { equipmentItems } from '../equipment/words.zh.ts';
import { askedOn, cardsKnown } from './as-known.ts';
import type { EarlyDisposalInputs } from './early-disposal/risk.ts';
import { boughtIn, institutionIn } from './gather-equipment.ts';
import type { ScrapThenRebuyInputs } from './scrap-then-rebuy/risk.ts';

interface Gone {
  readonly id: Id;
  readonly unit: Id;
  readonly number: string;
  readonly name: string;
  readonly class: string;
  readonly item: keyof typeof equipmentItems | null;
  readonly acquiredOn: string;
  readonly disposedOn: string;
  readonly quantity: number;
  readonly valueFen: number;
  readonly condition: string;
  readonly manner: string | null;
  readonly grounds: readonly string[];
  /** The paper names a technical opinion. */
  readonly certified: boolean;
}

/** Manners by which a thing goes on serving, and grounds that no opinion is needed for (条例第二十一条). */
const serving = ['donate', 'allocate', 'exchange'];
const beyondAnybody = ['lost', 'force-majeure'];

const goneIn = (
  tx: Tx,
  from: string,
  to: string,
  only: readonly Id[] | undefined,
  knownBefore: Date | undefined,
): Promise<Gone[]> =>
  tx.rows<Gone>(sql`
    select c.id, c.unit_id as unit, c.number, c.name, c.class, assets.equipment_of(c.item, c.class) as item, c.acquired_on::text as "acquiredOn",
           c.disposed_on::text as "disposedOn", c.quantity, c.value_fen as "valueFen", c.condition, p.manner, coalesce(p.grounds, '{}') as grounds,
           coalesce(p.certificate, '') <> '' as certified
      from ${cardsOf(knownBefore)} c
      left join lateral (
        select p.about ->> 'manner' as manner, p.about ->> 'certificate' as certificate,
               array(select jsonb_array_elements_text(case jsonb_typeof(p.about -> 'grounds') when 'array' then p.about -> 'grounds' else '[]' end)) as grounds
          from assets.paper_line l join assets.paper p on (p.node_id, p.id) = (l.node_id, l.paper_id)
         where (l.node_id, l.card_id) = (c.node_id, c.id) and p.kind = 'dispose'
           ${knownBefore ? sql`and p.made_at < ${knownBefore}` : empty} order by p.made_at desc limit 1) p on true
     where c.state = 'disposed' and c.disposed_on >= ${from}::date and c.disposed_on < ${to}::date
       ${only ? sql`and c.id = any (${[...only]}::uuid[])` : empty}
     order by c.disposed_on, c.id limit 50000`);

/** Every card disposed of in the period, with the fewest years of its item. */
export const earlyDisposal: RiskSource = {
  kit: 'early-disposal',
  asKnown: cardsKnown,
  async gather(tx, [from, to], { standards, organisation }, only, knownBefore) {
    const gone = await goneIn(tx, from, to, only, knownBefore);
    return gone.map((card) => {
      const years =
        card.item === null
          ? null
          : standards.valueOn('assets.equipment-years', card.disposedOn, organisation.place(card.unit), {
              item: card.item,
            });
      return {
        subject: { kind: 'assets.card', id: card.id, name: `${card.number} ${card.name}` },
        unit: card.unit,
        period: [from, to] as const,
        opens: `/assets/cards/${card.id}`,
        inputs: {
          acquiredOn: card.acquiredOn,
          disposedOn: card.disposedOn,
          leastYears: years?.found && years.confidence !== 'recalled' ? (years.value as number) : null,
          valueFen: card.valueFen,
          excused: card.certified || card.grounds.some((ground) => beyondAnybody.includes(ground)),
          servesOn: card.manner !== null && serving.includes(card.manner),
        } satisfies EarlyDisposalInputs,
      };
    });
  },
};

/** Every institution and item of which something went in the period, with what was bought of it in the year on either side. */
export const scrapThenRebuy: RiskSource = {
  kit: 'scrap-then-rebuy',
  asKnown: cardsKnown,
  async gather(tx, [from, to], context, only, knownBefore) {
    const { standards, organisation } = context;
    const institutionOf = institutionIn(context);
    const reach = standards.numberOn('assets.purchase-rules', askedOn(context, knownBefore), [], {
      item: 'rebuy-days',
    });
    const gone = (await goneIn(tx, from, to, undefined, knownBefore)).filter(
      ({ manner }) => manner === null || !serving.includes(manner),
    );
    const bought = await boughtIn(tx, addDays(from, -reach), addDays(to, reach), knownBefore);
    const key = (thing: { readonly unit: Id; readonly item: string | null; readonly class: string }) =>
      `${institutionOf(thing.unit)} ${thing.item ?? thing.class}`;
    const again = Map.groupBy(bought, key);
    return [...Map.groupBy(gone, key)].flatMap(([which, own]) => {
      const [first] = own;
      const unit = institutionOf(first!.unit);
      if (only && !only.includes(unit)) return [];
      return [
        {
          subject: { kind: 'unit', id: unit, name: organisation.unit(unit)?.name ?? '' },
          unit,
          period: [from, to] as const,
          opens: `/assets/equipment?unit=${unit}`,
          about: [`replaced ${which}`],
          inputs: {
            item: first!.item === null ? first!.name : equipmentItems[first!.item].zh,
            gone: own.map((card) => ({
              id: card.id,
              number: card.number,
              day: card.disposedOn,
              quantity: card.quantity,
              usable: ['new', 'good', 'worn'].includes(card.condition) || isYoung(card),
            })),
            bought: (again.get(which) ?? []).map(({ id, number, day, quantity, priceFen }) => ({
              id,
              number,
              day,
              quantity,
              priceFen,
            })),
          } satisfies ScrapThenRebuyInputs,
        },
      ];
    });

    function isYoung({ item, acquiredOn, disposedOn, unit, condition }: Gone): boolean {
      if (item === null || condition === 'unusable') return false;
      const years = standards.valueOn('assets.equipment-years', disposedOn, organisation.place(unit), { item });
      return years.found && yearsLater(acquiredOn, years.value as number) > disposedOn;
    }
  },
};
