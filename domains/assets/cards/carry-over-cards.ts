import { type Follower, type Id, type Job, saves, sql, verb } from '@opengoa/kernel';
import { z } from 'zod';
import { CardsCarriedOver, CarryOverCards } from './contract.ts';

interface Merged {
  readonly from: Id;
  readonly to: Id;
  readonly day: string;
  readonly cards: number;
}

/**
 * 机构合并后资产随转: on the day of a merger the cards of a unit that ended stand in the ledger of its heir, and its cupboard of supplies with them; where
 * they stood before stays readable. A unit that was split leaves its cards where they are until its clerk transfers them: which heir takes what is for people to say.
 */
export const carryOverCards = verb('assets.carry-over-cards', {
  title: { zh: '机构合并后资产随转', en: 'Carry cards over to the heir' },
  input: CarryOverCards,
  who: ['job'],
  facts: [CardsCarriedOver],
  refusals: [],
  internal: true,
  result: z.strictObject({ cards: z.int() }),
  load: (tx, _input, { today }) =>
    tx.rows<Merged>(sql`
      select s.from_unit as "from", s.to_unit as "to", s.day, c.cards
        from kernel.unit_succession s
       cross join lateral (
         select count(*)::int as cards from assets.card c where c.unit_id = s.from_unit and c.state <> 'disposed' and c.facet_id is null) c
       where s.kind = 'merge' and s.day <= ${today} and (c.cards > 0 or exists (select 1 from assets.supply k where k.unit_id = s.from_unit))
       order by 3, 1`),
  at: (merged, _input, { actor }) =>
    merged.length === 0 ? { unit: actor.unit ?? '' } : merged.flatMap(({ from, to }) => [{ unit: from }, { unit: to }]),
  decide: (merged) => ({
    facts: merged.map((each) =>
      CardsCarriedOver.of({ object: { kind: 'unit', id: each.to }, unit: each.to, body: each }),
    ),
    result: { cards: merged.reduce((sum, { cards }) => sum + cards, 0) },
  }),
});

export const carrySaves = [
  saves(CardsCarriedOver, async (tx, { body }) => {
    await tx.run(sql`
      with moved as (
        update assets.card c set unit_id = ${body.to}, department_id = null, version = version + 1,
               number = case when exists (select 1 from assets.card k where k.unit_id = ${body.to} and k.number = c.number)
                             then left(c.number, 55) || '-' || right(${body.from}::text, 4) else c.number end
         where c.unit_id = ${body.from} and c.state <> 'disposed' and c.facet_id is null
        returning c.id)
      insert into assets.card_ledger (id, unit_id, card_id, before_unit, after_unit, from_day, why)
      select gen_random_uuid(), ${body.to}, id, ${body.from}, ${body.to}, ${body.day}, 'merger' from moved`);
    // Nobody is left who did the work of before: what is over follows too, and the cupboard with all that came and went in it.
    await tx.run(sql`update assets.upkeep_plan set unit_id = ${body.to} where unit_id = ${body.from}`);
    await tx.run(sql`update assets.upkeep_order set unit_id = ${body.to} where unit_id = ${body.from}`);
    await tx.run(sql`update assets.supply_move set unit_id = ${body.to} where unit_id = ${body.from}`);
    await tx.run(sql`
      update assets.supply s set unit_id = ${body.to}, version = version + 1,
             name = case when s.state = 'kept' and exists (
                      select 1 from assets.supply k where (k.unit_id, k.kind, k.name, k.model, k.state) = (${body.to}, s.kind, s.name, s.model, 'kept'))
                         then left(s.name, 90) || '-' || right(${body.from}::text, 4) else s.name end
       where s.unit_id = ${body.from}`);
  }),
];

/** Each night, for mergers that take effect on a later day than they were entered. */
export const carryJob: Job = {
  name: 'carry-over-cards',
  title: { zh: '机构合并后资产随转', en: 'Cards of merged units' },
  dailyAt: '00:40',
  run: async ({ verb: run }) => void (await run('assets.carry-over-cards', {})),
};

/** And at once when units are merged. */
export const followMergers: Follower = {
  name: 'merged-units',
  of: ['kernel.UnitsMerged'],
  follow: async () => undefined,
  queues: () => ({ job: 'assets.carry-over-cards', asked: {} }),
};
