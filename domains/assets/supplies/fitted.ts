import { type Context, type FactDraft, type Id, newId, saves, searchPieces, sql, type Tx } from '@opengoa/kernel';
import { ComponentsWentAlong, type Fitted } from './contract.ts';

/** A component in a card, with where it was given out. */
export interface FittedHere extends Fitted {
  readonly move: Id;
  readonly supply: Id;
  readonly supplyUnit: Id;
}

/** Components that are in these cards now, as far as the actor sees the cupboards that they come from; locked, the cupboards in the order of their ids. */
export const fittedIn = (tx: Tx, cards: readonly Id[]): Promise<FittedHere[]> =>
  tx.rows<FittedHere>(sql`
    select m.card_id as card, s.name, s.model, s.measure, m.held as quantity, m.id as move, s.id as supply, s.unit_id as "supplyUnit"
      from assets.supply_move m join assets.supply s on (s.node_id, s.id) = (m.node_id, m.supply_id)
     where m.card_id = any (${[...cards]}::uuid[]) and m.held > 0 and s.kind = 'component' order by s.id, m.id for update of s, m`);

/** As a paper lists them: of one kind in one card together. */
export function fittedTold(fitted: readonly Fitted[]): Fitted[] {
  const told = new Map<string, Fitted>();
  for (const { card, name, model, measure, quantity } of fitted) {
    const key = JSON.stringify([card, name, model, measure]);
    told.set(key, { card, name, model, measure, quantity: quantity + (told.get(key)?.quantity ?? 0) });
  }
  return [...told.values()];
}

/** In words, as far as it is in this card: “内存条 DDR5 2 条；…”. */
export const fittedWords = (fitted: readonly Fitted[], card: Id): string =>
  fittedTold(fitted)
    .filter((each) => each.card === card)
    .map(({ name, model, quantity, measure }) => `${[name, model].filter(Boolean).join(' ')} ${quantity} ${measure}`)
    .join('；')
    .slice(0, 500);

/** The fact that these go along under a paper into the unit’s cupboard; none where there are none. */
export const wentAlong = (
  object: FactDraft['object'],
  { unit, number, along }: { readonly unit: Id; readonly number: string; readonly along: readonly FittedHere[] },
): FactDraft[] =>
  along.length === 0
    ? []
    : [
        ComponentsWentAlong.of({
          object,
          unit,
          body: { number, components: along.map(({ supplyUnit: _unit, ...each }) => each) },
        }),
      ];

/** Those that leave their cupboard’s units with their card; a cupboard that serves both units stays theirs. */
export const leaving = (
  fitted: readonly FittedHere[],
  to: Id,
  { organisation }: Pick<Context, 'organisation'>,
): readonly FittedHere[] => fitted.filter(({ supplyUnit }) => !organisation.covers(supplyUnit, to, true));

/** Out of the giver’s count and into the taker’s, where each stands as given out into the same card. Saved before the cards move, while they are on their way. */
export const fittedSaves = [
  saves(ComponentsWentAlong, async (tx, { unit, body }, { actor, now, today }) => {
    for (const { move, supply, card, name, model, measure, quantity } of body.components) {
      // The cupboard first: it is seen by what is still held of it.
      await tx.run(sql`
        update assets.supply set out_count = out_count - ${quantity}, version = version + 1 where id = ${supply}`);
      const kept = await tx.one<{ id: Id }>(sql`
        insert into assets.supply (id, unit_id, kind, name, model, measure, out_count, search)
        values (${newId()}, ${unit}, 'component', ${name}, ${model}, ${measure}, ${quantity}, ${searchPieces(name, model)})
        on conflict (node_id, unit_id, kind, name, model) where state = 'kept'
        do update set out_count = supply.out_count + ${quantity}, version = supply.version + 1 returning id`);
      await tx.run(sql`update assets.supply_move set held = 0, went_with = ${body.number} where id = ${move}`);
      await tx.run(sql`
        insert into assets.supply_move (id, unit_id, supply_id, kind, number, quantity, after, held, day, card_id, went_with, made_name, made_at)
        select ${newId()}, unit_id, id, 'along', ${body.number}, 0, on_hand, ${quantity}, ${today}, ${card}, ${body.number}, ${actor.name}, ${now}
          from assets.supply where id = ${kept.id}`);
    }
  }),
];
